using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>One invited agency at the organiser's desk: its answer, also one that came by telephone or on paper, and its letter again.</summary>
public sealed class InvitationPageModel(AppDb db, WorkshopDesk workshops, NominationDesk nominations, AnswerDesk answers, LetterDesk letters, SeatOffice office, TimeProvider clock, Language language) : PageModel
{
    [BindProperty]
    public NomineeInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "instead")]
    public Guid? InsteadOf { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string ContactName { get; set; } = "";

    [BindProperty]
    public DateTime? Deadline { get; set; }

    public Workshop Workshop { get; private set; } = null!;
    public Invitation Invitation { get; private set; } = null!;
    public InvitationView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        ModelState.Clear();
        (Email, ContactName, Deadline) = (Invitation.Email, Invitation.ContactName, Invitation.Deadline);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostNominateAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        Input.Check(ModelState, language);
        if (!ModelState.IsValid) return await ShowAsync(ct);
        switch (await nominations.NominateAsync(Invitation, Input.Entry(Invitation.AgencyName.Vi), InsteadOf, byHand: true, ct))
        {
            case Nominated.Seated: return Back(InsteadOf is null ? language["Đã ghi đề cử; người này có chỗ.", "The nomination is recorded; this person has a seat."] : language["Đã thay người.", "Replaced."]);
            case Nominated.InLine line: return Back(language["Đã ghi đề cử vào danh sách chờ. ", "Recorded on the waiting list. "] + line.Why);
            case Nominated.Refused no: ModelState.AddModelError("", no.Why); break;
        }
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string code, Guid id, Guid person, CancellationToken ct) => !await FindAsync(code, id, ct) ? NotFound()
        : Back(await nominations.WithdrawAsync(Invitation, person, byHand: true, ct) ? language["Đã rút người này.", "Withdrawn."] : language["Không còn gì để rút.", "There is nothing to withdraw."]);

    // Each form of the page is judged alone: the nominee's boxes are not sent with the others.
    public async Task<IActionResult> OnPostDeclineAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        ModelState.Clear();
        if (Reason.Trim().Length is 0 or > 500)
        {
            ModelState.AddModelError(nameof(Reason), language["Ghi lý do, dài nhất 500 ký tự", "Enter the reason, in at most 500 characters"]);
            return await ShowAsync(ct);
        }
        return Said(await answers.DeclineAsync(Workshop.Id, id, Reason, byHand: true, ct), language["Đã ghi: cơ quan không cử được.", "Recorded: the agency declines."]);
    }

    public async Task<IActionResult> OnPostDoneAsync(string code, Guid id, CancellationToken ct) => !await FindAsync(code, id, ct) ? NotFound()
        : Said(await answers.FinishAsync(Workshop.Id, id, byHand: true, ct), language["Đã ghi: cơ quan đề cử xong.", "Recorded: the nominations are complete."]);

    public async Task<IActionResult> OnPostReopenAsync(string code, Guid id, CancellationToken ct) => !await FindAsync(code, id, ct) ? NotFound()
        : Said(await answers.ReopenAsync(Workshop.Id, id, byHand: true, ct), language["Đã mở lại câu trả lời.", "The answer is open again."]);

    public async Task<IActionResult> OnPostCancelAsync(string code, Guid id, CancellationToken ct) => !await FindAsync(code, id, ct) ? NotFound()
        : Said(await answers.CancelAsync(Workshop.Id, id, ct), language["Đã thôi mời; chỗ giữ còn trống nay của mọi người.", "The invitation is withdrawn; its empty seats are everybody's."]);

    public async Task<IActionResult> OnPostExtendAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        ModelState.Clear();
        if (Deadlines.Complaint(Deadline, Workshop, clock.LocalNow(), language) is { } complaint)
        {
            ModelState.AddModelError(nameof(Deadline), complaint);
            return await ShowAsync(ct);
        }
        await answers.ExtendAsync(Workshop.Id, [id], Deadline!.Value, ct);
        return Back(language[$"Hạn trả lời nay là {language.WallTime(Deadline.Value)}.", $"The deadline is now {language.WallTime(Deadline.Value)}."]);
    }

    public async Task<IActionResult> OnPostSendAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        ModelState.Clear();
        if (!MailAddress.IsGood(Email)) ModelState.AddModelError(nameof(Email), Email.Trim().Length == 0 ? language["Ghi thư điện tử", "Enter the e-mail"] : MailAddress.Complaint(Email, language));
        if (ContactName.Length > 200) ModelState.AddModelError(nameof(ContactName), language["Dài quá 200 ký tự: rút ngắn lại", "Longer than 200 characters: shorten it"]);
        if (!ModelState.IsValid || View.Batch.IsDraft || Invitation.CancelledAt is not null) return await ShowAsync(ct);
        await letters.SendAsync(Invitation, Email.Trim().ToLowerInvariant(), People.PersonName.Clean(ContactName), ct);
        return Back(language["Giấy mời với đường dẫn mới đang được gửi; đường dẫn cũ vẫn dùng được.", "The letter with a new link is on its way; earlier links stay good."]);
    }

    public async Task<IActionResult> OnPostPaperAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct) || View.Batch.IsDraft) return NotFound();
        return File(await letters.DrawAsync(Invitation, ct), "application/pdf", LetterPdf.FileName(View.Letter));
    }

    public string Here(string more = "") => language.To($"/desk/workshops/{Workshop.Code}/invitations/{Invitation.Id}") + more;

    private LocalRedirectResult Said(Answered answered, string done) => Back(answered switch
    {
        Answered.Done => done,
        Answered.PeopleStand => language["Cơ quan đang có người được đề cử: rút họ trước.", "The agency has nominees: withdraw them first."],
        Answered.TooLate or Answered.NotNow => language["Không có gì thay đổi: câu trả lời đang ở trạng thái đó, hoặc chưa có ai được đề cử.", "Nothing has changed: the answer is that already, or nobody is nominated."],
        _ => "",
    });

    private LocalRedirectResult Back(string done)
    {
        TempData["Done"] = done;
        return LocalRedirect(Here());
    }

    private async Task<bool> FindAsync(string code, Guid id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop || await db.Invitations.FirstOrDefaultAsync(i => i.Id == id && i.WorkshopId == workshop.Id, ct) is not { } invitation) return false;
        (Workshop, Invitation) = (workshop, invitation);
        View = await InvitationView.OfAsync(db, office, invitation, byHand: true, language, ct);
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        // A desk that looked under the lock read the row anew.
        Invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == Invitation.Id, ct);
        View = await InvitationView.OfAsync(db, office, Invitation, byHand: true, language, ct);
        return Page();
    }
}
