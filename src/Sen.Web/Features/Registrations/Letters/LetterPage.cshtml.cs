using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>One letter: before it leaves, everything to look at; after, what became of it with each person.</summary>
public sealed class LetterPageModel(AppDb db, WorkshopDesk workshops, LetterDesk desk, SiteAddress site, TimeProvider clock, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }
    [BindProperty(SupportsGet = true)]
    public LetterOutcome? Outcome { get; set; }

    public Workshop Workshop { get; private set; } = null!;
    public GroupLetter Letter { get; private set; } = null!;
    /// <summary>Before the letter leaves.</summary>
    public LetterReview? Review { get; private set; }
    public IReadOnlyList<string> GroupWords { get; private set; } = [];
    public IReadOnlyDictionary<LetterOutcome, int> Counts { get; private set; } = new Dictionary<LetterOutcome, int>();
    public IReadOnlyList<LetterLine> Lines { get; private set; } = [];
    public ListPage At { get; private set; } = null!;
    public Job? Job { get; private set; }
    public bool IsAhead => Letter.DueAt is { } due && due > clock.UtcNow();
    public IEnumerable<SelectListItem> Outcomes => [new(language["Mọi kết quả", "Any outcome"], ""), .. Counts.Keys.Order().Select(o => new SelectListItem($"{o.Words(language)} ({language.Number(Counts[o])})", o.ToString()))];

    public async Task<IActionResult> OnGetAsync(string code, Guid id, int? p, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        await ShowAsync(p, ct);
        return Page();
    }

    /// <summary>What became of everybody the filter shows, as a file.</summary>
    public async Task<IActionResult> OnGetFileAsync(string code, Guid id, string format, CancellationToken ct)
    {
        if (format is not ("xlsx" or "csv") || !await FindAsync(code, id, ct)) return NotFound();
        string[] headers = [language["STT", "No."], language["Họ và tên", "Full name"], language["Email", "E-mail"], language["Điện thoại", "Telephone"], language["Kết quả", "Outcome"], language["Lý do", "Reason"], language["Lúc", "When"]];
        var rows = Shown(await LetterLine.OfAsync(db, id, ct)).Select((l, i) => (IReadOnlyList<object?>)[i + 1, l.Name, l.Address, l.Phone is { } phone ? new PhoneNumber(phone).Shown : "", l.Outcome.Words(language), l.Reason, l.At is { } at ? language.Moment(at) : ""]);
        using var file = new MemoryStream();
        if (format == "xlsx") await TableWriter.WriteXlsxAsync(file, language["Thư", "Letter"], headers, rows, ct);
        else await TableWriter.WriteCsvAsync(file, headers, rows, ct);
        return File(file.ToArray(), format == "xlsx" ? TableWriter.XlsxType : TableWriter.CsvType, $"{code}-{language["thu", "letter"]}.{format}");
    }

    public Task<IActionResult> OnPostPlanAsync(string code, Guid id, CancellationToken ct) => MoveAsync(code, id, () => desk.PlanAsync(Workshop, Letter, ct), () => language[$"Đã lên lịch: thư gửi lúc {language.Moment(Letter.DueAt!.Value)}.", $"Planned: it leaves at {language.Moment(Letter.DueAt!.Value)}."], ct);

    public Task<IActionResult> OnPostSendAsync(string code, Guid id, CancellationToken ct) => MoveAsync(code, id, () => desk.StartAsync(Workshop, Letter, alsoToNobody: false, ct), () => language["Thư đang được viết cho từng người.", "The letter is being written to each person."], ct);

    public Task<IActionResult> OnPostPauseAsync(string code, Guid id, CancellationToken ct) => MoveAsync(code, id, () => desk.PauseAsync(Letter, ct), () => language["Đã tạm dừng.", "Paused."], ct);

    public Task<IActionResult> OnPostResumeAsync(string code, Guid id, CancellationToken ct) => MoveAsync(code, id, () => desk.ResumeAsync(Workshop, Letter, ct), () => language["Thư được tiếp tục.", "The letter goes on."], ct);

    public async Task<IActionResult> OnPostStopAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (await desk.StopAsync(Letter, ct) is not { } back) return await RefuseAsync(LetterMove.NotNow, ct);
        var n = back.ToString(CultureInfo.InvariantCulture);
        TempData["Done"] = language[$"Đã dừng; {n} thư chưa gửi được rút lại.", back == 1 ? "Stopped; 1 letter that had not left was taken back." : $"Stopped; {n} letters that had not left were taken back."];
        return Back();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (!await desk.RemoveAsync(Letter, ct)) return await RefuseAsync(LetterMove.NotNow, ct);
        TempData["Done"] = language["Đã xóa thư chưa gửi.", "The letter, which had not left, is removed."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/letters"));
    }

    private async Task<IActionResult> MoveAsync(string code, Guid id, Func<Task<LetterMove>> move, Func<string> done, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        var result = await move();
        if (result != LetterMove.Done) return await RefuseAsync(result, ct);
        TempData["Done"] = done();
        return Back();
    }

    private async Task<IActionResult> RefuseAsync(LetterMove why, CancellationToken ct)
    {
        ModelState.AddModelError("", why switch
        {
            LetterMove.NoTime => language["Chưa biết giờ gửi: sửa thư và chọn lịch, hoặc đặt ngày cho hội thảo.", "The time to send is not known: edit the letter and choose one, or give the workshop its days."],
            LetterMove.TimeHasPassed => language["Giờ gửi đã qua: sửa thư và đặt giờ khác, hoặc gửi ngay.", "The time to send has passed: edit the letter and set another, or send it now."],
            LetterMove.NotAnnounced => language["Hội thảo còn là bản nháp hoặc đã hủy nên chưa gửi thư được.", "The workshop is a draft or cancelled, so no letters leave."],
            LetterMove.Nobody => language["Lúc này không có ai trong nhóm: sửa điều kiện của nhóm.", "Nobody is in the group at present: change its conditions."],
            _ => language["Có người vừa sửa hoặc gửi thư này; trang dưới đây là thư như hiện nay.", "Somebody has just changed or sent this letter; below it is as it stands now."],
        });
        Response.StatusCode = StatusCodes.Status409Conflict;
        // What was tried is not what stands.
        db.ChangeTracker.Clear();
        Letter = (await desk.FindAsync(Workshop.Id, Letter.Id, ct))!;
        await ShowAsync(null, ct);
        return Page();
    }

    private LocalRedirectResult Back() => LocalRedirect(language.To($"/desk/workshops/{Workshop.Code}/letters/{Letter.Id}"));

    private async Task<bool> FindAsync(string code, Guid id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop || await desk.FindAsync(workshop.Id, id, ct) is not { } letter) return false;
        (Workshop, Letter) = (workshop, letter);
        return true;
    }

    private async Task ShowAsync(int? page, CancellationToken ct)
    {
        var places = await ListFacts.PlacesAsync(db, Workshop.Id, ct);
        var limits = await db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == Workshop.Id).ToListAsync(ct);
        GroupWords = (await GroupChoices.OfAsync(db, Workshop.Id, language, ct)).Words(ParticipantFilter.Read(Letter.Group), places.Provinces, places.Kinds, limits);
        if (Letter.StartedAt is null) Review = await LetterReview.OfAsync(db, site, Letter, ct);
        else
        {
            // The job first: one that ends between the two would leave a page that says «sending» and never looks again.
            Job = await desk.JobOfAsync(Letter.Id, ct);
            await db.Entry(Letter).ReloadAsync(ct);
            var all = await LetterLine.OfAsync(db, Letter.Id, ct);
            Counts = all.GroupBy(l => l.Outcome).ToDictionary(g => g.Key, g => g.Count());
            var shown = Shown(all).ToList();
            At = ListPage.Of(page, shown.Count, Request);
            Lines = [.. shown.Skip(Math.Max(0, At.First - 1)).Take(ListPage.Size)];
        }
    }

    private IEnumerable<LetterLine> Shown(IEnumerable<LetterLine> lines) => lines.Where(l => (Outcome is null || l.Outcome == Outcome) && (string.IsNullOrWhiteSpace(Q) || l.Has(Q)));
}
