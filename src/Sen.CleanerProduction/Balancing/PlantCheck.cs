using Sen.CleanerProduction.Balancing.Equations;

namespace Sen.CleanerProduction.Balancing;

/// <summary>Every rule an input must keep, checked one by one so that a user sees all faults at once.</summary>
internal static class PlantCheck
{
    /// <summary>More than a million quantities would need more memory than a desk has.</summary>
    private const int MostQuantities = 1_000_000;

    public static IReadOnlyList<InputProblem> Of(Plant plant)
    {
        var problems = new List<InputProblem>();
        var nodes = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < plant.Nodes.Count; i++)
        {
            if (plant.Nodes[i].Length == 0) problems.Add(new($"/nodes/{i}", "is empty", "a name"));
            else if (!nodes.Add(plant.Nodes[i])) problems.Add(new($"/nodes/{i}", $"«{plant.Nodes[i]}» stands twice", "each node once"));
        }
        var known = new Dictionary<string, Variable>(StringComparer.Ordinal);
        for (var i = 0; i < plant.Flows.Count; i++)
        {
            var flow = plant.Flows[i];
            Quantity(flow, $"/flows/{i}", known, problems);
            if (flow.From is { } from && !nodes.Contains(from)) problems.Add(new($"/flows/{i}/from", $"there is no node «{from}»", "a name from /nodes, or null for the surroundings"));
            if (flow.To is { } to && !nodes.Contains(to)) problems.Add(new($"/flows/{i}/to", $"there is no node «{to}»", "a name from /nodes, or null for the surroundings"));
        }
        for (var i = 0; i < plant.Variables.Count; i++) Quantity(plant.Variables[i], $"/variables/{i}", known, problems);
        if (plant.Flows.Count + plant.Variables.Count == 0) problems.Add(new("/flows", "there is no quantity", "at least one flow or variable"));
        if (plant.Flows.Count + plant.Variables.Count > MostQuantities) problems.Add(new("/flows", "there are too many quantities", $"at most {MostQuantities}"));
        if (!(plant.Confidence > 0 && plant.Confidence < 1)) problems.Add(new("/confidence", "is out of range", "a number between 0 and 1, both excluded"));
        CorrelationCheck.Add(plant, known, problems);
        EquationCheck(plant, known, problems);
        return problems;
    }

    private static void Quantity(Variable v, string at, Dictionary<string, Variable> known, List<InputProblem> problems)
    {
        if (v.Id.Length == 0) problems.Add(new(at + "/id", "is empty", "a name"));
        else if (!known.TryAdd(v.Id, v)) problems.Add(new(at + "/id", $"«{v.Id}» is used twice", "each id once among flows and variables"));
        Finite(v.Measured, at + "/measured", problems);
        Finite(v.Start, at + "/start", problems);
        Finite(v.Minimum, at + "/min", problems);
        Finite(v.Maximum, at + "/max", problems);
        if (v.Measured is not null && v.StandardUncertainty is null) problems.Add(new(at, "is measured without an uncertainty", "sd or halfWidth95 beside measured; 0 = exact"));
        if (v.StandardUncertainty is { } sd && !(sd >= 0 && double.IsFinite(sd))) problems.Add(new(at + "/sd", "is below 0 or not finite", "0 or more"));
        if (v.Minimum > v.Maximum) problems.Add(new(at + "/min", "is above max", "min ≤ max"));
    }

    private static void Finite(double? value, string at, List<InputProblem> problems)
    {
        if (value is { } v && !double.IsFinite(v)) problems.Add(new(at, "is not finite", "a finite number"));
    }

    private static void EquationCheck(Plant plant, Dictionary<string, Variable> known, List<InputProblem> problems)
    {
        if (plant.Equations.Count > EquationParser.MostEquations) problems.Add(new("/equations", "there are too many", $"at most {EquationParser.MostEquations}"));
        var indices = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in known.Keys) indices[id] = indices.Count;
        for (var i = 0; i < Math.Min(plant.Equations.Count, EquationParser.MostEquations); i++)
            foreach (var fault in EquationParser.Parse(plant.Equations[i], indices).Faults)
                problems.Add(new($"/equations/{i}", fault.What, fault.Allowed));
    }
}
