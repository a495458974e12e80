using Sen.CleanerProduction.Balancing.Equations;

namespace Sen.CleanerProduction.Tests.Balancing;

/// <summary>Equations as text: what they mean, what is wrong with them, and their derivatives.</summary>
public sealed class EquationTests
{
    private static readonly Dictionary<string, int> Ids = new(StringComparer.Ordinal) { ["a"] = 0, ["b"] = 1, ["c"] = 2 };

    [Theory]
    [InlineData("2^3^2 = 0", 512)]
    [InlineData("-2^2 = 0", -4)]
    [InlineData("2^-1 = 0", 0.5)]
    [InlineData("2*-3 - -1 = 0", -5)]
    [InlineData("8/2/2 = 1e0", 1)]
    [InlineData("sqrt(a + 7) + ln(exp(b)) = 0", 5)]
    [InlineData("a - b - c = 0", -3)]
    [InlineData("1.5e-1*a = 0", 0.3)]
    public void It_means(string text, double expected) => Assert.Equal(expected, new Evaluation(EquationParser.Parse(text, Ids).Expression!).Value([2, 2, 3]), 1e-12);

    [Theory]
    [InlineData("a + b")]
    [InlineData("a = b = c")]
    [InlineData("a b = 1")]
    [InlineData("a + = 1")]
    [InlineData("(a = 1)")]
    [InlineData("sin(a) = 1")]
    [InlineData("d = 1")]
    [InlineData("1.2.3 = a")]
    [InlineData("1e999 = a")]
    [InlineData("")]
    [InlineData("System.IO.File.Delete(a) = 1")]
    public void It_is_refused(string text) => Assert.NotEmpty(EquationParser.Parse(text, Ids).Faults);

    [Fact]
    public void Depth_and_length_have_bounds()
    {
        Assert.NotEmpty(EquationParser.Parse(new string('(', 5000) + "a" + new string(')', 5000) + " = 1", Ids).Faults);
        Assert.NotEmpty(EquationParser.Parse(string.Concat(Enumerable.Repeat("2^", 5000)) + "a = 1", Ids).Faults);
        Assert.NotEmpty(EquationParser.Parse(string.Concat(Enumerable.Repeat("sqrt(", 4000)) + "a = 1", Ids).Faults);
        Assert.NotEmpty(EquationParser.Parse(string.Concat(Enumerable.Repeat("a+", 20_000)) + "a = 1", Ids).Faults);
        Assert.Empty(EquationParser.Parse(string.Concat(Enumerable.Repeat("a+", 5000)) + "a = 1", Ids).Faults);
    }

    [Fact]
    public void Derivatives_are_those_of_differences()
    {
        var f = new Evaluation(EquationParser.Parse("a^b*sqrt(c)/(a + ln(b)) - exp(-a*c/10)*c^3 + a^2/b = 0", Ids).Expression!);
        double[] x = [1.3, 2.1, 0.7];
        double[] Gradient(double[] at)
        {
            f.Value(at);
            var g = new double[3];
            f.AddGradient(g);
            return g;
        }
        var gradient = Gradient(x);
        for (var j = 0; j < 3; j++)
        {
            double[] up = [.. x], down = [.. x];
            (up[j], down[j]) = (up[j] + 1e-6, down[j] - 1e-6);
            Assert.Equal((f.Value(up) - f.Value(down)) / 2e-6, gradient[j], 1e-7);
            var (high, low) = (Gradient(up), Gradient(down));
            f.Value(x);
            var column = new double[3];
            f.AddCurvature(j, 1, column);
            for (var i = 0; i < 3; i++) Assert.Equal((high[i] - low[i]) / 2e-6, column[i], 1e-6);
        }
    }
}
