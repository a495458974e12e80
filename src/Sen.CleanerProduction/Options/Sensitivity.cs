using System.Globalization;

namespace Sen.CleanerProduction.Options;

/// <summary>An option as its few inputs.</summary>
/// <param name="Investment">Money at year 0, at least 0.</param>
/// <param name="AnnualSaving">Money a year.</param>
/// <param name="Years">Horizon, 1 to 99,999.</param>
/// <param name="DiscountRate">Rate a year as a fraction, above −1.</param>
public sealed record OptionCase(double Investment, double AnnualSaving, int Years, double DiscountRate)
{
    /// <summary>Net present value, money.</summary>
    public double Npv => PresentValue.Of(Appraisal.Annuity(Investment, AnnualSaving, Years), DiscountRate);
}

/// <summary>What may be otherwise than assumed.</summary>
public enum OptionInput
{
    /// <summary>The investment.</summary>
    Investment,
    /// <summary>The annual saving.</summary>
    AnnualSaving,
    /// <summary>The horizon; rounded to whole years.</summary>
    Years,
    /// <summary>The discount rate.</summary>
    DiscountRate,
}

/// <summary>An input with its low and high value.</summary>
/// <param name="Input">Which.</param>
/// <param name="Low">The low value, in its unit.</param>
/// <param name="High">The high value.</param>
public sealed record InputRange(OptionInput Input, double Low, double High);

/// <summary>One bar of a tornado.</summary>
/// <param name="Input">The input that moves, all others as assumed.</param>
/// <param name="NpvAtLow">NPV at its low value.</param>
/// <param name="NpvAtHigh">NPV at its high value.</param>
public sealed record TornadoBar(OptionInput Input, double NpvAtLow, double NpvAtHigh)
{
    /// <summary>How far the NPV moves.</summary>
    public double Swing => Math.Abs(NpvAtHigh - NpvAtLow);
}

/// <summary>Which assumption the verdict hangs on.</summary>
public static class Sensitivity
{
    /// <summary>One bar per input, the longest first (ties in the order given).</summary>
    /// <param name="assumed">The option as assumed.</param>
    /// <param name="ranges">What may be otherwise; each input once.</param>
    /// <exception cref="InputException">An input twice, a range upside down or out of its bounds.</exception>
    public static IReadOnlyList<TornadoBar> Tornado(OptionCase assumed, IReadOnlyList<InputRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(assumed);
        ArgumentNullException.ThrowIfNull(ranges);
        var problems = new List<InputProblem>();
        for (var i = 0; i < ranges.Count; i++)
        {
            var (range, at) = (ranges[i], "/ranges/" + i.ToString(CultureInfo.InvariantCulture));
            if (ranges.Take(i).Any(r => r.Input == range.Input)) problems.Add(new InputProblem(at, $"{range.Input} stands twice", "each input once"));
            if (!(range.Low <= range.High)) problems.Add(new InputProblem(at, "is upside down", "low ≤ high"));
            else if (!Allowed(range.Input, range.Low) || !Allowed(range.Input, range.High)) problems.Add(new InputProblem(at, "leaves what the input may be", "investment ≥ 0, 1 to 99999 years, rate above -1"));
        }
        if (problems.Count > 0) throw new InputException(problems);
        return [.. ranges.Select(r => new TornadoBar(r.Input, With(assumed, r.Input, r.Low).Npv, With(assumed, r.Input, r.High).Npv)).OrderByDescending(b => b.Swing)];
    }

    internal static bool Allowed(OptionInput input, double value) => double.IsFinite(value) && input switch
    {
        OptionInput.Investment => value >= 0,
        OptionInput.Years => value is >= 1 and < Appraisal.MostFlows,
        OptionInput.DiscountRate => value > -1,
        _ => true,
    };

    internal static OptionCase With(OptionCase option, OptionInput input, double value) => input switch
    {
        OptionInput.Investment => option with { Investment = value },
        OptionInput.AnnualSaving => option with { AnnualSaving = value },
        OptionInput.Years => option with { Years = (int)Math.Round(value, MidpointRounding.AwayFromZero) },
        _ => option with { DiscountRate = value },
    };
}
