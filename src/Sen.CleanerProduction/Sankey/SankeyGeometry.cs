namespace Sen.CleanerProduction.Sankey;

/// <summary>Positions from orders: one scale for all widths, layers centred, each bar moved towards what it is joined to.</summary>
internal sealed class SankeyGeometry
{
    private readonly IReadOnlyList<SankeyFlow> flows;
    private readonly SankeySize size;
    private readonly LayeredGraph graph;
    private readonly CrossingOrder order;
    private readonly List<string> names;
    private readonly double[] thickness;
    private readonly double[] top;
    private readonly double scale;

    public SankeyGeometry(IReadOnlyList<SankeyFlow> flows, SankeySize size, LayeredGraph graph, CrossingOrder order, List<string> names)
    {
        (this.flows, this.size, this.graph, this.order, this.names) = (flows, size, graph, order, names);
        var count = graph.Layer.Count;
        var (enters, leaves) = (new double[count], new double[count]);
        for (var e = 0; e < flows.Count; e++)
        {
            var path = graph.Path[e];
            for (var k = 0; k < path.Length; k++)
            {
                if (k > 0) enters[path[k]] += flows[e].Amount;
                if (k < path.Length - 1) leaves[path[k]] += flows[e].Amount;
            }
        }
        thickness = new double[count];
        top = new double[count];
        for (var i = 0; i < count; i++) thickness[i] = Math.Max(enters[i], leaves[i]);
        scale = Fit();
        for (var i = 0; i < count; i++) thickness[i] *= scale;
        Stack();
    }

    public SankeyDiagram Draw()
    {
        var layers = order.Layers.Length;
        var step = layers > 1 ? (size.Width - size.NodeWidth) / (layers - 1) : 0;
        var shift = graph.Layer.Count == 0 ? 0 : graph.Layer.Min();
        double X(int i) => (graph.Layer[i] - shift) * step;
        var (outAt, inAt) = Ports();
        var around = top.Length == 0 ? 0 : Enumerable.Range(0, top.Length).Max(i => top[i] + thickness[i]);
        var bands = new SankeyBand[flows.Count];
        for (var e = 0; e < flows.Count; e++)
        {
            var width = flows[e].Amount * scale;
            IReadOnlyList<SankeyCurve> curves;
            if (graph.Back[e])
            {
                around += size.Gap + (width / 2);
                curves = Round(new(X(graph.From[e]) + size.NodeWidth, outAt[e][0]), new(X(graph.To[e]), inAt[e][^1]), around, Math.Max(size.NodeWidth, width));
                around += width / 2;
            }
            else
            {
                curves = Through(e, X, outAt[e], inAt[e]);
            }
            bands[e] = new(flows[e].Id, flows[e].Kind, width, flows[e].Uncertainty * scale / 2, graph.Back[e], curves);
        }
        SankeyNode[] nodes = [.. Enumerable.Range(0, names.Count).Select(i => new SankeyNode(names[i], graph.Layer[i] - shift, X(i), top[i], size.NodeWidth, thickness[i]))];
        return new(scale, size.Width, Math.Max(size.Height, around), nodes, bands, order.Crossings());
    }

    /// <summary>The layer with most in it decides the scale; gaps give way where there are too many bars.</summary>
    private double Fit()
    {
        var least = double.PositiveInfinity;
        foreach (var layer in order.Layers)
        {
            var sum = layer.Sum(i => thickness[i]);
            if (sum > 0) least = Math.Min(least, Math.Max(size.Height - (size.Gap * (layer.Length - 1)), size.Height / 2) / sum);
        }
        return double.IsFinite(least) ? least : 1;
    }

    private void Stack()
    {
        foreach (var layer in order.Layers)
        {
            var gap = GapOf(layer);
            var y = (size.Height - layer.Sum(i => thickness[i]) - (gap * (layer.Length - 1))) / 2;
            foreach (var i in layer)
            {
                top[i] = y;
                y += thickness[i] + gap;
            }
        }
        for (var round = 0; round < 6; round++) Relax(round % 2 == 0);
    }

    private double GapOf(int[] layer) => layer.Length < 2 ? 0 : Math.Min(size.Gap, Math.Max(0, size.Height - layer.Sum(i => thickness[i])) / (layer.Length - 1));

    /// <summary>Moves bars towards the middle of what they are joined to, then pushes apart what overlaps.</summary>
    private void Relax(bool forward)
    {
        var (pull, weight) = (new double[top.Length], new double[top.Length]);
        for (var e = 0; e < flows.Count; e++)
        {
            if (graph.Back[e]) continue;
            for (var k = 1; k < graph.Path[e].Length; k++)
            {
                var (a, b) = (graph.Path[e][k - 1], graph.Path[e][k]);
                var (moved, still) = forward ? (b, a) : (a, b);
                pull[moved] += flows[e].Amount * (top[still] + (thickness[still] / 2));
                weight[moved] += flows[e].Amount;
            }
        }
        foreach (var layer in order.Layers)
        {
            var gap = GapOf(layer);
            var low = 0.0;
            foreach (var i in layer)
            {
                if (weight[i] > 0) top[i] = (pull[i] / weight[i]) - (thickness[i] / 2);
                top[i] = Math.Max(top[i], low);
                low = top[i] + thickness[i] + gap;
            }
            var high = size.Height;
            for (var k = layer.Length - 1; k >= 0; k--)
            {
                top[layer[k]] = Math.Min(top[layer[k]], high - thickness[layer[k]]);
                high = top[layer[k]] - gap;
            }
        }
    }

    /// <summary>Where each band leaves and enters each place it passes: middles, stacked in the order of the other ends.</summary>
    private (double[][] Out, double[][] In) Ports()
    {
        var (outs, ins) = (flows.Select((_, e) => new double[graph.Path[e].Length - 1]).ToArray(), flows.Select((_, e) => new double[graph.Path[e].Length - 1]).ToArray());
        var (leaving, entering) = (new List<(int E, int K)>[top.Length], new List<(int E, int K)>[top.Length]);
        for (var i = 0; i < top.Length; i++) (leaving[i], entering[i]) = ([], []);
        for (var e = 0; e < flows.Count; e++)
        {
            for (var k = 0; k < graph.Path[e].Length - 1; k++)
            {
                leaving[graph.Path[e][k]].Add((e, k));
                entering[graph.Path[e][k + 1]].Add((e, k));
            }
        }
        for (var i = 0; i < top.Length; i++)
        {
            // Bands that go back leave and enter at the bottom.
            var y = top[i];
            foreach (var (e, k) in leaving[i].OrderBy(p => graph.Back[p.E]).ThenBy(p => order.Place[graph.Path[p.E][p.K + 1]]).ThenBy(p => p.E))
            {
                outs[e][k] = y + (flows[e].Amount * scale / 2);
                y += flows[e].Amount * scale;
            }
            y = top[i];
            foreach (var (e, k) in entering[i].OrderBy(p => graph.Back[p.E]).ThenBy(p => order.Place[graph.Path[p.E][p.K]]).ThenBy(p => p.E))
            {
                ins[e][k] = y + (flows[e].Amount * scale / 2);
                y += flows[e].Amount * scale;
            }
        }
        return (outs, ins);
    }

    private SankeyCurve[] Through(int e, Func<int, double> x, double[] outAt, double[] inAt)
    {
        var path = graph.Path[e];
        var curves = new List<SankeyCurve>();
        for (var k = 0; k < path.Length - 1; k++)
        {
            SankeyPoint a = new(x(path[k]) + size.NodeWidth, outAt[k]), b = new(x(path[k + 1]), inAt[k]);
            var middle = (a.X + b.X) / 2;
            curves.Add(new(a, new(middle, a.Y), new(middle, b.Y), b));
            // Through a stand-in the band runs straight on.
            if (k < path.Length - 2) curves.Add(Straight(b, new(b.X + size.NodeWidth, outAt[k + 1])));
        }
        return [.. curves];
    }

    private static SankeyCurve[] Round(SankeyPoint a, SankeyPoint b, double below, double reach)
    {
        SankeyPoint down = new(a.X, below), up = new(b.X, below);
        return [new(a, new(a.X + reach, a.Y), new(a.X + reach, below), down), Straight(down, up), new(up, new(up.X - reach, below), new(up.X - reach, b.Y), b)];
    }

    private static SankeyCurve Straight(SankeyPoint a, SankeyPoint b) =>
        new(a, new(a.X + ((b.X - a.X) / 3), a.Y + ((b.Y - a.Y) / 3)), new(a.X + (2 * (b.X - a.X) / 3), a.Y + (2 * (b.Y - a.Y) / 3)), b);
}
