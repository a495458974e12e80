using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Sen.CleanerProduction.Balancing;
using Sen.CleanerProduction.Balancing.Networks;

namespace Sen.CleanerProduction.Tests.Balancing;

/// <summary>What must hold for every plant.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void Classes_are_those_of_the_ranks_of_the_incidence_matrix() => Networks.Small.Sample(plant =>
    {
        var model = new BalanceModel(plant);
        var structure = new NetworkStructure(model);
        var classes = NetworkSolver.Classes(model, structure, new UnmeasuredFlows(model, structure));
        int RankOf(IEnumerable<int> streams)
        {
            int[] chosen = [.. streams];
            var a = DenseMatrix.Create(model.NodeCount, Math.Max(1, chosen.Length), 0);
            for (var k = 0; k < chosen.Length; k++)
            {
                if (model.From[chosen[k]] < model.NodeCount) a[model.From[chosen[k]], k] -= 1;
                if (model.To[chosen[k]] < model.NodeCount) a[model.To[chosen[k]], k] += 1;
            }
            return a.Rank();
        }
        int[] unknown = [.. Enumerable.Range(0, model.Count).Where(j => model.Known[j] == Knowledge.Unknown)];
        var rank = RankOf(unknown);
        for (var j = 0; j < model.Count; j++)
        {
            // An unknown is determined if its column adds a rank to the other unknowns'; a measurement is checked if its column lies outside all of them.
            var expected = model.Known[j] switch
            {
                Knowledge.Exact => QuantityClass.Exact,
                Knowledge.Unknown => RankOf(unknown.Where(u => u != j)) < rank ? QuantityClass.Observable : QuantityClass.Unobservable,
                _ => RankOf(unknown.Append(j)) > rank ? QuantityClass.Redundant : QuantityClass.NonRedundant,
            };
            if (classes[j] != expected) return false;
        }
        return structure.Rows == RankOf(unknown.Concat(model.Inexact)) - rank;
    }, iter: 1000);

    [Theory]
    [InlineData(40, 20, true)]
    [InlineData(150, 60, false)]
    [InlineData(3000, 1200, true)]
    [InlineData(600, 300, false)]
    public void Every_balance_closes(int streams, int nodes, bool plantLike)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var plant = Networks.Make(seed, streams, nodes, seed % 2 * 0.15, seed == 4 ? 0.02 : 0, plantLike, seed == 5 ? 6 : 0, seed == 3);
            var balance = Reconciliation.Solve(plant).Require();
            Assert.True(Networks.Miss(plant, [.. balance.Quantities.Select(q => q.Value)]) <= 1e-9);
        }
    }

    [Fact]
    public void Values_and_variances_are_those_of_dense_normal_equations()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var plant = Networks.Make(seed, 60 + (10 * seed), 30 + (3 * seed), 0, 0, seed % 2 == 0, 0, seed % 3 == 0);
            var model = new BalanceModel(plant);
            var a = DenseMatrix.Create(model.NodeCount, model.Count, 0);
            for (var j = 0; j < model.Count; j++)
            {
                if (model.From[j] < model.NodeCount) a[model.From[j], j] -= 1;
                if (model.To[j] < model.NodeCount) a[model.To[j], j] += 1;
            }
            var sigma = DenseMatrix.Create(model.Count, model.Count, (i, j) => model.Covariance.Correlation(i, j) * model.Sd[i] * model.Sd[j]);
            var kernel = a.Transpose() * (a * sigma * a.Transpose()).Cholesky().Solve(DenseMatrix.CreateIdentity(model.NodeCount)) * a;
            var y = DenseVector.OfArray(model.Measured);
            var x = y - (sigma * (kernel * y));
            var after = sigma - (sigma * kernel * sigma);
            var balance = Reconciliation.Solve(plant).Require();
            for (var j = 0; j < model.Count; j++)
            {
                Assert.Equal(x[j], balance.Quantities[j].Value!.Value, 1e-8);
                Assert.Equal(Math.Sqrt(Math.Max(0, after[j, j])), balance.Quantities[j].StandardUncertainty!.Value, 1e-6);
            }
        }
    }

    [Fact]
    public void The_sparse_way_says_what_the_orthogonal_says()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var model = new BalanceModel(Networks.Make(seed, 40 + seed, 25 + seed, seed % 3 * 0.1, seed % 4 == 0 ? 0.03 : 0, seed % 2 == 0, seed % 7 == 0 ? 6 : 0, seed % 5 == 1));
            var structure = new NetworkStructure(model);
            var (dense, sparse) = (NetworkSolver.Dense(model, structure), SparseProjection.Of(model, structure, new(() => structure.Determined(model)))!);
            Assert.Equal(dense.Rank, sparse.Rank);
            var (one, other) = (dense.Spreads(), sparse.Spreads());
            for (var i = 0; i < one.Length; i++)
            {
                Near(one[i].Sd, other[i].Sd, model.Covariance.Sd[i]);
                Near(one[i].AdjustmentSd, other[i].AdjustmentSd, model.Covariance.Sd[i]);
            }
            var flows = new UnmeasuredFlows(model, structure);
            foreach (var j in Enumerable.Range(0, model.FlowCount).Where(j => model.Known[j] == Knowledge.Unknown && flows.IsObservable(j)))
                Near(dense.SdOf(flows.Of(j)), sparse.SdOf(flows.Of(j)), 1);
        }

        static void Near(double a, double b, double scale) => Assert.True(Math.Abs(a - b) <= 1e-8 * Math.Max(a, 1e-4 * scale), $"{a:R} {b:R}");
    }

    [Fact]
    public void The_order_of_streams_is_irrelevant()
    {
        var plant = Networks.Make(7, 30, 12, 0.2);
        var turned = plant with { Flows = [.. plant.Flows.Reverse()], Nodes = [.. plant.Nodes.Reverse()] };
        var (one, other) = (Reconciliation.Solve(plant).Require(), Reconciliation.Solve(turned).Require());
        var by = other.Quantities.ToDictionary(q => q.Id, StringComparer.Ordinal);
        Assert.All(one.Quantities, q =>
        {
            Assert.Equal(q.Class, by[q.Id].Class);
            Assert.Equal(q.Value ?? 0, by[q.Id].Value ?? 0, 1e-10);
            Assert.Equal(q.Z ?? 0, by[q.Id].Z ?? 0, 1e-8);
        });
    }

    [Fact]
    public void A_thousandth_of_the_unit_leaves_every_z_as_it_is()
    {
        var plant = Networks.Make(8, 100, 40);
        var milli = plant with { Flows = [.. plant.Flows.Select(f => f with { Measured = f.Measured * 1000, StandardUncertainty = f.StandardUncertainty * 1000 })] };
        var (one, other) = (Reconciliation.Solve(plant).Require(), Reconciliation.Solve(milli).Require());
        Assert.All(one.Quantities.Zip(other.Quantities), p => Assert.Equal(p.First.Z ?? 0, p.Second.Z ?? 0, 1e-8));
        Assert.Equal(one.Objective, other.Objective, 1e-8);
    }

    [Fact]
    public void An_uncertainty_near_0_is_an_exact_value_and_a_huge_one_is_no_measurement()
    {
        var plant = Networks.Make(9, 20, 8);
        Balance With(double? sd, bool measured = true) => Reconciliation.Solve(plant with
        {
            Flows = [.. plant.Flows.Select((f, j) => j != 3 ? f : f with { Measured = measured ? f.Measured : null, StandardUncertainty = sd })],
        }).Require();
        var (exact, nearly) = (With(0), With(1e-9));
        var (none, hardly) = (With(null, false), With(1e7));
        for (var j = 0; j < plant.Flows.Count; j++)
        {
            Assert.Equal(exact.Quantities[j].Value!.Value, nearly.Quantities[j].Value!.Value, 1e-7);
            Assert.Equal(none.Quantities[j].Value!.Value, hardly.Quantities[j].Value!.Value, 1e-6);
            if (j != 3) Assert.Equal(none.Quantities[j].StandardUncertainty!.Value, hardly.Quantities[j].StandardUncertainty!.Value, 1e-6);
        }
        Assert.Equal(none.DegreesOfFreedom, hardly.DegreesOfFreedom - 1);
    }

    [Fact]
    public void An_exact_stream_beside_another_takes_its_amount_from_it()
    {
        var plant = Networks.Make(10, 20, 8);
        var more = plant with { Flows = [.. plant.Flows.Select((f, j) => j == 0 ? f with { Measured = f.Measured - 5 } : f), new Flow("extra", plant.Flows[0].From, plant.Flows[0].To) { Measured = 5, StandardUncertainty = 0 }] };
        var (one, other) = (Reconciliation.Solve(plant).Require(), Reconciliation.Solve(more).Require());
        Assert.Equal(one.Objective, other.Objective, 1e-9);
        Assert.Equal(one.Quantities[0].Value!.Value - 5, other.Quantities[0].Value!.Value, 1e-9);
    }

    [Fact]
    public void Equations_that_say_what_the_nodes_say_give_the_same()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var plant = Networks.Make(seed, 14, 6, 0.25, 0, false, 0, seed % 2 == 1);
            string Sum(IEnumerable<string> ids) => string.Join(" + ", ids.Append("0"));
            var equations = plant with
            {
                Nodes = [],
                Flows = [],
                Variables = [.. plant.Flows.Select(f => new Variable(f.Id) { Measured = f.Measured, StandardUncertainty = f.StandardUncertainty })],
                Equations = [.. plant.Nodes.Select(n => $"{Sum(plant.Flows.Where(f => f.To == n).Select(f => f.Id))} = {Sum(plant.Flows.Where(f => f.From == n).Select(f => f.Id))}")],
            };
            var (graph, qr) = (Reconciliation.Solve(plant).Require(), Reconciliation.Solve(equations).Require());
            Assert.Equal(graph.DegreesOfFreedom, qr.DegreesOfFreedom);
            Assert.Equal(graph.Objective, qr.Objective, 1e-9);
            Assert.All(graph.Quantities.Zip(qr.Quantities), p =>
            {
                Assert.Equal(p.First.Class, p.Second.Class);
                Assert.Equal(p.First.Value ?? 0, p.Second.Value ?? 0, 1e-9);
                Assert.Equal(p.First.StandardUncertainty ?? 0, p.Second.StandardUncertainty ?? 0, 1e-9);
                Assert.Equal(p.First.DetectableBias ?? 0, p.Second.DetectableBias ?? 0, 1e-7);
            });
        }
    }

    [Fact]
    public void What_is_held_at_a_bound_says_so_and_nothing_leaves_its_bounds()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var plant = Networks.Make(seed, 20, 8, 0.1);
            var free = Reconciliation.Solve(plant).Require();
            var bound = Reconciliation.Solve(plant with { Flows = [.. plant.Flows.Select(f => f with { Minimum = 12 - (seed * 2), Maximum = 400 })] });
            if (bound.IsRefused) continue;
            Assert.True(bound.Value.Objective >= free.Objective - 1e-9);
            Assert.True(Networks.Miss(plant, [.. bound.Value.Quantities.Select(q => q.Value)]) <= 1e-9);
            Assert.All(bound.Value.Quantities, q => Assert.True(q.Value is null || (q.Value >= 12 - (seed * 2) - 1e-9 && q.Value <= 400 + 1e-9)));
            Assert.All(bound.Value.Quantities.Where(q => q.AtBound), q => Assert.Contains(q.Value!.Value, new[] { 12.0 - (seed * 2), 400 }));
        }
    }
}
