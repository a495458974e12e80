using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sen.Browser.Tests.Journey;

/// <summary>Thirty agencies are invited; one officer names three from a phone and replaces one; half say nothing; the hall ends full all the same.</summary>
public sealed class InvitationJourneyTests(Site site)
{
    private const int Invited = 30, Answering = 15, Capacity = 32;
    private const string Code = "moi-30", Domain = Code + ".example";

    [Fact]
    public async Task Thirty_agencies_are_invited_half_stay_silent_and_the_hall_ends_full()
    {
        await using var desk = await site.AdministratorAsync();
        var page = await desk.NewPageAsync();
        await SetUpAsync(page);
        await WriteAndSendAsync(page);
        await using var phone = await site.ReaderAsync(375);
        var officer = await phone.NewPageAsync();

        // The first agency names three on a phone and replaces the second.
        var first = await LetterOfAsync(desk, 0);
        await officer.GotoAsync(first);
        Assert.Empty((await officer.RunAxe()).Violations.Select(v => v.Id));
        foreach (var name in new[] { "Trần Thị Một", "Trần Thị Hai", "Trần Thị Ba" }) await NominateAsync(officer, name);
        await officer.Locator("li", new() { HasText = "Trần Thị Hai" }).GetByRole(AriaRole.Link, new() { Name = "Thay người" }).ClickAsync();
        await NominateAsync(officer, "Trần Thị Thay", "Thay bằng người này", "Đã thay người.");
        await Assertions.Expect(officer.Locator("li", new() { HasText = "Trần Thị Hai" })).ToContainTextAsync("Đã rút");
        await Assertions.Expect(officer.Locator("li", new() { HasText = "Trần Thị Thay" })).ToContainTextAsync("Đã có chỗ");
        for (var n = 1; n < Answering; n++)
        {
            await officer.GotoAsync(await LetterOfAsync(desk, n));
            await NominateAsync(officer, "Lê Văn Cử " + Letter(n));
        }

        // Whoever registers alone waits: every seat that is free is kept for an agency.
        var waiting = new List<string>();
        for (var n = 0; n < Capacity - Answering - 2; n++)
        {
            var box = $"cho{n}@{Domain}";
            await officer.GotoAsync($"/vi/workshops/{Code}/register");
            await officer.Locator("#Input_FullName").FillAsync("Hồ Thị Chờ " + Letter(n));
            await officer.Locator("#Input_Email").FillAsync(box);
            await officer.Locator("#Input_Agency").FillAsync("Trường Đại học Ví Dụ");
            await officer.Locator("#Input_ProvinceId").SelectOptionAsync("2025-79");
            await officer.Locator("#Input_Position").FillAsync("Giảng viên");
            await officer.GetByRole(AriaRole.Button, new() { Name = "Đăng ký", Exact = true }).ClickAsync();
            await Assertions.Expect(officer.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Xin xem hộp thư");
            waiting.Add(box);
        }

        // Silent ones are reminded, three times pressed, once written to.
        await page.GotoAsync($"/vi/desk/workshops/{Code}/invitations");
        await Assertions.Expect(page.GetByText($"{Answering} trên {Invited} cơ quan đã trả lời")).ToBeVisibleAsync();
        for (var press = 0; press < 3; press++)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Nhắc ngay" }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(press == 0 ? $"Đã nhắc {Invited - Answering} cơ quan" : "Không có ai để nhắc");
        }

        // The deadline passes: the seat clock gives the empty seats to the line.
        await site.PassDeadlineAsync(Code);
        await Assertions.Expect(page.Locator("body")).ToContainTextAsync("Giấy mời");
        await UntilAsync(async () =>
        {
            await page.GotoAsync($"/vi/desk/workshops/{Code}/people?State=Offered");
            return await page.GetByText($"{waiting.Count} người.").CountAsync() > 0;
        });
        foreach (var box in waiting)
        {
            await officer.GotoAsync(await LinkAsync(desk, box));
            await officer.GetByRole(AriaRole.Button, new() { Name = "Nhận chỗ này" }).ClickAsync();
            await Assertions.Expect(officer.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Ông/Bà đã có chỗ");
        }
        await officer.GotoAsync($"/vi/workshops/{Code}");
        await Assertions.Expect(officer.GetByText($"Còn 0 trên {Capacity} chỗ")).ToBeVisibleAsync();
        await page.GotoAsync($"/vi/desk/workshops/{Code}/invitations?state=Silent");
        await Assertions.Expect(page.GetByText($"{Invited - Answering} cơ quan.")).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(v => v.Id));

        Assert.Equal([], await site.TwiceWrittenToAsync(Domain));
        foreach (var (search, words) in new[] { ("giay moi 30", "thêm đăng ký"), ("giay moi 30", "nhắc lời mời một cơ quan"), ("seat clock", "sửa lời mời một cơ quan"), ("seat clock", "sửa đăng ký") })
        {
            await page.GotoAsync("/vi/audit?Q=" + Uri.EscapeDataString(search) + (words.Contains("đăng ký", StringComparison.Ordinal) ? "&Subject=Registration" : "&Subject=Invitation"));
            await Assertions.Expect(page.GetByText(words).First).ToBeVisibleAsync();
        }
    }

    private static async Task SetUpAsync(IPage page)
    {
        await page.GotoAsync("/vi/desk/programmes/mau-2026/workshops/new");
        await page.GetByLabel("Tiếng Việt").FillAsync("Hội thảo ba mươi cơ quan");
        await page.GetByLabel("Tiếng Anh").FillAsync("Workshop of thirty agencies");
        await page.Locator("[name='Input.Code']").FillAsync(Code);
        await page.Locator("[name='Input.StartsOn']").FillAsync("2090-03-10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập bản nháp" }).ClickAsync();
        await page.ArrivesAsync($"/desk/workshops/{Code}");
        await page.GotoAsync($"/vi/desk/workshops/{Code}/settings");
        await page.Locator("[name='Input.Capacity']").FillAsync(Capacity.ToString(CultureInfo.InvariantCulture));
        foreach (var box in new[] { "Input.RegistrationOpens", "Input.RegistrationCloses" }) await page.Locator($"[name='{box}']").FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu thiết lập" }).ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
        await page.GotoAsync($"/vi/desk/workshops/{Code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Công bố hội thảo" }).ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
    }

    private static async Task WriteAndSendAsync(IPage page)
    {
        await page.GotoAsync($"/vi/desk/workshops/{Code}/invitations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Soạn giấy mời" }).ClickAsync();
        await page.Locator("[name='Input.Number']").FillAsync("30/GM-VPCT");
        await page.Locator("[name='Input.Signatory']").FillAsync("Trần Văn Mẫu");
        await page.Locator("[name='Input.Position']").FillAsync("Chánh Văn phòng");
        await page.Locator("[name='Input.SeatsEach']").FillAsync("1");
        await page.Locator("[name='Input.Deadline']").FillAsync("2090-02-20T17:00");
        await page.GetByLabel("Giữ chỗ cho cơ quan đến hạn trả lời").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu giấy mời" }).ClickAsync();
        await page.GetByText("Đã lưu giấy mời.").WaitForAsync();
        await page.GotoAsync(page.Url.Split('?', '#')[0] + "?kinds=SNNMT&kinds=SCT&kinds=SKHCN&kinds=BQLKCN");
        var boxes = page.Locator("input[name='Agencies']");
        for (var n = await boxes.CountAsync() - 1; n >= Invited; n--) await boxes.Nth(n).UncheckAsync();
        for (var n = 0; n < Invited; n++) await boxes.Nth(n).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm các cơ quan đã đánh dấu" }).ClickAsync();
        await page.GetByText($"Đã thêm {Invited} cơ quan.").WaitForAsync();
        for (var n = 0; n < Invited; n++) await page.Locator($"[name='Rows[{n}].Email']").FillAsync($"vanthu{n}@{Domain}");
        await page.Locator("[name='Rows[0].Seats']").FillAsync("3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu danh sách này" }).ClickAsync();
        await page.GetByText("Đã lưu danh sách cơ quan.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Gửi {Invited} giấy mời" }).ClickAsync();
        await Assertions.Expect(page.Locator(".job")).ToContainTextAsync($"Xong: {Invited} trên {Invited}", new() { Timeout = 30_000 });
    }

    private static async Task NominateAsync(IPage page, string name, string button = "Đề cử người này", string answer = "Đã đề cử.")
    {
        await page.Locator("#Input_FullName").FillAsync(name);
        await page.Locator("#Input_Position").FillAsync("Chuyên viên");
        await page.Locator("#Input_Email").FillAsync($"{Guid.NewGuid():N}@{Domain}");
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync(answer);
    }

    private static Task<string> LetterOfAsync(IBrowserContext desk, int n) => LinkAsync(desk, $"vanthu{n}@{Domain}");

    private static async Task<string> LinkAsync(IBrowserContext desk, string mailbox)
    {
        var tray = await desk.NewPageAsync();
        await tray.GotoAsync("/vi/mail?Q=" + Uri.EscapeDataString(mailbox));
        await tray.Locator("tbody th a").First.ClickAsync();
        var link = await tray.Locator(".letter a[href*='token=']").First.GetAttributeAsync("href");
        await tray.CloseAsync();
        return link!;
    }

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var looks = 0; looks < 60; looks++)
        {
            if (await done()) return;
            await Task.Delay(500);
        }
        Assert.Fail("The seat clock gave nothing away within half a minute.");
    }

    private static string Letter(int n) => ((char)('A' + n)).ToString();
}
