using System.Text;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Files;

public abstract record FileVerdict
{
    /// <param name="Extension">The ending this content should have, with its dot.</param>
    /// <param name="MayAskPassword">A PDF that may ask for a password when it is opened.</param>
    public sealed record Taken(FileKind Kind, string ContentType, string Extension, bool MayAskPassword = false) : FileVerdict;

    public sealed record Refused(Bilingual Reason) : FileVerdict;
}

/// <summary>
/// Judges a document by its content, never by its name. Programs, web pages, drawings with scripts, documents with macros and archives are refused;
/// whether a document carries a virus is not looked for here.
/// </summary>
public static class FileJudge
{
    public const long MostBytes = 50_000_000;
    public const long MostMediaBytes = 200_000_000;
    private const int MostTextBytes = 5_000_000;

    private static readonly FileVerdict Unknown = Refuse(
        "không phải loại tài liệu nhận được: hãy dùng PDF, Word, Excel, PowerPoint, OpenDocument, ảnh, văn bản, Markdown, MP3 hoặc MP4",
        "not a kind of document that is taken: use PDF, Word, Excel, PowerPoint, OpenDocument, pictures, text, Markdown, MP3 or MP4");

    public static FileVerdict Judge(Stream content, string name)
    {
        if (content.Length == 0) return Refuse("tệp rỗng: chọn lại tệp", "the file is empty: choose it again");
        Span<byte> start = stackalloc byte[1024];
        content.Position = 0;
        start = start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (Media(start) is { } media) return content.Length <= MostMediaBytes ? media : TooLarge(MostMediaBytes);
        if (content.Length > MostBytes) return TooLarge(MostBytes);
        if (start.IndexOf("%PDF-"u8) is >= 0 and < 1020) return new FileVerdict.Taken(FileKind.Pdf, "application/pdf", ".pdf", Contains(content, "/Encrypt"u8));
        if (start.StartsWith("PK\u0003\u0004"u8)) return OfficePackage.Judge(content);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return OldOffice.Judge(content);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return new FileVerdict.Taken(FileKind.Picture, "image/jpeg", ".jpg");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])) return new FileVerdict.Taken(FileKind.Picture, "image/png", ".png");
        if (start.Length > 12 && start.StartsWith("RIFF"u8) && start[8..].StartsWith("WEBP"u8)) return new FileVerdict.Taken(FileKind.Picture, "image/webp", ".webp");
        if (start.StartsWith("7z\u00bc\u00af"u8) || start.StartsWith("Rar!"u8) || start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return Archive;
        return Text(content, name);
    }

    internal static FileVerdict Archive { get; } = Refuse("là tệp nén: giải nén rồi tải từng tệp lên; người dự vẫn lấy được tất cả trong một tệp", "an archive: unpack it and upload its files; people still get all of them in one");

    internal static FileVerdict Macros { get; } = Refuse("có macro, nên máy của người nhận có thể gặp nguy hiểm: lưu lại ở dạng không macro (.docx, .xlsx, .pptx) hoặc PDF", "it holds macros, which may harm the computers of those who open it: save it without them (.docx, .xlsx, .pptx) or as PDF");

    internal static FileVerdict Locked { get; } = Refuse("có mật khẩu nên người dự không mở được: bỏ mật khẩu rồi tải lên lại", "protected by a password, so nobody could open it: take the password off and upload it again");

    internal static FileVerdict Broken { get; } = Refuse("tệp hỏng hoặc thiếu phần cuối: mở thử trên máy, lưu lại rồi tải lên", "broken or cut off: open it on your computer, save it again and upload that");

    internal static FileVerdict Refuse(string vi, string en) => new FileVerdict.Refused(new(vi, en));

    private static FileVerdict TooLarge(long most) => Refuse($"lớn hơn {most / 1_000_000} MB: thu nhỏ ảnh trong tệp hoặc chia thành nhiều tệp", $"larger than {most / 1_000_000} MB: make its pictures smaller or divide it");

    private static FileVerdict.Taken? Media(ReadOnlySpan<byte> b)
    {
        if (b.StartsWith("ID3"u8) || (b.Length > 2 && b[0] == 0xFF && (b[1] & 0xE6) == 0xE2)) return new(FileKind.Sound, "audio/mpeg", ".mp3");
        if (b.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return new(FileKind.Video, "video/webm", ".webm");
        if (b.Length < 12 || !b[4..].StartsWith("ftyp"u8)) return null;
        var brand = b.Slice(8, 4);
        if (brand.StartsWith("M4A"u8)) return new(FileKind.Sound, "audio/mp4", ".m4a");
        return brand.StartsWith("qt"u8) || brand.StartsWith("hei"u8) || brand.StartsWith("mif1"u8) || brand.StartsWith("avif"u8) ? null : new(FileKind.Video, "video/mp4", ".mp4");
    }

    private static FileVerdict Text(Stream content, string name)
    {
        if (content.Length > MostTextBytes) return Unknown;
        var bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return bytes.AsSpan().IndexOf((byte)0) >= 0 ? Unknown : Refuse("văn bản không ở dạng UTF-8: mở bằng Notepad, chọn «Lưu thành…», mã hóa UTF-8", "the text is not UTF-8: save it again with the encoding UTF-8");
        }
        if (text.Any(c => c < ' ' && c is not ('\t' or '\r' or '\n' or '\f'))) return Unknown;
        var first = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var extension = Path.GetExtension(name).ToLowerInvariant();
        if (first.StartsWith("#!", StringComparison.Ordinal) || IsMarkup(first)) return Unknown;
        return extension switch
        {
            ".md" or ".markdown" => new FileVerdict.Taken(FileKind.Markdown, "text/markdown; charset=utf-8", ".md"),
            ".csv" => new FileVerdict.Taken(FileKind.Text, "text/csv; charset=utf-8", ".csv"),
            // Text that a computer would run when somebody opens it; its name is all that tells.
            ".txt" or "" => new FileVerdict.Taken(FileKind.Text, "text/plain; charset=utf-8", ".txt"),
            _ => Unknown,
        };
    }

    private static bool IsMarkup(string text) => new[] { "<!doctype", "<html", "<svg", "<?xml", "<?php", "<script", "<head", "<body" }.Any(tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase));

    private static bool Contains(Stream content, ReadOnlySpan<byte> wanted)
    {
        content.Position = 0;
        var buffer = new byte[128 * 1024];
        for (var kept = 0; ;)
        {
            var read = content.Read(buffer, kept, buffer.Length - kept);
            if (read == 0) return false;
            var all = buffer.AsSpan(0, kept + read);
            if (all.IndexOf(wanted) >= 0) return true;
            kept = Math.Min(wanted.Length - 1, all.Length);
            all[^kept..].CopyTo(buffer);
        }
    }
}
