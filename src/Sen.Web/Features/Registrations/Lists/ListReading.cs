using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>Understands a list of participants as it really comes. Proposes; decides nothing.</summary>
public static class ListReading
{
    public static ListFileReading Read(Stream file, ListContext context) => Read(file, context, ReadLimits.Default);

    public static ListFileReading Read(Stream file, ListContext context, ReadLimits limits)
    {
        var reading = SpreadsheetReader.Read(file, limits);
        return new ListFileReading(Read(reading.Sheets, context), reading.Refusal);
    }

    public static ListProposal Read(IReadOnlyList<Sheet> sheets, ListContext context)
    {
        var rows = new List<ProposedRow>();
        var problems = new List<ListProblem>();
        var skipped = new List<SkippedSheet>();
        foreach (var sheet in sheets)
        {
            if (sheet.Rows.Count == 0) continue;
            if (sheet.Hidden)
                skipped.Add(new(sheet.Name, "Trang ẩn nên không được đọc.", "The sheet is hidden, so it is not read."));
            else if (!ReadSheet(ListSheet.Of(sheet), context, rows, problems))
                skipped.Add(new(sheet.Name, "Không thấy hàng tiêu đề có cột họ tên nên trang không được đọc.", "No heading with a name column was found, so the sheet is not read."));
        }
        RepeatedPersons.Report(rows, problems);
        var order = sheets.Select((s, i) => (s.Name, i)).DistinctBy(s => s.Name).ToDictionary(s => s.Name, s => s.i, StringComparer.Ordinal);
        return new ListProposal(rows, [.. problems.OrderBy(p => order[p.Sheet]).ThenBy(p => p.Row).ThenBy(p => p.Column.Length).ThenBy(p => p.Column, StringComparer.Ordinal)], skipped);
    }

    private static bool ReadSheet(ListSheet sheet, ListContext context, List<ProposedRow> rows, List<ListProblem> problems)
    {
        ListHeader? header = null;
        RowSorter? sorter = null;
        GroupLine? group = null;
        var afterEnd = false;
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            var row = sheet.Rows[i];
            // Printed pages repeat the heading; a second table on the sheet has its own.
            if (ListHeader.At(sheet, i) is { } found)
            {
                (header, sorter, afterEnd) = (found, new RowSorter(sheet, found, context), false);
                while (i + 1 < sheet.Rows.Count && sheet.Rows[i + 1].Number <= found.LastRow) i++;
                continue;
            }
            if (header is null || sorter is null) continue;
            switch (sorter.Sort(row, afterEnd))
            {
                case RowKind.Person: rows.Add(new PersonLine(sheet, row, header, group, context, problems).Read()); break;
                case RowKind.Group: group = GroupLine.Read(sorter.LabelOf(row), group, context); break;
                case RowKind.Signature: afterEnd = true; break;
            }
        }
        return header is not null;
    }
}
