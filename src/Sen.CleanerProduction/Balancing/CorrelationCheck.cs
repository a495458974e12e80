namespace Sen.CleanerProduction.Balancing;

/// <summary>Correlations must name measured quantities and make a positive definite matrix.</summary>
internal static class CorrelationCheck
{
    /// <summary>A group of correlated measurements is held dense.</summary>
    public const int LargestGroup = 2000;

    public static void Add(Plant plant, Dictionary<string, Variable> known, List<InputProblem> problems)
    {
        var before = problems.Count;
        var pairs = new HashSet<(string, string)>();
        for (var i = 0; i < plant.Correlations.Count; i++)
        {
            var c = plant.Correlations[i];
            var at = $"/correlations/{i}";
            Measured(c.A, at + "/a", known, problems);
            Measured(c.B, at + "/b", known, problems);
            if (!(c.R >= -1 && c.R <= 1)) problems.Add(new(at + "/r", "is out of range", "a number from -1 to 1"));
            if (string.Equals(c.A, c.B, StringComparison.Ordinal)) problems.Add(new(at + "/b", "is the quantity itself", "another quantity than a"));
            else if (!pairs.Add(string.CompareOrdinal(c.A, c.B) < 0 ? (c.A, c.B) : (c.B, c.A))) problems.Add(new(at, $"«{c.A}» and «{c.B}» stand twice", "each pair once"));
        }
        if (problems.Count > before || plant.Correlations.Count == 0) return;
        foreach (var group in CorrelationGroup.Of(plant.Correlations, known.Where(v => v.Value.StandardUncertainty > 0 && v.Value.Measured is not null).Select(v => v.Key).ToList()))
        {
            if (group.Members.Length > LargestGroup) problems.Add(new("/correlations", $"bind {group.Members.Length} quantities together", $"groups of at most {LargestGroup}"));
            else if (group.Factor() is null) problems.Add(new("/correlations", "are not positive definite", "coefficients that some set of measurements could have"));
        }
    }

    private static void Measured(string id, string at, Dictionary<string, Variable> known, List<InputProblem> problems)
    {
        if (!known.TryGetValue(id, out var v)) problems.Add(new(at, $"there is no quantity «{id}»", "an id from /flows or /variables"));
        else if (v.Measured is null) problems.Add(new(at, $"«{id}» is not measured", "a measured quantity"));
    }
}
