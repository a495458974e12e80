using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

/// <summary>The provinces in force on a day, to choose from; what was already chosen stays choosable.</summary>
public static class ProvinceChoices
{
    public static readonly DateOnly NewUnits = new(2025, 7, 1);

    public static int VintageOn(DateOnly day) => day < NewUnits ? 2016 : 2025;

    public static async Task<IReadOnlyList<Province>> OfAsync(AppDb db, DateOnly? day, TimeProvider clock, CancellationToken ct)
    {
        var vintage = VintageOn(day ?? clock.LocalDay());
        return await db.Provinces.AsNoTracking().Where(p => p.Vintage == vintage).OrderBy(p => p.SortKey).ToListAsync(ct);
    }

    public static IEnumerable<SelectListItem> Options(this IEnumerable<Province> provinces, Language l, string chosen)
    {
        yield return new SelectListItem(l["Chưa chọn", "Not chosen"], "");
        foreach (var p in provinces) yield return new SelectListItem(p.Name, p.Id, p.Id == chosen);
    }
}
