using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Costing;

/// <summary>One centre's costs before rounding: what enters, what was carried in, and how product and loss divide each class.</summary>
internal sealed record CentreSplit(Rational? Ratio, Sums Input, Sums Carried, Sums Product, Sums Loss, string? Why)
{
    private static readonly Rational Thousand = new(1000, 1);
    private static readonly Rational One = new(1, 1);

    /// <param name="centre">The centre.</param>
    /// <param name="carriedIn">Cost that came with each row it receives.</param>
    /// <param name="rounding">What is done to the mass ratio.</param>
    public static CentreSplit Of(QuantityCentre centre, IReadOnlyList<Sums> carriedIn, RatioRounding rounding)
    {
        Rational inProduct = default, inAll = default, materialProduct = default, materialLoss = default;
        foreach (var m in centre.Materials)
        {
            var (price, product, loss) = (Rational.Of(m.Price), Rational.Of(m.Product), Rational.Of(m.Loss));
            materialProduct += price * product;
            materialLoss += price * loss;
            if (!m.InRatio) continue;
            inProduct += product;
            inAll += product + loss;
        }
        Sums carriedProduct = default, carried = default;
        string? why = null;
        for (var row = 0; row < centre.Receives.Count; row++)
        {
            var (product, loss) = (Rational.Of(centre.Receives[row].Product), Rational.Of(centre.Receives[row].Loss));
            inProduct += product;
            inAll += product + loss;
            carried += carriedIn[row];
            if ((product + loss).Sign > 0) carriedProduct += carriedIn[row] * (product / (product + loss));
        }
        Rational? ratio = inAll.Sign == 0 ? null : inProduct / inAll;
        if (ratio is { } exact && rounding == RatioRounding.ThreeDigits) ratio = new Rational((exact * Thousand).RoundHalfUp(), 1) / Thousand;
        var (energy, system, waste) = (Rational.Of(centre.EnergyCost), Rational.Of(centre.SystemCost), Rational.Of(centre.WasteManagementCost));
        if (ratio is null && (energy + system).Sign != 0) why = "no quantity is in the ratio, so its energy and system cost has nothing to go by";
        var part = ratio ?? One;
        var input = carried + new Sums(materialProduct + materialLoss, energy, system, waste);
        var productPart = carriedProduct + new Sums(materialProduct, energy * part, system * part, Rational.Zero);
        return new CentreSplit(ratio, input, carried, productPart, input - productPart, why);
    }
}
