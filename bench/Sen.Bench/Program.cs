using Sen.Bench;

// dotnet run -c Release --project bench/Sen.Bench [-- import | letters]. SEN_BENCH_DB=«Host=…» measures PostgreSQL.
await (args is ["import"] ? ImportBench.RunAsync() : args is ["letters"] ? LettersBench.RunAsync() : SearchBench.RunAsync());
