using CsCheck;
using Sen.CleanerProduction.Costing;

namespace Sen.CleanerProduction.Tests.Costing;

/// <summary>Recycling and stocks, solved rather than cut off.</summary>
public sealed class LoopTests
{
    /// <summary>100 kg in, a fifth lost at the press; three quarters of that go back.</summary>
    private static IReadOnlyList<LoopedCentre> Press(double back) =>
    [
        new(new QuantityCentre("mix") { Materials = [new("resin", 10, 100 - back, 0)], EnergyCost = 500 }) { Recycles = [new("press", back, 0)] },
        new(new QuantityCentre("press") { Receives = [new("mix", 80, 20)], EnergyCost = 300, WasteManagementCost = 8 }) { Finished = 80, Discarded = 20 - back },
    ];

    [Fact]
    public void What_is_recycled_brings_its_material_and_nothing_else()
    {
        var costs = LoopedCosting.Calculate(Press(15)).Require();
        // By hand: material of the mix x = 850 + 0.75 · 0.2 x = 1000. The press loses 200, of which 150 go back and 50 are gone.
        Near.Same(1000, costs.Centres[0].Input.Material, 1e-12);
        Near.Same(50, costs.Lost.Material, 1e-12);
        Near.Same(800, costs.Finished.Material, 1e-12);
        // All the energy of the loss is lost: 0.2 · (500 + 300).
        Near.Same(160, costs.Lost.Energy, 1e-12);
        Near.Same(850 + 800 + 8, costs.Finished.Total + costs.Lost.Total, 1e-12);
    }

    [Fact]
    public void A_loop_that_lets_nothing_out_is_refused()
    {
        IReadOnlyList<LoopedCentre> closed = [new(new QuantityCentre("a") { Materials = [new("m", 1, 1, 0)], Receives = [new("a", 5, 0)] })];
        Assert.True(LoopedCosting.Calculate(closed).IsRefused);
    }

    [Fact]
    public void Stock_at_the_end_is_valued_at_the_weighted_average()
    {
        IReadOnlyList<LoopedCentre> line =
        [
            new(new QuantityCentre("mill") { Materials = [new("ore", 10, 90, 10)] }) { Opening = new OpeningStock(10, 200, 0, 0), ClosingQuantity = 20 },
            new(new QuantityCentre("kiln") { Receives = [new("mill", 80, 0)] }) { Finished = 80 },
        ];
        var costs = LoopedCosting.Calculate(line).Require();
        Near.Same((900 + 200) * 0.2, costs.ClosingStock.Material, 1e-12);
        Near.Same(880, costs.Finished.Material, 1e-12);
        Near.Same(costs.NewCosts.Total + costs.OpeningStock.Total, costs.Finished.Total + costs.ClosingStock.Total + costs.Lost.Total, 1e-12);
    }

    private static readonly Gen<double> Some = Gen.Int[0, 100].Select(x => x / 4.0);

    private static readonly Gen<IReadOnlyList<LoopedCentre>> Networks =
        from n in Gen.Int[2, 5]
        from received in Gen.Select(Gen.Int[0, 9], Some, Some).Array[0, 3].Array[n]
        from recycled in Gen.Select(Gen.Int[0, 9], Some, Some).Array[0, 2].Array[n]
        from own in Gen.Select(Some, Some, Some, Some).Array[n]
        from stock in Gen.Bool.Array[n]
        select (IReadOnlyList<LoopedCentre>)[.. Enumerable.Range(0, n).Select(i => new LoopedCentre(new QuantityCentre("c" + i)
        {
            Materials = [new("m", 3, own[i].Item1 + 1, own[i].Item2)],
            Receives = [.. received[i].Select(r => new Reception("c" + (r.Item1 % n), r.Item2, r.Item3))],
            EnergyCost = own[i].Item3 * 11,
            SystemCost = own[i].Item4 * 7,
            WasteManagementCost = own[i].Item3,
        })
        {
            Recycles = [.. recycled[i].Select(r => new Reception("c" + (r.Item1 % n), r.Item2, r.Item3))],
            Finished = own[i].Item1 + 1,
            Discarded = own[i].Item2 + 1,
            ClosingQuantity = own[i].Item3,
            Opening = stock[i] ? new OpeningStock(own[i].Item3 + 1, 20, 3, 5) : null,
        })];

    [Fact]
    public void The_solution_equals_its_expanded_series_round_by_round()
    {
        Networks.Sample(network =>
        {
            var pools = new LoopedPools(network, RatioRounding.Exact);
            var solved = pools.Solve(c => (c.NewMaterialProduct, c.NewMaterialLoss), o => o.Material, recycling: true)!;
            var (a, b) = pools.Equations(c => (c.NewMaterialProduct, c.NewMaterialLoss), o => o.Material, recycling: true);
            double[] sum = [.. b], round = [.. b];
            for (var k = 0; k < 20_000 && round.Max() > 1e-16 * sum.Max(); k++)
            {
                round = [.. Enumerable.Range(0, b.Length).Select(i => Enumerable.Range(0, b.Length).Sum(j => a[i, j] * round[j]))];
                for (var i = 0; i < b.Length; i++) sum[i] += round[i];
            }
            for (var i = 0; i < b.Length; i++) Near.Within(1e-9 * sum.Max(), sum[i], solved[i]);
        }, iter: 200);
    }

    [Fact]
    public void Whatever_the_loops_nothing_is_made_or_lost()
    {
        Networks.Sample(network =>
        {
            var c = LoopedCosting.Calculate(network).Require();
            foreach (var of in (Func<CostClasses, double>[])[x => x.Material, x => x.Energy, x => x.System, x => x.WasteManagement])
                Near.Within(1e-9 * (1 + c.NewCosts.Total), of(c.NewCosts) + of(c.OpeningStock), of(c.Finished) + of(c.ClosingStock) + of(c.Lost));
        }, iter: 200);
    }

    [Fact]
    public void Without_loops_it_agrees_with_the_line()
    {
        QuantityCentre first = new("first") { Materials = [new("m", 10, 90, 10)], EnergyCost = 100, SystemCost = 50 };
        QuantityCentre second = new("second") { Receives = [new("first", 60, 30)], EnergyCost = 200, WasteManagementCost = 7 };
        var line = MaterialFlowCosting.Calculate(new CostedLine { Centres = [first, second] }).Require();
        var looped = LoopedCosting.Calculate([new LoopedCentre(first), new LoopedCentre(second)]).Require();
        Near.Same(line.Line.Product.Total, looped.Finished.Total, 1e-12);
        Near.Same(line.Line.Loss.Total, looped.Lost.Total, 1e-12);
    }
}
