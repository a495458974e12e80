using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Two rows of one person made one, and two again.</summary>
public sealed class MergeDesk(AppDb db, IEnumerable<IPersonFollower> followers, Actor actor, TimeProvider clock, Language language)
    : RowMergeDesk<Person, PersonMerge>(db, followers, actor, clock, language)
{
    protected override IQueryable<Person> Rows => Db.Persons;
    protected override IReadOnlyList<RowField> Fields => PersonValues.Fields;
    private protected override MergeWords Words => MergeWords.Persons;

    protected override async Task LockAsync(Guid[] rows, CancellationToken ct)
    {
        await Db.LockAgenciesOfAsync([.. rows], ct);
        await Db.LockPersonsAsync(rows, ct);
    }

    protected override Dictionary<string, string?> ValuesOf(Person row) => PersonValues.Of(row);

    protected override void Write(Person row, string column, string? value) => PersonValues.Write(row, column, value);

    protected override string NameOf(Person row) => row.FullName;

    protected override IEnumerable<string> KnownAsOf(Person row) => KnownAs.Of(row);

    protected override bool IsForgotten(Person row) => row.FullName == Person.Forgotten;

    protected override bool IsDerived(string column) => column is nameof(Person.FamilyName) or nameof(Person.MiddleName);

    protected override async Task FindAgainAsync(Person row, CancellationToken ct) =>
        row.FindBy(await Db.Agencies.Where(a => a.Id == row.AgencyId).Select(a => a.Name.Vi).FirstOrDefaultAsync(ct) ?? row.AgencyText);

    protected override async Task<Func<string?, string?>> SaidAsync(CancellationToken ct)
    {
        var agencies = await Db.Agencies.IgnoreQueryFilters().AsNoTracking().ToDictionaryAsync(a => a.Id.ToString(), a => a.Name.Vi, StringComparer.Ordinal, ct);
        var places = await Db.Provinces.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, StringComparer.Ordinal, ct);
        return value => value is null ? null : agencies.GetValueOrDefault(value) ?? places.GetValueOrDefault(value) ?? (value.StartsWith("+84", StringComparison.Ordinal) ? new PhoneNumber(value).Shown : value);
    }
}
