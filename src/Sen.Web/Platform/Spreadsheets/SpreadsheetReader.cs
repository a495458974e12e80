using System.Text;
using ExcelDataReader.Exceptions;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>The one door for workbooks: .xlsx, .xls and .csv, told apart by their content and never by their name.</summary>
public static class SpreadsheetReader
{
    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static SpreadsheetReading Read(Stream stream) => Read(stream, ReadLimits.Default);

    public static SpreadsheetReading Read(Stream stream, ReadLimits limits)
    {
        try
        {
            using var file = Whole(stream, limits);
            return new SpreadsheetReading(SheetsOf(file, limits), null);
        }
        catch (RefusedException refused)
        {
            return SpreadsheetReading.Refused(refused.Reason);
        }
        catch (InvalidPasswordException)
        {
            return SpreadsheetReading.Refused(RefusalReason.Encrypted);
        }
        // A broken workbook fails in as many ways as there are lines in a parser; all of them mean the same to its sender.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return SpreadsheetReading.Refused(RefusalReason.Broken);
        }
    }

    private static IReadOnlyList<Sheet> SheetsOf(MemoryStream file, ReadLimits limits)
    {
        var bytes = file.GetBuffer().AsSpan(0, (int)file.Length);
        if (bytes.IsEmpty) throw new RefusedException(RefusalReason.Empty);
        if (bytes.StartsWith(Zip)) return XlsxWorkbook.Read(file, limits);
        if (bytes.StartsWith(CompoundFile))
        {
            if (bytes.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0)
                throw new RefusedException(RefusalReason.Encrypted);
            return XlsWorkbook.Read(file, limits);
        }
        return [CsvTable.Read(bytes, limits)];
    }

    private static MemoryStream Whole(Stream stream, ReadLimits limits)
    {
        var whole = new MemoryStream();
        var buffer = new byte[81920];
        for (int n; (n = stream.Read(buffer)) > 0;)
        {
            whole.Write(buffer, 0, n);
            if (whole.Length > limits.FileBytes) throw new RefusedException(RefusalReason.TooLarge);
        }
        whole.Position = 0;
        return whole;
    }
}
