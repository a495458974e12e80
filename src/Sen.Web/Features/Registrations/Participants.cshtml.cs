using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Who is in a workshop: searched, filtered, sorted, paged; its address is the view.</summary>
public sealed class ParticipantsModel(AppDb db, WorkshopDesk workshops, ParticipantDesk desk, Language language) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public string Q { get; set; } = "";
    [BindProperty(SupportsGet = true)]
    public string State { get; set; } = "";
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";
    [BindProperty(SupportsGet = true)]
    public string Province { get; set; } = "";
    [BindProperty(SupportsGet = true)]
    public string Sort { get; set; } = "name";
    [BindProperty(SupportsGet = true, Name = "page-no")]
    public int PageNo { get; set; } = 1;
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];
    [BindProperty]
    public string NewKind { get; set; } = "";

    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<Participant> People { get; private set; } = [];
    public int Total { get; private set; }
    public IReadOnlyDictionary<string, string> ProvinceNames { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public ParticipantQuery Query => new()
    {
        Q = Q,
        State = Enum.TryParse<RegistrationState>(State, out var s) ? s : null,
        Kind = Enum.TryParse<ParticipantKind>(Kind, out var k) ? k : null,
        Province = Province,
        Sort = Sort,
    };

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        await ShowAsync(workshop, ct);
        return Page();
    }

    /// <summary>Exactly the people the page shows, all pages of them, as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string code, string format, CancellationToken ct) =>
        await workshops.FindAsync(code, ct) is { } workshop && format is "xlsx" or "csv"
            ? await ParticipantFiles.WriteAsync(db, workshop.Id, code, Query, format, language, ct)
            : NotFound();

    public async Task<IActionResult> OnPostKindAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        if (Chosen.Count == 0 || !Enum.TryParse<ParticipantKind>(NewKind, out var kind))
        {
            ModelState.AddModelError("", language["Đánh dấu ít nhất một người và chọn loại.", "Tick at least one person and choose a kind."]);
            await ShowAsync(workshop, ct);
            return Page();
        }
        var changed = await desk.ChangeKindAsync(workshop.Id, Chosen, kind, ct);
        TempData["Done"] = language[$"Đã ghi {changed.Changed.Count} người là: {kind.Words(language)}.", $"{changed.Changed.Count} people are now: {kind.Words(language)}."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/people") + Request.QueryString.Value?.Replace("handler=Kind", "", StringComparison.Ordinal));
    }

    public string File(string format) => With("handler", "File") + "&format=" + format;

    public string With(string name, string value)
    {
        var parts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Q"] = Q, ["State"] = State, ["Kind"] = Kind, ["Province"] = Province, ["Sort"] = Sort };
        parts[name] = value;
        return language.To($"/desk/workshops/{Workshop.Code}/people") + QueryString.Create(parts.Where(p => !string.IsNullOrEmpty(p.Value)));
    }

    private async Task ShowAsync(Workshop workshop, CancellationToken ct)
    {
        Workshop = workshop;
        var people = Query.Of(db, workshop.Id);
        Total = await people.CountAsync(ct);
        PageNo = Math.Clamp(PageNo, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        People = await people.Skip((PageNo - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        ProvinceNames = await db.Provinces.AsNoTracking().Where(p => db.Registrations.Any(r => r.WorkshopId == workshop.Id && r.ProvinceId == p.Id)).OrderBy(p => p.SortKey).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }

    public IEnumerable<SelectListItem> Any(IEnumerable<(string Value, string Text)> items, string chosen) =>
        items.Select(i => new SelectListItem(i.Text, i.Value, i.Value == chosen)).Prepend(new SelectListItem(language["Tất cả", "All"], ""));
}
