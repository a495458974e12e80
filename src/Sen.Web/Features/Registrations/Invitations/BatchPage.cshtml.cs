using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Edit;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>One letter to many agencies: its words, whom it goes to, and its sending.</summary>
public sealed class BatchPageModel(AppDb db, WorkshopDesk workshops, BatchDesk desk, SeatOffice office, JobBook jobs, TimeProvider clock, Language language) : PageModel
{
    [BindProperty]
    public BatchInput Input { get; set; } = new();

    [BindProperty]
    public List<InvitationRow> Rows { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "kinds")]
    public List<string> ChosenKinds { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "provinces")]
    public List<string> ChosenProvinces { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "regions")]
    public List<string> ChosenRegions { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "find")]
    public string Words { get; set; } = "";

    [BindProperty]
    public List<Guid> Agencies { get; set; } = [];

    public Workshop Workshop { get; private set; } = null!;
    public InvitationBatch Batch { get; private set; } = null!;
    public IReadOnlyList<Invitation> Invitations { get; private set; } = [];
    public ListPage Pager { get; private set; } = null!;
    public (int Agencies, int Seats, int WithoutMail, int Unsent) Sums { get; private set; }
    public IReadOnlyList<AgencyKind> Kinds { get; private set; } = [];
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];
    public IReadOnlyList<string> Missing { get; private set; } = [];
    public int? FreeSeats { get; private set; }
    public Job? Job { get; private set; }
    public bool Asked => ChosenKinds.Count > 0 || Words.Length > 0;

    public async Task<IActionResult> OnGetAsync(string code, Guid id, [FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        Input = BatchInput.Of(Batch);
        return await ShowAsync(number, ct);
    }

    public async Task<IActionResult> OnPostSaveAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        Input.Check(ModelState, language);
        if (!ModelState.IsValid) return await ShowAsync(null, ct);
        if (!await desk.SaveAsync(Batch, Workshop, Input.Version, Input.Onto, ct))
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", language["Người khác vừa sửa hoặc gửi giấy mời này. Mở trang ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed or sent this letter. Open it in another tab to see it, then carry your part over."]);
            return await ShowAsync(null, ct);
        }
        TempData["Done"] = language["Đã lưu giấy mời.", "The letter is saved."];
        return Back();
    }

    public async Task<IActionResult> OnPostAddAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        var added = Batch.IsDraft ? await desk.AddAsync(Batch, Workshop, Agencies, ct) : 0;
        new Flash(added == 0 ? language["Chưa thêm cơ quan nào: hãy đánh dấu ít nhất một.", "Nothing added: tick at least one agency."] : language[$"Đã thêm {added} cơ quan.", added == 1 ? "1 agency is added." : $"{added} agencies are added."]) { NothingDone = added == 0 }.Leave(TempData);
        return Back();
    }

    public async Task<IActionResult> OnPostRowsAsync(string code, Guid id, [FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Email.Trim().Length > 0 && !MailAddress.IsGood(Rows[i].Email)) ModelState.AddModelError($"Rows[{i}].Email", MailAddress.Complaint(Rows[i].Email, language));
            if (Rows[i].Seats is < 1 or > 50) ModelState.AddModelError($"Rows[{i}].Seats", language["Ghi số chỗ từ 1 đến 50", "Enter 1 to 50 seats"]);
            if (Rows[i].ContactName.Length > 200) ModelState.AddModelError($"Rows[{i}].ContactName", language["Dài quá 200 ký tự: rút ngắn lại", "Longer than 200 characters: shorten it"]);
        }
        if (!ModelState.IsValid)
        {
            var typed = Rows;
            await ShowAsync(number, ct);
            Input = BatchInput.Of(Batch);
            Rows = typed;
            return Page();
        }
        await desk.DescribeAsync(Batch, Rows, ct);
        TempData["Done"] = language["Đã lưu danh sách cơ quan.", "The agencies are saved."];
        return LocalRedirect(At(number is > 1 ? $"?p={number}#h-agencies" : "#h-agencies"));
    }

    public async Task<IActionResult> OnPostSendAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        var against = await desk.BeginAsync(Batch, Workshop, ct);
        if (against.Count == 0) return Back();
        foreach (var sentence in against) ModelState.AddModelError("", sentence);
        Input = BatchInput.Of(Batch);
        return await ShowAsync(null, ct);
    }

    public async Task<IActionResult> OnPostGoOnAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (!Batch.IsDraft) await desk.GoOnAsync(Batch, ct);
        return Back();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (!await desk.RemoveAsync(Batch, ct)) return Back();
        TempData["Done"] = language["Đã bỏ bản nháp giấy mời.", "The draft is removed."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/invitations"));
    }

    public string At(string tail = "") => language.To($"/desk/workshops/{Workshop.Code}/invitations/letters/{Batch.Id}") + tail;

    private LocalRedirectResult Back() => LocalRedirect(At());

    private async Task<bool> FindAsync(string code, Guid id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop || await desk.FindAsync(workshop.Id, id, ct) is not { } batch) return false;
        (Workshop, Batch) = (workshop, batch);
        return true;
    }

    private async Task<IActionResult> ShowAsync(int? number, CancellationToken ct)
    {
        var mine = db.Invitations.AsNoTracking().Where(i => i.BatchId == Batch.Id);
        Sums = (await mine.CountAsync(ct), await mine.SumAsync(i => i.Seats, ct), await mine.CountAsync(i => i.Email == "" && i.CancelledAt == null, ct), await mine.CountAsync(i => i.SentAt == null && i.Email != "" && i.CancelledAt == null, ct));
        Pager = ListPage.Of(number, Sums.Agencies, Request);
        // Who has no address stands first: that is what is still to do.
        Invitations = await mine.OrderBy(i => i.Email != "").ThenBy(i => i.AgencyName.Vi).ThenBy(i => i.Id).Skip((Pager.Number - 1) * ListPage.Size).Take(ListPage.Size).ToListAsync(ct);
        Rows = [.. Invitations.Select(i => new InvitationRow { Id = i.Id, Seats = i.Seats, Email = i.Email, ContactName = i.ContactName })];
        var book = (await office.LookAsync(Workshop.Id, ct)).Book;
        FreeSeats = book.Free is { } free ? Math.Max(0, free - book.Kept) : null;
        Missing = Batch.IsDraft ? [.. desk.Missing(Batch, Workshop)] : [];
        if (!Batch.IsDraft) Job = await jobs.LatestAsync(BatchSending.Name, Batch.Id.ToString(), ct);
        else await ShowChoicesAsync(ct);
        return Page();
    }

    private async Task ShowChoicesAsync(CancellationToken ct)
    {
        var day = Workshop.StartsOn ?? clock.LocalDay();
        Kinds = [.. (await db.AgencyKinds.AsNoTracking().OrderBy(k => k.Name.Vi).ToListAsync(ct)).Where(k => k.InForceOn(day))];
        Provinces = await ProvinceChoices.OfAsync(db, Workshop.StartsOn, clock, ct);
        var provinces = ChosenProvinces.Concat(Provinces.Where(p => ChosenRegions.Contains(p.Region)).Select(p => p.Id)).Distinct().ToList();
        Candidates = Words.Length > 0 ? await desk.FoundAsync(Batch, Words, ct) : await desk.CandidatesAsync(Batch, ChosenKinds, provinces, ct);
    }
}
