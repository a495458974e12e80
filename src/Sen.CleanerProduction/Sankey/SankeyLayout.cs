namespace Sen.CleanerProduction.Sankey;

/// <summary>Lays out a Sankey diagram: where every bar stands and every band runs.</summary>
/// <remarks>Layers by longest path, loops drawn back below, few crossings, widths to one scale. Limits: docs/methods/sankey.md.</remarks>
public static class SankeyLayout
{
    private const int MostFlows = 2000;

    /// <summary>Lays out flows.</summary>
    /// <param name="flows">The flows, at most 2,000; amounts finite and not negative.</param>
    /// <param name="size">Room and spacing.</param>
    /// <returns>Nodes and bands; flows from or to the surroundings end in bars of their own, named after the flow.</returns>
    /// <exception cref="InputException">Ids twice, amounts or uncertainties that are negative or not finite, too many flows, no room.</exception>
    public static SankeyDiagram Of(IReadOnlyList<SankeyFlow> flows, SankeySize? size = null)
    {
        ArgumentNullException.ThrowIfNull(flows);
        size ??= new SankeySize();
        if (Problems(flows, size) is { Count: > 0 } problems) throw new InputException(problems);
        var names = new List<string>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var apart = new List<bool>();
        int Node(string key, string name, bool isApart)
        {
            if (known.TryGetValue(key, out var i)) return i;
            known[key] = names.Count;
            names.Add(name);
            apart.Add(isApart);
            return names.Count - 1;
        }
        var (from, to) = (new int[flows.Count], new int[flows.Count]);
        for (var e = 0; e < flows.Count; e++)
        {
            var flow = flows[e];
            from[e] = flow.From is { } f ? Node("n" + f, f, false) : Node("<" + flow.Id, flow.Id, false);
            to[e] = flow.To is { } t ? Node("n" + t, t, false) : Node(">" + flow.Id, flow.Id, flow.Kind != BandKind.Use);
        }
        double[] amounts = [.. flows.Select(f => f.Amount)];
        var graph = new LayeredGraph(names.Count, from, to, amounts);
        var order = new CrossingOrder(graph, amounts, [.. apart]);
        return new SankeyGeometry(flows, size, graph, order, names).Draw();
    }

    private static List<InputProblem> Problems(IReadOnlyList<SankeyFlow> flows, SankeySize size)
    {
        var problems = new List<InputProblem>();
        if (flows.Count > MostFlows) problems.Add(new("/flows", "there are too many", $"at most {MostFlows}"));
        if (!(size.Width > size.NodeWidth && size.Height > 0 && size.NodeWidth > 0 && size.Gap >= 0 && double.IsFinite(size.Width + size.Height + size.Gap))) problems.Add(new("/size", "leaves no room", "finite lengths above 0, wider than one bar"));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var e = 0; e < flows.Count; e++)
        {
            if (!ids.Add(flows[e].Id)) problems.Add(new($"/flows/{e}/id", $"«{flows[e].Id}» is used twice", "each id once"));
            if (!(flows[e].Amount >= 0 && double.IsFinite(flows[e].Amount))) problems.Add(new($"/flows/{e}/amount", "is below 0 or not finite", "0 or more"));
            if (!(flows[e].Uncertainty >= 0 && double.IsFinite(flows[e].Uncertainty))) problems.Add(new($"/flows/{e}/uncertainty", "is below 0 or not finite", "0 or more"));
        }
        return problems;
    }
}
