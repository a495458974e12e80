namespace Sen.CleanerProduction.Regression;

/// <summary>Student's t: probabilities of its tails and its two-sided critical value.</summary>
public static class StudentT
{
    /// <summary>P(|T| > |t|) with ν degrees of freedom; relative precision about 1e-13 far into the tail.</summary>
    /// <param name="t">The statistic.</param>
    /// <param name="dof">Degrees of freedom ν, above 0.</param>
    public static double TailBoth(double t, double dof)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dof);
        var squared = t * t;
        return double.IsInfinity(squared) ? 0 : IncompleteBeta.Regularized(dof / 2, 0.5, dof / (dof + squared), squared / (dof + squared));
    }

    /// <summary>The t with P(|T| ≤ t) = confidence.</summary>
    /// <param name="confidence">Between 0 and 1.</param>
    /// <param name="dof">Degrees of freedom, above 0.</param>
    public static double TwoSided(double confidence, double dof)
    {
        if (!(confidence > 0 && confidence < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Between 0 and 1.");
        var tail = 1 - confidence;
        var density = Math.Exp(-IncompleteBeta.LogBeta(dof / 2, 0.5)) / Math.Sqrt(dof);
        // The tail falls and is convex, so Newton from 0 climbs to the answer and never past it.
        double t = 0, last = -1;
        for (var step = 0; step < 500 && t - last > 1e-16 * t; step++)
        {
            last = t;
            var slope = 2 * density * Math.Pow(1 + t * t / dof, -(dof + 1) / 2);
            t += (TailBoth(t, dof) - tail) / slope;
        }
        return t;
    }
}

/// <summary>Fisher's F: its upper tail.</summary>
public static class FisherF
{
    /// <summary>P(F > f) with d₁ and d₂ degrees of freedom.</summary>
    /// <param name="f">The statistic, at least 0.</param>
    /// <param name="d1">Degrees of freedom of the numerator, above 0.</param>
    /// <param name="d2">Degrees of freedom of the denominator, above 0.</param>
    public static double Tail(double f, double d1, double d2)
    {
        if (f <= 0) return 1;
        var scaled = d1 * f;
        return double.IsInfinity(scaled) ? 0 : IncompleteBeta.Regularized(d2 / 2, d1 / 2, d2 / (d2 + scaled), scaled / (d2 + scaled));
    }
}
