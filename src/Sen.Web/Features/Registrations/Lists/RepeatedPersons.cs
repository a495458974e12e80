using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>Finds the person who stands in the list twice, and the phone or address that two persons share.</summary>
internal static class RepeatedPersons
{
    public static void Report(IReadOnlyList<ProposedRow> rows, List<ListProblem> problems)
    {
        var persons = Persons(rows, problems);
        ReportShared(rows, persons, r => r.Phone, ListField.Phone, ListProblemKind.SharedPhone, problems);
        ReportShared(rows, persons, r => r.Email, ListField.Email, ListProblemKind.SharedEmail, problems);
    }

    // For each row the first row of the same person.
    private static int[] Persons(IReadOnlyList<ProposedRow> rows, List<ListProblem> problems)
    {
        var persons = new int[rows.Count];
        var byName = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            persons[i] = i;
            if (rows[i].FullName is not { } name) continue;
            var key = SearchKey.Of(name);
            if (!byName.TryGetValue(key, out var earlier)) byName[key] = earlier = [];
            var same = earlier.FindIndex(j => IsSamePerson(rows[j], rows[i]));
            if (same >= 0)
            {
                persons[i] = persons[earlier[same]];
                var first = rows[earlier[same]];
                problems.Add(Problem(rows[i], ListField.Name, ListProblemKind.RepeatedPerson, [first.Row]));
            }
            earlier.Add(i);
        }
        return persons;
    }

    // Equal full names are common: phone or address decides, and where one of them has none, the agency.
    private static bool IsSamePerson(ProposedRow a, ProposedRow b)
    {
        if (a.Phone is not null && a.Phone == b.Phone || a.Email is not null && a.Email == b.Email) return true;
        var phonesDiffer = a.Phone is not null && b.Phone is not null;
        var emailsDiffer = a.Email is not null && b.Email is not null;
        var yearsDiffer = a.BirthYear is not null && b.BirthYear is not null && a.BirthYear != b.BirthYear;
        if (phonesDiffer || emailsDiffer || yearsDiffer || a.Province != b.Province) return false;
        return Syllables.IsSameSpelling(a.FullName!, b.FullName!)
            && (a.Agency == b.Agency || SearchKey.Of(a.Agency) == SearchKey.Of(b.Agency));
    }

    private static void ReportShared(IReadOnlyList<ProposedRow> rows, int[] persons, Func<ProposedRow, string?> value, ListField field, ListProblemKind kind, List<ListProblem> problems)
    {
        var byValue = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < rows.Count; i++)
        {
            if (value(rows[i]) is not { } v) continue;
            if (!byValue.TryGetValue(v, out var list)) byValue[v] = list = [];
            list.Add(i);
        }
        foreach (var sharing in byValue.Values)
        {
            if (sharing.Count < 2 || sharing.TrueForAll(i => persons[i] == persons[sharing[0]])) continue;
            foreach (var i in sharing)
                problems.Add(Problem(rows[i], field, kind, [.. sharing.Where(j => persons[j] != persons[i]).Select(j => rows[j].Row)]));
        }
    }

    private static ListProblem Problem(ProposedRow row, ListField field, ListProblemKind kind, IReadOnlyList<int> others) =>
        new(row.Sheet, row.Row, row.Columns[field], field, row.Raw.GetValueOrDefault(field), kind, null) { OtherRows = others };
}
