using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Platform.Audit;

namespace Sen.Bench;

/// <summary>Searches the list of persons as the page does: the count, then the first 50.</summary>
internal static class SearchBench
{
    private const int Persons = 100_000;
    private const int Rounds = 30;

    public static async Task RunAsync()
    {
        await using var place = await BenchPlace.MakeAsync(sample: false);
        var app = place.App;
        await FillAsync(app);

        var everybody = new Standing(Guid.Empty, "bench", null, false, [new(Role.Administrator, ScopeKind.Everywhere, "")]);
        Console.WriteLine($"{Persons} persons, {place.Engine}; count and first page of 50, milliseconds over {Rounds} rounds");
        Console.WriteLine($"{"search",-34}{"found",8}{"median",9}{"95 %",8}");
        foreach (var (text, order) in new (string, PersonOrder)[]
        {
            ("", PersonOrder.Name), ("nguyen", PersonOrder.Name), ("Nguyễn Văn", PersonOrder.Name), ("dũng nguyễn", PersonOrder.Name), ("vo", PersonOrder.Name), ("an", PersonOrder.Name),
            ("dung nguyen cong thuong", PersonOrder.Name), ("0900 012 345", PersonOrder.Name), ("mau12345@example.vn", PersonOrder.Name), ("zzz", PersonOrder.Name),
            ("nguyen", PersonOrder.Newest), ("dung nguyen", PersonOrder.Agency), ("nguyen", PersonOrder.Agency),
        })
        {
            var times = new List<double>();
            var found = 0;
            for (var i = 0; i < Rounds + 5; i++)
            {
                await using var scope = app.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<AppDb>();
                await db.Database.OpenConnectionAsync();
                var watch = Stopwatch.StartNew();
                var list = new PersonList(db, everybody, new PersonQuestion(text, "", "", null, order));
                found = await list.CountAsync(CancellationToken.None);
                await list.PageAsync(found, 1, 50, CancellationToken.None);
                // The first rounds compile the queries.
                if (i >= 5) times.Add(watch.Elapsed.TotalMilliseconds);
            }
            times.Sort();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{$"«{text}» by {order}",-34}{found,8}{times[Rounds / 2],9:0.0}{times[Rounds * 95 / 100],8:0.0}"));
        }
    }

    private static async Task FillAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("bench");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var watch = Stopwatch.StartNew();
        await using var work = await db.Database.BeginTransactionAsync();
        var agencies = await Crowd.AgenciesAsync(db);
        await db.InsertManyAsync(Crowd.Persons(Persons, agencies), CancellationToken.None);
        await work.CommitAsync();
        // What a PostgreSQL that runs for a while has done by itself.
        await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "vacuum analyze" : "analyze");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Persons} persons written and indexed in {watch.Elapsed.TotalSeconds:0.0} s"));
    }
}
