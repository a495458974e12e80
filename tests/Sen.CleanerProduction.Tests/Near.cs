namespace Sen.CleanerProduction.Tests;

/// <summary>Comparisons as the literature makes them.</summary>
internal static class Near
{
    public static void Same(double expected, double actual, double relative = 1e-9) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Max(Math.Abs(expected), Math.Abs(actual)) + 1e-300, $"expected {expected:R}, got {actual:R}");

    /// <summary>Agrees to the digits that were printed.</summary>
    public static void Within(double tolerance, double expected, double actual) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"expected {expected:R} ± {tolerance}, got {actual:R}");

    /// <summary>Correct digits of a result against its certified value (NIST's log relative error).</summary>
    public static double Digits(double certified, double actual) =>
        certified == actual ? 15 : -Math.Log10(Math.Abs(actual - certified) / (certified == 0 ? 1 : Math.Abs(certified)));
}
