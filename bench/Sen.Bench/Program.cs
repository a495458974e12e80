using Sen.Bench;

// dotnet run -c Release --project bench/Sen.Bench [-- import | numbers FILE…]. SEN_BENCH_DB=«Host=…» measures PostgreSQL.
if (args is ["numbers", ..]) NumbersBench.Run(args.Skip(1));
else await (args is ["import"] ? ImportBench.RunAsync() : SearchBench.RunAsync());
