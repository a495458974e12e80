using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People;

public enum PlaceOrder { Name, Region, Code }

/// <summary>The province-level units of a vintage, on a map and in a table, and how each became what it is.</summary>
[OutputCache(PolicyName = PublicPages.Policy), ReadsQuery("vintage", "q", "sort")]
public sealed class PlacesModel(AppDb db, PlaceMap map) : PageModel
{
    public sealed record Kin(string Id, string Name);

    public sealed record Line(Province Unit, string Change, string LegalBasis, DateOnly? Effective, IReadOnlyList<Kin> Others, int Agencies);

    [BindProperty(SupportsGet = true)]
    public int Vintage { get; set; } = 2025;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "sort")]
    public PlaceOrder Order { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public int Units { get; private set; }
    public IReadOnlyList<(string Region, string RegionEn, int Units)> Regions { get; private set; } = [];
    public PlaceMap.Drawing Drawing => map[Vintage];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Vintage is not (2016 or 2025)) return NotFound();
        var all = await db.Provinces.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        var mergers = await db.ProvinceMergers.AsNoTracking().ToListAsync(ct);
        var agencies = await PublicAgencies.Of(db).GroupBy(a => a.ProvinceId!).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var units = all.Values.Where(p => p.Vintage == Vintage).ToList();
        var kin = Vintage == 2016 ? mergers.ToLookup(m => m.OldId) : mergers.ToLookup(m => m.NewId);
        Units = units.Count;
        Regions = [.. units.GroupBy(p => (p.Region, p.RegionEn)).Select(g => (g.Key.Region, g.Key.RegionEn, g.Count()))];
        var lines = units.Select(unit =>
        {
            var changes = kin[unit.Id].ToList();
            var others = changes.Select(m => all[Vintage == 2016 ? m.NewId : m.OldId]).OrderBy(p => p.SortKey, StringComparer.Ordinal).Select(p => new Kin(p.Id, p.Name)).ToList();
            return new Line(unit, changes.Count > 1 ? "joined" : changes[0].Change, changes[0].LegalBasis, changes[0].Effective, others, agencies.GetValueOrDefault(unit.Id));
        });
        var words = SearchKey.Of(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        lines = lines.Where(l => words.All(w => Matches(l, w)));
        Lines = Order switch
        {
            PlaceOrder.Code => [.. lines.OrderBy(l => l.Unit.Code, StringComparer.Ordinal)],
            PlaceOrder.Region => [.. lines.OrderBy(l => SortKeyOf(l.Unit.Region), StringComparer.Ordinal).ThenBy(l => l.Unit.SortKey, StringComparer.Ordinal)],
            _ => [.. lines.OrderBy(l => l.Unit.SortKey, StringComparer.Ordinal)],
        };
        return Page();
    }

    // A unit is also found by what it came from or became: «Hậu Giang» finds Cần Thơ.
    private static bool Matches(Line line, string word) =>
        $" {line.Unit.SearchKey} {line.Unit.Code} {SearchKey.Of(line.Unit.Region)} {SearchKey.Of(string.Join(' ', line.Others.Select(o => o.Name)))}".Contains(" " + word, StringComparison.Ordinal);

    private static string SortKeyOf(string text) => Platform.Text.SortKey.Of(text);
}
