namespace Sen.CleanerProduction.Balancing;

/// <summary>Measurements bound together by correlations: the blocks of Σ that are not diagonal.</summary>
/// <param name="Members">Positions in the list of inexact measured quantities, ascending.</param>
/// <param name="R">Correlation matrix of the members, symmetric, row by row.</param>
internal sealed record CorrelationGroup(int[] Members, double[] R)
{
    public static List<CorrelationGroup> Of(IReadOnlyList<Correlation> correlations, IReadOnlyList<string> inexact)
    {
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < inexact.Count; i++) at[inexact[i]] = i;
        // A correlation with an exact value has covariance 0.
        var pairs = correlations.Where(c => c.R != 0 && at.ContainsKey(c.A) && at.ContainsKey(c.B)).Select(c => (A: at[c.A], B: at[c.B], c.R)).ToList();
        var sets = new UnionFind(inexact.Count);
        foreach (var (a, b, _) in pairs) sets.Join(a, b);
        var groups = new List<CorrelationGroup>();
        foreach (var group in pairs.SelectMany(p => new[] { p.A, p.B }).Distinct().GroupBy(sets.Find).OrderBy(g => g.Min()))
        {
            int[] members = [.. group.Order()];
            if (members.Length > CorrelationCheck.LargestGroup) { groups.Add(new(members, [])); continue; }
            var place = members.Select((m, i) => (m, i)).ToDictionary(x => x.m, x => x.i);
            var r = new double[members.Length * members.Length];
            for (var i = 0; i < members.Length; i++) r[(i * members.Length) + i] = 1;
            foreach (var (a, b, value) in pairs)
                if (place.TryGetValue(a, out var i) && place.TryGetValue(b, out var j)) r[(i * members.Length) + j] = r[(j * members.Length) + i] = value;
            groups.Add(new(members, r));
        }
        return groups;
    }

    /// <summary>Lower Cholesky factor of R, row by row; null where R is not positive definite.</summary>
    public double[]? Factor()
    {
        var n = Members.Length;
        var l = (double[])R.Clone();
        for (var j = 0; j < n; j++)
        {
            var d = l[(j * n) + j];
            for (var k = 0; k < j; k++) d -= l[(j * n) + k] * l[(j * n) + k];
            // Rounding alone leaves about n·1e-16 of a singular matrix's zero.
            if (!(d > n * 1e-15)) return null;
            d = Math.Sqrt(d);
            l[(j * n) + j] = d;
            for (var i = j + 1; i < n; i++)
            {
                var s = l[(i * n) + j];
                for (var k = 0; k < j; k++) s -= l[(i * n) + k] * l[(j * n) + k];
                l[(i * n) + j] = s / d;
            }
            for (var k = j + 1; k < n; k++) l[(j * n) + k] = 0;
        }
        return l;
    }
}
