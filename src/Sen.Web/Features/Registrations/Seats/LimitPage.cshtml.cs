using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Edit;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>One limit of a workshop. What it would do is said before it is saved.</summary>
public sealed class LimitPageModel(AppDb db, WorkshopDesk workshops, LimitDesk desk, TimeProvider clock, Language language) : PageModel
{
    private const int MostFound = 20;

    [BindProperty]
    public LimitInput Input { get; set; } = new();
    [BindProperty]
    public string Act { get; set; } = "";

    public Workshop Workshop { get; private set; } = null!;
    public SeatLimit? Limit { get; private set; }
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    public IReadOnlyList<AgencyKind> Kinds { get; private set; } = [];
    /// <summary>Those chosen, and those the search found.</summary>
    public IReadOnlyList<Agency> Agencies { get; private set; } = [];
    public Bilingual Proposed { get; private set; } = Bilingual.Empty;
    public LimitEffect? Effect { get; private set; }
    public LimitRule? Planned { get; private set; }
    public IReadOnlyList<string> OfferedNames { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (Limit is { } limit) Input = LimitInput.Of(limit);
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        await ShowAsync(ct);
        if (Act == "find")
        {
            ModelState.Clear();
            return Page();
        }
        foreach (var (box, vi, en) in Input.Complaints(Limit, clock.LocalNow())) ModelState.AddModelError("Input." + box, language[vi, en]);
        if (!ModelState.IsValid) return Page();
        await SeeEffectAsync(ct);
        if (Effect!.TooManyHeld) ModelState.AddModelError("Input.Held", Effect.TooManyHeldWords(language));
        if (!ModelState.IsValid || Act != "save") return Page();
        switch (await desk.SaveAsync(Workshop.Id, Limit?.Id, Input.Version, l => Input.Onto(l, NameOr(Proposed), WholeProvinces(), clock.LocalNow()), ct))
        {
            case LimitSaved.Done:
                var words = string.Join(" ", Effect.Words(Planned!, language));
                new Flash(language["Đã lưu hạn mức. ", "The limit is saved. "] + words).Leave(TempData);
                return LocalRedirect(language.To($"/desk/workshops/{code}/seats"));
            case LimitSaved.TooManyHeld:
                ModelState.AddModelError("Input.Held", language["Vừa có hạn mức khác giữ thêm chỗ, nay cộng lại hơn sức chứa: giảm số chỗ giữ", "Another limit has just kept more seats; together they pass the capacity: keep fewer"]);
                break;
            case LimitSaved.ChangedMeanwhile:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", language["Người khác vừa sửa hạn mức này. Mở lại ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed this limit. Open it in another tab to see it, then carry your part over."]);
                break;
            default:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", language["Hạn mức này vừa bị người khác bỏ. Lập hạn mức mới nếu vẫn cần.", "Somebody else has just removed this limit. Set up a new one if it is still needed."]);
                break;
        }
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, string id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct) || Limit is null || await desk.RemoveAsync(Workshop.Id, Limit.Id, ct) is not { } removed) return NotFound();
        TempData["Done"] = language[$"Đã bỏ hạn mức «{language.Plain(removed.Name)}».", $"The limit “{language.Plain(removed.Name)}” is removed."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/seats"));
    }

    private async Task<bool> FindAsync(string code, string id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        Workshop = workshop;
        if (id == "new") return true;
        if (!Guid.TryParse(id, out var key)) return false;
        Limit = await db.SeatLimits.AsNoTracking().FirstOrDefaultAsync(l => l.Id == key && l.WorkshopId == workshop.Id, ct);
        return Limit is not null;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var day = Workshop.StartsOn ?? clock.LocalDay();
        Provinces = await ProvinceChoices.OfAsync(db, day, clock, ct);
        Kinds = [.. (await db.AgencyKinds.AsNoTracking().ToListAsync(ct)).Where(k => k.InForceOn(day) || Input.AgencyKinds.Contains(k.Id)).OrderBy(k => k.Level != "provincial").ThenBy(k => k.Name.Vi, StringComparer.CurrentCulture)];
        var chosen = Input.Agencies;
        var agencies = await db.Agencies.AsNoTracking().Where(a => chosen.Contains(a.Id)).OrderBy(a => a.SortKey).ToListAsync(ct);
        if (SearchKey.Of(Input.AgencyWords) is { Length: > 0 } key)
        {
            var found = db.Agencies.AsNoTracking().Where(a => !chosen.Contains(a.Id));
            foreach (var word in key.Split(' ', StringSplitOptions.RemoveEmptyEntries)) found = found.Where(a => a.SearchKey.Contains(word));
            agencies.AddRange(await found.OrderBy(a => a.SortKey).Take(MostFound).ToListAsync(ct));
        }
        Agencies = agencies;
        var draft = Draft(Bilingual.Empty);
        Proposed = (await LimitNames.OfAsync(db, [draft.Rule], ct)).Propose(draft.Rule);
    }

    private async Task SeeEffectAsync(CancellationToken ct)
    {
        Planned = Draft(NameOr(Proposed)).Rule;
        Effect = await desk.EffectAsync(Workshop, Planned, ct);
        var ids = Effect.OfferedAtOnce.Take(10).ToList();
        var names = await db.Registrations.Where(r => ids.Contains(r.Id)).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r.Id, p.FullName }).ToDictionaryAsync(x => x.Id, x => x.FullName, ct);
        OfferedNames = [.. ids.Select(i => names[i])];
    }

    private SeatLimit Draft(Bilingual name)
    {
        var draft = new SeatLimit { Id = Limit?.Id ?? Guid.CreateVersion7(), WorkshopId = Workshop.Id, ReleaseOn = Limit?.ReleaseOn, ReleasedAt = Limit?.ReleasedAt };
        Input.Onto(draft, name, WholeProvinces(), clock.LocalNow());
        return draft;
    }

    private Bilingual NameOr(Bilingual proposed) => Input.Name.Text is { Vi.Length: > 0 } given ? given : new(proposed.Vi, Input.Name.Text.En.Length > 0 ? Input.Name.Text.En : proposed.En);

    private IEnumerable<string> WholeProvinces() => Input.Provinces.Concat(Provinces.Where(p => Input.Regions.Contains(p.Region)).Select(p => p.Id));
}
