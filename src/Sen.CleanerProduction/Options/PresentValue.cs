using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Options;

/// <summary>Present values and the modified rate, in wide arithmetic: no horizon overflows on the way.</summary>
internal static class PresentValue
{
    public static Wide Factor(double rate) => Wide.Of(1) / (Wide.Of(1) + Wide.OfDecimal(rate));

    public static double Of(IReadOnlyList<double> flows, double rate) => FlowPolynomial.Of(flows).At(Factor(rate)).Value.ToDouble();

    /// <summary>(FV of inflows / −PV of outflows)^(1/(n − 1)) − 1; null without both signs.</summary>
    public static double? ModifiedRate(IReadOnlyList<double> flows, double financeRate, double reinvestRate)
    {
        var outflows = FlowPolynomial.Of([.. flows.Select(f => f < 0 ? -f : 0)]).At(Factor(financeRate)).Value;
        // Future value at the last year: the inflows read backwards, with 1 + r for x.
        var inflows = FlowPolynomial.Of([.. flows.Reverse().Select(f => f > 0 ? f : 0)]).At(Wide.Of(1) + Wide.OfDecimal(reinvestRate)).Value;
        if (outflows.Sign == 0 || inflows.Sign == 0) return null;
        return Math.Pow(2, (inflows / outflows).Log2() / (flows.Count - 1)) - 1;
    }
}
