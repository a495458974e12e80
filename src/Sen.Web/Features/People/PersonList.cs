using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>What is asked of the list of persons; the page and its exports ask the same.</summary>
public sealed record PersonQuestion(string Text, string AgencyKindId, string ProvinceId, ParticipantKind? Kind, PersonOrder Order);

public enum PersonOrder { Name, Agency, Newest }

public sealed record PersonLine(Guid Id, string FullName, string Honorific, string AcademicTitle, string Position, Bilingual? Agency, string AgencyText, string? Province, string? Phone, string? Email, int Workshops)
{
    public string PhoneShown => Phone is null ? "" : new PhoneNumber(Phone).Shown;

    public string AgencyShown => Agency?.Vi is { Length: > 0 } name ? name : AgencyText;
}

/// <summary>The list of persons a member of staff may see, filtered and in order. Two queries, however many rows.</summary>
public sealed class PersonList(AppDb db, Standing standing, PersonQuestion question)
{
    private readonly IReadOnlyList<string> words = PersonSearch.WordsOf(question.Text);

    // Words that leave nothing to look for («!!») find nobody rather than everybody.
    private bool FindsNobody => words.Count == 0 && !string.IsNullOrWhiteSpace(question.Text);

    private bool IsFiltered => !standing.IsAdministrator || question.AgencyKindId.Length > 0 || question.ProvinceId.Length > 0 || question.Kind is not null;

    public Task<int> CountAsync(CancellationToken ct) => FindsNobody ? Task.FromResult(0)
        : IsFiltered ? Filtered(db.WithWords(words)).CountAsync(ct)
        : db.CountWithWordsAsync(words, ct);

    public Task<List<PersonLine>> PageAsync(int total, int page, int size, CancellationToken ct) => total == 0 ? Task.FromResult<List<PersonLine>>([])
        : Lines(total).Skip((page - 1) * size).Take(size).ToListAsync(ct);

    /// <summary>All of it, row by row.</summary>
    public IAsyncEnumerable<PersonLine> All(int total) => total == 0 ? AsyncEnumerable.Empty<PersonLine>() : Lines(total).AsAsyncEnumerable();

    private IQueryable<PersonLine> Lines(int total)
    {
        var persons = Filtered(question.Order == PersonOrder.Agency ? db.WithWords(words) : db.WithWordsOrMany(words, total)).AsNoTracking();
        var rows = from p in persons
                   join a in db.Agencies on p.AgencyId equals (Guid?)a.Id into agencies
                   from a in agencies.DefaultIfEmpty()
                   select new { p, a };
        rows = question.Order switch
        {
            PersonOrder.Agency => rows.OrderBy(r => r.a == null).ThenBy(r => r.a!.SortKey).ThenBy(r => r.p.SortKey).ThenBy(r => r.p.Id),
            PersonOrder.Newest => rows.OrderByDescending(r => r.p.CreatedAt).ThenBy(r => r.p.SortKey).ThenBy(r => r.p.Id),
            _ => rows.OrderBy(r => r.p.SortKey).ThenBy(r => r.p.Id),
        };
        var seen = db.RegistrationsOf(standing);
        return rows.Select(r => new PersonLine(r.p.Id, r.p.FullName, r.p.Honorific, r.p.AcademicTitle, r.p.Position, r.a == null ? null : r.a.Name, r.p.AgencyText,
            db.Provinces.Where(v => v.Id == r.p.ProvinceId).Select(v => v.Name).FirstOrDefault(), r.p.Phone, r.p.Email, seen.Count(x => x.PersonId == r.p.Id)));
    }

    private IQueryable<Person> Filtered(IQueryable<Person> persons)
    {
        var (kind, province) = (question.AgencyKindId, question.ProvinceId);
        persons = persons.Where(p => p.MergedIntoId == null).SeenBy(db, standing);
        if (kind.Length > 0) persons = persons.Where(p => db.Agencies.Any(a => a.Id == p.AgencyId && a.KindId == kind));
        if (province.Length > 0) persons = persons.Where(p => p.ProvinceId == province || db.ProvinceMergers.Any(m => m.NewId == province && m.OldId == p.ProvinceId));
        if (question.Kind is not { } part) return persons;
        var registrations = db.RegistrationsOf(standing);
        return persons.Where(p => registrations.Any(r => r.PersonId == p.Id && r.Kind == part));
    }
}
