using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Options;

/// <summary>All distinct positive roots of the flows' polynomial, in rising order.</summary>
/// <remarks>
/// Rolle's theorem down a ladder: each rung (<see cref="FlowPolynomial.Derived"/>) has one sign change less, the last has one and so exactly one root.
/// Upwards, between neighbouring roots of the rung below a rung is monotone, so its signs there tell of every root: none is missed, none counted twice.
/// </remarks>
internal static class PositiveRoots
{
    /// <summary>Rungs × flows beyond which the work is not done.</summary>
    public const int MostWork = 300_000;

    /// <summary>
    /// A touch counts as a root: relative changes of 2⁻⁵² in the flows, which is what a double keeps of them, would make it one. Two roots closer
    /// together than about 3e-8 are then one.
    /// </summary>
    private const double Touch = 2.220446049250313e-16;

    /// <summary>On the lower rungs only a true zero: one separating point more or less does no harm there.</summary>
    private const double TrueZero = 1e-28;

    public static List<Wide> Of(FlowPolynomial polynomial)
    {
        var rungs = new List<FlowPolynomial>();
        var changes = polynomial.SignChanges();
        if (changes == 0) return [];
        for (var rung = polynomial; ; rung = rung.Derived())
        {
            rungs.Add(rung);
            if (rungs.Count == changes) break;
        }
        List<Wide> roots = [];
        for (var i = rungs.Count - 1; i >= 0; i--) roots = Climb(rungs[i], roots, i == 0 ? Touch : TrueZero);
        return roots;
    }

    private static List<Wide> Climb(FlowPolynomial rung, List<Wide> separators, double zero)
    {
        var (low, high) = rung.Bounds();
        var roots = new List<Wide>();
        var (before, sign) = (Wide.Of(1, low), rung.SignAtZero);
        foreach (var point in separators)
        {
            var balance = rung.Balance(point).ToDouble();
            var here = Math.Abs(balance) <= zero ? 0 : Math.Sign(balance);
            if (here == 0)
            {
                // Two touching separators in a row: between them the rung is zero to its last digit too.
                if (sign == 0) roots.RemoveAt(roots.Count - 1);
                roots.Add(point);
            }
            else if (sign != 0 && here != sign) roots.Add(RootBetween.Find(rung, before, point, sign));
            (before, sign) = (point, here);
        }
        if (sign != 0 && rung.SignAtInfinity != sign) roots.Add(RootBetween.Find(rung, before, Wide.Of(1, high), sign));
        return roots;
    }
}
