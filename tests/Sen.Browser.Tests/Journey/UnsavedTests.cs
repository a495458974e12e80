using Microsoft.Playwright;

namespace Sen.Browser.Tests.Journey;

/// <summary>Who types and goes on without saving is asked; who saves is not.</summary>
public sealed class UnsavedTests(Site site)
{
    [Fact]
    public async Task Choosing_agencies_while_the_letter_is_unsaved_asks_first_and_loses_nothing()
    {
        await using var desk = await site.AdministratorAsync(1280);
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/vi/desk/workshops/can-tho-2026/invitations");
        await page.GetByRole(AriaRole.Button, new() { Name = "Soạn giấy mời" }).ClickAsync();
        var questions = 0;
        page.Dialog += async (_, dialog) =>
        {
            Assert.Equal(DialogType.BeforeUnload, dialog.Type);
            questions++;
            await dialog.DismissAsync();
        };
        var number = page.GetByLabel("Số, ký hiệu");
        await number.ClickAsync();
        await page.Keyboard.TypeAsync("9/GM-MAU");
        await page.GetByLabel("Tìm một cơ quan").FillAsync("So Cong Thuong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true }).ClickAsync();
        await Assertions.Expect(number).ToHaveValueAsync("9/GM-MAU");
        await AsksAsync(1);

        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu giấy mời" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Đã lưu giấy mời");
        await page.GetByLabel("Tìm một cơ quan").FillAsync("So Cong Thuong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("cơ quan khớp; bỏ dấu")).ToBeVisibleAsync();
        Assert.Equal(1, questions);
        await page.GetByText("Bỏ bản nháp…").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bỏ bản nháp này" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Đã bỏ bản nháp");

        async Task AsksAsync(int times)
        {
            for (var i = 0; i < 50 && questions < times; i++) await page.WaitForTimeoutAsync(100);
            Assert.Equal(times, questions);
        }
    }
}
