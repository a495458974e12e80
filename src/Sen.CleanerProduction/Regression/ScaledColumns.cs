using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Regression;

/// <summary>Columns as the fit uses them: as typed, divided by powers of two, centred about weighted means, times √w.</summary>
internal sealed class ScaledColumns
{
    private ScaledColumns(RegressionInput input)
    {
        var n = input.Y.Count;
        WeightScale = input.Weights is { } w ? Math.ILogB(w.Max()) : 0;
        Weights = input.Weights is { } given ? [.. given.Select(x => DoubleDouble.OfDecimal(x).Scale(-WeightScale))] : null;
        RootWeights = Weights is { } scaled ? [.. scaled.Select(x => x.Sqrt())] : null;
        SumOfWeights = Weights is { } all ? Sum(all) : n;
        Y = Scaled([.. input.Y.Select(DoubleDouble.OfDecimal)], out var yScale);
        YScale = yScale;
        X = new DoubleDouble[input.X.Count][];
        XScales = new int[input.X.Count];
        for (var j = 0; j < X.Length; j++) X[j] = Scaled(PowerColumns.Of(input.X, j), out XScales[j]);
        YMean = input.Intercept ? Mean(Y) : DoubleDouble.Zero;
        XMeans = [.. X.Select(x => input.Intercept ? Mean(x) : DoubleDouble.Zero)];
    }

    public static ScaledColumns Of(RegressionInput input) => new(input);

    public DoubleDouble[] Y { get; }
    public DoubleDouble[][] X { get; }
    public int YScale { get; }
    public int[] XScales { get; }
    public DoubleDouble YMean { get; }
    public DoubleDouble[] XMeans { get; }
    public DoubleDouble[]? Weights { get; }
    public DoubleDouble[]? RootWeights { get; }
    public int WeightScale { get; }
    public DoubleDouble SumOfWeights { get; }

    /// <summary>A column about a mean, times √w.</summary>
    public DoubleDouble[] About(DoubleDouble[] column, DoubleDouble mean)
    {
        var about = new DoubleDouble[column.Length];
        for (var i = 0; i < column.Length; i++)
        {
            about[i] = column[i] - mean;
            if (RootWeights is { } roots) about[i] *= roots[i];
        }
        return about;
    }

    public static DoubleDouble Dot(DoubleDouble[] a, DoubleDouble[] b)
    {
        var sum = DoubleDouble.Zero;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }

    public static DoubleDouble Sum(IEnumerable<DoubleDouble> values)
    {
        var sum = DoubleDouble.Zero;
        foreach (var value in values) sum += value;
        return sum;
    }

    private DoubleDouble Mean(DoubleDouble[] column) => (Weights is { } w ? Dot(column, w) : Sum(column)) / SumOfWeights;

    private static DoubleDouble[] Scaled(DoubleDouble[] values, out int scale)
    {
        var most = values.Max(v => Math.Abs(v.Hi));
        var by = scale = most == 0 ? 0 : Math.ILogB(most);
        return [.. values.Select(v => v.Scale(-by))];
    }
}
