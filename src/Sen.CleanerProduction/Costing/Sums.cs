using System.Numerics;
using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Costing;

/// <summary>Four exact amounts: material, energy, system, waste management.</summary>
internal readonly record struct Sums(Rational Material, Rational Energy, Rational System, Rational Waste)
{
    public Rational Total => Material + Energy + System + Waste;

    public static Sums operator +(Sums a, Sums b) => new(a.Material + b.Material, a.Energy + b.Energy, a.System + b.System, a.Waste + b.Waste);
    public static Sums operator -(Sums a, Sums b) => new(a.Material - b.Material, a.Energy - b.Energy, a.System - b.System, a.Waste - b.Waste);
    public static Sums operator *(Sums a, Rational part) => new(a.Material * part, a.Energy * part, a.System * part, a.Waste * part);

    public Sums Each(Func<Rational, Rational> change) => new(change(Material), change(Energy), change(System), change(Waste));

    public Sums With(Sums other, Func<Rational, Rational, Rational> change) =>
        new(change(Material, other.Material), change(Energy, other.Energy), change(System, other.System), change(Waste, other.Waste));

    public CostClasses Shown() =>
        new(Material.ToDouble(), Energy.ToDouble(), System.ToDouble(), Waste.ToDouble(), Total.ToDouble());

    public static ConventionalCosts Conventional(Sums input) => new((input.Total - input.Waste).ToDouble(), input.Waste.ToDouble());
}

/// <summary>Money in the smallest unit that is written, or unrounded.</summary>
internal readonly struct Coins(int? decimals)
{
    private readonly Rational unit = new(1, BigInteger.Pow(10, decimals ?? 0));

    /// <summary>Rounded half up to whole coins; unrounded money is kept as the nearest double, so that fractions stay short along a line.</summary>
    public Rational Round(Rational amount) =>
        decimals is null ? Rational.Of(Finite(amount.ToDouble())) : new Rational((amount / unit).RoundHalfUp(), 1) * unit;

    /// <summary>
    /// The product's part of an amount: product : loss as given. Of two remainders the larger gets the last coin, and a tie goes to the product;
    /// for two parts that is the product rounded half up.
    /// </summary>
    public Rational PartOf(Rational amount, Rational product, Rational loss)
    {
        var whole = product + loss;
        if (whole.Sign == 0) return Rational.Zero;
        var part = amount * product / whole;
        return decimals is null ? part : new Rational((part / unit).RoundHalfUp(), 1) * unit;
    }

    /// <summary>An amount shared by weights, whole coins by largest remainder (ties: the first), so the shares sum to the amount.</summary>
    public Rational[] Share(Rational amount, IReadOnlyList<Rational> weights)
    {
        var sum = weights.Aggregate(Rational.Zero, (a, b) => a + b);
        if (sum.Sign == 0) return [.. weights.Select(_ => Rational.Zero)];
        if (decimals is null)
        {
            var self = this;
            return [.. weights.Select(w => self.Round(amount * w / sum))];
        }
        var coin = unit;
        var quotas = weights.Select(w => amount * w / sum / coin).ToArray();
        var coins = quotas.Select(q => q.Floor()).ToArray();
        var left = (int)((amount / coin).Floor() - coins.Aggregate(BigInteger.Zero, (a, b) => a + b));
        var byRemainder = Enumerable.Range(0, coins.Length).OrderByDescending(i => quotas[i] - new Rational(coins[i], 1)).Take(left);
        foreach (var i in byRemainder) coins[i]++;
        return [.. coins.Select(c => new Rational(c, 1) * coin)];
    }

    private static double Finite(double amount) => double.IsFinite(amount) ? amount : throw new OverflowException();
}
