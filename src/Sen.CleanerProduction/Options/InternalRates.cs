using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Options;

/// <summary>How many internal rates of return there are.</summary>
public enum RateStatus
{
    /// <summary>No rate above −1 makes the present value 0; always so where all flows have one sign.</summary>
    None,
    /// <summary>Exactly one.</summary>
    Unique,
    /// <summary>Several: none of them alone says whether the option is worth it; look at the present value.</summary>
    Multiple,
}

/// <summary>All internal rates of return of a row of yearly flows.</summary>
/// <param name="Roots">All distinct real rates above −1 at which the present value is 0, ascending; a double root once.</param>
public sealed record InternalRates(IReadOnlyList<double> Roots)
{
    /// <summary>None, one or several.</summary>
    public RateStatus Status => Roots.Count switch { 0 => RateStatus.None, 1 => RateStatus.Unique, _ => RateStatus.Multiple };

    /// <summary>Finds them all; none is missed however close to −1 or however long the horizon.</summary>
    /// <param name="flows">Flow of year 0, 1, 2 …, finite.</param>
    /// <returns>The rates; refused where sign changes × flows exceed 300,000, which no option of this world has.</returns>
    public static Outcome<InternalRates> Of(IReadOnlyList<double> flows)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var polynomial = FlowPolynomial.Of(flows);
        var changes = polynomial.SignChanges();
        // One change has one root and needs no ladder.
        if (changes > 1 && (long)changes * flows.Count > PositiveRoots.MostWork)
            return Outcome<InternalRates>.Refused("the flows change their sign too often over too long a time to find every rate of return");
        var rates = PositiveRoots.Of(polynomial).Select(Rate).ToList();
        rates.Reverse();
        return Outcome<InternalRates>.Of(new InternalRates([.. rates.Distinct()]));
    }

    /// <summary>r = (1 − x)/x, with the digits behind the point even where x is nearly 1.</summary>
    private static double Rate(Wide x)
    {
        var rate = ((Wide.Of(1) - x) / x).ToDouble();
        if (Math.Abs(rate) < 1e-28) return 0;
        // Above −1 by less than a double can say.
        return rate <= -1 ? Math.BitIncrement(-1.0) : rate;
    }
}
