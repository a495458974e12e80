using CsCheck;
using Sen.CleanerProduction.Costing;

namespace Sen.CleanerProduction.Tests.Costing;

/// <summary>Several centres: carry-over, sharing, rounding, closure.</summary>
public sealed class LineTests
{
    private static FlowCosts Cost(CostedLine line) => MaterialFlowCosting.Calculate(line).Require();

    private static QuantityCentre First(double energy = 100, double system = 50) =>
        new("first") { Materials = [new("m", 10, 90, 10)], EnergyCost = energy, SystemCost = system };

    [Fact]
    public void A_received_product_brings_each_class_at_its_full_cost_and_counts_in_the_mass()
    {
        var costs = Cost(new CostedLine
        {
            Centres = [First(), new("second") { Receives = [new("first", 60, 30)], Materials = [new("n", 5, 10, 0)], EnergyCost = 200, WasteManagementCost = 7 }],
        });
        // first: 900 + 90 + 45 go on. second: ratio 70/100; carried 2/3 : 1/3; new energy 140 : 60.
        var second = costs.Centres[1];
        Assert.Equal(0.7, second.Ratio);
        Assert.Equal(new CostClasses(950, 290, 45, 7, 1292), second.Input);
        Near.Same(650, second.Product.Material);
        Near.Same(200, second.Product.Energy);
        Near.Same(30, second.Product.System);
        Near.Same(90, second.Loss.Energy);
        Assert.Equal(new CostClasses(1050, 300, 50, 7, 1407), costs.Line.Input);
        Assert.Equal(second.Product, costs.Line.Product);
        Near.Same(100 + 10 + 5 + 300 + 90 + 15 + 7, costs.Line.Loss.Total);
    }

    [Fact]
    public void Several_receivers_share_by_the_quantity_received_and_no_coin_is_lost()
    {
        var costs = Cost(new CostedLine
        {
            Currency = "VND",
            Centres = [First(1, 0), new("a") { Receives = [new("first", 1, 0)] }, new("b") { Receives = [new("first", 1, 0)] }, new("c") { Receives = [new("first", 1, 0)] }],
        });
        Assert.Equal([300, 300, 300], costs.Centres.Skip(1).Select(c => c.Input.Material));
        Assert.Equal([1, 0, 0], costs.Centres.Skip(1).Select(c => c.Input.Energy)); // a tie goes to the first
        Assert.Equal(1, costs.Line.Product.Energy + costs.Line.Loss.Energy);
    }

    [Theory]
    [InlineData(1, 1, 1, 1, 0)] // one coin, half and half: the product's
    [InlineData(3, 1, 1, 2, 1)]
    [InlineData(10, 1, 2, 3, 7)]
    [InlineData(0.5, 1, 0, 1, 0)] // an input of half a coin is rounded up
    [InlineData(0.49, 1, 0, 0, 0)]
    public void Each_class_is_rounded_half_up_and_a_tie_goes_to_the_product(double energy, double product, double loss, double toProduct, double toLoss)
    {
        var centre = Cost(new CostedLine { Decimals = 0, Centres = [new("c") { Materials = [new("m", 0, product, loss)], EnergyCost = energy }] }).Centres[0];
        Assert.Equal(toProduct, centre.Product.Energy);
        Assert.Equal(toLoss, centre.Loss.Energy);
    }

    [Fact]
    public void A_half_is_meant_as_typed()
    {
        // 0.15 is below fifteen hundredths in binary, and 0.285 as well; as typed both are halves of the last digit.
        var centre = Cost(new CostedLine { Decimals = 1, Centres = [new("c") { Materials = [new("m", 0, 1, 0)], EnergyCost = 0.15 }] }).Centres[0];
        Assert.Equal(0.2, centre.Input.Energy);
        var cents = Cost(new CostedLine { Decimals = 2, Centres = [new("c") { Materials = [new("m", 0.57, 0.5, 0)] }] }).Centres[0];
        Assert.Equal(0.29, cents.Input.Material);
    }

    [Fact]
    public void Three_digits_are_rounded_half_up_too() =>
        Assert.Equal(0.663, Cost(new CostedLine { Ratio = RatioRounding.ThreeDigits, Centres = [new("c") { Materials = [new("m", 1, 0.53, 0.27)] }] }).Centres[0].Ratio);

    [Fact]
    public void Centres_may_stand_in_any_order_but_come_back_as_they_stood()
    {
        QuantityCentre second = new("second") { Receives = [new("first", 60, 30)] };
        var (forth, back) = (Cost(new CostedLine { Centres = [First(), second] }), Cost(new CostedLine { Centres = [second, First()] }));
        Assert.Equal(["second", "first"], back.Centres.Select(c => c.Id));
        Assert.Equal(forth.Line, back.Line);
        Assert.Equal(forth.Centres[1], back.Centres[0]);
    }

    private static readonly Gen<double> Quantity = Gen.Int[0, 5000].Select(x => x / 10.0);

    private static readonly Gen<CostedLine> Lines =
        from n in Gen.Int[1, 6]
        from centres in Gen.Select(Gen.Double[0, 50].Select(p => Math.Round(p, 3)), Quantity, Quantity, Gen.Int[0, 9], Gen.Int[0, 99]).Array[2, 4].Array[n]
        from links in Gen.Select(Gen.Int[0, 4], Quantity, Quantity).Array[0, 3].Array[n]
        from decimals in Gen.Int[0, 2]
        from rounding in Gen.Bool
        select new CostedLine
        {
            Decimals = decimals,
            Ratio = rounding ? RatioRounding.ThreeDigits : RatioRounding.Exact,
            Centres = [.. centres.Select((rows, i) => new QuantityCentre("c" + i)
            {
                Materials = [new("base", 1, 1, 1), .. rows.Select((r, k) => new MaterialUse("m" + k, r.Item1, r.Item2, r.Item3, r.Item4 > 2))],
                Receives = i == 0 ? [] : [.. links[i].Select(l => new Reception("c" + (l.Item1 % i), l.Item2 + 0.1, l.Item3))],
                EnergyCost = rows[0].Item5 * 1.37,
                SystemCost = rows[1].Item5 * 13.05,
                WasteManagementCost = rows[0].Item4 * 3.3,
            })],
        };

    [Fact]
    public void Product_and_loss_are_the_input_class_by_class_to_the_last_coin()
    {
        Lines.Sample(line =>
        {
            var costs = Cost(line);
            var coin = Math.Pow(10, line.Decimals!.Value);
            foreach (var split in costs.Centres.Cast<SplitCosts>().Append(costs.Line))
                foreach (var of in (Func<CostClasses, double>[])[c => c.Material, c => c.Energy, c => c.System, c => c.WasteManagement, c => c.Total])
                {
                    double[] coins = [of(split.Input) * coin, of(split.Product) * coin, of(split.Loss) * coin];
                    Assert.All(coins, c => Assert.Equal(Math.Round(c), c, 1e-4));
                    Assert.Equal(Math.Round(coins[0]), Math.Round(coins[1]) + Math.Round(coins[2]));
                }
        }, iter: 300);
    }

    [Fact]
    public void Prices_a_thousand_times_as_high_cost_a_thousand_times_as_much()
    {
        Lines.Sample(line =>
        {
            var plain = line with { Decimals = null, Currency = "EUR" };
            var dear = plain with
            {
                Centres = [.. plain.Centres.Select(c => c with
                {
                    EnergyCost = c.EnergyCost * 1000, SystemCost = c.SystemCost * 1000, WasteManagementCost = c.WasteManagementCost * 1000,
                    Materials = [.. c.Materials.Select(m => m with { Price = m.Price * 1000 })],
                })],
            };
            Near.Same(1000 * Cost(plain).Line.Loss.Total, Cost(dear).Line.Loss.Total, 1e-12);
            Near.Same(Cost(plain).Line.ProductShare!.Value, Cost(dear).Line.ProductShare!.Value, 1e-12);
        }, iter: 200);
    }
}
