using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sen.Browser.Tests.Journey;

/// <summary>An agenda on its way to the hall: arranged by key, by pull and without scripts, released, followed on the wall, its papers laid out.</summary>
public sealed class AgendaJourneyTests(Site site)
{
    [Fact]
    public async Task An_agenda_is_arranged_by_keys_and_released_with_its_changes_in_words()
    {
        await using var desk = await site.AdministratorAsync();
        var page = await SetUpAsync(desk, "xep-phim");
        await Grip(page, "Giải lao").FocusAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(Row(page, "Giải lao").Locator(".when")).ToHaveTextAsync("08:30–08:45");
        await Assertions.Expect(Row(page, "Sản xuất sạch hơn là gì").Locator(".when")).ToHaveTextAsync("08:45–10:15");
        await Assertions.Expect(Grip(page, "Giải lao")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("p.vh[aria-live]")).ToContainTextAsync("«Giải lao» nay ở 08:30–08:45");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(Row(page, "Giải lao").Locator(".when")).ToHaveTextAsync("16:30–16:45");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Assertions.Expect(Row(page, "Giải lao").Locator(".when")).ToHaveTextAsync("08:30–08:45");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem và công bố" }).ClickAsync();
        await Assertions.Expect(page.Locator(".changes")).ToContainTextAsync("Dời «Sản xuất sạch hơn là gì» từ 08:30 sang 08:45");
        await page.GetByRole(AriaRole.Button, new() { Name = "Công bố bản số 2" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Đã công bố bản số 2.");
        await page.GotoAsync("/vi/workshops/xep-phim");
        await Assertions.Expect(page.Locator(".release")).ToContainTextAsync("Bản số 2");
    }

    [Theory, InlineData(375), InlineData(1280)]
    public async Task A_session_is_pulled_to_another_place(int width)
    {
        await using var desk = await site.AdministratorAsync(width);
        var page = await SetUpAsync(desk, $"xep-keo-{width}");
        await Grip(page, "Giải lao").ScrollIntoViewIfNeededAsync();
        var from = (await Grip(page, "Giải lao").BoundingBoxAsync())!;
        var to = (await Row(page, "Sản xuất sạch hơn là gì").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(from.X + 10, from.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(from.X + 10, to.Y + 8, new() { Steps = 6 });
        await Assertions.Expect(page.Locator(".drop-before")).ToContainTextAsync("Sản xuất sạch hơn là gì");
        await page.Mouse.UpAsync();
        await Assertions.Expect(Row(page, "Giải lao").Locator(".when")).ToHaveTextAsync("08:30–08:45");
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("1 phiên khác dời theo");
    }

    [Fact]
    public async Task Without_scripts_the_buttons_and_the_list_of_half_days_do_the_same()
    {
        await using var desk = await site.AdministratorAsync();
        await SetUpAsync(desk, "xep-nut");
        await using var plain = await site.Browser.NewContextAsync(new() { BaseURL = site.Address.ToString(), JavaScriptEnabled = false, StorageState = await desk.StorageStateAsync() });
        var page = await plain.NewPageAsync();
        await page.GotoAsync("/vi/desk/workshops/xep-nut/agenda");
        await Row(page, "Giải lao").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Lên trên") }).ClickAsync();
        await Assertions.Expect(Row(page, "Giải lao").Locator(".when")).ToHaveTextAsync("08:30–08:45");
        await Row(page, "Giải lao").GetByText("Sang buổi khác").ClickAsync();
        await Row(page, "Giải lao").GetByRole(AriaRole.Combobox).SelectOptionAsync("2:Morning");
        await Row(page, "Giải lao").GetByRole(AriaRole.Button, new() { Name = "Chuyển", Exact = true }).ClickAsync();
        await Assertions.Expect(Row(page, "Giải lao").Locator(".when")).ToHaveTextAsync("11:30–11:45");
    }

    [Fact]
    public async Task The_screen_in_the_hall_goes_on_without_a_network()
    {
        await using var reader = await site.ReaderAsync();
        var page = await reader.NewPageAsync();
        await page.GotoAsync($"/vi/workshops/can-tho-2026/now?at={SampleDays.CanTho:yyyy-MM-dd}T09:59:57");
        await Assertions.Expect(page.Locator("[data-state='running']")).ToContainTextAsync("Sản xuất sạch hơn là gì");
        await Assertions.Expect(page.Locator("[data-state='next']")).ToContainTextAsync("Giải lao");
        await reader.SetOfflineAsync(true);
        await Assertions.Expect(page.Locator("[data-state='running']")).ToContainTextAsync("Giải lao", new() { Timeout = 10_000 });
        await Assertions.Expect(page.Locator(".hall-clock")).ToHaveTextAsync("10:00");
        await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await Assertions.Expect(page.GetByText("Mất mạng: trang vẫn chạy theo chương trình đã tải lúc 09:59.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-state='next']")).ToContainTextAsync("Thảo luận");
        await reader.SetOfflineAsync(false);
    }

    [Fact]
    public async Task Papers_are_uploaded_from_a_phone_and_read_on_one()
    {
        await using var desk = await site.AdministratorAsync(375);
        var page = await SetUpAsync(desk, "tai-lieu-dt");
        await page.GotoAsync("/vi/desk/workshops/tai-lieu-dt/materials");
        await page.GetByLabel("Ai được xem").SelectOptionAsync("Public");
        await page.Locator("#Files").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "Tóm tắt nước.md", MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes("# Nước\n\nĐo trước, sửa sau.") },
            new() { Name = "vỏ bọc.exe", MimeType = "application/pdf", Buffer = "MZ"u8.ToArray() },
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Tải lên" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã thêm 1 tài liệu.")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#Files-error")).ToContainTextAsync("«vỏ bọc.exe»: không phải loại tài liệu nhận được");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Tóm tắt nước", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(375, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await using var reader = await site.ReaderAsync(375);
        var phone = await reader.NewPageAsync();
        await phone.GotoAsync("/vi/workshops/tai-lieu-dt");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Tóm tắt nước", Exact = true }).ClickAsync();
        await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync("Nước");
        Assert.Equal(375, await phone.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private static ILocator Row(IPage page, string title) => page.Locator("[data-session]").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    private static ILocator Grip(IPage page, string title) => Row(page, title).Locator("[data-grip]");

    /// <summary>A published workshop with the agenda of the sample, on the page where it is arranged.</summary>
    private static async Task<IPage> SetUpAsync(IBrowserContext desk, string code)
    {
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/vi/desk/programmes/mau-2026/workshops/new");
        await page.GetByLabel("Tiếng Việt").FillAsync("Hội thảo xếp chương trình " + code);
        await page.GetByLabel("Tiếng Anh").FillAsync("Arranged workshop " + code);
        await page.Locator("[name='Input.Code']").FillAsync(code);
        await page.Locator("[name='Input.StartsOn']").FillAsync("2090-02-10");
        await page.Locator("[name='Input.CopyFrom']").SelectOptionAsync(new SelectOptionValue { Label = await page.Locator("[name='Input.CopyFrom'] option", new() { HasText = "Huế" }).First.TextContentAsync() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập bản nháp" }).ClickAsync();
        await page.ArrivesAsync($"/desk/workshops/{code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Công bố hội thảo" }).ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
        await page.GotoAsync($"/vi/desk/workshops/{code}/agenda");
        return page;
    }
}
