using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.People.Duplicates;

/// <summary>What tests of merging do over and over: two rows that nobody else has, merged and taken apart.</summary>
internal static class Merging
{
    private static int serial;

    /// <summary>Letters for a name and digits for a number, new each time; names one slip of the pen apart would be proposed as one person.</summary>
    public static (string Name, string Phone, string Mail) New()
    {
        var n = Interlocked.Increment(ref serial);
        var word = string.Concat((n * 479_001_599L % 100_000_000).ToString("00000000", CultureInfo.InvariantCulture).Select(d => (char)('b' + (d - '0'))));
        return ("Trịnh Gộp " + char.ToUpperInvariant(word[0]) + word[1..], string.Create(CultureInfo.InvariantCulture, $"+8498{n:0000000}"), string.Create(CultureInfo.InvariantCulture, $"gop{n}@mau.example"));
    }

    /// <summary>The same person twice: without marks, with another number and the same mailbox.</summary>
    public static async Task<(Person First, Person Second)> TwiceAsync(this TestSite site)
    {
        var (name, phone, mail) = New();
        var first = Sample.Person(name, "Zulu Gộp", phone, mail, province: "2016-93");
        var second = Sample.Person(Sen.Web.Platform.Text.SearchKey.Of(name).ToUpperInvariant(), "Zulu Gộp", New().Phone, mail, province: "2025-92");
        await site.AddAsync(first, second);
        return (first, second);
    }

    public static async Task<Registration> PutAsync(this TestSite site, Workshop workshop, Person person, RegistrationState state)
    {
        var registration = new Registration { WorkshopId = workshop.Id, PersonId = person.Id, State = state, TicketNumber = TicketNumber.New(), AgencyName = person.AgencyText, CreatedAt = new DateTime(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc).AddSeconds(Interlocked.Increment(ref serial)) };
        await site.AddAsync(registration);
        if (Registration.TakesSeat(state)) await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + 1)));
        return registration;
    }

    public static Task<Merged> MergeAsync(this TestSite site, Person standing, Person away, IEnumerable<string>? fromAway = null, Dictionary<Guid, Guid>? stands = null) => site.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var versions = await db.Persons.AsNoTracking().Where(p => p.Id == standing.Id || p.Id == away.Id).ToDictionaryAsync(p => p.Id, p => p.Version);
        return await s.GetRequiredService<MergeDesk>().MergeAsync(new MergeOrder(standing.Id, versions[standing.Id], away.Id, versions[away.Id], (fromAway ?? []).ToHashSet(StringComparer.Ordinal), stands ?? []), default);
    });

    public static async Task<Guid> MergedAsync(this TestSite site, Person standing, Person away, IEnumerable<string>? fromAway = null, Dictionary<Guid, Guid>? stands = null) =>
        Assert.IsType<Merged.Done>(await site.MergeAsync(standing, away, fromAway, stands)).MergeId;

    public static Task<Unmerged> UndoAsync(this TestSite site, Guid merge, Dictionary<Guid, Guid>? whose = null) => site.InScopeAsync(s => s.GetRequiredService<MergeDesk>().UndoAsync(merge, whose ?? [], default));

    public static async Task<string> WhyAsync(this TestSite site, Guid merge, Dictionary<Guid, Guid>? whose = null) =>
        string.Join(" | ", Assert.IsType<Unmerged.Refused>(await site.UndoAsync(merge, whose)).Why.Select(w => w.Vi));

    /// <summary>All that is known of these persons and their registrations, but for counters that only ever rise.</summary>
    public static Task<string> StateAsync(this TestSite site, params Person[] persons) => site.DbAsync(async db =>
    {
        var ids = persons.Select(p => p.Id).ToList();
        var rows = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync();
        var registrations = await db.Registrations.AsNoTracking().Where(r => ids.Contains(r.PersonId)).OrderBy(r => r.Id).ToListAsync();
        var of = registrations.Select(r => r.Id).ToList();
        var links = await db.PrivateLinks.AsNoTracking().Where(l => of.Contains(l.RegistrationId)).OrderBy(l => l.Id).ToListAsync();
        var requests = await db.PersonalDataRequests.AsNoTracking().Where(r => ids.Contains(r.PersonId)).OrderBy(r => r.Id).ToListAsync();
        // Turns number what calendars are given, so they never fall, not even in an undo.
        static string All(object row) => string.Join(", ", row.GetType().GetProperties().Where(p => p.Name is not ("Version" or "Turns")).Select(p => $"{p.Name}={p.GetValue(row)}"));
        return string.Join('\n', rows.Cast<object>().Concat(registrations).Concat(links).Concat(requests).Select(All));
    });

    public static Task<Person> NowAsync(this TestSite site, Person person) => site.DbAsync(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == person.Id));
}
