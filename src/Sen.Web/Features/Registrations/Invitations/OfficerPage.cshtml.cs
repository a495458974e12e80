using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>The page of an invited agency, opened by the link in its letter: whom it names, whom it replaces, or that it names nobody.</summary>
[PrivatePage]
public sealed class OfficerPageModel(AppDb db, InvitationLinks links, NominationDesk nominations, AnswerDesk answers, SeatOffice office, FormTries tries, Actor actor, TimeProvider clock, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public NomineeInput Input { get; set; } = new();

    /// <summary>Whose place the new one takes; none for one more.</summary>
    [BindProperty(SupportsGet = true, Name = "instead")]
    public Guid? InsteadOf { get; set; }

    [BindProperty]
    public string Reason { get; set; } = "";

    /// <summary>Null: no link, or one that opens nothing.</summary>
    public InvitationView? View { get; private set; }
    public bool TooMany { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } invitation) return Unknown();
        ModelState.Clear();
        // Mail programs ask for the head of a link without anybody having followed it.
        if (invitation.OpenedAt is null && HttpMethods.IsGet(Request.Method))
        {
            var now = clock.UtcNow();
            await db.Invitations.Where(i => i.Id == invitation.Id && i.OpenedAt == null).ExecuteUpdateAsync(i => i.SetProperty(x => x.OpenedAt, now), ct);
        }
        return await ShowAsync(invitation, ct);
    }

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } invitation) return Unknown();
        var letter = await answers.LetterAsync(invitation, ct);
        return File(LetterPdf.Of(letter, links.LinkOf(Language.Vietnamese, Token!)), "application/pdf", LetterPdf.FileName(letter));
    }

    public async Task<IActionResult> OnPostNominateAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } invitation) return Unknown();
        Input.Check(ModelState, language);
        if (Busy()) return await ShowAsync(invitation, ct);
        if (!ModelState.IsValid) return await ShowAsync(invitation, ct);
        switch (await nominations.NominateAsync(invitation, Input.Entry(invitation.AgencyName.Vi), InsteadOf, byHand: false, ct))
        {
            case Nominated.Seated:
                return Back(InsteadOf is null ? language["Đã đề cử. Người này có chỗ và nhận thư kèm vé, nếu có thư điện tử.", "Nominated. This person has a seat, and gets a mail with the ticket if there is an address."]
                    : language["Đã thay người. Chỗ được chuyển sang người mới.", "Replaced. The place has passed to the new person."]);
            case Nominated.InLine line:
                return Back(language["Đã đề cử, nhưng chưa có chỗ. ", "Nominated, but without a seat yet. "] + line.Why, alert: true);
            case Nominated.Refused no:
                ModelState.AddModelError("", no.Why);
                break;
        }
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(await FindAsync(ct) ?? invitation, ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } invitation) return Unknown();
        if (Busy()) return await ShowAsync(invitation, ct);
        return await nominations.WithdrawAsync(invitation, id, byHand: false, ct)
            ? Back(invitation.KeptSeats > 0 && invitation.ReleasedAt is null && !invitation.IsLate(clock.LocalNow())
                ? language["Đã rút người này. Chỗ trống chờ cơ quan đề cử người khác đến hạn.", "Withdrawn. The seat waits for another nominee until the deadline."] : language["Đã rút người này; chỗ được mời người kế tiếp.", "Withdrawn; the seat goes to the next in line."])
            : Back(language["Không rút tại đây được nữa: xin báo ban tổ chức.", "It can no longer be withdrawn here: please tell the organisers."], alert: true);
    }

    public async Task<IActionResult> OnPostDeclineAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } invitation) return Unknown();
        // The nominee's boxes are not sent with this form.
        ModelState.Clear();
        if (Busy()) return await ShowAsync(invitation, ct);
        if (Reason.Trim().Length is 0 or > 500)
        {
            ModelState.AddModelError(nameof(Reason), Reason.Length > 500 ? language["Dài quá 500 ký tự: rút ngắn lại", "Longer than 500 characters: shorten it"] : language["Ghi lý do, ví dụ: trùng lịch công tác", "Enter the reason, such as: other duties on these days"]);
            return await ShowAsync(invitation, ct);
        }
        return Said(await answers.DeclineAsync(invitation.WorkshopId, invitation.Id, Reason, byHand: false, ct), language["Đã ghi: cơ quan không cử được. Cảm ơn Quý cơ quan đã cho biết; đổi ý được đến hạn trả lời.", "Recorded: your agency cannot send anybody. Thank you; you may change your mind until the deadline."]);
    }

    public async Task<IActionResult> OnPostDoneAsync(CancellationToken ct) => await FindAsync(ct) is not { } invitation ? Unknown() : Busy() ? await ShowAsync(invitation, ct)
        : Said(await answers.FinishAsync(invitation.WorkshopId, invitation.Id, byHand: false, ct), language["Đã ghi: cơ quan đề cử xong. Các chỗ còn lại dành cho nơi khác.", "Recorded: your nominations are complete. The other seats go to others."]);

    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct) => await FindAsync(ct) is not { } invitation ? Unknown() : Busy() ? await ShowAsync(invitation, ct)
        : Said(await answers.ReopenAsync(invitation.WorkshopId, invitation.Id, byHand: false, ct), language["Đã mở lại: cơ quan đề cử tiếp được. Chỗ đã nhường cho nơi khác thì không lấy lại.", "Open again: you may nominate. Seats that went to others meanwhile stay theirs."]);

    public string Here(string more = "") => language.To("/invited?token=" + Uri.EscapeDataString(Token!)) + more;

    private RedirectResult Said(Answered answered, string done) => answered switch
    {
        Answered.Done => Back(done),
        Answered.TooLate => Back(language["Đã quá hạn trả lời: xin báo trực tiếp với ban tổ chức.", "The deadline has passed: please tell the organisers."], alert: true),
        Answered.PeopleStand => Back(language["Cơ quan đang có người được đề cử: rút họ trước, rồi báo không cử.", "You have nominees: withdraw them first, then decline."], alert: true),
        _ => Back(null),
    };

    private bool Busy()
    {
        if (tries.Take(HttpContext)) return false;
        (TooMany, Response.StatusCode) = (true, StatusCodes.Status429TooManyRequests);
        return true;
    }

    private async Task<Invitation?> FindAsync(CancellationToken ct)
    {
        actor.Runs("invitation link");
        return await links.FindAsync(Token, ct);
    }

    private async Task<IActionResult> ShowAsync(Invitation invitation, CancellationToken ct)
    {
        View = await InvitationView.OfAsync(db, office, invitation, byHand: false, language, ct);
        if (View.Nominees.All(n => n.Id != InsteadOf || !n.Stands)) InsteadOf = null;
        return Page();
    }

    private RedirectResult Back(string? done, bool alert = false)
    {
        if (done is not null) TempData[alert ? "Late" : "Done"] = done;
        return Redirect(Here());
    }

    private PageResult Unknown()
    {
        if (!string.IsNullOrEmpty(Token)) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
