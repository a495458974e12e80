using System.Text.Json;
using Sen.CleanerProduction.Balancing;

namespace Sen.CleanerProduction.Tests.Balancing;

/// <summary>Linear cases of the literature (cases/dr_given.json) in exact arithmetic, and nonlinear ones as printed.</summary>
public sealed class LiteratureTests
{
    private static readonly double[] Bypass = [101.91, 64.45, 34.65, 64.20, 36.44, 98.88];

    [Theory]
    [InlineData("P1")] // a splitter
    [InlineData("P2")] // Dovì and Solisio
    [InlineData("P4")] // Narasimhan and Jordache, heat exchanger with bypass
    [InlineData("P6")] // Rosenberg
    [InlineData("P7")]
    public void Linear_case(string name)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(DoorCases.Folder, "dr_given.json")));
        var c = file.RootElement.GetProperty(name);
        double[] Of(string key) => [.. c.GetProperty(key).EnumerateArray().Select(v => v.GetDouble())];
        var (from, to) = (new string?[c.GetProperty("n").GetInt32()], new string?[c.GetProperty("n").GetInt32()]);
        var node = 0;
        foreach (var row in c.GetProperty("nodes_nonzeros").EnumerateArray())
        {
            foreach (var entry in row.EnumerateArray())
                (entry[1].GetDouble() > 0 ? to : from)[entry[0].GetInt32() - 1] = "n" + node;
            node++;
        }
        var (y, sd) = (Of("y"), Of("sd"));
        var balance = Reconciliation.Solve(new Plant
        {
            Nodes = [.. Enumerable.Range(0, node).Select(i => "n" + i)],
            Flows = [.. y.Select((v, j) => new Flow("s" + j, from[j], to[j]) { Measured = v, StandardUncertainty = sd[j] })],
        }).Require();
        Same(Of("xhat"), balance.Quantities.Select(q => q.Value!.Value));
        Same(Of("sd_hat"), balance.Quantities.Select(q => q.StandardUncertainty!.Value));
        Same(Of("z_adjust"), balance.Quantities.Select(q => q.Z!.Value), 1e-8);
        Same(Of("z_node"), balance.Nodes.Select(n => n.Z!.Value));
        Same(Of("node_residual"), balance.Nodes.Select(n => n.Residual!.Value));
        Same([c.GetProperty("gamma").GetDouble(), c.GetProperty("chi2_95").GetDouble(), c.GetProperty("sidak_zcrit").GetDouble()], [balance.Objective, balance.ChiSquareCritical!.Value, balance.CriticalZ!.Value]);
        Assert.Equal(c.GetProperty("dof").GetInt32(), balance.DegreesOfFreedom);
    }

    [Fact]
    public void Bypass_with_streams_3_4_5_unmeasured()
    {
        var balance = Reconciliation.Solve(BypassWithout(3, 4, 5)).Require();
        Assert.Equal([QuantityClass.Redundant, QuantityClass.NonRedundant, QuantityClass.Observable, QuantityClass.Observable, QuantityClass.Observable, QuantityClass.Redundant], balance.Quantities.Select(q => q.Class));
        Same([100.395, 64.45, 35.945, 64.45, 35.945, 100.395], balance.Quantities.Select(q => q.Value!.Value));
        Same([0.70710678118654752, 1, 1.2247448713915890, 1, 1.2247448713915890, 0.70710678118654752], balance.Quantities.Select(q => q.StandardUncertainty!.Value));
        Same([4.59045], [balance.Objective]);
        Assert.Equal(1, balance.DegreesOfFreedom);
        Assert.Equal(0.0, balance.Quantities[1].Adjustment);
        Assert.Null(balance.Quantities[1].Z);
    }

    [Fact]
    public void Bypass_with_streams_1_and_6_unmeasured()
    {
        var balance = Reconciliation.Solve(BypassWithout(1, 6)).Require();
        Same([99.87, 64.325, 35.545, 64.325, 35.545, 99.87], balance.Quantities.Select(q => q.Value!.Value));
        Same([1, 0.70710678118654752, 0.70710678118654752, 0.70710678118654752, 0.70710678118654752, 1], balance.Quantities.Select(q => q.StandardUncertainty!.Value));
        Same([1.6333], [balance.Objective]);
        Assert.Equal(2, balance.DegreesOfFreedom);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pai_and_Fisher_1988_with_and_without_starts(bool starts)
    {
        var balance = Reconciliation.Solve(PaiAndFisher(starts)).Require();
        // As printed, to five figures.
        double[] printed = [4.5124, 5.5819, 1.9260, 1.4560, 4.8545, 11.070, 0.61467, 2.0504];
        for (var j = 0; j < 8; j++) Assert.Equal(printed[j], balance.Quantities[j].Value!.Value, 5e-4);
        Assert.Equal(3, balance.DegreesOfFreedom);
        Assert.All(balance.Quantities.Skip(5), q => Assert.Equal(QuantityClass.Observable, q.Class));
    }

    [Fact]
    public void The_order_of_equations_is_irrelevant()
    {
        var plant = PaiAndFisher(starts: true);
        var one = Reconciliation.Solve(plant).Require();
        foreach (int[] order in (int[][])[[5, 4, 3, 2, 1, 0], [2, 5, 0, 4, 1, 3], [3, 4, 5, 0, 1, 2]])
        {
            var other = Reconciliation.Solve(plant with { Equations = [.. order.Select(i => plant.Equations[i])] }).Require();
            Assert.Equal((one.Status, one.DegreesOfFreedom), (other.Status, other.DegreesOfFreedom));
            Assert.Equal(one.Objective, other.Objective, 1e-8);
            Assert.All(one.Quantities.Zip(other.Quantities), p =>
            {
                Assert.Equal((p.First.Id, p.First.Class), (p.Second.Id, p.Second.Class));
                Assert.Equal(p.First.Value!.Value, p.Second.Value!.Value, 1e-8);
                Assert.Equal(p.First.StandardUncertainty!.Value, p.Second.StandardUncertainty!.Value, 1e-8);
                Assert.Equal(p.First.Z ?? 0, p.Second.Z ?? 0, 1e-6);
            });
        }
    }

    private static Plant PaiAndFisher(bool starts)
    {
        double[] y = [4.4, 5.5, 1.7, 1.6, 5.0];
        double?[] start = starts ? [11, 0.6, 2] : [null, null, null];
        return new Plant
        {
            Variables = [.. y.Select((v, i) => new Variable("x" + (i + 1)) { Measured = v, StandardUncertainty = Math.Sqrt(0.1) }), .. start.Select((v, i) => new Variable("u" + (i + 1)) { Start = v })],
            Equations =
            [
                "0.5*x1^2 - 0.7*x2 + x3*u1 + x2^2*u1*u2 + 2*x3*u3^2 = 255.8",
                "x1 - 2*x2 + 3*x1*x3 - 2*x2*u1 - x2*u2*u3 + 111.2 = 0",
                "x3*u1 - x1 + 3*x2 + x1*u2 - x3*sqrt(u3) = 33.57",
                "x4 - x1 - x3^2 + u2 + 3*u3 = 0",
                "x5 - 2*x3*u2*u3 = 0",
                "2*x1 + x2*x3*u1 + u2 - u3 = 126.6",
            ],
        };
    }

    [Fact]
    public void Stan_with_equal_outlets_stated_determines_both()
    {
        var plant = new Plant
        {
            Nodes = ["n1", "n2", "n3"],
            Flows =
            [
                new("m1", null, "n1") { Measured = 100, StandardUncertainty = 10 }, new("m2", null, "n1") { Measured = 50, StandardUncertainty = 0 },
                new("m4", "n2", "n1"), new("m3", "n1", "n2") { Measured = 300, StandardUncertainty = 30 },
                new("m5", "n2", "n3") { Measured = 160, StandardUncertainty = 16 }, new("m6", "n3", null), new("m7", "n3", null),
            ],
            Variables = [new("tc") { Measured = 0.5, StandardUncertainty = 0.05 }],
            Equations = ["m4 = tc*m3", "m6 = m7"],
        };
        var balance = Reconciliation.Solve(plant).Require();
        Assert.Equal(76.212979829, balance.Quantities[5].Value!.Value, 1e-6);
        Assert.Equal(3.941396205, balance.Quantities[6].StandardUncertainty!.Value, 1e-6);
        Assert.Equal(0.295912779, balance.Objective, 1e-8);
        Assert.Equal(2, balance.DegreesOfFreedom);
    }

    [Fact]
    public void A_gross_error_is_found_by_serial_elimination_with_its_size()
    {
        var flows = BypassWithout().Flows.ToArray();
        flows[1] = flows[1] with { Measured = 64.45 + 20 };
        var balance = Reconciliation.Solve(BypassWithout() with { Flows = flows }).Require();
        Assert.Equal(BalanceStatus.Rejected, balance.Status);
        Assert.Equal("s2", balance.Suspects[0]);
        var step = balance.SerialElimination![0];
        Assert.Equal("s2", step.Id);
        // Taking the measurement out and solving anew must say the same.
        flows[1] = flows[1] with { Measured = null, StandardUncertainty = null };
        var without = Reconciliation.Solve(BypassWithout() with { Flows = flows }).Require();
        Same([without.Objective, 84.45 - without.Quantities[1].Value!.Value], [step.Objective, step.EstimatedBias]);
        Assert.Equal(without.DegreesOfFreedom, step.DegreesOfFreedom);
    }

    private static Plant BypassWithout(params int[] unmeasured)
    {
        (string?, string?)[] ends = [(null, "n1"), ("n1", "n2"), ("n1", "n3"), ("n2", "n4"), ("n3", "n4"), ("n4", null)];
        return new Plant
        {
            Nodes = ["n1", "n2", "n3", "n4"],
            Flows = [.. ends.Select((e, j) => new Flow("s" + (j + 1), e.Item1, e.Item2) { Measured = unmeasured.Contains(j + 1) ? null : Bypass[j], StandardUncertainty = unmeasured.Contains(j + 1) ? null : 1 })],
        };
    }

    private static void Same(double[] expected, IEnumerable<double> actual, double tolerance = 1e-9) =>
        Assert.All(expected.Zip(actual), p => Assert.True(Math.Abs(p.First - p.Second) <= tolerance * Math.Max(1, Math.Abs(p.First)), $"expected {p.First:R}, got {p.Second:R}"));
}
