using Sen.CleanerProduction.Balancing;

namespace Sen.CleanerProduction;

/// <summary>A plant as its balances see it: nodes, the streams between them, further quantities, and the equations they obey.</summary>
/// <remarks>Every node balances: the sum of the flows in equals the sum of the flows out.</remarks>
public sealed record Plant
{
    /// <summary>The nodes' names, each once.</summary>
    public IReadOnlyList<string> Nodes { get; init; } = [];

    /// <summary>The streams.</summary>
    public IReadOnlyList<Flow> Flows { get; init; } = [];

    /// <summary>Further quantities that only equations use.</summary>
    public IReadOnlyList<Variable> Variables { get; init; } = [];

    /// <summary>Correlations between measurements; those not named are 0.</summary>
    public IReadOnlyList<Correlation> Correlations { get; init; } = [];

    /// <summary>Further constraints, such as <c>s4 = tc*s3</c>: + - * / ^, parentheses, numbers, ids, sqrt, exp, ln. ^ binds to the right and before a leading minus.</summary>
    public IReadOnlyList<string> Equations { get; init; } = [];

    /// <summary>Confidence of the tests, between 0 and 1; 0.95 unless told otherwise.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>All that is wrong with this plant, in the order of the document; empty where it can be reconciled.</summary>
    /// <returns>Problems with JSON pointers into the document form of <c>sen calc reconcile</c>.</returns>
    public IReadOnlyList<InputProblem> Problems() => PlantCheck.Of(this);
}
