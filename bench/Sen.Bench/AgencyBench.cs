using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.People.Duplicates.Agencies;
using Sen.Web.Platform.Audit;

namespace Sen.Bench;

/// <summary>Finds the doubles planted among every kind of agency of every province of both times: how long it takes, how many are found, how many proposals are right.</summary>
internal static class AgencyBench
{
    private const int Rounds = 5;

    public static async Task RunAsync()
    {
        await using var place = await BenchPlace.MakeAsync(sample: false);
        await using var scope = place.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("bench");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var doubles = new AgencyDoubles(await db.AgencyKinds.AsNoTracking().OrderBy(k => k.Id).ToListAsync(), await db.Provinces.AsNoTracking().OrderBy(p => p.Id).ToListAsync());
        db.Agencies.AddRange(doubles.Agencies);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "vacuum analyze" : "analyze");

        var reader = scope.ServiceProvider.GetRequiredService<AgencyFactsReader>();
        IReadOnlyList<AgencyPair> pairs = [];
        Console.WriteLine($"{doubles.Agencies.Count} agencies, {doubles.Planted.Count} planted doubles, {place.Engine}");
        for (var round = 1; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var facts = await reader.ReadAsync(db, CancellationToken.None);
            var read = watch.Elapsed.TotalSeconds;
            pairs = AgencyFinder.Find(facts);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: read {read:0.00} s, found {watch.Elapsed.TotalSeconds - read:0.00} s, together {watch.Elapsed.TotalSeconds:0.00} s"));
        }

        Console.WriteLine($"{"from",-14}{"proposed",10}{"right",8}{"precision",11}{"recall",9}");
        foreach (var (name, from) in new[] { ("almost certain", DuplicatePair.StrongFrom), ("likely", DuplicatePair.LikelyFrom), ("possible", DuplicatePair.WeakFrom) })
        {
            var proposed = pairs.Where(p => p.Score >= from).ToList();
            var right = proposed.Count(p => doubles.AreOne(p.A.Id, p.B.Id));
            var found = doubles.Planted.Count(d => proposed.Exists(p => (p.A.Id == d.Of && p.B.Id == d.Id) || (p.A.Id == d.Id && p.B.Id == d.Of)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14}{proposed.Count,10}{right,8}{(double)right / Math.Max(1, proposed.Count),11:0.000}{(double)found / doubles.Planted.Count,9:0.000}"));
        }
        var scores = pairs.ToDictionary(p => (p.A.Id, p.B.Id), p => p.Score);
        Console.WriteLine($"{"kind",-44}{"planted",9}{"strong",8}{"likely",8}{"any",7}");
        foreach (var kind in doubles.Planted.GroupBy(d => d.Kind))
        {
            var found = kind.Select(d => scores.TryGetValue((d.Of, d.Id), out var s) || scores.TryGetValue((d.Id, d.Of), out s) ? s : double.NegativeInfinity).ToList();
            double Share(double from) => (double)found.Count(s => s >= from) / found.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind.Key,-44}{found.Count,9}{Share(DuplicatePair.StrongFrom),8:0.00}{Share(DuplicatePair.LikelyFrom),8:0.00}{Share(DuplicatePair.WeakFrom),7:0.00}"));
        }
        foreach (var wrong in pairs.Where(p => p.Score >= DuplicatePair.LikelyFrom && !doubles.AreOne(p.A.Id, p.B.Id)).Take(8)) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrong {wrong.Score:0.0}: {wrong.A.Name} | {wrong.B.Name}"));
    }
}
