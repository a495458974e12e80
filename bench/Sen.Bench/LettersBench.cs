using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using SortKey = Sen.Web.Platform.Text.SortKey;

namespace Sen.Bench;

/// <summary>2,000 letters of one batch by the running server's own job: each drawn as PDF with its QR code, with its link and its mail written to the outbox.</summary>
internal static class LettersBench
{
    private const int Letters = 2000;
    private const int Rounds = 3;

    public static async Task RunAsync()
    {
        await using var place = await BenchPlace.MakeAsync(sample: true);
        await place.App.StartAsync();
        Console.WriteLine($"{Letters} letters as PDF and mail, {place.Engine}");
        Console.WriteLine($"{"round",-8}{"seconds",9}{"its CPU",9}{"letters/s",11}{"KB each",9}");
        for (var round = 0; round <= Rounds; round++)
        {
            var batch = await PrepareAsync(place, round);
            var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            await BeginAsync(place, batch);
            while (!await AskAsync(place, db => db.InvitationBatches.AnyAsync(b => b.Id == batch && b.SentAt != null))) await Task.Delay(100);
            var (seconds, busy) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
            var mails = await AskAsync(place, db => db.OutboxMessages.CountAsync(m => db.Invitations.Any(i => i.BatchId == batch && i.MailKey == m.Key)));
            if (mails != Letters) throw new InvalidOperationException($"{mails} mails instead of {Letters}.");
            var size = await AskAsync(place, db => db.MailAttachments.AverageAsync(a => a.Content.Length));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(round == 0 ? "warm-up" : round),-8}{seconds,9:0.0}{busy,9:0.0}{Letters / seconds,11:0}{size / 1000,9:0}"));
        }
    }

    private static async Task<Guid> PrepareAsync(BenchPlace place, int round)
    {
        await using var scope = place.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("bench");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var programme = await db.Programmes.SingleAsync(p => p.Code == "mau-2026");
        var workshops = scope.ServiceProvider.GetRequiredService<WorkshopDesk>();
        var made = await workshops.CreateAsync(programme.Id, string.Create(CultureInfo.InvariantCulture, $"thu-moi-{round}"), Bilingual.Same("Hội thảo đo thư mời"), new DateOnly(2090, 1, 20), null, CopiedParts.None, default);
        await db.Workshops.Where(w => w.Id == made.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.Status, WorkshopStatus.Published).SetProperty(x => x.Capacity, 5000));
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == made.Id);
        var agencies = Enumerable.Range(0, Letters).Select(i =>
        {
            var name = Bilingual.Of(string.Create(CultureInfo.InvariantCulture, $"Sở Nông nghiệp và Môi trường đo số {round}-{i}"), "");
            return new Agency { KindId = "SNNMT", ProvinceId = "2025-46", Name = name, SearchKey = Agency.KeyOf(name, null), SortKey = SortKey.Of(name.Vi) };
        }).ToList();
        db.Agencies.AddRange(agencies);
        await db.SaveChangesAsync();
        var desk = scope.ServiceProvider.GetRequiredService<BatchDesk>();
        var batch = await desk.CreateAsync(workshop, default);
        (batch.Number, batch.IssuingBody, batch.Signatory, batch.SeatsEach, batch.Keeping, batch.Deadline) = ("1/GM", "Văn phòng đo", "Trần Văn Đo", 2, SeatKeeping.ByAgency, new DateTime(2089, 12, 1, 17, 0, 0));
        await desk.AddAsync(batch, workshop, [.. agencies.Select(a => a.Id)], default);
        var number = 0;
        foreach (var invitation in await db.Invitations.Where(i => i.BatchId == batch.Id).ToListAsync()) invitation.Email = string.Create(CultureInfo.InvariantCulture, $"vanthu{round}-{number++}@bench.example");
        await db.SaveChangesAsync();
        return batch.Id;
    }

    private static async Task BeginAsync(BenchPlace place, Guid id)
    {
        await using var scope = place.App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("bench");
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var batch = await db.InvitationBatches.SingleAsync(b => b.Id == id);
        var against = await scope.ServiceProvider.GetRequiredService<BatchDesk>().BeginAsync(batch, await db.Workshops.SingleAsync(w => w.Id == batch.WorkshopId), default);
        if (against.Count > 0) throw new InvalidOperationException(string.Join(' ', against));
    }

    private static async Task<T> AskAsync<T>(BenchPlace place, Func<AppDb, Task<T>> question)
    {
        await using var scope = place.App.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<AppDb>());
    }
}
