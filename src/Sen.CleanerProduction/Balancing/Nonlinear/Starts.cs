namespace Sen.CleanerProduction.Balancing.Nonlinear;

/// <summary>Where to begin: the measurements, the user's starts, then a fixed list of guesses for what has neither.</summary>
internal static class Starts
{
    public static IEnumerable<double[]> Of(BalanceModel model)
    {
        var typical = Sqp.TypicalSize(model);
        double[] guesses = [1, typical, 0.1 * typical, 10 * typical, 0.01, 100, 0.001 * typical, 1000 * typical, -1, -typical];
        var given = Enumerable.Range(0, model.Count).Any(j => model.Known[j] == Knowledge.Unknown && !double.IsNaN(model.Start[j]));
        foreach (var guess in guesses) yield return At(model, (_, start) => double.IsNaN(start) ? guess : start);
        // Spread over five decades, differently for every unknown, so that no symmetry traps them all.
        for (var round = 1; round <= 10; round++)
            yield return At(model, (j, start) => !double.IsNaN(start) && round % 2 == 1 ? start : Spread(typical, j, round));
        if (!given) yield break;
        foreach (var guess in guesses) yield return At(model, (_, _) => guess);
    }

    private static double Spread(double typical, int j, int round)
    {
        var fraction = ((((j + 1) * 0.6180339887498949) + (round * 0.7548776662466927)) % 1 * 5) - 3;
        return (round >= 7 ? 1 : typical) * Math.Pow(10, fraction);
    }

    private static double[] At(BalanceModel model, Func<int, double, double> guess)
    {
        var x = new double[model.Count];
        for (var j = 0; j < x.Length; j++)
        {
            x[j] = model.Known[j] == Knowledge.Unknown ? guess(j, model.Start[j]) : model.Measured[j];
            if (model.Known[j] != Knowledge.Exact) x[j] = Math.Min(Math.Max(x[j], model.Lower[j]), model.Upper[j]);
        }
        return x;
    }
}
