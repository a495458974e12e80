using System.Text;
using CsCheck;
using Sen.Web.Platform.Spreadsheets;
using Sen.Web.Tests.Features.Registrations.Lists;

namespace Sen.Web.Tests.Platform.Spreadsheets;

public sealed class RefusalTests
{
    private const string Row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";

    [Fact]
    public void A_zip_bomb_is_refused_before_it_unpacks() =>
        AssertRefused(RefusalReason.Suspicious, Workbooks.Xlsx(string.Concat(Enumerable.Repeat("<row><c></c></row>", 1_500_000))));

    [Fact]
    public void More_than_the_limits_is_refused()
    {
        AssertRefused(RefusalReason.TooLarge, Workbooks.Xlsx(Row), ReadLimits.Default with { UncompressedBytes = 300 });
        AssertRefused(RefusalReason.Suspicious, Workbooks.Xlsx(Row), ReadLimits.Default with { Entries = 3 });
        AssertRefused(RefusalReason.TooLarge, Workbooks.Xlsx(Row), ReadLimits.Default with { FileBytes = 100 });
        AssertRefused(RefusalReason.TooLarge, Workbooks.Xlsx(Row + Row), ReadLimits.Default with { Rows = 1 });
        AssertRefused(RefusalReason.TooLarge, Workbooks.Xlsx("<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>"));
        AssertRefused(RefusalReason.TooLarge, Workbooks.Xlsx(Row, "<si><t>abcdef</t></si>"), ReadLimits.Default with { SharedStringCharacters = 5 });
    }

    [Fact]
    public void A_document_type_is_refused_in_every_part()
    {
        foreach (var part in new[] { "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml" })
        {
            var parts = Workbooks.Parts(Row);
            parts[part] = "<!DOCTYPE a [<!ENTITY e \"x\">]>" + parts[part].Replace("<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "", StringComparison.Ordinal);
            AssertRefused(RefusalReason.Broken, Workbooks.Zip(parts));
        }
    }

    [Theory]
    [InlineData("", RefusalReason.Empty)]
    [InlineData("  \r\n ", RefusalReason.Empty)]
    [InlineData("%PDF-1.7\nabc", RefusalReason.NotASpreadsheet)]
    [InlineData("\u0089PNG\r\n\u001a\n\u0001\u0002", RefusalReason.NotASpreadsheet)]
    [InlineData("<html><table><tr><td>STT</td></tr></table></html>", RefusalReason.WebPage)]
    [InlineData("<meta charset=utf-8><table><tr><td>STT</td></tr></table>", RefusalReason.WebPage)]
    [InlineData("MIME-Version: 1.0\r\nContent-Type: multipart/related", RefusalReason.WebPage)]
    [InlineData("PK\u0003\u0004 no archive at all", RefusalReason.Broken)]
    public void A_file_is_judged_by_its_content(string content, RefusalReason reason) =>
        AssertRefused(reason, new MemoryStream(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Another_office_document_is_no_spreadsheet()
    {
        var parts = Workbooks.Parts(Row);
        parts["xl/workbook.xml"] = "<document/>";
        AssertRefused(RefusalReason.NotASpreadsheet, Workbooks.Zip(parts));
        AssertRefused(RefusalReason.NotASpreadsheet, Workbooks.Zip(new() { ["readme.txt"] = "hello" }));
    }

    [Fact]
    public void A_password_is_said_to_be_one()
    {
        var encrypted = new byte[2048];
        ReadOnlySpan<byte> magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(encrypted);
        Encoding.Unicode.GetBytes("EncryptedPackage").CopyTo(encrypted, 1024);
        AssertRefused(RefusalReason.Encrypted, new MemoryStream(encrypted));
        AssertRefused(RefusalReason.Encrypted, new MemoryStream(File.ReadAllBytes(ListFiles.PathOf("encrypted.xls"))));
    }

    [Fact]
    public void A_cut_or_damaged_workbook_is_refused_and_throws_nothing()
    {
        var cut = Workbooks.Parts(Row);
        cut["xl/worksheets/sheet1.xml"] = cut["xl/worksheets/sheet1.xml"][..^20];
        AssertRefused(RefusalReason.Broken, Workbooks.Zip(cut));
        AssertRefused(RefusalReason.Broken, Workbooks.Xlsx("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row>"));

        byte[][] files = [File.ReadAllBytes(ListFiles.PathOf("participants-sample.xlsx")), File.ReadAllBytes(ListFiles.PathOf("tcvn3-2016.xls")), Workbooks.Xlsx(Row).ToArray()];
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 6000], Gen.Byte.Array[1, 40]).Sample(
            (which, at, noise) =>
            {
                var file = files[which].ToArray();
                noise.AsSpan(0, Math.Min(noise.Length, file.Length - at % file.Length)).CopyTo(file.AsSpan(at % file.Length));
                SpreadsheetReader.Read(new MemoryStream(file));
                SpreadsheetReader.Read(new MemoryStream(file[..(at % file.Length)]));
            },
            iter: 400);
    }

    [Fact]
    public void Random_bytes_throw_nothing() => Gen.Byte.Array[0, 3000].Sample(
        bytes => ListReadingOf(bytes),
        iter: 300);

    [Fact]
    public void Every_refusal_speaks_both_languages() => Assert.All(Enum.GetValues<RefusalReason>(), reason =>
    {
        var refusal = SpreadsheetRefusal.Of(reason);
        Assert.Equal(reason, refusal.Reason);
        Assert.NotEqual(refusal.Vi, refusal.En);
    });

    private static void ListReadingOf(byte[] bytes) => Sen.Web.Features.Registrations.Lists.ListReading.Read(new MemoryStream(bytes), ListFiles.Of2026);

    private static void AssertRefused(RefusalReason reason, Stream file, ReadLimits? limits = null)
    {
        var reading = SpreadsheetReader.Read(file, limits ?? ReadLimits.Default);
        Assert.Equal(reason, reading.Refusal?.Reason);
        Assert.Empty(reading.Sheets);
    }
}
