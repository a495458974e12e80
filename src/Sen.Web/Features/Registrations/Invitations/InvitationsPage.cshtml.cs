using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Who was invited, who answered and who is silent; and the letters they were invited by.</summary>
public sealed class InvitationsPageModel(AppDb db, WorkshopDesk workshops, BatchDesk desk, AnswerDesk answers, Reminders reminders, JobBook jobs, TimeProvider clock, Language language) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "state")]
    public string Standing { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string KindId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "province")]
    public string ProvinceId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "batch")]
    public Guid? BatchId { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public InvitationOrder Order { get; set; }

    [BindProperty]
    public DateTime? Deadline { get; set; }

    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<InvitationBatch> Batches { get; private set; } = [];
    public IReadOnlyDictionary<Guid, Job> Jobs { get; private set; } = new Dictionary<Guid, Job>();
    public IReadOnlyList<InvitationLine> All { get; private set; } = [];
    public IReadOnlyList<InvitationLine> Lines { get; private set; } = [];
    public ListPage Pager { get; private set; } = null!;
    public ReplyRates Rates { get; private set; } = null!;
    public bool IsFiltered => Text.Length + Standing.Length + KindId.Length + ProvinceId.Length > 0 || BatchId is not null;

    private InvitationQuestion Question => new(Text, Standing, KindId, ProvinceId, BatchId, Order);

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "p")] int? number, CancellationToken ct) => await ShowAsync(code, number, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(string code, string format, CancellationToken ct)
    {
        if (!await ShowAsync(code, null, ct)) return NotFound();
        var l = language;
        string[] headers = [l["STT", "No."], l["Cơ quan", "Agency"], l["Loại", "Kind"], l["Tỉnh, thành phố", "Province"], l["Giấy mời", "Letter"], l["Trạng thái", "State"], l["Số chỗ", "Seats"], l["Đã đề cử", "Nominated"],
            l["Trong đó chờ", "Of these waiting"], l["Hạn trả lời", "Deadline"], l["Gửi lúc", "Sent"], l["Mở lúc", "Opened"], l["Số lần nhắc", "Reminders"], l["Người phụ trách", "Contact"], l["Thư điện tử", "E-mail"], l["Lý do", "Reason"]];
        var rows = All.Which(Question).Select((x, n) => (IReadOnlyList<object?>)[n + 1, x.Invitation.AgencyName.Vi, x.Kind is null ? null : l.Plain(x.Kind), x.Province, x.Number, x.Standing.Words(l), x.Invitation.Seats, x.Nominated, x.Waiting,
            x.Invitation.Deadline, Local(x.Invitation.SentAt), Local(x.Invitation.OpenedAt), x.Invitation.Reminders, x.Invitation.ContactName, x.Invitation.Email, x.Invitation.Reason]);
        return new TableFile(format, $"{code}-{l["giay-moi", "invitations"]}", headers, rows.ToAsyncEnumerable());
    }

    public async Task<IActionResult> OnPostNewAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        var batch = await desk.CreateAsync(workshop, ct);
        return LocalRedirect(language.To($"/desk/workshops/{code}/invitations/letters/{batch.Id}"));
    }

    public async Task<IActionResult> OnPostRemindAsync(string code, Guid batch, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop || await desk.FindAsync(workshop.Id, batch, ct) is not { IsDraft: false } letter) return NotFound();
        var written = await reminders.AskNowAsync(letter, ct);
        new Flash(written == 0 ? language["Không có ai để nhắc: hôm nay đã nhắc rồi, hoặc mọi cơ quan đã trả lời, hoặc đã quá hạn.", "Nobody to remind: they were reminded today, all have answered, or the deadline has passed."]
            : language[$"Đã nhắc {written} cơ quan chưa trả lời đủ.", written == 1 ? "1 agency is reminded." : $"{written} agencies are reminded."])
        { NothingDone = written == 0 }.Leave(TempData);
        return Back(code);
    }

    public async Task<IActionResult> OnPostExtendAsync(string code, Guid batch, CancellationToken ct)
    {
        if (!await ShowAsync(code, null, ct)) return NotFound();
        if (Deadlines.Complaint(Deadline, Workshop, clock.LocalNow(), language) is { } complaint)
        {
            ModelState.AddModelError(nameof(Deadline), complaint);
            return Page();
        }
        var ids = All.Where(l => l.Invitation.BatchId == batch && l.Standing is not (InvitationStanding.Fully or InvitationStanding.Declined or InvitationStanding.Cancelled)).Select(l => l.Id).ToList();
        var changed = await answers.ExtendAsync(Workshop.Id, ids, Deadline!.Value, ct);
        new Flash(language[$"Đã gia hạn cho {changed} cơ quan đến {language.WallTime(Deadline.Value)}; cơ quan chưa trả lời được báo qua thư.", $"The deadline of {changed} agencies is now {language.WallTime(Deadline.Value)}; those who have not answered are told."]).Leave(TempData);
        return Back(code);
    }

    public int Count(InvitationStanding standing) => All.Count(l => l.Standing == standing);

    public IEnumerable<SelectListItem> States => Enum.GetValues<InvitationStanding>().Where(s => Count(s) > 0 || s.ToString() == Standing)
        .Select(s => new SelectListItem($"{s.Words(language)} ({Count(s)})", s.ToString(), s.ToString() == Standing))
        .Prepend(new SelectListItem(language[$"Chưa trả lời ({All.Count(l => l.Standing.IsUnanswered())})", $"No answer ({All.Count(l => l.Standing.IsUnanswered())})"], InvitationList.Unanswered, Standing == InvitationList.Unanswered))
        .Prepend(new SelectListItem(language["Tất cả", "All"], ""));

    public IEnumerable<SelectListItem> Kinds => All.Where(l => l.Kind is not null).DistinctBy(l => l.Invitation.AgencyKindId).OrderBy(l => l.Kind!.Vi, StringComparer.Ordinal)
        .Select(l => new SelectListItem(language.Plain(l.Kind!), l.Invitation.AgencyKindId, l.Invitation.AgencyKindId == KindId)).Prepend(new SelectListItem(language["Tất cả", "All"], ""));

    public IEnumerable<SelectListItem> Provinces => All.Where(l => l.Province is not null).DistinctBy(l => l.Invitation.ProvinceId).OrderBy(l => l.ProvinceSort, StringComparer.Ordinal)
        .Select(l => new SelectListItem(l.Province, l.Invitation.ProvinceId, l.Invitation.ProvinceId == ProvinceId)).Prepend(new SelectListItem(language["Tất cả", "All"], ""));

    public string At(string tail) => language.To($"/desk/workshops/{Workshop.Code}/invitations") + tail;

    private static DateTime? Local(DateTime? utc) => utc is { } moment ? WallClock.Local(moment) : null;

    private LocalRedirectResult Back(string code) => LocalRedirect(language.To($"/desk/workshops/{code}/invitations"));

    private async Task<bool> ShowAsync(string code, int? number, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        Workshop = workshop;
        Batches = await db.InvitationBatches.AsNoTracking().Where(b => b.WorkshopId == workshop.Id).OrderByDescending(b => b.CreatedAt).ToListAsync(ct);
        var unfinished = Batches.Where(b => b is { IsDraft: false, SentAt: null }).ToList();
        var running = new Dictionary<Guid, Job>();
        foreach (var batch in unfinished)
            if (await jobs.LatestAsync(BatchSending.Name, batch.Id.ToString(), ct) is { } job) running[batch.Id] = job;
        Jobs = running;
        All = await InvitationList.AllAsync(db, workshop.Id, clock.LocalNow(), ct);
        var found = All.Which(Question);
        Pager = ListPage.Of(number, found.Count, Request);
        Lines = [.. found.Skip((Pager.Number - 1) * ListPage.Size).Take(ListPage.Size)];
        Rates = ReplyRates.Of(All, language);
        return true;
    }
}
