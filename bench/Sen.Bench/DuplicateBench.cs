using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Audit;

namespace Sen.Bench;

/// <summary>Finds the doubles planted among 100,000 persons: how long it takes, how many are found, how many proposals are right.</summary>
internal static class DuplicateBench
{
    private const int Rounds = 5;

    public static async Task RunAsync(int persons)
    {
        await using var place = await BenchPlace.MakeAsync(sample: false);
        await using var scope = place.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("bench");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var doubles = new Doubles(persons, await db.Provinces.AsNoTracking().ToListAsync(), await db.ProvinceMergers.ToDictionaryAsync(m => m.OldId, m => m.NewId));
        await using (var work = await db.Database.BeginTransactionAsync())
        {
            await db.InsertManyAsync(doubles.Persons, CancellationToken.None);
            await work.CommitAsync();
        }
        await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "vacuum analyze" : "analyze");

        var reader = scope.ServiceProvider.GetRequiredService<FactsReader>();
        IReadOnlyList<DuplicatePair> pairs = [];
        Console.WriteLine($"{persons} persons, {doubles.Planted.Count} planted doubles, {place.Engine}");
        for (var round = 1; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var facts = await reader.ReadAsync(db, CancellationToken.None);
            var read = watch.Elapsed.TotalSeconds;
            pairs = DuplicateFinder.Find(facts);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: read {read:0.00} s, found {watch.Elapsed.TotalSeconds - read:0.00} s, together {watch.Elapsed.TotalSeconds:0.00} s, {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"));
        }

        Console.WriteLine($"{"from",-14}{"proposed",10}{"right",8}{"precision",11}{"recall",9}");
        foreach (var (name, from) in new[] { ("odds 99 : 1", DuplicatePair.StrongFrom), ("odds 9 : 1", 3.17), ("odds 1 : 1", DuplicatePair.LikelyFrom), ("odds 1 : 9", DuplicatePair.WeakFrom) })
        {
            var proposed = pairs.Where(p => p.Score >= from).ToList();
            var right = proposed.Count(p => doubles.Planted.ContainsKey(Doubles.Key(p.A.Id, p.B.Id)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-14}{proposed.Count,10}{right,8}{(double)right / Math.Max(1, proposed.Count),11:0.000}{(double)right / doubles.Planted.Count,9:0.000}"));
        }

        var scores = pairs.ToDictionary(p => Doubles.Key(p.A.Id, p.B.Id), p => p.Score);
        Console.WriteLine($"{"kind",-28}{"planted",9}{"strong",8}{"likely",8}{"any",7}");
        foreach (var kind in Doubles.Kinds)
        {
            var planted = doubles.Planted.Where(p => p.Value == kind).Select(p => scores.GetValueOrDefault(p.Key, double.NegativeInfinity)).ToList();
            double Share(double from) => (double)planted.Count(s => s >= from) / planted.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-28}{planted.Count,9}{Share(DuplicatePair.StrongFrom),8:0.00}{Share(DuplicatePair.LikelyFrom),8:0.00}{Share(DuplicatePair.WeakFrom),7:0.00}"));
        }
        Console.WriteLine($"{"reason of a proposal",-28}{"pairs",9}{"right",8}{"precision",11}");
        foreach (var reason in Enum.GetValues<ReasonKind>())
        {
            var with = pairs.Where(p => p.Score >= DuplicatePair.LikelyFrom && p.Has(reason)).ToList();
            if (with.Count == 0) continue;
            var right = with.Count(p => doubles.Planted.ContainsKey(Doubles.Key(p.A.Id, p.B.Id)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reason,-28}{with.Count,9}{right,8}{(double)right / with.Count,11:0.000}"));
        }
    }
}
