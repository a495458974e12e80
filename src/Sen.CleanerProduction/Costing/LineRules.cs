using System.Globalization;

namespace Sen.CleanerProduction.Costing;

/// <summary>What a line must be before money can walk along it.</summary>
internal static class LineRules
{
    public static List<InputProblem> Check(IReadOnlyList<QuantityCentre> centres, int? decimals)
    {
        var problems = new List<InputProblem>();
        if (centres.Count == 0) problems.Add(new InputProblem("/centres", "is empty", "at least one centre"));
        if (decimals is < 0 or > 12) problems.Add(new InputProblem("/decimals", "is " + decimals.Value.ToString(CultureInfo.InvariantCulture), "a whole number from 0 to 12"));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < centres.Count; i++)
            if (!ids.Add(centres[i].Id)) problems.Add(new InputProblem($"/centres/{Number(i)}/id", $"«{centres[i].Id}» is used twice", "an id of its own"));
        for (var i = 0; i < centres.Count; i++) CheckCentre(centres[i], $"/centres/{Number(i)}", ids, problems);
        return problems;
    }

    private static void CheckCentre(QuantityCentre centre, string at, HashSet<string> ids, List<InputProblem> problems)
    {
        void AtLeastZero(double value, string where)
        {
            if (!(value >= 0) || !double.IsFinite(value)) problems.Add(new InputProblem(where, "is " + value.ToString("R", CultureInfo.InvariantCulture), "0 or more"));
        }

        for (var j = 0; j < centre.Materials.Count; j++)
        {
            var row = $"{at}/materials/{Number(j)}";
            AtLeastZero(centre.Materials[j].Price, row + "/price");
            AtLeastZero(centre.Materials[j].Product, row + "/product");
            AtLeastZero(centre.Materials[j].Loss, row + "/loss");
        }
        for (var j = 0; j < centre.Receives.Count; j++)
        {
            var row = $"{at}/receives/{Number(j)}";
            if (!ids.Contains(centre.Receives[j].From)) problems.Add(new InputProblem(row + "/from", $"«{centre.Receives[j].From}» is no centre", "the id of a centre"));
            AtLeastZero(centre.Receives[j].Product, row + "/product");
            AtLeastZero(centre.Receives[j].Loss, row + "/loss");
        }
        AtLeastZero(centre.EnergyCost, at + "/energyCost");
        AtLeastZero(centre.SystemCost, at + "/systemCost");
        AtLeastZero(centre.WasteManagementCost, at + "/wasteManagementCost");
    }

    /// <summary>The centres so that each comes after those it receives from (Kahn 1962); what is left stands in or behind a loop.</summary>
    public static List<int> Order(IReadOnlyList<QuantityCentre> centres, List<InputProblem> problems)
    {
        var index = centres.Select((c, i) => (c.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        var waiting = centres.Select(c => c.Receives.Count).ToArray();
        var receivers = centres.Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < centres.Count; i++)
            foreach (var reception in centres[i].Receives) receivers[index[reception.From]].Add(i);
        var order = new List<int>(Enumerable.Range(0, centres.Count).Where(i => waiting[i] == 0));
        for (var next = 0; next < order.Count; next++)
            foreach (var receiver in receivers[order[next]])
                if (--waiting[receiver] == 0) order.Add(receiver);
        if (order.Count == centres.Count) return order;
        var (centre, row) = Enumerable.Range(0, centres.Count).Where(i => waiting[i] > 0)
            .SelectMany(i => centres[i].Receives.Select((r, j) => (i, j, From: index[r.From]))).Where(x => waiting[x.From] > 0).Select(x => (x.i, x.j)).First();
        problems.Add(new InputProblem($"/centres/{Number(centre)}/receives/{Number(row)}/from", "closes a loop, or stands behind one", "a centre that does not depend on this one"));
        return order;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
