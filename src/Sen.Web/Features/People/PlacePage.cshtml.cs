using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>One unit of one vintage: its period, what it came from or became, the agencies known there.</summary>
[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class PlaceModel(AppDb db, PlaceMap map) : PageModel
{
    public sealed record Kin(Province Unit, string Change, DateOnly Effective, string LegalBasis);

    public Province Unit { get; private set; } = null!;
    public IReadOnlyList<Kin> Others { get; private set; } = [];
    /// <summary>The place that has the same code in the other vintage, where it is another place.</summary>
    public Province? SameCode { get; private set; }
    public IReadOnlyList<(Guid Id, Bilingual Name)> Agencies { get; private set; } = [];
    public PlaceMap.Drawing Drawing => map[Unit.Vintage];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken ct)
    {
        if (await db.Provinces.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } unit) return NotFound();
        Unit = unit;
        var old = unit.Vintage == 2016;
        Others = await (from m in db.ProvinceMergers.Where(m => old ? m.OldId == id : m.NewId == id)
                        join p in db.Provinces on old ? m.NewId : m.OldId equals p.Id
                        orderby p.SortKey
                        select new Kin(p, m.Change, m.Effective, m.LegalBasis)).AsNoTracking().ToListAsync(ct);
        var twin = await db.Provinces.AsNoTracking().FirstOrDefaultAsync(p => p.Code == unit.Code && p.Vintage != unit.Vintage, ct);
        SameCode = twin is not null && Others.All(o => o.Unit.Id != twin.Id) ? twin : null;
        var agencies = await PublicAgencies.Of(db).AsNoTracking().Where(a => a.ProvinceId == id).OrderBy(a => a.SortKey).Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        Agencies = [.. agencies.Select(a => (a.Id, a.Name))];
        return Page();
    }
}
