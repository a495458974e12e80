using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Tests.Features.Registrations.Letters;

public sealed class LetterTextTests(TestSite site)
{
    private static readonly Language Vi = new("vi"), En = new("en");

    [Theory]
    [InlineData("{ho_tenn}", "{ho_tenn}: có phải {ho_ten}?")]
    [InlineData("Kính gửi {full_nme},", "{full_nme}: có phải {full_name}?")]
    [InlineData("{dia_diem_hop}", "{dia_diem_hop} không phải là chỗ điền nào. Chọn trong danh sách chỗ điền.")]
    [InlineData("{}", "{} không phải là chỗ điền nào. Chọn trong danh sách chỗ điền.")]
    [InlineData("Chào {ho_ten, mời vào", "Ngoặc nhọn ở «{ho_ten, mời vào» không đủ cặp: thêm ngoặc còn thiếu, hoặc bỏ ngoặc này.")]
    [InlineData("xong}", "Ngoặc nhọn ở «}» không đủ cặp: thêm ngoặc còn thiếu, hoặc bỏ ngoặc này.")]
    public void What_is_misspelt_is_said_with_what_was_meant(string text, string said) => Assert.Equal([said], LetterText.Faults(text).Select(f => f.Words(Vi)));

    [Fact]
    public void Everything_wrong_is_said_at_once_and_each_fault_once() =>
        Assert.Equal(["{ho_tenn}: did you mean {ho_ten}?", "{tickett}: did you mean {ticket}?"], LetterText.Faults("{ho_tenn} {tickett} {ho_tenn} {ngay}").Select(f => f.Words(En)));

    [Theory]
    [InlineData("{Họ tên}"), InlineData("{HO_TEN}"), InlineData("{ ho_ten }"), InlineData("{full name}")]
    public void Marks_capitals_and_spaces_are_forgiven(string text)
    {
        Assert.Equal([], LetterText.Faults(text));
        Assert.Equal("Trần Thị Mẫu", Write(text, Somebody(), Vi, out _));
    }

    [Fact]
    public void A_letter_is_written_in_its_reader_s_language_and_says_what_is_not_known()
    {
        Assert.Equal("Kính gửi Bà TS. Trần Thị Mẫu, ngày 20/12/2026, tại Huế. Chức vụ: chưa ghi nhận. Vé chưa ghi nhận", Write("{kinh_gui}, ngày {ngay}, tại {dia_diem}. Chức vụ: {chuc_vu}. Vé {ma_ve}", Somebody() with { State = RegistrationState.Waiting }, Vi, out var missing));
        Assert.Equal(["chuc_vu", "ma_ve"], missing.Select(m => m.Vi));
        Assert.Equal("Dear TS. Trần Thị Mẫu: Sunday, 20 December 2026, Hue, ABCDE-FGHJK", Write("{dear}: {first_day}, {venue}, {ticket}", Somebody(), En, out _));
    }

    [Fact]
    public void What_a_reader_wrote_is_no_placeholder_of_the_letter() => Assert.Equal("{ho_ten} của Sở", Write("{chuc_vu}", Somebody() with { Position = "{ho_ten} của Sở" }, Vi, out _));

    [Fact]
    public void The_ready_templates_have_no_fault_in_either_language()
    {
        foreach (var t in ReadyTemplates.All)
            foreach (var text in new[] { t.Subject.Vi, t.Subject.En, t.Body.Vi, t.Body.En })
            {
                Assert.NotEqual("", text);
                Assert.Equal([], LetterText.Faults(text).Select(f => f.Words(Vi)));
            }
    }

    private static Addressee Somebody() => new(Guid.NewGuid(), Guid.NewGuid(), "Trần Thị Mẫu", "Bà", "TS.", null, "", Bilingual.Empty, Bilingual.Empty, null, "mau@mau.example", true, "vi", "ABCDEFGHJK", RegistrationState.Seated);

    private string Write(string text, Addressee person, Language l, out IReadOnlyList<LetterPlaceholder> missing)
    {
        var workshop = new Workshop { Code = "thu", Title = new("Hội thảo thử", "Test workshop"), City = new("Huế", "Hue"), StartsOn = new(2026, 12, 20), Programme = new Programme { Code = "ct" } };
        var gone = new HashSet<LetterPlaceholder>();
        var written = LetterText.Write(text, new LetterFacts(workshop, null, site.Services.GetRequiredService<SiteAddress>()), person, l, gone);
        missing = [.. gone];
        return written;
    }
}
