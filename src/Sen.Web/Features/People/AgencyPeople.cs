using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People;

/// <summary>One participation from an agency as it was then, with where the person is now.</summary>
public sealed record AgencyPart(Guid PersonId, string FullName, string Position, string AgencyThen, string Code, Bilingual Title, DateOnly? StartsOn, DateOnly? EndsOn, ParticipantKind Kind, RegistrationState State, Bilingual? AgencyNow, string AgencyNowText, string PositionNow)
{
    public string Now => AgencyNow?.Vi is { Length: > 0 } name ? name : AgencyNowText;
}

/// <summary>One person who is of an agency now.</summary>
public sealed record AgencyPerson(Guid Id, string FullName, string Position, string? Phone, string? Email, int Parts);

/// <summary>Who took part from an agency then, and who belongs to it now: two questions with two answers. For one agency or for its whole line.</summary>
public sealed class AgencyPeople(AppDb db, Standing standing, IReadOnlyCollection<Guid> agencies, IReadOnlyCollection<string> keys, string text)
{
    private static readonly RegistrationState[] Ended = [RegistrationState.Withdrawn, RegistrationState.Rejected, RegistrationState.Declined, RegistrationState.Expired];
    private readonly IReadOnlyList<string> words = [.. PersonSearch.WordsOf(text).Select(w => " " + SearchKey.Of(w))];

    public Task<int> PartsAsync(CancellationToken ct) => Then().CountAsync(ct);

    public Task<int> PersonsThenAsync(CancellationToken ct) => Then().Select(x => x.R.PersonId).Distinct().CountAsync(ct);

    public Task<int> PersonsNowAsync(CancellationToken ct) => Now().CountAsync(ct);

    public IQueryable<AgencyPart> Parts() => from x in Then()
                                             join w in db.Workshops on x.R.WorkshopId equals w.Id
                                             join a in db.Agencies on x.P.AgencyId equals (Guid?)a.Id into now
                                             from a in now.DefaultIfEmpty()
                                             orderby w.StartsOn descending, w.Code, x.P.SortKey, x.P.Id
                                             select new AgencyPart(x.P.Id, x.P.FullName, x.R.Position, x.R.AgencyName, w.Code, w.Title, w.StartsOn, w.EndsOn, x.R.Kind, x.R.State, a == null ? null : a.Name, x.P.AgencyText, x.P.Position);

    public IQueryable<AgencyPerson> Persons()
    {
        var seen = db.RegistrationsOf(standing);
        return Now().OrderBy(p => p.SortKey).ThenBy(p => p.Id)
            .Select(p => new AgencyPerson(p.Id, p.FullName, p.Position, p.Phone, p.Email, seen.Count(r => r.PersonId == p.Id && r.DuplicateOfId == null && !Ended.Contains(r.State))));
    }

    private sealed class Row
    {
        public required Registration R { get; init; }
        public required Person P { get; init; }
    }

    private IQueryable<Row> Then()
    {
        // A double that ended with a merge is the same participation; who withdrew was not there.
        var rows = db.RegistrationsOf(standing).AsNoTracking().Where(r => r.DuplicateOfId == null && !Ended.Contains(r.State)
            && (agencies.Contains(r.AgencyId!.Value) || (r.AgencyId == null && keys.Contains(r.AgencyKindId + "|" + r.ProvinceId))));
        var found = rows.Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new Row { R = r, P = p });
        foreach (var word in words) found = found.Where(x => (" " + x.P.SearchKey).Contains(word));
        return found;
    }

    private IQueryable<Person> Now()
    {
        var persons = db.Persons.AsNoTracking().Where(p => p.MergedIntoId == null && agencies.Contains(p.AgencyId!.Value)).SeenBy(db, standing);
        foreach (var word in words) persons = persons.Where(p => (" " + p.SearchKey).Contains(word));
        return persons;
    }
}
