using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sen.Browser.Tests.Journey;

/// <summary>An organiser's work from an empty desk to the published story, with the words that stand on the screen.</summary>
public sealed class JourneyTests(Site site)
{
    [Theory, InlineData(375, "vi"), InlineData(1280, "vi"), InlineData(375, "en"), InlineData(1280, "en")]
    public async Task A_workshop_goes_from_a_copy_of_the_last_one_to_its_story(int width, string lang)
    {
        var serial = (width == 375 ? 0 : 1) + (lang == "vi" ? 0 : 2);
        var code = $"hanh-trinh-{lang}-{width}";
        await using var context = await site.AdministratorAsync(width);
        var organiser = new Screen(await context.NewPageAsync(), lang, code);
        try
        {
            await SetUpAsync(organiser);
            await WriteAgendaAsync(organiser);
            await ImportAsync(organiser, serial);
            await PublishAsync(organiser);
            await PrintAsync(organiser, serial);
            await WriteStoryAsync(organiser);
            await ReadAsAVisitorAsync(organiser, width);
        }
        catch (Exception)
        {
            await organiser.KeepPictureAsync();
            throw;
        }
    }

    private static async Task SetUpAsync(Screen s)
    {
        await s.OpenAsync("/desk/programmes/mau-2026/workshops/new");
        await s.Box("Tiếng Việt", "Vietnamese").FillAsync($"Hội thảo hành trình {s.Code}");
        await s.Box("Tiếng Anh", "English").FillAsync($"Journey workshop {s.Code}");
        await s.Box("Mã", "Code").FillAsync(s.Code);
        await s.Box("Ngày khai mạc", "First day").FillAsync("2090-01-10");
        var source = s.Box("Chép từ", "Copy from");
        // The one without limits of its own: the list of 60 is to be written whole.
        var choices = await source.Locator("option").EvaluateAllAsync<string[][]>("options => options.map(o => [o.value, o.textContent])");
        await source.SelectOptionAsync(choices.Single(c => c[1].StartsWith(s.T("Khu vực phía Bắc, Bắc Ninh (", "Northern region, Bac Ninh ("), StringComparison.Ordinal) && !c[1].Contains("2016", StringComparison.Ordinal))[0]);
        await s.PressAsync("Lập bản nháp", "Set up the draft");
        await s.ReadsAsync("Đã lập bản nháp. Xem lại thiết lập rồi công bố.", "The draft is set up. Check the settings, then publish.");
        Assert.EndsWith($"/{s.Lang}/desk/workshops/{s.Code}", s.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>A second session in a room that is taken: the page says so, and says no more once it has moved.</summary>
    private static async Task WriteAgendaAsync(Screen s)
    {
        await s.OpenAsync($"/desk/workshops/{s.Code}/agenda/new?day=1");
        await s.Box("Tiếng Việt", "Vietnamese").First.FillAsync("Hỏi đáp về hóa đơn điện");
        await s.Box("Tiếng Anh", "English").First.FillAsync("Questions on electricity bills");
        await s.Box("Bắt đầu", "Begins").FillAsync("09:00");
        await s.Box("Kết thúc", "Ends").FillAsync("09:45");
        await s.Page.Locator("[name='Input.Room.Vi']").FillAsync("Phòng A");
        await s.Page.Locator("[name='Input.Room.En']").FillAsync("Room A");
        await s.Page.Locator("[name='Input.Speakers[0].Name']").FillAsync("Đỗ Thị Ví Dụ");
        await s.PressAsync("Lưu phiên", "Save the session");
        await s.ReadsAsync("Đã lưu phiên. Còn 1 chỗ trùng giờ cần xem.", "The session is saved. 1 clashes need a look.");
        await Assertions.Expect(s.Page.Locator(".note-alert li")).ToHaveTextAsync([new Regex(s.T(
            "^Phòng A: Sản xuất sạch hơn là gì \\(08:30–10:00\\) · Hỏi đáp về hóa đơn điện \\(09:00–09:45\\)$",
            "^Room A: What cleaner production is \\(08:30–10:00\\) · Questions on electricity bills \\(09:00–09:45\\)$"))]);

        await s.Page.GetByRole(AriaRole.Link, new() { Name = s.T("Sửa Hỏi đáp về hóa đơn điện", "Edit Questions on electricity bills") }).ClickAsync();
        await s.Page.Locator("[name='Input.Room.Vi']").FillAsync("Phòng B");
        await s.Page.Locator("[name='Input.Room.En']").FillAsync("Room B");
        await s.PressAsync("Lưu phiên", "Save the session");
        await s.ReadsAsync("Đã lưu phiên.", "The session is saved.");
        Assert.Equal(0, await s.Page.Locator(".note-alert").CountAsync());
    }

    private static async Task ImportAsync(Screen s, int serial)
    {
        await s.OpenAsync($"/desk/workshops/{s.Code}/import");
        await s.Box("Tệp danh sách", "File of the list").SetInputFilesAsync(new FilePayload { Name = "Danh sách các tỉnh.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = ParticipantsList.Workbook(serial) });
        await s.PressAsync("Xem trước danh sách", "Preview the list");
        Assert.Equal(["60", "57", "0", "3"], (await s.Page.Locator(".stats .fig").AllInnerTextsAsync()).Select(t => t.Trim()));
        var blocked = s.Button("Còn 3 dòng cần xem", "3 rows need a look");
        await Assertions.Expect(blocked).ToBeDisabledAsync();

        var rows = s.Page.Locator("fieldset.row-fix");
        await Assertions.Expect(rows.Locator(".row-problems")).ToContainTextAsync(
        [
            s.T("Không phải số điện thoại. Hãy sửa hoặc để trống.", "This is not a phone number. Correct it or leave it empty."),
            s.T("Thiếu họ và tên. Hãy điền họ tên.", "The name is missing. Enter it."),
            s.T("Không phải địa chỉ thư điện tử. Hãy sửa hoặc để trống.", "This is not an e-mail address. Correct it or leave it empty."),
        ]);
        await rows.Nth(0).GetByLabel(s.T("Điện thoại", "Telephone")).FillAsync("");
        await rows.Nth(1).GetByLabel(s.T("Họ và tên", "Name")).FillAsync(ParticipantsList.Name(serial, 33));
        await rows.Nth(2).GetByLabel(s.T("Thư điện tử", "E-mail")).FillAsync(ParticipantsList.Email(serial, 47));
        for (var i = 0; i < 3; i++) await rows.Nth(i).GetByLabel(s.T("Nhận dòng này", "Take this row")).CheckAsync();
        await s.PressAsync("Lưu các dòng đã chọn", "Save the rows decided");
        await s.ReadsAsync("Đã nhận 3 dòng đã xem.", "3 rows are decided.");
        await s.PressAsync("Nhập 60 người", "Import 60 people");
        await s.ReadsAsync("Đã nhập 60 người; 0 người đã có từ trước.", "60 people imported; 0 were known.");
    }

    private static async Task PublishAsync(Screen s)
    {
        await s.OpenAsync($"/desk/workshops/{s.Code}");
        await s.PressAsync("Công bố hội thảo", "Publish the workshop");
        await s.ReadsAsync("Hội thảo nay ở trạng thái: Đã công bố.", "The workshop is now: Published.");
    }

    private static async Task PrintAsync(Screen s, int serial)
    {
        await s.OpenAsync($"/desk/workshops/{s.Code}/people/print");
        var names = await s.Page.Locator(".door-table tbody th").AllInnerTextsAsync();
        Assert.Equal(Enumerable.Range(0, ParticipantsList.People).Select(i => ParticipantsList.Name(serial, i)).Order(StringComparer.Ordinal), names.Select(n => n.Trim()).Order(StringComparer.Ordinal));
        await Assertions.Expect(s.Page.GetByText("Tổng số: 60 người.")).ToBeVisibleAsync();
    }

    private static async Task WriteStoryAsync(Screen s)
    {
        await s.OpenAsync($"/desk/workshops/{s.Code}/story");
        await s.Page.Locator("[name='Input.Text.Vi']").FillAsync("Hai ngày ở Cần Thơ.\n\n## Điều học được\n\n- Đo trước, **bàn sau**.");
        await s.Page.Locator("[name='Input.Text.En']").FillAsync("Two days in Can Tho.\n\n## What was learnt\n\n- Measure first, **talk later**.");
        await s.Box("Thêm ảnh", "Add photos").SetInputFilesAsync(
        [
            Photo("anh-1.jpg", Pictures.JpegWithPlace(180, 60, 60)), Photo("anh-2.png", Pictures.Png(60, 180, 60)), Photo("anh-3.png", Pictures.Png(60, 60, 180)),
            Photo("anh-4.png", Pictures.Png(180, 180, 60)), Photo("anh-5.jpg", Pictures.JpegWithPlace(60, 180, 180)),
        ]);
        await s.PressAsync("Lưu câu chuyện", "Save the story");
        await s.ReadsAsync("Đã lưu câu chuyện, thêm 5 ảnh.", "The story is saved with 5 new photos.");
        for (var i = 0; i < 5; i++)
        {
            await s.Page.Locator($"[name='Input.Photos[{i}].Alt.Vi']").FillAsync($"Ảnh thử số {i + 1}");
            await s.Page.Locator($"[name='Input.Photos[{i}].Alt.En']").FillAsync($"Test photo {i + 1}");
        }
        await s.PressAsync("Lưu câu chuyện", "Save the story");
        await s.ReadsAsync("Đã lưu câu chuyện.", "The story is saved.");
    }

    /// <summary>Somebody else, elsewhere, with scripts off.</summary>
    private async Task ReadAsAVisitorAsync(Screen s, int width)
    {
        await using var context = await site.ReaderAsync(width, scripts: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{s.Lang}/workshops/{s.Code}");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(s.T($"Hội thảo hành trình {s.Code}", $"Journey workshop {s.Code}"));
        await Assertions.Expect(page.GetByText(s.T("Còn 0 trên 60 chỗ", "0 of 60 seats left"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(s.T("Hỏi đáp về hóa đơn điện", "Questions on electricity bills"))).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Đỗ Thị Ví Dụ")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".prose")).ToHaveTextAsync(new Regex(s.T("Hai ngày ở Cần Thơ.\\s+Điều học được\\s+Đo trước, bàn sau.", "Two days in Can Tho.\\s+What was learnt\\s+Measure first, talk later.")));
        await Assertions.Expect(page.Locator(".prose strong")).ToHaveTextAsync(s.T("bàn sau", "talk later"));

        var photos = page.Locator(".gallery img");
        Assert.Equal(Enumerable.Range(1, 5).Select(i => s.T($"Ảnh thử số {i}", $"Test photo {i}")), await Task.WhenAll((await photos.AllAsync()).Select(async p => (await p.GetAttributeAsync("alt"))!)));
        var place = Pictures.JpegWithPlace(1, 2, 3);
        Assert.True(place.AsSpan().IndexOf(Pictures.Place) > 0, "The picture that was sent says where it was taken.");
        foreach (var link in await page.Locator(".gallery a").AllAsync())
        {
            var answer = await context.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
            var served = await answer.BodyAsync();
            Assert.Equal((200, "image/webp"), (answer.Status, answer.Headers["content-type"]));
            Assert.True(served.AsSpan().IndexOf("EXIF"u8) < 0 && served.AsSpan().IndexOf("Exif"u8) < 0 && served.AsSpan().IndexOf(Pictures.Place) < 0, "A served picture says where it was taken.");
        }
        // Nobody's name from the list is public.
        Assert.DoesNotContain("danhsach.example", await page.ContentAsync(), StringComparison.Ordinal);
    }

    private static FilePayload Photo(string name, byte[] content) => new() { Name = name, MimeType = name.EndsWith("png", StringComparison.Ordinal) ? "image/png" : "image/jpeg", Buffer = content };

    /// <summary>The organiser's page in one language: opened by address, read and pressed by its words.</summary>
    private sealed class Screen(IPage page, string lang, string code)
    {
        public IPage Page => page;
        public string Lang => lang;
        public string Code => code;

        public string T(string vi, string en) => lang == "vi" ? vi : en;

        public async Task OpenAsync(string address)
        {
            var answer = await page.GotoAsync("/" + lang + address);
            Assert.Equal(200, answer!.Status);
        }

        public ILocator Box(string vi, string en) => page.GetByLabel(new Regex("^" + Regex.Escape(T(vi, en)) + "( ?(không bắt buộc|optional))?$"));

        public ILocator Button(string vi, string en) => page.GetByRole(AriaRole.Button, new() { Name = T(vi, en), Exact = true });

        public Task PressAsync(string vi, string en) => Button(vi, en).ClickAsync();

        /// <summary>The answer of the last action, word for word.</summary>
        public Task ReadsAsync(string vi, string en) => Assertions.Expect(page.Locator(".flash")).ToHaveTextAsync(T(vi, en));

        public Task<byte[]> KeepPictureAsync() => page.ScreenshotAsync(new() { Path = Path.Combine(Path.GetTempPath(), $"sen-{code}.png"), FullPage = true });
    }
}
