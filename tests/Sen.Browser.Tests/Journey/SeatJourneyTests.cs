using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sen.Browser.Tests.Journey;

/// <summary>The last seat of a workshop, from hand to hand: taken, waited for, given back, offered, declined, let lapse, taken again.</summary>
public sealed class SeatJourneyTests(Site site)
{
    [Theory, InlineData(375, "vi"), InlineData(1280, "vi"), InlineData(375, "en"), InlineData(1280, "en")]
    public async Task The_last_seat_goes_down_the_line(int width, string lang)
    {
        await using var desk = await site.AdministratorAsync(width);
        var code = await SetUpAsync(desk, $"cho-cuoi-{lang}-{width}");
        await using var context = await site.ReaderAsync(width);
        var s = new SeatScreen(await context.NewPageAsync(), desk, lang, code);

        await s.OpenAsync($"/workshops/{code}");
        await Assertions.Expect(s.Page.GetByText(s.T("Còn 1 trên 1 chỗ", "1 of 1 seats left"))).ToBeVisibleAsync();
        await s.Link("Đăng ký", "Register").ClickAsync();
        await s.FillAsync("Trần Thị Ví Dụ", s.Mailbox("a"));
        await s.PressAsync("Đăng ký", "Register");
        await s.HeadingIsAsync("Xin xem hộp thư", "Please look at your mail");
        await s.FollowMailAsync("a");
        await s.HeadingIsAsync("Ông/Bà đã có chỗ", "You have a seat");
        await Assertions.Expect(s.Page.Locator(".qr svg")).ToBeVisibleAsync();
        var first = s.Page.Url;
        await s.IsSoundAsync();
        await s.IsSoundAsync("/registration/change?");

        foreach (var (box, name) in new[] { ("b", "Lê Văn Ví Dụ"), ("c", "Phạm Thị Ví Dụ"), ("d", "Hồ Văn Ví Dụ") })
        {
            await s.OpenAsync($"/workshops/{code}/register");
            await s.FillAsync(name, s.Mailbox(box));
            await s.PressAsync("Vào danh sách chờ", "Join the waiting list");
            await s.FollowMailAsync(box);
        }
        await s.HeadingIsAsync("Ông/Bà đứng thứ 3 trong danh sách chờ", "You are number 3 on the waiting list");
        await Assertions.Expect(s.Page.Locator(".lead")).ToContainTextAsync(s.T("Cả 1 chỗ đã có người.", "The only seat is taken."));

        await s.Page.GotoAsync(first);
        await s.Page.GetByText(s.T("Tôi không dự được", "I cannot come")).ClickAsync();
        await s.PressAsync("Rút đăng ký của tôi", "Withdraw my registration");
        await s.HeadingIsAsync("Đăng ký đã rút", "The registration is withdrawn");

        await s.FollowMailAsync("b");
        await s.HeadingIsAsync("Có một chỗ dành cho Ông/Bà", "There is a seat for you");
        await s.IsSoundAsync();
        await s.PressAsync("Từ chối", "Decline");
        await s.HeadingIsAsync("Ông/Bà đã từ chối chỗ được mời", "You declined the seat offered");

        await s.FollowMailAsync("c");
        await s.HeadingIsAsync("Có một chỗ dành cho Ông/Bà", "There is a seat for you");
        await site.LetOfferLapseAsync(code);
        await s.PressAsync("Nhận chỗ này", "Accept the seat");
        await s.HeadingIsAsync("Chỗ đã hết hạn giữ", "The seat was not kept longer");

        await s.FollowMailAsync("d");
        await s.PressAsync("Nhận chỗ này", "Accept the seat");
        await s.HeadingIsAsync("Ông/Bà đã có chỗ", "You have a seat");
        await s.OpenAsync($"/workshops/{code}");
        await Assertions.Expect(s.Page.GetByText(s.T("Còn 0 trên 1 chỗ", "0 of 1 seats left"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_mistake_is_told_and_nothing_typed_is_lost()
    {
        await using var desk = await site.AdministratorAsync();
        var code = await SetUpAsync(desk, "cho-sai-sot");
        await using var context = await site.ReaderAsync(375);
        var s = new SeatScreen(await context.NewPageAsync(), desk, "vi", code);
        await s.OpenAsync($"/workshops/{code}/register");
        await s.FillAsync("Trần Thị Ví Dụ", "khong-phai-thu");
        await s.Page.Locator("[name='Input.Consents']").First.CheckAsync();
        await s.PressAsync("Đăng ký", "Register");
        Assert.Empty((await s.Page.RunAxe()).Violations.Select(v => v.Id));
        await s.Page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { NameRegex = new Regex("khong-phai-thu") }).ClickAsync();
        await Assertions.Expect(s.Page.Locator("#Input_Email")).ToBeFocusedAsync();
        await Assertions.Expect(s.Page.Locator("#Input_FullName")).ToHaveValueAsync("Trần Thị Ví Dụ");
        await Assertions.Expect(s.Page.Locator("#Input_Agency")).ToHaveValueAsync(SeatScreen.Agency);
        await Assertions.Expect(s.Page.Locator("[name='Input.Consents']").First).ToBeCheckedAsync();
        await s.Page.Keyboard.PressAsync("Control+A");
        await s.Page.Keyboard.TypeAsync(s.Mailbox("a"));
        await s.Page.Keyboard.PressAsync("Enter");
        await s.HeadingIsAsync("Xin xem hộp thư", "");
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough()
    {
        await using var desk = await site.AdministratorAsync();
        var code = await SetUpAsync(desk, "cho-ban-phim");
        await using var context = await site.ReaderAsync();
        var s = new SeatScreen(await context.NewPageAsync(), desk, "vi", code);
        await s.OpenAsync($"/workshops/{code}");
        await s.TabToAsync($"a[href='/vi/workshops/{code}/register']");
        await s.Page.Keyboard.PressAsync("Enter");
        await s.Page.ArrivesAsync("/register");
        await s.TypeAsync("#Input_FullName", "Trần Thị Ví Dụ");
        await s.TypeAsync("#Input_Email", s.Mailbox("a"));
        await s.TypeAsync("#Input_Agency", SeatScreen.Agency);
        await s.TypeAsync("#Input_ProvinceId", "Vĩnh");
        await s.TypeAsync("#Input_Position", "Chuyên viên");
        await s.TabToAsync("[name='Input.Consents'][value='Photos']");
        await s.Page.Keyboard.PressAsync("Space");
        await s.TabToAsync("form .button-main");
        await s.Page.Keyboard.PressAsync("Enter");
        await s.HeadingIsAsync("Xin xem hộp thư", "");
        await s.FollowMailAsync("a");
        await s.HeadingIsAsync("Ông/Bà đã có chỗ", "");
        await s.TabToAsync("section[aria-labelledby='h-said'] summary");
        await s.Page.Keyboard.PressAsync("Enter");
        await s.TabToAsync("form[action*='Withdraw'] button");
        await s.Page.Keyboard.PressAsync("Enter");
        await s.HeadingIsAsync("Đăng ký đã rút", "");
    }

    [Fact]
    public async Task Nothing_needs_scripts()
    {
        await using var desk = await site.AdministratorAsync();
        var code = await SetUpAsync(desk, "cho-khong-kich-ban");
        await using var context = await site.ReaderAsync(375, scripts: false);
        var s = new SeatScreen(await context.NewPageAsync(), desk, "vi", code);
        await s.OpenAsync($"/workshops/{code}/register");
        await s.FillAsync("Trần Thị Ví Dụ", s.Mailbox("a"));
        await s.PressAsync("Đăng ký", "Register");
        await s.FollowMailAsync("a");
        await s.HeadingIsAsync("Ông/Bà đã có chỗ", "");
        await s.Page.GetByText("Tôi không dự được").ClickAsync();
        await s.PressAsync("Rút đăng ký của tôi", "");
        await s.HeadingIsAsync("Đăng ký đã rút", "");
        await s.PressAsync("Đăng ký lại", "");
        await s.HeadingIsAsync("Ông/Bà đã có chỗ", "");
    }

    /// <summary>A published workshop with one seat, far enough away for every offer.</summary>
    private static async Task<string> SetUpAsync(IBrowserContext desk, string code)
    {
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/vi/desk/programmes/mau-2026/workshops/new");
        await page.GetByLabel("Tiếng Việt").FillAsync("Hội thảo một chỗ " + code);
        await page.GetByLabel("Tiếng Anh").FillAsync("One-seat workshop " + code);
        await page.Locator("[name='Input.Code']").FillAsync(code);
        await page.Locator("[name='Input.StartsOn']").FillAsync("2090-01-10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập bản nháp" }).ClickAsync();
        await page.ArrivesAsync($"/desk/workshops/{code}");
        await page.GotoAsync($"/vi/desk/workshops/{code}/settings");
        await page.Locator("[name='Input.Capacity']").FillAsync("1");
        foreach (var box in new[] { "Input.RegistrationOpens", "Input.RegistrationCloses" }) await page.Locator($"[name='{box}']").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu thiết lập" }).ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
        await page.GotoAsync($"/vi/desk/workshops/{code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Công bố hội thảo" }).ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
        await page.CloseAsync();
        return code;
    }
}
