using CsCheck;
using Sen.CleanerProduction.Regression;

namespace Sen.CleanerProduction.Tests.Regression;

/// <summary>The contract's sentences about «regress», one by one.</summary>
public sealed class RegressionDoorTests
{
    [Fact]
    public void Collinear_drivers_are_refused() => DoorCases.Holds("regress-collinear");

    [Theory]
    [InlineData("""{"y": [1, 2, 4], "x": {"a": [1, 2, 3], "b": [1, 0, 1]}}""")] // three points, three coefficients
    [InlineData("""{"y": [1, 2, 4, 7], "x": {"a": [5, 5, 5, 5]}}""")] // constant beside the intercept
    [InlineData("""{"y": [1, 2, 4, 7, 3], "x": {"a": [0.1, 0.2, 0.3, 0.7, 0.9], "b": [0.30000000000000004, 0.6000000000000001, 0.8999999999999999, 2.0999999999999996, 2.7]}}""")]
    [InlineData("""{"y": [1, 2, 4, 7], "x": {"a": [0, 0, 0, 0]}, "intercept": false}""")]
    [InlineData("""{"y": [], "x": {"a": []}}""")]
    public void Too_few_points_and_likeness_are_refused(string document)
    {
        var door = Door.Ask("regress", document);
        Assert.Equal(3, door.Exit);
        Assert.Equal("refused", door.At("status").GetString());
    }

    [Theory]
    [InlineData("""{"x": {"a": [1, 2, 3]}}""", "/y")]
    [InlineData("""{"y": [1, 2, 3]}""", "/x")]
    [InlineData("""{"y": [1, 2, 3], "x": {"a": [1, 2]}}""", "/x/a")]
    [InlineData("""{"y": [1, 2, "3"], "x": {"a": [1, 2, 5]}}""", "/y/2")]
    [InlineData("""{"y": [1, 2, null], "x": {"a": [1, 2, 5]}}""", "/y/2")]
    [InlineData("""{"y": [1, 2, 3], "x": {"a": [1, 2, 5]}, "weights": [1, 1]}""", "/weights")]
    [InlineData("""{"y": [1, 2, 3], "x": {"a": [1, 2, 5]}, "weights": [1, 1, -1]}""", "/weights")]
    [InlineData("""{"y": [1, 2, 3], "x": {}, "intercept": false}""", "/x")]
    [InlineData("""{"y": [1, 2, 3], "x": {"intercept": [1, 2, 5]}}""", "/x/intercept")]
    [InlineData("""{"y": [1, 2, 3], "x": {"a": [1, 2, 5]}, "intercept": 1}""", "/intercept")]
    public void Bad_input_says_where(string document, string pointer)
    {
        var door = Door.Ask("regress", document);
        Assert.Equal(2, door.Exit);
        Assert.StartsWith(pointer + ":", Assert.Single(door.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_through_every_point_has_no_t_no_f_and_no_neighbours()
    {
        var door = Door.Ask("regress", """{"y": [1.3, 1.6, 1.9, 2.2, 2.5], "x": {"a": [1, 2, 3, 4, 5]}}""");
        Assert.Equal(0, door.Exit);
        Near.Same(1, door.Number("coefficients/0/value"), 1e-15);
        Near.Same(0.3, door.Number("coefficients/1/value"), 1e-15);
        Assert.Equal(0, door.Number("s"));
        Assert.Equal(1, door.Number("r2"));
        Assert.All(["coefficients/0/t", "coefficients/0/p", "f", "fP", "lag1"], key => Assert.True(door.IsNull(key), key));
    }

    [Fact]
    public void What_does_not_vary_has_no_r2()
    {
        var door = Door.Ask("regress", """{"y": [7, 7, 7, 7], "x": {"a": [1, 2, 3, 5]}}""");
        Assert.Equal(0, door.Exit);
        Assert.True(door.IsNull("r2"));
        Assert.True(door.IsNull("adjustedR2"));
        Assert.Equal(0, door.Number("cvrmse"));
    }

    [Fact]
    public void What_sums_to_zero_has_no_relative_error()
    {
        var door = Door.Ask("regress", """{"y": [-0.3, 0.1, -0.1, 0.3], "x": {"a": [1, 2, 3, 5]}}""");
        Assert.True(door.IsNull("cvrmse"));
        Assert.True(door.IsNull("nmbe"));
    }

    [Fact]
    public void Weights_by_hand()
    {
        // Weighted means 3 and 5.25 of x = 1, 3, 4 and y = 2, 5, 7 with w = 1, 1, 2.
        var door = Door.Ask("regress", """{"y": [2, 5, 7], "x": {"a": [1, 3, 4]}, "weights": [1, 1, 2]}""");
        var (sxx, sxy, syy) = (4.0 + 0 + 2, 6.5 + 0 + 3.5, 3.25 * 3.25 + 0.0625 + 2 * 1.75 * 1.75);
        Near.Same(sxy / sxx, door.Number("coefficients/1/value"));
        Near.Same(5.25 - 3 * sxy / sxx, door.Number("coefficients/0/value"));
        Near.Same(syy - sxy * sxy / sxx, door.Number("rss"));
        Near.Same(door.Number("s") / (14.0 / 3), door.Number("cvrmse"));
        Near.Same(Math.Sqrt(door.Number("rss")), door.Number("s"));
        Near.Same(door.Number("s") / Math.Sqrt(sxx), door.Number("coefficients/1/se"));
    }

    [Fact]
    public void The_intercept_comes_first_then_the_drivers_as_they_stood()
    {
        var door = Door.Ask("regress", """{"y": [2, 5, 7, 1, 3], "x": {"z": [1, 3, 4, 1, 5], "a": [2, 2, 1, 0, 9]}}""");
        Assert.Equal(["intercept", "z", "a"], Enumerable.Range(0, 3).Select(i => door.At($"coefficients/{i}/name").GetString()));
    }

    [Fact]
    public void Neighbouring_residuals_are_correlated_about_their_own_means()
    {
        var fit = LeastSquares.Fit(new RegressionInput { Y = [2, 5, 7, 1, 3, 8], X = [new("a", [1, 3, 4, 1, 5, 2])] }).Require();
        var e = fit.Residuals;
        double[] late = [.. e.Skip(1)], early = [.. e.Take(5)];
        var (ml, me) = (late.Average(), early.Average());
        var expected = late.Zip(early, (l, o) => (l - ml) * (o - me)).Sum() / Math.Sqrt(late.Sum(l => (l - ml) * (l - ml)) * early.Sum(o => (o - me) * (o - me)));
        Near.Same(expected, fit.Lag1!.Value, 1e-12);
    }

    [Fact]
    public void Prediction_intervals_by_the_textbook()
    {
        double[] x = [1, 2, 3, 4, 5, 6];
        var fit = LeastSquares.Fit(new RegressionInput { Y = [1.1, 1.9, 3.2, 3.9, 5.1, 5.8], X = [new("x", x)] }).Require();
        var t = StudentT.TwoSided(0.9, 4);
        Near.Same(t * fit.S * Math.Sqrt(1 + 1 / 6.0 + 16 / 17.5), fit.PredictionHalfWidth([7.5], 0.9), 1e-12);
        Near.Same(t * fit.S * Math.Sqrt(1 / 6.0 + 16 / 17.5), fit.MeanHalfWidth([7.5], 0.9), 1e-12);
        Near.Same(fit.Coefficients[0].Value + 7.5 * fit.Coefficients[1].Value, fit.Predict([7.5]), 1e-14);
    }

    private static readonly Gen<(double[] Y, double[][] X, double[] W)> Data =
        from n in Gen.Int[8, 40]
        from k in Gen.Int[1, 4]
        from y in Gen.Double[-100, 100].Array[n]
        from x in Gen.Double[-5, 5].Array[n].Array[k]
        from w in Gen.Double[0.1, 9].Array[n]
        select (y, x, w);

    private static Fit Of(double[] y, double[][] x, double[]? w = null, double by = 1) =>
        LeastSquares.Fit(new RegressionInput { Y = y, X = [.. x.Select((v, i) => new Driver("x" + i, [.. v.Select(z => z * by)]))], Weights = w }).Require();

    [Fact]
    public void Residuals_are_orthogonal_to_every_driver()
    {
        Data.Sample(d =>
        {
            var fit = Of(d.Y, d.X, d.W);
            var size = d.Y.Sum(Math.Abs) * 50;
            Near.Within(1e-13 * size, 0, fit.Residuals.Zip(d.W, (e, w) => e * w).Sum());
            foreach (var column in d.X) Near.Within(1e-13 * size, 0, fit.Residuals.Select((e, i) => e * d.W[i] * column[i]).Sum());
        }, iter: 200);
    }

    [Fact]
    public void Order_of_points_and_units_of_drivers_do_not_matter()
    {
        Data.Sample(d =>
        {
            var plain = Of(d.Y, d.X, d.W);
            var back = Of([.. d.Y.Reverse()], [.. d.X.Select(x => x.Reverse().ToArray())], [.. d.W.Reverse()]);
            var large = Of(d.Y, d.X, d.W, 1000);
            for (var j = 0; j < plain.Coefficients.Count; j++)
            {
                Near.Same(plain.Coefficients[j].T!.Value, back.Coefficients[j].T!.Value, 1e-10);
                Near.Same(plain.Coefficients[j].T!.Value, large.Coefficients[j].T!.Value, 1e-10);
            }
            Near.Same(plain.Rss, back.Rss, 1e-12);
            Near.Same(plain.Rss, large.Rss, 1e-12);
        }, iter: 200);
    }

    [Fact]
    public void A_whole_weight_is_that_many_points()
    {
        var heavy = Of([2, 5, 7, 1], [[1, 3, 4, 2]], [1, 3, 1, 2]);
        var many = Of([2, 5, 5, 5, 7, 1, 1], [[1, 3, 3, 3, 4, 2, 2]]);
        Near.Same(many.Coefficients[1].Value, heavy.Coefficients[1].Value, 1e-14);
        Near.Same(many.Rss, heavy.Rss, 1e-13);
    }

    [Fact]
    public void Numbers_near_the_ends_of_the_range_still_fit()
    {
        var fit = LeastSquares.Fit(new RegressionInput { Y = [1e-150, 2e-150, 2.9e-150, 4.2e-150], X = [new("a", [1e200, 2e200, 3e200, 4e200])] }).Require();
        Near.Same(1.05e-350 * 1e300 * 1e50, fit.Coefficients[1].Value * 1e300 * 1e50, 1e-6);
        Assert.Equal(3, Door.Ask("regress", """{"y": [1e200, -2e200, 9e200, 4e200], "x": {"a": [1, 2, 3, 4]}}""").Exit);
    }
}
