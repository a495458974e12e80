using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Who is in a workshop: searched, filtered, sorted, paged; its address is the view. Ticked people are handled together.</summary>
public sealed class ParticipantsModel(AppDb db, WorkshopDesk workshops, SeatOffice office, ParticipantHands hands, SavedViews views, ListMemory memory, Language language) : PageModel
{
    public const int PageSize = 50;

    private List<WorkshopQuestion> questions = [];

    [BindProperty(SupportsGet = true, Name = "")]
    public ParticipantFilter Filter { get; set; } = new();
    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];
    /// <summary>Everybody on the page, for the button that takes them all.</summary>
    [BindProperty]
    public List<Guid> Shown { get; set; } = [];
    [BindProperty]
    public string Reason { get; set; } = "";
    [BindProperty]
    public string To { get; set; } = "";
    [BindProperty]
    public string NewKind { get; set; } = "";
    [BindProperty]
    public string ViewName { get; set; } = "";

    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<Participant> People { get; private set; } = [];
    public int Total { get; private set; }
    public int PageNo { get; private set; } = 1;
    public ListFacts Facts { get; private set; } = null!;
    public IReadOnlyList<ParticipantColumn> AllColumns { get; private set; } = [];
    public IReadOnlyList<ParticipantColumn> Columns { get; private set; } = [];
    public IReadOnlyList<SeatLimit> Limits { get; private set; } = [];
    public IReadOnlyList<Workshop> Targets { get; private set; } = [];
    public GroupChoices Choices { get; private set; } = null!;
    public IReadOnlyList<SavedView> Views { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await FindAsync(code, ct)) return NotFound();
        await ShowAsync(ct);
        return Page();
    }

    /// <summary>Exactly the people the page shows, all pages of them, as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string code, string format, CancellationToken ct)
    {
        if (format is not ("xlsx" or "csv") || !await FindAsync(code, ct)) return NotFound();
        return await ParticipantFiles.WriteAsync(db, office, Workshop.Id, code, Filter.Query(Limits), ParticipantColumns.Chosen(AllColumns, Filter.Columns, inFile: true), format, language, ct);
    }

    public Task<IActionResult> OnPostApproveAsync(string code, CancellationToken ct) => HandAsync(code, Hand.Approve, ct);

    public Task<IActionResult> OnPostRejectAsync(string code, CancellationToken ct) => HandAsync(code, Hand.Reject, ct);

    public Task<IActionResult> OnPostSeatAsync(string code, CancellationToken ct) => HandAsync(code, Hand.Seat, ct);

    public Task<IActionResult> OnPostWithdrawAsync(string code, CancellationToken ct) => HandAsync(code, Hand.Withdraw, ct);

    public Task<IActionResult> OnPostMoveAsync(string code, CancellationToken ct) => HandAsync(code, Hand.Move, ct);

    public Task<IActionResult> OnPostKindAsync(string code, CancellationToken ct) => HandAsync(code, Hand.Kind, ct);

    public Task<IActionResult> OnPostApproveAllAsync(string code, CancellationToken ct)
    {
        Chosen = Shown;
        return HandAsync(code, Hand.Approve, ct);
    }

    public async Task<IActionResult> OnPostUndoAsync(string code, string undo, CancellationToken ct)
    {
        if (!await FindAsync(code, ct)) return NotFound();
        (await hands.UndoAsync(Workshop, undo ?? "", ct)).Leave(TempData);
        return Back();
    }

    public async Task<IActionResult> OnPostSaveViewAsync(string code, CancellationToken ct)
    {
        if (!await FindAsync(code, ct)) return NotFound();
        var saved = await views.SaveAsync(Workshop.Id, ViewName, Filter.With(), ct);
        if (saved) TempData["Done"] = language["Đã lưu cách xem này.", "This view is saved."];
        else ModelState.AddModelError("ViewName", language["Đặt tên cho cách xem, dài nhất 80 ký tự", "Give the view a name of at most 80 characters"]);
        if (saved) return Back();
        await ShowAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveViewAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, ct)) return NotFound();
        if (await views.RemoveAsync(Workshop.Id, id, ct)) TempData["Done"] = language["Đã bỏ cách xem đã lưu.", "The saved view is removed."];
        return Back();
    }

    public string At(string query) => language.To($"/desk/workshops/{Workshop.Code}/people") + query;

    public string Post(string handler) => At(Filter.With("handler", handler));

    public string File(string format) => At(Filter.With("handler", "File")) + "&format=" + format;

    public string? SortedBy(ParticipantColumn column) => column.Sort is { } sort && sort == Filter.Sort ? sort == "newest" ? "descending" : "ascending" : null;

    public IEnumerable<SelectListItem> Any(IEnumerable<(string Value, string Text)> items, string chosen) =>
        items.Select(i => new SelectListItem(i.Text, i.Value, i.Value == chosen)).Prepend(new SelectListItem(language["Tất cả", "All"], ""));

    public IEnumerable<SelectListItem> Orders => new (string Value, string Text)[]
    {
        ("name", language["Tên", "Given name"]), ("agency", language["Đơn vị", "Agency"]), ("province", language["Tỉnh, thành phố", "Province"]), ("queue", language["Thứ tự chờ", "Place in line"]),
        ("contact", language["Số điện thoại, thư", "Telephone, mail"]), ("newest", language["Mới đăng ký trước", "Newest first"]),
    }.Select(o => new SelectListItem(o.Text, o.Value, o.Value == Filter.Sort));

    private LocalRedirectResult Back() => LocalRedirect(At(Filter.With()));

    private async Task<IActionResult> HandAsync(string code, Hand hand, CancellationToken ct)
    {
        if (!await FindAsync(code, ct)) return NotFound();
        var input = new HandInput(hand, Reason, To, NewKind);
        if (await hands.MissingAsync(Workshop, input, Chosen, ct) is { } missing)
        {
            ModelState.AddModelError(missing.Box, missing.Words);
            await ShowAsync(ct);
            return Page();
        }
        (await hands.DoAsync(Workshop, input, Chosen, ct)).Leave(TempData);
        return Back();
    }

    private async Task<bool> FindAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        Workshop = workshop;
        Limits = await db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == workshop.Id).OrderBy(l => l.Position).ToListAsync(ct);
        questions = await db.WorkshopQuestions.AsNoTracking().Where(q => q.WorkshopId == workshop.Id).OrderBy(q => q.Position).ToListAsync(ct);
        AllColumns = ParticipantColumns.All(questions);
        return true;
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Columns = ParticipantColumns.Chosen(AllColumns, Filter.Columns, inFile: false);
        var list = await memory.OfAsync(Workshop.Id, Filter.List, async () => new(await Filter.Query(Limits).Order(db, Workshop.Id).ToListAsync(ct), await ListFacts.PlacesAsync(db, Workshop.Id, ct)));
        Total = list.Order.Count;
        PageNo = Math.Clamp(Filter.PageNo, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        People = await ParticipantQuery.OfAsync(db, [.. list.Order.Skip((PageNo - 1) * PageSize).Take(PageSize)], ct);
        Facts = await ListFacts.OfAsync(db, office, Workshop.Id, list.Places, People, Columns, language, ct);
        Targets = await hands.TargetsAsync(Workshop.Id, ct);
        Choices = GroupChoices.Of(list.Places.Agencies, questions, language);
        Views = await views.AllAsync(Workshop.Id, ct);
    }
}
