using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Accounts;

/// <summary>One grant as a form asks for it: «Workshop:…id…», and the agency by its name.</summary>
public sealed record RoleWish(Role Role, string Where, string Agency);

/// <summary>What a role can be held within: read from the registers of the other parts, named in the reader's language.</summary>
public sealed class RoleScopes(AppDb db, Language language)
{
    public const string AgencyByName = "Agency";
    public const string EnterpriseByName = "Enterprise";

    /// <summary>The kind of agency that is an enterprise.</summary>
    private const string EnterpriseKind = "DN";

    public async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(CancellationToken ct)
    {
        var everywhere = new SelectListItem(language["Toàn hệ thống (cả nước)", "Everywhere (the nation)"], nameof(ScopeKind.Everywhere));
        var agency = new SelectListItem(language["Cơ quan ghi ở ô dưới", "The agency named below"], AgencyByName);
        var enterprise = new SelectListItem(language["Doanh nghiệp ghi ở ô dưới", "The enterprise named below"], EnterpriseByName);
        var programmes = await db.Programmes.AsNoTracking().OrderByDescending(p => p.FromYear).Select(p => new { p.Id, p.Title }).ToListAsync(ct);
        var workshops = await db.Workshops.AsNoTracking().OrderByDescending(w => w.StartsOn).Select(w => new { w.Id, w.Title, w.Code }).ToListAsync(ct);
        var provinces = await db.Provinces.AsNoTracking().Where(p => p.Vintage == 2025).OrderBy(p => p.SortKey).Select(p => new { p.Id, p.Name, p.NameEn }).ToListAsync(ct);
        // Nothing is chosen in advance: «everywhere» by oversight would be the widest right there is.
        return [new(language["Chọn phạm vi", "Choose what for"], ""), everywhere, agency, enterprise,
            .. programmes.Select(p => Item(language["Chương trình", "Programme"], ScopeKind.Programme, p.Id.ToString(), p.Title)),
            .. workshops.Select(w => Item(language["Hội thảo", "Workshop"], ScopeKind.Workshop, w.Id.ToString(), w.Title, $" ({w.Code})")),
            .. provinces.Select(p => Item(language["Tỉnh, thành phố", "Province"], ScopeKind.Province, p.Id, new(p.Name, p.NameEn)))];
    }

    /// <summary>The scope a form names, or a sentence that says what is missing.</summary>
    public async Task<(ScopeKind Scope, string Id, string? Complaint)> ReadAsync(RoleWish wish, CancellationToken ct)
    {
        var (kind, id) = wish.Where.Split(':', 2) is [var k, var rest] ? (k, rest) : (wish.Where, "");
        if (!Enum.TryParse<ScopeKind>(kind, out var scope) || !wish.Role.Scopes().Contains(scope))
            return (default, "", language[
                $"Vai trò «{wish.Role.Words(language)}» cần phạm vi là {string.Join(" hoặc ", wish.Role.Scopes().Select(s => s.Words(language)))}",
                $"The role “{wish.Role.Words(language)}” is held for {string.Join(" or ", wish.Role.Scopes().Select(s => s.Words(language)))}"]);
        if (scope is ScopeKind.Agency or ScopeKind.Enterprise) return await ReadAgencyAsync(wish.Agency, scope, ct);
        if (scope == ScopeKind.Everywhere) return (scope, "", null);
        var known = scope switch
        {
            ScopeKind.Programme => Guid.TryParse(id, out var p) && await db.Programmes.AnyAsync(x => x.Id == p, ct),
            ScopeKind.Workshop => Guid.TryParse(id, out var w) && await db.Workshops.AnyAsync(x => x.Id == w, ct),
            ScopeKind.Province => await db.Provinces.AnyAsync(x => x.Id == id, ct),
            _ => false,
        };
        return known ? (scope, id.ToLowerInvariant(), null) : (default, "", language["Phạm vi này không còn nữa: chọn lại", "This scope is no longer there: choose again"]);
    }

    /// <summary>Names for lists of grants, three queries however many grants there are.</summary>
    public async Task<Func<ScopeKind, string, string>> NamesAsync(IReadOnlyCollection<(ScopeKind Scope, string Id)> scopes, CancellationToken ct)
    {
        var ids = scopes.Where(s => s.Scope is ScopeKind.Programme or ScopeKind.Workshop or ScopeKind.Agency or ScopeKind.Enterprise).Select(s => Guid.TryParse(s.Id, out var id) ? id : Guid.Empty).Distinct().ToList();
        var provinceIds = scopes.Where(s => s.Scope == ScopeKind.Province).Select(s => s.Id).Distinct().ToList();
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (ids.Count > 0)
        {
            foreach (var p in await db.Programmes.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Title }).ToListAsync(ct)) names[p.Id.ToString()] = language.Plain(p.Title);
            foreach (var w in await db.Workshops.AsNoTracking().Where(w => ids.Contains(w.Id)).Select(w => new { w.Id, w.Title }).ToListAsync(ct)) names[w.Id.ToString()] = language.Plain(w.Title);
            foreach (var a in await db.Agencies.IgnoreQueryFilters().AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(ct)) names[a.Id.ToString()] = language.Plain(a.Name);
        }
        if (provinceIds.Count > 0)
            foreach (var p in await db.Provinces.AsNoTracking().Where(p => provinceIds.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.NameEn }).ToListAsync(ct)) names[p.Id] = language[p.Name, p.NameEn];
        return (scope, id) => scope == ScopeKind.Everywhere ? language["Toàn hệ thống", "Everywhere"] : names.GetValueOrDefault(id, language["(không còn)", "(no longer there)"]);
    }

    /// <summary>An agency or, among them, an enterprise of the register, by its name.</summary>
    private async Task<(ScopeKind, string, string?)> ReadAgencyAsync(string name, ScopeKind scope, CancellationToken ct)
    {
        var key = SearchKey.Of(name);
        if (key.Length == 0) return (default, "", scope == ScopeKind.Agency ? language["Ghi tên cơ quan", "Enter the agency's name"] : language["Ghi tên doanh nghiệp", "Enter the enterprise's name"]);
        var found = await db.Agencies.AsNoTracking().Where(a => a.SearchKey.Contains(key) && (scope == ScopeKind.Agency || a.KindId == EnterpriseKind)).OrderBy(a => a.SortKey).Take(6).Select(a => new { a.Id, a.Name, a.SearchKey }).ToListAsync(ct);
        var exact = found.Where(a => SearchKey.Of(a.Name.Vi) == key || SearchKey.Of(a.Name.En) == key).ToList();
        if (exact.Count == 1) found = exact;
        return found.Count switch
        {
            1 => (scope, found[0].Id.ToString(), null),
            0 when scope == ScopeKind.Enterprise => (default, "", language[$"Danh bạ chưa có doanh nghiệp nào tên «{name}»: thêm vào trang Cơ quan trước", $"The register has no enterprise named “{name}”: add it on the page of agencies first"]),
            0 => (default, "", language[$"Không có cơ quan nào tên «{name}»", $"There is no agency named “{name}”"]),
            _ => (default, "", language["Có nhiều cơ quan khớp, hãy ghi đủ tên: ", "Several agencies match, write the whole name: "] + string.Join("; ", found.Take(5).Select(a => language.Plain(a.Name)))),
        };
    }

    private MarkedOption Item(string group, ScopeKind kind, string id, Bilingual name, string after = "")
    {
        var (words, lang) = name.In(language.Code);
        return new($"{group}: {words}{after}", string.Create(CultureInfo.InvariantCulture, $"{kind}:{id}"), lang == language.Code ? null : lang);
    }
}
