using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.People.Duplicates.Agencies;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.People.Duplicates.Agencies;

/// <summary>What tests of merging agencies do over and over.</summary>
internal static class AgencyMerging
{
    /// <summary>The same institute twice, with a name nobody else has: once with its marks, once in capitals without them.</summary>
    public static async Task<(Agency First, Agency Second)> TwoAgenciesAsync(this TestSite site)
    {
        var name = "Viện Nghiên cứu " + Merging.New().Name;
        var (first, second) = (Sample.Agency(name, "RESEARCH", "2025-92"), Sample.Agency(Sen.Web.Platform.Text.SearchKey.Of(name).ToUpperInvariant(), "RESEARCH", "2025-92"));
        await site.AddAsync(first, second);
        return (first, second);
    }

    public static Person PersonOf(Agency agency)
    {
        var (name, phone, mail) = Merging.New();
        return Sample.Person(name, agency.Name.Vi, phone, mail, agency.Id, agency.ProvinceId);
    }

    public static async Task<Registration> PutAsync(this TestSite site, Workshop workshop, Agency agency, RegistrationState state)
    {
        var person = PersonOf(agency);
        await site.AddAsync(person);
        var registration = new Registration { WorkshopId = workshop.Id, PersonId = person.Id, State = state, TicketNumber = TicketNumber.New(), AgencyId = agency.Id, AgencyKindId = agency.KindId, AgencyName = agency.Name.Vi, ProvinceId = agency.ProvinceId, QueueNumber = state == RegistrationState.Waiting ? 1 : null, CreatedAt = new DateTime(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc) };
        await site.AddAsync(registration);
        if (Registration.TakesSeat(state)) await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + 1)));
        return registration;
    }

    public static Task<Merged> MergeAsync(this TestSite site, Agency standing, Agency away, IEnumerable<string>? fromAway = null, Dictionary<Guid, Guid>? stands = null) => site.InScopeAsync(async s =>
    {
        var versions = await s.GetRequiredService<AppDb>().Agencies.IgnoreQueryFilters().AsNoTracking().Where(a => a.Id == standing.Id || a.Id == away.Id).ToDictionaryAsync(a => a.Id, a => a.Version);
        return await s.GetRequiredService<AgencyMergeDesk>().MergeAsync(new MergeOrder(standing.Id, versions[standing.Id], away.Id, versions[away.Id], (fromAway ?? []).ToHashSet(StringComparer.Ordinal), stands ?? []), default);
    });

    public static async Task<Guid> MergedAsync(this TestSite site, Agency standing, Agency away, IEnumerable<string>? fromAway = null, Dictionary<Guid, Guid>? stands = null) =>
        Assert.IsType<Merged.Done>(await site.MergeAsync(standing, away, fromAway, stands)).MergeId;

    public static Task<Unmerged> UndoAgenciesAsync(this TestSite site, Guid merge) => site.InScopeAsync(s => s.GetRequiredService<AgencyMergeDesk>().UndoAsync(merge, new Dictionary<Guid, Guid>(), default));

    public static async Task<string> WhyNotAsync(this TestSite site, Guid merge) => string.Join(" | ", Assert.IsType<Unmerged.Refused>(await site.UndoAgenciesAsync(merge)).Why.Select(w => w.Vi));

    public static Task<Agency> NowAsync(this TestSite site, Agency agency) => site.DbAsync(db => db.Agencies.IgnoreQueryFilters().AsNoTracking().SingleAsync(a => a.Id == agency.Id));

    /// <summary>All that hangs on these agencies, but for counters that only ever rise and keys that are made anew.</summary>
    public static Task<string> StateAsync(this TestSite site, params Agency[] agencies) => site.DbAsync(async db =>
    {
        var ids = agencies.Select(a => a.Id).ToList();
        var texts = ids.ConvertAll(id => id.ToString());
        var rows = new List<object>();
        rows.AddRange(await db.Agencies.IgnoreQueryFilters().AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync());
        rows.AddRange(await db.Persons.AsNoTracking().Where(p => ids.Contains(p.AgencyId!.Value)).OrderBy(p => p.Id).ToListAsync());
        rows.AddRange(await db.Registrations.AsNoTracking().Where(r => ids.Contains(r.AgencyId!.Value)).OrderBy(r => r.Id).ToListAsync());
        var invitations = await db.Invitations.AsNoTracking().Where(i => ids.Contains(i.AgencyId)).OrderBy(i => i.Id).ToListAsync();
        var letters = invitations.ConvertAll(i => i.Id);
        rows.AddRange(invitations);
        rows.AddRange(await db.InvitationLinks.AsNoTracking().Where(l => letters.Contains(l.InvitationId)).OrderBy(l => l.Id).ToListAsync());
        rows.AddRange(await db.RoleGrants.AsNoTracking().Where(g => texts.Contains(g.ScopeId)).OrderBy(g => g.Id).ToListAsync());
        rows.AddRange((await db.SeatLimits.AsNoTracking().OrderBy(l => l.Id).ToListAsync()).Where(l => texts.Exists(l.Agencies.Contains)));
        rows.AddRange((await db.SavedViews.AsNoTracking().OrderBy(v => v.Id).ToListAsync()).Where(v => texts.Exists(v.Query.Contains)));
        rows.AddRange((await db.GroupLetters.AsNoTracking().OrderBy(l => l.Id).ToListAsync()).Where(l => texts.Exists(l.Group.Contains)));
        static string All(object row) => row.GetType().Name + " " + string.Join(", ", row.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name is not ("Version" or "Turns" or "SearchKey" or "Rule" or "PickedIds")).Select(p => $"{p.Name}={p.GetValue(row)}"));
        return string.Join('\n', rows.Select(All));
    });
}
