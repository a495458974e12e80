using Sen.CleanerProduction.Sankey;

namespace Sen.CleanerProduction.Tests.Sankey;

/// <summary>Where bars stand and bands run.</summary>
public sealed class SankeyTests
{
    private static readonly SankeyFlow[] Mill =
    [
        new("cane", null, "mill", 100, 4), new("juice", "mill", "boiler", 70), new("bagasse", "mill", null, 30, 2, BandKind.Waste),
        new("sugar", "boiler", null, 55), new("heat", "boiler", null, 25, 0, BandKind.Loss), new("reflux", "boiler", "mill", 10),
    ];

    [Fact]
    public void Widths_are_quantities_to_one_scale()
    {
        var drawn = SankeyLayout.Of(Mill);
        Assert.All(Mill.Zip(drawn.Bands), p =>
        {
            Assert.Equal(p.First.Amount * drawn.Scale, p.Second.Width, 1e-9);
            Assert.Equal(p.First.Uncertainty * drawn.Scale / 2, p.Second.EdgeWidth, 1e-9);
        });
        Assert.Equal(110 * drawn.Scale, drawn.Nodes.Single(n => n.Id == "mill").Height, 1e-9);
    }

    [Fact]
    public void A_loop_goes_back_around_below_and_the_rest_goes_right()
    {
        var drawn = SankeyLayout.Of(Mill);
        Assert.Equal(["reflux"], drawn.Bands.Where(b => b.GoesBack).Select(b => b.Id));
        var around = drawn.Bands.Single(b => b.GoesBack).Curves;
        Assert.True(around[1].Start.Y > drawn.Nodes.Max(n => n.Y + n.Height));
        Assert.All(drawn.Bands.Where(b => !b.GoesBack), b => Assert.True(b.Curves[0].Start.X < b.Curves[^1].End.X));
        Assert.True(drawn.Height >= around[1].Start.Y);
    }

    [Fact]
    public void Curves_join_and_end_within_their_bars()
    {
        var drawn = SankeyLayout.Of([.. Mill, new("by-pass", null, "boiler", 12), new("far", "mill", "packing", 4), new("packed", "boiler", "packing", 3)]);
        Assert.All(drawn.Bands, b => Assert.All(b.Curves.Zip(b.Curves.Skip(1)), p => Assert.Equal(p.First.End, p.Second.Start)));
        var mill = drawn.Nodes.Single(n => n.Id == "mill");
        var juice = drawn.Bands.Single(b => b.Id == "juice");
        Assert.InRange(juice.Curves[0].Start.Y - (juice.Width / 2), mill.Y - 1e-9, mill.Y + mill.Height);
        Assert.All(drawn.Nodes, n => Assert.InRange(n.Y, -1e-9, drawn.Height));
        foreach (var layer in drawn.Nodes.GroupBy(n => n.Layer))
            Assert.All(layer.OrderBy(n => n.Y).Zip(layer.OrderBy(n => n.Y).Skip(1)), p => Assert.True(p.First.Y + p.First.Height <= p.Second.Y + 1e-9));
    }

    [Fact]
    public void Waste_and_loss_stand_below_what_is_used()
    {
        var drawn = SankeyLayout.Of(Mill);
        foreach (var layer in drawn.Nodes.GroupBy(n => n.Layer))
        {
            var apart = layer.Where(n => n.Id is "bagasse" or "heat").Select(n => n.Y).DefaultIfEmpty(double.PositiveInfinity).Min();
            Assert.All(layer.Where(n => n.Id is not ("bagasse" or "heat")), n => Assert.True(n.Y < apart));
        }
    }

    [Fact]
    public void Crossings_that_can_be_undone_are_undone()
    {
        // As listed, each of the four crosses the others.
        var drawn = SankeyLayout.Of([.. Enumerable.Range(0, 4).Select(i => new SankeyFlow("f" + i, "left" + i, "right" + (3 - i), 10)), .. Enumerable.Range(0, 4).Select(i => new SankeyFlow("g" + i, null, "left" + i, 10)), .. Enumerable.Range(0, 4).Select(i => new SankeyFlow("h" + i, "right" + i, null, 10))]);
        Assert.Equal(0, drawn.Crossings);
    }

    [Fact]
    public void Wrong_amounts_are_told_and_none_at_all_is_drawn()
    {
        Assert.Equal(2, Assert.Throws<InputException>(() => SankeyLayout.Of([new("a", null, "n", -1), new("a", "n", null, 1)])).Problems.Count);
        Assert.Empty(SankeyLayout.Of([]).Bands);
        Assert.Equal(0, SankeyLayout.Of([new("a", null, "n", 0)]).Bands[0].Width);
    }
}
