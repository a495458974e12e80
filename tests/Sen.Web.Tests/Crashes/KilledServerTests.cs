using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Browser.Tests;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Crashes;

/// <summary>The built program as a process of its own, ended by SIGKILL in the middle of registrations, and started again on what it left.</summary>
public sealed class KilledServerTests
{
    private const int Capacity = 120, Writers = 8;

    [Fact]
    public async Task What_was_acknowledged_is_there_nothing_twice_and_no_seat_is_lost()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        var today = TimeProvider.System.LocalDay();
        // The program keeps the real time, so the workshop is ahead of today and not of the sample's day.
        var workshop = await site.WorkshopAsync(capacity: Capacity, startsOn: today.AddDays(60));
        var acknowledged = new ConcurrentBag<string>();

        await using (var first = await StartAsync(site))
        {
            using var stop = new CancellationTokenSource();
            var writing = WriteAsync(first.Address, workshop, acknowledged, "truoc", stop.Token);
            await UntilAsync(() => Task.FromResult(acknowledged.Count >= Capacity / 3));
            await first.KillAsync();
            await stop.CancelAsync();
            await writing;
        }
        var before = acknowledged.ToHashSet(StringComparer.Ordinal);
        Assert.InRange(before.Count, Capacity / 3, Capacity);
        await IsWholeAsync(site, workshop, before);

        await using (var second = await StartAsync(site))
        {
            using var stop = new CancellationTokenSource();
            var writing = WriteAsync(second.Address, workshop, acknowledged, "sau", stop.Token);
            await UntilAsync(async () => (await site.StatesAsync(workshop)).GetValueOrDefault(RegistrationState.Waiting) >= 10);
            await stop.CancelAsync();
            await writing;
        }
        await IsWholeAsync(site, workshop, [.. acknowledged]);
        // Not one seat was lost to the crash: the hall fills to the last.
        Assert.Equal(Capacity, (await site.SeatsAsync(workshop)).Book.Taken);
    }

    private static async Task IsWholeAsync(TestSite site, Workshop workshop, HashSet<string> acknowledged)
    {
        var rows = await site.DbAsync(db => db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id)
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r.Id, r.TicketNumber, p.Email, p.FullName }).ToListAsync());
        Assert.Empty(acknowledged.Except(rows.Select(r => r.Email!)));
        Assert.Equal(rows.Count, rows.Select(r => r.Email).Distinct().Count());
        Assert.Equal(rows.Count, await site.DbAsync(db => db.Persons.CountAsync(p => p.Email!.EndsWith("@" + workshop.Code + ".example"))));
        // Whoever is there has exactly one letter: seat and mail are one transaction.
        var letters = await site.DbAsync(db => db.OutboxMessages.Where(m => m.To.EndsWith("@" + workshop.Code + ".example")).Select(m => m.To).ToListAsync());
        Assert.Equal(rows.Select(r => r.Email).Order(StringComparer.Ordinal), letters.Order(StringComparer.Ordinal));
        await site.CountersAreTrueAsync(workshop);
    }

    /// <summary>Two minutes are a guard against a server that answers nothing, not a measure.</summary>
    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var looks = 0; looks < 2400; looks++)
        {
            if (await done()) return;
            await Task.Delay(50);
        }
        Assert.Fail("The server registered nobody for two minutes.");
    }

    private static Task<RunningSen> StartAsync(TestSite site) => RunningSen.StartAsync(Path.Combine(AppContext.BaseDirectory, "sen"), ["serve"], site.Home, new()
    {
        ["SEN_HOME"] = site.Home,
        ["ConnectionStrings__Sen"] = site.ConnectionString,
        ["Forms__PerAddress"] = "100000",
    });

    /// <summary>Several people at a time register until told to stop or until nobody answers.</summary>
    private static Task WriteAsync(Uri address, Workshop workshop, ConcurrentBag<string> acknowledged, string prefix, CancellationToken stop)
    {
        var serial = 0;
        return Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var n = Interlocked.Increment(ref serial);
                var email = string.Create(CultureInfo.InvariantCulture, $"{prefix}{n}@{workshop.Code}.example");
                try
                {
                    using var visitor = new HttpClient(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
                    var answer = await visitor.SendFormAsync($"/vi/workshops/{workshop.Code}/register", new()
                    {
                        ["Input.FullName"] = "Nguyễn Mẫu " + string.Concat(n.ToString(CultureInfo.InvariantCulture).Select(d => (char)('A' + (d - '0')))),
                        ["Input.Position"] = "Chuyên viên",
                        ["Input.Agency"] = "Sở Công Thương thành phố Huế",
                        ["Input.Email"] = email,
                    });
                    if (answer.StatusCode == HttpStatusCode.Found) acknowledged.Add(email);
                }
                catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
                {
                    // The server is gone: what it did not answer, it has not promised.
                    if (stop.IsCancellationRequested) return;
                    await Task.Delay(50, CancellationToken.None);
                }
            }
        }, CancellationToken.None)));
    }
}
