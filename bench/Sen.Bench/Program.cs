using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Sen.Bench;

// dotnet run -c Release --project bench/Sen.Bench [-- import | letters | duplicates | agencies | numbers FILE… | benchmarks --filter '*'].
// SEN_BENCH_DB=«Host=…» measures PostgreSQL.
if (args is ["numbers", ..]) NumbersBench.Run(args.Skip(1));
// In this process: the project a benchmark runner makes for itself knows nothing of central versions and locked packages.
else if (args is ["benchmarks", ..]) BenchmarkSwitcher.FromAssembly(typeof(ReconciliationBenchmarks).Assembly).Run(args[1..], DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).AsMutator()));
else await (args switch
{
    ["import"] => ImportBench.RunAsync(),
    ["letters"] => LettersBench.RunAsync(),
    ["agencies"] => AgencyBench.RunAsync(),
    ["duplicates", .. var size] => DuplicateBench.RunAsync(size is [var n] ? int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) : 100_000),
    _ => SearchBench.RunAsync(),
});
