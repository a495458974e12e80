using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>A person's private page, opened by the link in their mail: seat, ticket, agenda, and what they decide themselves.</summary>
[PrivatePage]
public sealed class OwnPageModel(AppDb db, PrivateLinks links, OwnRegistrationDesk desk, SeatOffice office, MaterialShelf shelf, PersonalDataDesk data, NewsDesk news, Actor actor, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Null: no link, or one that opens nothing.</summary>
    public OwnView? View { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } own) return Unknown();
        // Mail programs ask for the head of a link without anybody having followed it.
        if (own.State == RegistrationState.Held && HttpMethods.IsGet(Request.Method) && await desk.ConfirmAsync(own, ct) == OwnChange.Done)
            ViewData["Done"] = language["Đã xác nhận: chỗ này là của Ông/Bà.", "Confirmed: the seat is yours."];
        return await ShowAsync(own, ct);
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => ChangeAsync(desk.AcceptAsync, language["Đã nhận chỗ. Hẹn gặp Ông/Bà tại hội thảo.", "The seat is yours. We look forward to seeing you."],
        language["Lời mời này không còn hiệu lực: đã quá giờ giữ chỗ.", "This offer no longer stands: the seat was not kept longer."], ct);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken ct) => ChangeAsync(desk.DeclineAsync, language["Đã từ chối; chỗ được mời người kế tiếp. Xin cảm ơn Ông/Bà đã cho biết.", "You have declined; the seat goes to the next in line. Thank you for telling us."],
        language["Lời mời này không còn hiệu lực.", "This offer no longer stands."], ct);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct) => ChangeAsync(desk.WithdrawAsync, language["Đã rút đăng ký. Xin cảm ơn Ông/Bà đã cho biết.", "Your registration is withdrawn. Thank you for telling us."],
        language["Không rút tại đây được nữa: xin báo ban tổ chức.", "It can no longer be withdrawn here: please tell the organisers."], ct);

    public Task<IActionResult> OnPostComeBackAsync(CancellationToken ct) => ChangeAsync(desk.ComeBackAsync, language["Ông/Bà đã đăng ký lại.", "You are registered again."],
        language["Hội thảo không còn nhận đăng ký.", "The workshop takes no more registrations."], ct);

    public async Task<IActionResult> OnPostConsentAsync(ConsentPurpose purpose, bool give, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } own) return Unknown();
        if (!Enum.IsDefined(purpose)) return BadRequest();
        await desk.ConsentAsync(own, purpose, give ? purpose.Words(language) : null, ct);
        return Back(give ? language["Đã ghi sự đồng ý.", "Your consent is recorded."] : language["Đã rút lại sự đồng ý.", "Your consent is withdrawn."]);
    }

    public async Task<IActionResult> OnPostNewsAsync(string? scope, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } own || await news.OfAsync(own, ct) is not { } reader) return Unknown();
        if (scope == "back")
        {
            await news.TakeBackAsync(reader, language, ct);
            return Back(language["Ông/Bà lại nhận thư tin.", "You receive news again."]);
        }
        await news.StopAsync(reader, scope == "all", language, ct);
        return Back(language["Ông/Bà đã thôi nhận thư tin.", "You receive no more news."]);
    }

    public async Task<IActionResult> OnPostAskAsync(PersonalDataWish wish, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } own) return Unknown();
        if (own.Email is not null || !Enum.IsDefined(wish)) return BadRequest();
        var request = await data.AskAsync(own.PersonId, wish, ct);
        return Back(language[$"Đã ghi yêu cầu. Ban tổ chức trả lời chậm nhất ngày {language.Date(request.AnswerBy)}.", $"Your request is recorded. The organisers answer by {language.Date(request.AnswerBy)}."]);
    }

    public async Task<IActionResult> OnGetDataAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } own) return Unknown();
        var view = await OwnView.OfAsync(own, db, office, shelf, data, news, language, ct);
        return File(data.Export(view.Held), "application/json", "sen-data.json");
    }

    /// <summary>What people wrote is Vietnamese where it has its letters.</summary>
    public static string? LangOf(string text, Language l) => l.IsEnglish && text.Any(c => c > 127 && char.IsLetter(c)) ? "vi" : null;

    private async Task<IActionResult> ChangeAsync(Func<Registration, CancellationToken, Task<OwnChange>> change, string done, string late, CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } own) return Unknown();
        var result = await change(own, ct);
        return result switch
        {
            OwnChange.Done => Back(done),
            OwnChange.NowWaiting => Back(language["Hiện đã hết chỗ: Ông/Bà vào cuối danh sách chờ.", "It is full at present: you are at the end of the waiting list."]),
            OwnChange.TooLate => Back(late, wrong: true),
            // A second press of the same button: the page shows what is so already.
            _ => Back(null),
        };
    }

    private async Task<Registration?> FindAsync(CancellationToken ct)
    {
        // The link alone says who acts here.
        actor.Runs("private link");
        return await links.FindAsync(Token, ct);
    }

    private async Task<IActionResult> ShowAsync(Registration own, CancellationToken ct)
    {
        View = await OwnView.OfAsync(own, db, office, shelf, data, news, language, ct);
        return Page();
    }

    private RedirectResult Back(string? done, bool wrong = false)
    {
        if (done is not null) TempData[wrong ? "Late" : "Done"] = done;
        return Redirect(language.To("/registration?token=" + Uri.EscapeDataString(Token!)));
    }

    private PageResult Unknown()
    {
        if (!string.IsNullOrEmpty(Token)) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
