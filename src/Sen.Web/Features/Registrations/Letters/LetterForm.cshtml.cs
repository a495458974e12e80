using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>Writing a letter: to whom, what, when.</summary>
public sealed class LetterFormModel(AppDb db, WorkshopDesk workshops, LetterDesk desk, SavedViews views, Language language) : PageModel
{
    [BindProperty]
    public LetterInput Input { get; set; } = new();
    /// <summary>People ticked on the participants' list.</summary>
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public Workshop Workshop { get; private set; } = null!;
    public GroupLetter? Letter { get; private set; }
    public GroupChoices Choices { get; private set; } = null!;
    public ListPlaces Places { get; private set; } = null!;
    public IReadOnlyList<SeatLimit> Limits { get; private set; } = [];
    public IReadOnlyList<SavedView> Views { get; private set; } = [];
    public IReadOnlyList<string> PickedNames { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string id, string? template, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (Letter is { MayBeEdited: false }) return LocalRedirect(language.To($"/desk/workshops/{code}/letters/{id}"));
        if (Letter is not null) Input = LetterInput.Of(Letter);
        else
        {
            await StartFromAsync(template, ct);
            // From the participants' list: the same people as it shows.
            if (ParticipantFilter.Read(Request.QueryString.Value ?? "") is { Filters: true } group) Input.Group = group;
        }
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>A letter for those who were ticked on the list.</summary>
    public async Task<IActionResult> OnPostChosenAsync(string code, string id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct) || Letter is not null) return NotFound();
        ModelState.Clear();
        Input = new() { Picked = string.Join(' ', Chosen.Distinct()) };
        if (Chosen.Count == 0) ModelState.AddModelError("", language["Chưa đánh dấu ai trên danh sách: thư này gửi cho cả nhóm chọn dưới đây.", "Nobody was ticked on the list: this letter goes to the group chosen below."]);
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        foreach (var (box, words) in Input.Problems(language)) ModelState.AddModelError("Input." + box, words);
        if (ModelState.IsValid)
        {
            var view = Guid.TryParse(Input.View, out var chosen) ? (await views.AllAsync(Workshop.Id, ct)).FirstOrDefault(v => v.Id == chosen) : null;
            var group = (view is null ? Input.Group : ParticipantFilter.Read(view.Query)).With();
            if (await desk.SaveAsync(Workshop, Letter, Input, group, ct) is { } saved)
            {
                TempData["Done"] = language["Đã lưu thư. Xem lại trước khi gửi.", "The letter is saved. Look through it before it is sent."];
                return LocalRedirect(language.To($"/desk/workshops/{code}/letters/{saved.Id}"));
            }
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", language["Có người vừa sửa thư này, hoặc thư đã bắt đầu gửi. Những gì bạn gõ vẫn còn trên trang: chép lại phần cần giữ rồi mở lại thư.", "Somebody has just changed this letter, or it has begun to leave. What you typed is still on the page: copy what you need, then open the letter again."]);
        }
        await ShowAsync(ct);
        return Page();
    }

    public IEnumerable<SelectListItem> Any(IEnumerable<(string Value, string Text)> items, string chosen) =>
        items.Select(i => new SelectListItem(i.Text, i.Value, i.Value == chosen)).Prepend(new SelectListItem(language["Tất cả", "All"], ""));

    public static IEnumerable<SelectListItem> Of<T>(Func<T, string> words) where T : struct, Enum => Enum.GetValues<T>().Select(v => new SelectListItem(words(v), v.ToString()));

    private async Task StartFromAsync(string? template, CancellationToken ct)
    {
        if (ReadyTemplates.Find(template) is { } ready)
        {
            Input.Start(ready.Subject, ready.Body, ready.Sort, ready.Timing, ready.Days);
            // After the workshop people are recorded, and no longer seated.
            Input.Group = new() { State = ready.State.Length > 0 && Workshop.Status == WorkshopStatus.Held ? nameof(RegistrationState.Recorded) : ready.State };
        }
        else if (Guid.TryParse(template, out var key) && await db.LetterTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Id == key && t.ProgrammeId == Workshop.ProgrammeId, ct) is { } own)
            Input.Start(own.Subject, own.Body, own.Sort, own.Timing, own.Days);
        else if (Guid.TryParse(template, out var letter) && await desk.FindAsync(Workshop.Id, letter, ct) is { } before)
        {
            Input = LetterInput.Of(before);
            (Input.Version, Input.Timing) = (0, LetterTiming.ByHand);
        }
    }

    private async Task<bool> FindAsync(string code, string id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        Workshop = workshop;
        if (id == "new") return true;
        if (!Guid.TryParse(id, out var key)) return false;
        Letter = await desk.FindAsync(workshop.Id, key, ct);
        return Letter is not null;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Choices = await GroupChoices.OfAsync(db, Workshop.Id, language, ct);
        Places = await ListFacts.PlacesAsync(db, Workshop.Id, ct);
        Limits = await db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == Workshop.Id).OrderBy(l => l.Position).ToListAsync(ct);
        Views = await views.AllAsync(Workshop.Id, ct);
        var picked = Input.Picked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => Guid.TryParse(p, out var key) ? key : Guid.Empty).ToList();
        if (picked.Count > 0)
            PickedNames = await db.Registrations.Where(r => r.WorkshopId == Workshop.Id && picked.Contains(r.Id)).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => p).OrderBy(p => p.SortKey).Select(p => p.FullName).ToListAsync(ct);
    }
}
