using Sen.Bench;

// dotnet run -c Release --project bench/Sen.Bench [-- import | letters | duplicates | agencies | numbers FILE…]. SEN_BENCH_DB=«Host=…» measures PostgreSQL.
if (args is ["numbers", ..]) NumbersBench.Run(args.Skip(1));
else await (args switch
{
    ["import"] => ImportBench.RunAsync(),
    ["letters"] => LettersBench.RunAsync(),
    ["agencies"] => AgencyBench.RunAsync(),
    ["duplicates", .. var size] => DuplicateBench.RunAsync(size is [var n] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 100_000),
    _ => SearchBench.RunAsync(),
});
