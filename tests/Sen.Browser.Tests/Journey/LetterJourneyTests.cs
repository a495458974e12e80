using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sen.Browser.Tests.Journey;

/// <summary>A reminder from the first word to the last recipient: written with a mistake, mended, previewed, planned, sent.</summary>
public sealed partial class LetterJourneyTests(Site site)
{
    [Theory, InlineData(375), InlineData(1280)]
    public async Task A_reminder_is_written_mended_planned_and_sent(int width)
    {
        await using var desk = await site.AdministratorAsync(width);
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/vi/desk/workshops/can-tho-2026/letters");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = DayBefore() }).ClickAsync();
        await page.Locator("[name='Input.Group.State']").SelectOptionAsync("Seated");
        await page.Locator("[name='Input.Group.Kind']").SelectOptionAsync("Guest");
        await page.Locator("[name='Input.Subject.Vi']").FillAsync($"Ngày mai ({width}): {{hoi_thoa}}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu và xem lại" }).ClickAsync();
        var mistake = page.GetByRole(AriaRole.Alert).GetByRole(AriaRole.Link, new() { Name = "{hoi_thoa}: có phải {hoi_thao}?" });
        await Assertions.Expect(mistake).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await mistake.ClickAsync();
        await Assertions.Expect(page.Locator("[name='Input.Subject.Vi']")).ToBeFocusedAsync();
        // The list puts the word where the cursor is.
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.TypeAsync($"Ngày mai ({width}): ");
        await page.GetByText("Danh sách chỗ điền").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "{hoi_thao}", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[name='Input.Subject.Vi']")).ToHaveValueAsync($"Ngày mai ({width}): {{hoi_thao}}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu và xem lại" }).ClickAsync();
        await Assertions.Expect(page.GetByText("người sẽ nhận")).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        var letter = page.Url;

        await page.GetByRole(AriaRole.Link, new() { Name = "Xem như người nhận" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 trong 3 người")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Người sau" }).ClickAsync();
        await Assertions.Expect(page.GetByText("2 trong 3 người")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".facts-list")).ToContainTextAsync($"Ngày mai ({width}): Khu vực phía Nam, Cần Thơ");

        await page.GotoAsync(letter);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = Plan() }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Đã lên lịch");
        await page.GetByText("Gửi ngay…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi ngay cho 3 người" }).ClickAsync();
        await Assertions.Expect(page.Locator(".stat", new() { HasText = "Chờ gửi" })).ToContainTextAsync("3", new() { Timeout = 30_000 });
        await page.GotoAsync(letter);
        await Assertions.Expect(page.Locator("#h-letter + p")).ToContainTextAsync("Đã gửi", new() { Timeout = 30_000 });
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));
        await page.GetByText("Dừng và rút lại thư chưa gửi…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Rút lại 3 thư" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("3 thư chưa gửi được rút lại");
    }

    [GeneratedRegex("^Dùng mẫu này ?: Nhắc trước một ngày")]
    private static partial Regex DayBefore();

    [GeneratedRegex("^Lên lịch gửi lúc")]
    private static partial Regex Plan();
}
