using Sen.Bench;

// dotnet run -c Release --project bench/Sen.Bench [-- import]. SEN_BENCH_DB=«Host=…» measures PostgreSQL.
await (args is ["import"] ? ImportBench.RunAsync() : SearchBench.RunAsync());
