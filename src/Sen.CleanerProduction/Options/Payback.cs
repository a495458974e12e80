using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Options;

/// <summary>Payback of a row of flows, and of an option without a horizon.</summary>
public static class Payback
{
    /// <summary>The first time the cumulated (discounted) flow, having been negative, reaches 0; linear within the year.</summary>
    /// <param name="flows">Flow of year 0, 1, 2 …</param>
    /// <param name="discountRate">Rate a year as a fraction, above −1; 0 for the simple payback.</param>
    /// <returns>Years, or null if never.</returns>
    public static double? Years(IReadOnlyList<double> flows, double discountRate)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var factor = PresentValue.Factor(discountRate);
        var (sum, moved, weight, wasNegative) = (Wide.Zero, Wide.Zero, Wide.Of(1), false);
        for (var t = 0; t < flows.Count; t++)
        {
            var flow = Wide.OfDecimal(flows[t]) * weight;
            var before = sum;
            sum += flow;
            moved += flow.Abs();
            weight *= factor;
            // 100 spent and 110 earned at 10 % is 0 in money, and 1e-30 in arithmetic.
            var owed = sum.Sign < 0 && !(sum.Abs() / moved).IsBelow(-93);
            if (wasNegative && !owed) return t - 1 + (-before / flow).ToDouble();
            wasNegative = owed;
        }
        return null;
    }

    /// <summary>Investment over annual saving; null where nothing is saved. It needs no horizon, and being a quotient no exchange rate.</summary>
    /// <param name="investment">Money.</param>
    /// <param name="annualSaving">Money a year, in the same currency.</param>
    public static double? Simple(double investment, double annualSaving) =>
        annualSaving > 0 && investment / annualSaving is var years && double.IsFinite(years) ? years : null;
}
