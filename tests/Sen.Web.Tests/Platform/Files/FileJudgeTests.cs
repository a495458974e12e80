using System.Text;
using Sen.Web.Platform.Files;
using static Sen.Web.Tests.Platform.Files.Papers;

namespace Sen.Web.Tests.Platform.Files;

public sealed class FileJudgeTests
{
    [Fact]
    public void Documents_are_known_by_their_content_whatever_their_name()
    {
        Assert.Equal(FileKind.Pdf, KindOf(AnyPdf, "bai-giang.exe"));
        Assert.Equal(FileKind.Word, KindOf(Docx(), "a.pdf"));
        Assert.Equal(FileKind.Sheet, KindOf(File.ReadAllBytes(ListFile("participants-sample.xlsx"))));
        Assert.Equal(FileKind.OldSheet, KindOf(File.ReadAllBytes(ListFile("tcvn3-2016.xls"))));
        Assert.Equal(FileKind.Slides, KindOf(Zip(("[Content_Types].xml", Types("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")))));
        Assert.Equal(FileKind.OpenText, KindOf(Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<m/>"))));
        Assert.Equal(FileKind.Picture, KindOf(Png()));
        Assert.Equal(FileKind.Markdown, KindOf(Markdown, "tom-tat.MD"));
        Assert.Equal(FileKind.Text, KindOf("Chữ thường."u8.ToArray(), "ghi chú.txt"));
        Assert.Equal(FileKind.Sound, KindOf([.. "ID3"u8, .. new byte[60]]));
        Assert.Equal(FileKind.Video, KindOf([0, 0, 0, 24, .. "ftypisom"u8, .. new byte[60]]));
        Assert.Equal((".docx", ".pdf"), (Assert.IsType<FileVerdict.Taken>(Judge(Docx(), "x")).Extension, Assert.IsType<FileVerdict.Taken>(Judge(AnyPdf, "x")).Extension));
    }

    [Fact]
    public void A_pdf_that_may_ask_for_a_password_is_taken_and_said() =>
        Assert.Equal((true, false), (Assert.IsType<FileVerdict.Taken>(Judge(LockedPdf, "a.pdf")).MayAskPassword, Assert.IsType<FileVerdict.Taken>(Judge(AnyPdf, "a.pdf")).MayAskPassword));

    public static TheoryData<string, byte[], string, string> Refusals => new()
    {
        { "a program", "MZ\u0090\0\u0003\0\0\0"u8.ToArray(), "bai.pdf", "không phải loại tài liệu" },
        { "a web page", "  <!DOCTYPE html><p>"u8.ToArray(), "bai.txt", "không phải loại tài liệu" },
        { "a drawing with scripts", "<svg xmlns='x' onload='alert(1)'/>"u8.ToArray(), "hinh.md", "không phải loại tài liệu" },
        { "a script", "#!/bin/sh\nrm -rf ~"u8.ToArray(), "huong-dan.txt", "không phải loại tài liệu" },
        { "a script by its ending", "WScript.Echo 1"u8.ToArray(), "bai.vbs", "không phải loại tài liệu" },
        { "an archive", Zip(("a.docx", "x")), "tat-ca.zip", "là tệp nén" },
        { "macros said by the list", Zip(("[Content_Types].xml", Types("application/vnd.ms-word.document.macroEnabled.main+xml"))), "a.docx", "có macro" },
        { "macros hidden from the list", Zip(("[Content_Types].xml", Types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")), ("word/vbaProject.bin", "x")), "a.docx", "có macro" },
        { "OpenDocument macros", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("Basic/Standard/Module1.xml", "x")), "a.odt", "có macro" },
        { "an OpenDocument password", Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("META-INF/manifest.xml", "<manifest:encryption-data/>")), "a.odt", "có mật khẩu" },
        { "a trap", Zip(("[Content_Types].xml", Types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")), ("word/document.xml", new byte[30_000_000])), "a.docx", "phình to" },
        { "half an archive", Docx(new string('x', 5000))[..200], "a.docx", "tệp hỏng" },
        { "nothing", [], "a.pdf", "tệp rỗng" },
        { "old letters", [0x43, 0xF4, 0xED, 0x20], "a.txt", "không ở dạng UTF-8" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void What_could_harm_or_helps_nobody_is_refused_with_what_to_do(string what, byte[] content, string name, string says)
    {
        var refused = Assert.IsType<FileVerdict.Refused>(Judge(content, name));
        Assert.Contains(says, refused.Reason.Vi, StringComparison.Ordinal);
        Assert.NotEmpty(refused.Reason.En);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void Old_documents_with_a_password_or_macros_are_refused()
    {
        Assert.Contains("có mật khẩu", Refusal(Compound("EncryptedPackage")), StringComparison.Ordinal);
        Assert.Contains("có macro", Refusal(Compound("WordDocument", "Macros")), StringComparison.Ordinal);
        Assert.Equal(FileKind.OldWord, KindOf(Compound("WordDocument")));
        Assert.Contains("không phải tài liệu Word", Refusal(Compound("Something")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("..\\..\\bài giảng: số 1?.exe", ".pdf", "bài giảng số 1.pdf", "bai-giang-so-1.pdf")]
    [InlineData("/etc/passwd", "", "passwd", "passwd")]
    [InlineData("...", ".docx", "tai-lieu.docx", "tai-lieu.docx")]
    [InlineData("中文.pdf", ".pdf", "中文.pdf", "tai-lieu.pdf")]
    public void A_name_is_one_that_every_device_can_keep(string given, string extension, string tidy, string plain)
    {
        Assert.Equal(tidy, FileNames.Tidy(given, extension));
        Assert.Equal(plain, FileNames.Plain(tidy));
    }

    private static FileKind KindOf(byte[] content, string name = "a.bin") => Judge(content, name) is FileVerdict.Refused no ? throw new Xunit.Sdk.XunitException(no.Reason.Vi) : ((FileVerdict.Taken)Judge(content, name)).Kind;

    private static string Refusal(byte[] content) => Assert.IsType<FileVerdict.Refused>(Judge(content, "a.doc")).Reason.Vi;

    private static FileVerdict Judge(byte[] content, string name)
    {
        using var stream = new MemoryStream(content);
        return FileJudge.Judge(stream, name);
    }

    private static string ListFile(string name) => Sen.Web.Tests.Features.Registrations.Lists.ListFiles.PathOf(name);

    /// <summary>The least a compound file is: a header, one sector of its table, one of its directory.</summary>
    private static byte[] Compound(params string[] names)
    {
        var file = new byte[512 * 3];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        BitConverter.GetBytes((ushort)9).CopyTo(file, 30);
        BitConverter.GetBytes(1).CopyTo(file, 48);
        BitConverter.GetBytes(4096).CopyTo(file, 56);
        BitConverter.GetBytes(0xFFFFFFFE).CopyTo(file, 68);
        for (var i = 0; i < 109; i++) BitConverter.GetBytes(i == 0 ? 0 : 0xFFFFFFFF).CopyTo(file, 76 + 4 * i);
        for (var i = 0; i < 128; i++) BitConverter.GetBytes(i == 0 ? 0xFFFFFFFD : i == 1 ? 0xFFFFFFFE : 0xFFFFFFFF).CopyTo(file, 512 + 4 * i);
        for (var i = 0; i < names.Length; i++)
        {
            Encoding.Unicode.GetBytes(names[i]).CopyTo(file, 1024 + 128 * i);
            BitConverter.GetBytes((ushort)(names[i].Length * 2 + 2)).CopyTo(file, 1024 + 128 * i + 64);
        }
        return file;
    }
}
