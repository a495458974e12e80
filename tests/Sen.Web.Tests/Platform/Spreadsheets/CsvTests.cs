using System.Text;
using Sen.Web.Platform.Spreadsheets;
using Sen.Web.Platform.Text;

namespace Sen.Web.Tests.Platform.Spreadsheets;

public sealed class CsvTests
{
    private const string Names = "Họ và tên;Đơn vị\nNguyễn Thị Hường;Sở Công Thương Đồng Tháp\nTrần Văn Quý;\"Quỹ; Bảo vệ\nmôi trường\"\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "utf-16BE", "utf-16-no-mark", "windows-1258"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Each_encoding_gives_the_same_composed_text(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Names),
            "utf-8-bom" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Names)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Names)],
            "utf-16BE" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Names)],
            "utf-16-no-mark" => Encoding.Unicode.GetBytes("STT;Email;So dien thoai;Ghi chu dai de du chu cai\n" + Names)[("STT;Email;So dien thoai;Ghi chu dai de du chu cai\n".Length * 2)..],
            _ => Windows1258(Names),
        };

        var sheet = Assert.Single(SpreadsheetReader.Read(new MemoryStream(bytes)).Sheets);

        Assert.Equal(
            ["Họ và tên", "Đơn vị", "Nguyễn Thị Hường", "Sở Công Thương Đồng Tháp", "Trần Văn Quý", "Quỹ; Bảo vệ\nmôi trường"],
            sheet.Rows.SelectMany(r => r.Cells).Select(c => c.Text));
    }

    [Theory]
    [InlineData("a,b\n1,\"x, y\"")]
    [InlineData("a;b\n1;x, y")]
    [InlineData("a\tb\n1\tx, y")]
    [InlineData("sep=;\na;b\n1;x, y")]
    public void The_separator_is_guessed(string text)
    {
        var sheet = Assert.Single(SpreadsheetReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Sheets);

        Assert.Equal("x, y", sheet.Rows[^1][2].Text);
    }

    [Fact]
    public void Old_encodings_are_marked_with_the_font_that_shows_them()
    {
        var tcvn3 = Encoding.Latin1.GetBytes(Tcvn3.Encode(Names));
        var vni = Encoding.Latin1.GetBytes("Hoï vaø teân;Ñôn vò\nNguyeãn Thò Höôøng;Sôû Coâng Thöông Ñoàng Thaùp\n");

        Assert.All(Assert.Single(SpreadsheetReader.Read(new MemoryStream(tcvn3)).Sheets).Rows, r => Assert.Equal(".VnTime", r.Cells[0].Font));
        Assert.All(Assert.Single(SpreadsheetReader.Read(new MemoryStream(vni)).Sheets).Rows, r => Assert.Equal("VNI-Times", r.Cells[0].Font));
    }

    // Windows-1258 has ă â ê ô ơ ư đ as letters and the five tones as marks of their own.
    private static byte[] Windows1258(string text)
    {
        var spread = new StringBuilder();
        foreach (var c in text)
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.FirstOrDefault(p => "\u0300\u0301\u0309\u0303\u0323".Contains(p, StringComparison.Ordinal));
            if (tone == default) spread.Append(c);
            else spread.Append(parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize(System.Text.NormalizationForm.FormC)).Append(tone);
        }
        return Encoding.GetEncoding(1258).GetBytes(spread.ToString());
    }
}
