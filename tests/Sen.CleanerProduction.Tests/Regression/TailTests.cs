using CsCheck;
using MathNet.Numerics.Distributions;
using FisherF = Sen.CleanerProduction.Regression.FisherF;
using StudentT = Sen.CleanerProduction.Regression.StudentT;

namespace Sen.CleanerProduction.Tests.Regression;

/// <summary>Tails of Student's t and Fisher's F against closed forms and an independent library.</summary>
public sealed class TailTests
{
    [Theory]
    [InlineData(1, 12.706204736174694)] // tan(0.475 π)
    [InlineData(2, 4.302652729749462)]
    [InlineData(9, 2.2621571627982053)]
    [InlineData(10, 2.2281388519862744)]
    [InlineData(120, 1.9799304050824413)]
    [InlineData(1e7, 1.9599642217617)] // z + (z³ + z)/4ν
    public void Critical_values_of_t_at_95_per_cent(double dof, double expected) => Near.Same(expected, StudentT.TwoSided(0.95, dof), 1e-10);

    [Fact]
    public void One_degree_of_freedom_is_cauchy()
    {
        foreach (var t in new[] { 1e-8, 0.1, 1, 7, 1e6, 1e100 })
            Near.Same(2 / Math.PI * Math.Atan2(1, t), StudentT.TailBoth(t, 1), 1e-13);
    }

    [Fact]
    public void Two_degrees_have_a_closed_form()
    {
        foreach (var t in new[] { 0.01, 1, 30, 1e5 }) Near.Same(2 / (Math.Sqrt(t * t + 2) * (Math.Sqrt(t * t + 2) + t)), StudentT.TailBoth(t, 2), 1e-13);
    }

    [Fact]
    public void The_square_of_t_is_an_f()
    {
        Gen.Select(Gen.Double[0.001, 60], Gen.Int[1, 300]).Sample((t, dof) => Near.Same(StudentT.TailBoth(t, dof), FisherF.Tail(t * t, 1, dof), 1e-11), iter: 500);
    }

    [Fact]
    public void An_independent_library_agrees()
    {
        Gen.Select(Gen.Double[0.01, 8], Gen.Int[1, 200], Gen.Int[1, 30]).Sample((x, dof, k) =>
        {
            Near.Within(1e-10, 2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, dof, -x), StudentT.TailBoth(x, dof));
            Near.Within(1e-10, 1 - FisherSnedecor.CDF(k, dof, x), FisherF.Tail(x, k, dof));
        }, iter: 500);
    }

    [Fact]
    public void The_critical_value_gives_its_tail_back()
    {
        Gen.Select(Gen.Double[0.001, 0.999999], Gen.Int[1, 100_000]).Sample((confidence, dof) =>
            Near.Same(1 - confidence, StudentT.TailBoth(StudentT.TwoSided(confidence, dof), dof), 1e-9), iter: 500);
    }
}
