using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>Two rows of one agency made one, and two again.</summary>
public sealed class AgencyMergeDesk(AppDb db, IEnumerable<IAgencyFollower> followers, AgencyRegister register, Actor actor, TimeProvider clock, Language language)
    : RowMergeDesk<Agency, AgencyMerge>(db, followers, actor, clock, language)
{
    protected override IQueryable<Agency> Rows => Db.Agencies.IgnoreQueryFilters();
    protected override IReadOnlyList<RowField> Fields => AgencyValues.Fields;
    private protected override MergeWords Words => MergeWords.Agencies;

    protected override Task LockAsync(Guid[] rows, CancellationToken ct) => Db.LockAgenciesAsync(rows, ct);

    protected override Dictionary<string, string?> ValuesOf(Agency row) => AgencyValues.Of(row);

    protected override void Write(Agency row, string column, string? value) => AgencyValues.Write(row, column, value);

    protected override string NameOf(Agency row) => row.Name.Vi;

    protected override IEnumerable<string> KnownAsOf(Agency row) => new[] { SearchKey.Of(row.Name.Vi), SearchKey.Of(row.Name.En) }.Where(n => n.Length > 0).Concat(KnownAs.Lines(row.AlsoKnownAs));

    protected override async Task FindAgainAsync(Agency row, CancellationToken ct) => row.FindBy(await Db.AgencyKinds.AsNoTracking().FirstOrDefaultAsync(k => k.Id == row.KindId, ct));

    protected override async Task SettledAsync(Agency standing, Agency away, CancellationToken ct)
    {
        await register.DescribeAgainAsync(standing, ct);
        if (away.MergedIntoId is null) await register.DescribeAgainAsync(away, ct);
    }

    protected override async Task<Func<string?, string?>> SaidAsync(CancellationToken ct)
    {
        var kinds = await Db.AgencyKinds.AsNoTracking().ToDictionaryAsync(k => k.Id, k => k.Name.Vi, StringComparer.Ordinal, ct);
        var places = await Db.Provinces.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, StringComparer.Ordinal, ct);
        return value => value is null ? null : kinds.GetValueOrDefault(value) ?? places.GetValueOrDefault(value) ?? value;
    }
}
