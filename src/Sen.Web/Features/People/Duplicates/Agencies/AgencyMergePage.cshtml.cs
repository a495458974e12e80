using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>One merge of two rows of an agency.</summary>
public sealed class AgencyMergeModel(AppDb db, AgencyMergeDesk desk, AgencyMergeRight right, Language language) : OneMergeModel(db, language)
{
    private readonly AppDb db = db;
    private readonly Language l = language;
    private AgencyMerge merge = null!;

    public override string Register => "/agencies";

    protected override Task<bool> MayAsync(CancellationToken ct) => right.MayMergeAsync(merge.StandingId, merge.AwayId, ct);

    protected override Task<Unmerged> UndoAsync(IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct) => desk.UndoAsync(merge.Id, whose, ct);

    protected override Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(CancellationToken ct) => desk.ArrivedAsync(merge, ct);

    protected override async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.AgencyMerges.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } found) return false;
        Merge = merge = found;
        var names = await db.Agencies.IgnoreQueryFilters().AsNoTracking().Where(a => a.Id == found.StandingId || a.Id == found.AwayId).ToDictionaryAsync(a => a.Id, a => a.Name.Vi, ct);
        (StandingName, AwayName) = (names[found.StandingId], names[found.AwayId]);
        StandingBefore = StandingName;
        return true;
    }

    protected override async Task<IReadOnlyList<Value>> ValuesAsync(Dictionary<string, string?[]> values, CancellationToken ct)
    {
        StandingBefore = values.GetValueOrDefault(nameof(Agency.Name))?[0] ?? StandingName;
        var names = await db.AgencyKinds.AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name.Vi, StringComparer.Ordinal, ct);
        foreach (var place in await db.Provinces.AsNoTracking().ToListAsync(ct)) names[place.Id] = place.Vintage == 2025 ? place.Name : $"{place.Name} (đến 30/06/2025)";
        string Said(string? value) => value is null or "" ? l.NotRecorded : names.GetValueOrDefault(value, value);
        return [.. values.Select(v => new Value(AgencyValues.Fields.First(f => f.Columns.Contains(v.Key)).Words, Said(v.Value[0]), Said(v.Value[1])))];
    }
}
