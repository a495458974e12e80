namespace Sen.CleanerProduction.Sankey;

/// <summary>What a band stands for; waste and losses are drawn apart.</summary>
public enum BandKind
{
    /// <summary>What the process is for: materials, energy, products on their way.</summary>
    Use,

    /// <summary>Waste that leaves: scrap, wastewater, ash.</summary>
    Waste,

    /// <summary>Losses: heat, leaks, evaporation.</summary>
    Loss,
}

/// <summary>A quantity on its way between two nodes.</summary>
/// <param name="Id">Its name, unique.</param>
/// <param name="From">Node it leaves; null = the surroundings.</param>
/// <param name="To">Node it enters; null = the surroundings.</param>
/// <param name="Amount">How much, 0 or more, all in one unit.</param>
/// <param name="Uncertainty">Half-width of its interval in the same unit, 0 or more; drawn as a lighter edge.</param>
/// <param name="Kind">What it stands for.</param>
public sealed record SankeyFlow(string Id, string? From, string? To, double Amount, double Uncertainty = 0, BandKind Kind = BandKind.Use);

/// <summary>Room and spacing, in the drawing's own unit.</summary>
/// <param name="Width">Width of the drawing.</param>
/// <param name="Height">Height of the drawing.</param>
/// <param name="NodeWidth">Width of a node's bar.</param>
/// <param name="Gap">Least distance between two bars of a layer.</param>
public sealed record SankeySize(double Width = 960, double Height = 540, double NodeWidth = 18, double Gap = 14);

/// <summary>A point, x to the right and y down.</summary>
/// <param name="X">Distance from the left edge.</param>
/// <param name="Y">Distance from the top.</param>
public readonly record struct SankeyPoint(double X, double Y);

/// <summary>A cubic curve (Bézier).</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="FirstControl">First control point.</param>
/// <param name="SecondControl">Second control point.</param>
/// <param name="End">Where it ends.</param>
public readonly record struct SankeyCurve(SankeyPoint Start, SankeyPoint FirstControl, SankeyPoint SecondControl, SankeyPoint End);

/// <summary>A node's bar.</summary>
/// <param name="Id">The node.</param>
/// <param name="Layer">Its layer from the left, from 0.</param>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height: the larger of what enters and what leaves.</param>
public sealed record SankeyNode(string Id, int Layer, double X, double Y, double Width, double Height);

/// <summary>A flow's band: its middle line as curves that join end to end, drawn as wide as the quantity.</summary>
/// <param name="Id">The flow.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Width">Width of the band: amount × scale.</param>
/// <param name="EdgeWidth">Width of the lighter edge on each side: uncertainty × scale / 2; the whole is Width + 2·EdgeWidth.</param>
/// <param name="GoesBack">Whether it returns to an earlier layer and is drawn around.</param>
/// <param name="Curves">Middle line.</param>
public sealed record SankeyBand(string Id, BandKind Kind, double Width, double EdgeWidth, bool GoesBack, IReadOnlyList<SankeyCurve> Curves);

/// <summary>A laid-out diagram: geometry only, the same for SVG and PDF.</summary>
/// <param name="Scale">Drawing units per unit of quantity.</param>
/// <param name="Width">Width used.</param>
/// <param name="Height">Height used; more than asked for where flows go back around the drawing.</param>
/// <param name="Nodes">In the order their names first appear.</param>
/// <param name="Bands">In the order of the flows; those of no width are there too.</param>
/// <param name="Crossings">How many pairs of bands cross between neighbouring layers.</param>
public sealed record SankeyDiagram(double Scale, double Width, double Height, IReadOnlyList<SankeyNode> Nodes, IReadOnlyList<SankeyBand> Bands, int Crossings);
