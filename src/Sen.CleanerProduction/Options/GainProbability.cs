using System.Globalization;
using Sen.CleanerProduction.Sampling;
using Sen.CleanerProduction.Statistics;

namespace Sen.CleanerProduction.Options;

/// <summary>How an uncertain input is spread.</summary>
public abstract record Spread
{
    /// <summary>The value that is not exceeded with a probability.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    public abstract double Quantile(double probability);

    internal abstract bool Sound { get; }
    internal abstract (double Low, double High)? Ends { get; }
}

/// <summary>Every value between two ends alike.</summary>
/// <param name="Low">Least value.</param>
/// <param name="High">Most.</param>
public sealed record UniformSpread(double Low, double High) : Spread
{
    /// <inheritdoc/>
    public override double Quantile(double probability) => Low + (High - Low) * probability;

    internal override bool Sound => Low <= High;
    internal override (double Low, double High)? Ends => (Low, High);
}

/// <summary>Between two ends, most likely at a third.</summary>
/// <param name="Low">Least value.</param>
/// <param name="Mode">Most likely one.</param>
/// <param name="High">Most.</param>
public sealed record TriangularSpread(double Low, double Mode, double High) : Spread
{
    /// <inheritdoc/>
    public override double Quantile(double probability)
    {
        if (High == Low) return Low;
        var below = (Mode - Low) / (High - Low);
        return probability <= below
            ? Low + Math.Sqrt(probability * (High - Low) * (Mode - Low))
            : High - Math.Sqrt((1 - probability) * (High - Low) * (High - Mode));
    }

    internal override bool Sound => Low <= Mode && Mode <= High;
    internal override (double Low, double High)? Ends => (Low, High);
}

/// <summary>The normal distribution; for money only, as it has no ends.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="StandardDeviation">Standard deviation, at least 0.</param>
public sealed record NormalSpread(double Mean, double StandardDeviation) : Spread
{
    /// <inheritdoc/>
    public override double Quantile(double probability) =>
        probability == 0.5 ? Mean : probability < 0.5 ? Mean - StandardDeviation * CriticalValues.TwoSided(2 * probability) : Mean + StandardDeviation * CriticalValues.TwoSided(2 * (1 - probability));

    internal override bool Sound => StandardDeviation >= 0 && double.IsFinite(Mean) && double.IsFinite(StandardDeviation);
    internal override (double Low, double High)? Ends => null;
}

/// <summary>The probability that an option gains, by Monte Carlo.</summary>
/// <param name="Seed">The seed: with it and the number of draws it can be done again, bit for bit.</param>
/// <param name="Draws">Number of draws.</param>
/// <param name="Probability">Part of the draws with NPV above 0.</param>
/// <param name="StandardError">Of that part: √(p(1 − p)/draws).</param>
/// <param name="MeanNpv">Mean of the NPV, money.</param>
/// <param name="Low">5 % quantile of the NPV.</param>
/// <param name="Median">Its median.</param>
/// <param name="High">95 % quantile.</param>
public sealed record GainProbability(ulong Seed, int Draws, double Probability, double StandardError, double MeanNpv, double Low, double Median, double High)
{
    /// <summary>Draws independent inputs and counts.</summary>
    /// <param name="assumed">The option; inputs that are not spread stay as assumed.</param>
    /// <param name="spread">What is uncertain, each input once.</param>
    /// <param name="draws">How many, 1 to 10,000,000.</param>
    /// <param name="seed">Any number; it comes back in the result.</param>
    /// <exception cref="InputException">An input twice, a spread upside down, or ends out of the input's bounds (years and rates need ends).</exception>
    public static GainProbability Of(OptionCase assumed, IReadOnlyList<(OptionInput Input, Spread Spread)> spread, int draws, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        ArgumentNullException.ThrowIfNull(spread);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws, 10_000_000);
        Check(spread);
        var npv = new double[draws];
        var (gains, sum) = (0, 0.0);
        for (var i = 0; i < draws; i++)
        {
            var option = assumed;
            for (var j = 0; j < spread.Count; j++) option = Sensitivity.With(option, spread[j].Input, spread[j].Spread.Quantile(Uniform(seed, (uint)i, (uint)j)));
            npv[i] = -TimeValue.Present(option.DiscountRate, option.Years, option.AnnualSaving) - option.Investment;
            if (npv[i] > 0) gains++;
            sum += npv[i];
        }
        Array.Sort(npv);
        var p = (double)gains / draws;
        return new GainProbability(seed, draws, p, Math.Sqrt(p * (1 - p) / draws), sum / draws, At(npv, 0.05), At(npv, 0.5), At(npv, 0.95));
    }

    /// <summary>53 random bits, in the middle of their step: never 0 and never 1. The counter is draw and input, so adding a draw changes none before it.</summary>
    private static double Uniform(ulong seed, uint draw, uint input)
    {
        var (w0, w1, _, _) = Philox.Words(draw, input, 0, 0, (uint)seed, (uint)(seed >> 32));
        return ((((ulong)w0 << 32 | w1) >> 12) + 0.5) * Math.ScaleB(1, -52);
    }

    private static void Check(IReadOnlyList<(OptionInput Input, Spread Spread)> spread)
    {
        var problems = new List<InputProblem>();
        for (var i = 0; i < spread.Count; i++)
        {
            var ((input, of), at) = (spread[i], "/spread/" + i.ToString(CultureInfo.InvariantCulture));
            if (spread.Take(i).Any(s => s.Input == input)) problems.Add(new InputProblem(at, $"{input} stands twice", "each input once"));
            if (!of.Sound) problems.Add(new InputProblem(at, "is upside down", "low ≤ mode ≤ high, standard deviation ≥ 0"));
            else if (of.Ends is { } ends ? !Sensitivity.Allowed(input, ends.Low) || !Sensitivity.Allowed(input, ends.High) : input is OptionInput.Years or OptionInput.DiscountRate)
                problems.Add(new InputProblem(at, "leaves what the input may be", "investment ≥ 0, 1 to 99999 years, rate above -1; years and rates with ends"));
        }
        if (problems.Count > 0) throw new InputException(problems);
    }

    private static double At(double[] sorted, double probability)
    {
        var at = probability * (sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + (at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]);
    }
}
