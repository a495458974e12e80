using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>The agencies of a list: those on record by kind and province, or by name; the others are added to the register.</summary>
internal sealed class AgencyMatch(AppDb db)
{
    /// <summary>A department is its kind in its province; what has no kind is its name in its province.</summary>
    public static string KeyOf(ListRow row) => row.AgencyKind is { } kind && row.ProvinceId is { } province && !IsMany(kind)
        ? $"{kind}@{province}"
        : $"{SearchKey.Of(row.Agency)}@{row.ProvinceId}";

    public async Task<Dictionary<string, Agency>> OfAsync(IReadOnlyList<ListRow> rows, CancellationToken ct)
    {
        var named = rows.Where(r => r.Agency.Length > 0).ToList();
        var provinces = named.Select(r => r.ProvinceId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = new Dictionary<string, Agency>(StringComparer.Ordinal);
        var all = await db.Agencies.IgnoreQueryFilters().AsNoTracking().Where(a => a.ProvinceId == null || provinces.Contains(a.ProvinceId)).OrderBy(a => a.Id).ToListAsync(ct);
        // A merge may be under way: who waits for it here sees its end. Lists write their rows past the hold of every other save.
        var merged = await db.LockStandingAgenciesAsync(all.ConvertAll(a => a.Id), ct);
        var standing = await db.Agencies.AsNoTracking().Where(a => merged.Values.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        // What a hidden row was leads to the one that stands, where no standing row is that itself.
        foreach (var agency in all.OrderBy(a => merged.ContainsKey(a.Id)))
        {
            var stands = merged.TryGetValue(agency.Id, out var into) ? standing[into] : agency;
            if (agency is { KindId: { } kind, ProvinceId: { } province } && !IsMany(kind)) known.TryAdd($"{kind}@{province}", stands);
            foreach (var name in KnownAs.Lines(agency.AlsoKnownAs).Prepend(SearchKey.Of(agency.Name.Vi))) known.TryAdd($"{name}@{agency.ProvinceId}", stands);
        }
        foreach (var row in named)
        {
            if (known.ContainsKey(KeyOf(row))) continue;
            var agency = new Agency
            {
                KindId = row.AgencyKind,
                ProvinceId = row.ProvinceId,
                Name = new Bilingual(row.Agency, ""),
                SearchKey = SearchKey.Of(row.Agency + " " + row.AgencyKind),
                SortKey = SortKey.Of(row.Agency),
            };
            known[KeyOf(row)] = agency;
            db.Agencies.Add(agency);
        }
        await db.SaveChangesAsync(ct);
        return known;
    }

    /// <summary>Kinds of which a province has many: the name decides.</summary>
    private static bool IsMany(string kind) => kind is "DN" or "RESEARCH";
}
