using System.Buffers.Binary;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Platform.Files;

/// <summary>Documents of Word, Excel and PowerPoint before 2007, and new ones with a password: both are compound files.</summary>
internal static class OldOffice
{
    public static FileVerdict Judge(Stream content)
    {
        var bytes = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(bytes);
        IReadOnlyCollection<string> parts;
        try
        {
            parts = CompoundFile.Names(bytes);
            if (HasPassword(bytes)) return FileJudge.Locked;
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return FileJudge.Broken;
        }
        if (parts.Contains("EncryptedPackage")) return FileJudge.Locked;
        if (parts.Any(p => p is "VBA" or "Macros" or "_VBA_PROJECT" or "_VBA_PROJECT_CUR")) return FileJudge.Macros;
        if (parts.Contains("WordDocument")) return new FileVerdict.Taken(FileKind.OldWord, "application/msword", ".doc");
        if (parts.Contains("PowerPoint Document")) return parts.Contains("EncryptedSummary") ? FileJudge.Locked : new FileVerdict.Taken(FileKind.OldSlides, "application/vnd.ms-powerpoint", ".ppt");
        return parts.Contains("Workbook") || parts.Contains("Book") ? new FileVerdict.Taken(FileKind.OldSheet, "application/vnd.ms-excel", ".xls")
            : FileJudge.Refuse("không phải tài liệu Word, Excel hay PowerPoint", "not a document of Word, Excel or PowerPoint");
    }

    /// <summary>Word says it in its first block ([MS-DOC] 2.5.2, fEncrypted), Excel by a record before its sheets ([MS-XLS] 2.4.117, FilePass).</summary>
    private static bool HasPassword(ReadOnlySpan<byte> file)
    {
        if (CompoundFile.Stream(file, "WordDocument") is { Length: > 12 } word) return (word[11] & 1) == 1;
        if (CompoundFile.Stream(file, "Workbook") is not { } book) return false;
        for (var at = 0; at + 4 <= book.Length;)
        {
            var (record, length) = (BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at)), BinaryPrimitives.ReadUInt16LittleEndian(book.AsSpan(at + 2)));
            if (record == 0x2F) return true;
            if (record == 0x0A) return false;
            at += 4 + length;
        }
        return false;
    }
}
