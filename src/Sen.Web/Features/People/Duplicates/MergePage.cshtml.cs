using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>One merge of two rows of a person.</summary>
public sealed class MergeModel(AppDb db, MergeDesk desk, MergeRight right, Language language) : OneMergeModel(db, language)
{
    private readonly AppDb db = db;
    private readonly Language l = language;
    private PersonMerge merge = null!;

    public override string Register => "/people";

    protected override Task<bool> MayAsync(CancellationToken ct) => right.MayMergeAsync(merge.StandingId, merge.AwayId, ct);

    protected override Task<Unmerged> UndoAsync(IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct) => desk.UndoAsync(merge.Id, whose, ct);

    protected override Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(CancellationToken ct) => desk.ArrivedAsync(merge, ct);

    protected override async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.PersonMerges.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } found) return false;
        Merge = merge = found;
        // Whoever may see the person that stands now may see how they came to be.
        if (!await right.MaySeeAsync(await db.StandingOfAsync(merge.StandingId, ct), await db.StandingOfAsync(merge.StandingId, ct), ct)) return false;
        StandingName = StandingBefore = await db.Persons.Where(p => p.Id == merge.StandingId).Select(p => p.FullName).SingleAsync(ct);
        AwayName = await db.Persons.Where(p => p.Id == merge.AwayId).Select(p => p.FullName).SingleAsync(ct);
        return true;
    }

    protected override async Task<IReadOnlyList<Value>> ValuesAsync(Dictionary<string, string?[]> values, CancellationToken ct)
    {
        StandingBefore = values.GetValueOrDefault(nameof(Person.FullName))?[0] ?? StandingName;
        var ids = values.Values.SelectMany(v => v).Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).ToList();
        var names = await db.Agencies.IgnoreQueryFilters().AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id.ToString(), a => a.Name.Vi, StringComparer.Ordinal, ct);
        foreach (var place in await db.Provinces.AsNoTracking().ToListAsync(ct)) names[place.Id] = place.Name;
        string Said(string column, string? value) => value is null or "" ? l.NotRecorded
            : column == nameof(Person.Phone) ? new PhoneNumber(value).Shown
            : column == nameof(Person.Sex) && Enum.TryParse<Sex>(value, out var sex) ? ((Sex?)sex).Words(l)
            : names.GetValueOrDefault(value, value);
        return [.. values.Where(v => v.Key is not (nameof(Person.FamilyName) or nameof(Person.MiddleName) or nameof(Person.GivenName) or nameof(Person.AgencyId)) || (v.Key == nameof(Person.AgencyId) && !values.ContainsKey(nameof(Person.AgencyText))))
            .Select(v => new Value(PersonValues.FieldOf(v.Key).Words, Said(v.Key, v.Value[0]), Said(v.Key, v.Value[1])))];
    }
}
