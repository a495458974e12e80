using CsCheck;
using Sen.Web.Platform.Text;

namespace Sen.Web.Tests.Platform.Text;

public sealed class LegacyVietnameseTests
{
    private const string Small = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ";

    [Theory]
    [InlineData("Së Tµi nguyªn vµ M«i tr­êng tØnh HËu Giang", ".VnTime", "Sở Tài nguyên và Môi trường tỉnh Hậu Giang")]
    [InlineData("nguyÔn v¨n ®øc", ".VnTimeH", "NGUYỄN VĂN ĐỨC")]
    [InlineData("Sôû Taøi nguyeân vaø Moâi tröôøng tænh Haäu Giang", "VNI-Times", "Sở Tài nguyên và Môi trường tỉnh Hậu Giang")]
    [InlineData("NGUYEÃN VAÊN ÑÖÙC", "VNI-Helve", "NGUYỄN VĂN ĐỨC")]
    [InlineData("Nguyễn Văn Đức", ".VnTime", "Nguyễn Văn Đức")]
    [InlineData("Lê Hà", "Arial", "Lê Hà")]
    public void A_font_tells_the_encoding(string text, string font, string expected) =>
        Assert.Equal(expected, LegacyVietnamese.Decode(text, LegacyVietnamese.OfFont(font), LegacyVietnamese.IsCapitalsFont(font)));

    [Theory]
    [InlineData("TrÇn ThÞ Ngäc H­êng", LegacyEncoding.Tcvn3)]
    [InlineData("Traàn Thò Ngoïc Höôøng", LegacyEncoding.Vni)]
    [InlineData("Trần Thị Ngọc Hường", LegacyEncoding.None)]
    [InlineData("Lê Thanh Hà", LegacyEncoding.None)]
    [InlineData("Crème brûlée à São Paulo", LegacyEncoding.None)]
    [InlineData("Tran Thi Ngoc Huong", LegacyEncoding.None)]
    public void Letters_alone_tell_it_too(string text, LegacyEncoding expected) => Assert.Equal(expected, LegacyVietnamese.Detect([text]));

    [Fact]
    public void Every_small_letter_survives_tcvn3() => Gen.Char[Small + "abcxyz 0912@."].Array[0, 60].Sample(letters =>
    {
        var text = new string(letters);
        return Tcvn3.Decode(Tcvn3.Encode(text)) == text;
    });

    [Fact]
    public void The_search_key_of_a_key_is_the_key_and_marks_and_case_do_not_count() => Gen.Char[Small + "aeđ xyz-&"].Array[0, 40].Sample(letters =>
    {
        var text = new string(letters);
        var key = SearchKey.Of(text);
        return SearchKey.Of(key) == key && SearchKey.Of(text.ToUpperInvariant()) == key && SearchKey.Of(text.Normalize(System.Text.NormalizationForm.FormD)) == key;
    });

    [Fact]
    public void Nothing_throws_and_all_comes_out_composed() => Gen.String.Sample(text =>
    {
        foreach (var encoding in Enum.GetValues<LegacyEncoding>()) Assert.True(LegacyVietnamese.Decode(text, encoding).IsNormalized());
        LegacyVietnamese.Detect([text]);
    });
}
