using Sylvan.Data.Csv;

namespace Sen.Web.Features.People.Places;

/// <summary>The reference tables that travel with the program (folder «data»): a header row, then rows by column name.</summary>
internal static class DataTable
{
    public static List<Dictionary<string, string>> Read(string folder, string file)
    {
        using var csv = CsvDataReader.Create(Path.Combine(folder, file), new CsvDataReaderOptions { Delimiter = ',' });
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < csv.FieldCount; i++) row[csv.GetName(i)] = csv.GetString(i);
            rows.Add(row);
        }
        return rows;
    }

    /// <summary>A day, or a bare year, which means its first day. Empty: before our records, or still so.</summary>
    public static DateOnly? Day(string text)
    {
        if (text.Length == 4 && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var year)) return new DateOnly(year, 1, 1);
        return text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }
}
