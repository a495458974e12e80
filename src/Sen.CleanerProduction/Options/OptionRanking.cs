using System.Globalization;

namespace Sen.CleanerProduction.Options;

/// <summary>An option to be ranked.</summary>
/// <param name="Id">Its name, used once.</param>
/// <param name="Investment">Money, at least 0.</param>
/// <param name="AnnualSaving">Money a year.</param>
/// <param name="Currency">Currency of both; options may differ in it.</param>
public sealed record CandidateOption(string Id, double Investment, double AnnualSaving, string? Currency = null);

/// <summary>An option in its place.</summary>
/// <param name="Id">The option.</param>
/// <param name="SimplePaybackYears">Investment over annual saving; null where nothing is saved.</param>
/// <param name="Rank">1 = pays back first; equal ones in the order given; those that never do come last.</param>
public sealed record RankedOption(string Id, double? SimplePaybackYears, int Rank);

/// <summary>Ranks options by payback, which needs no exchange rates.</summary>
public static class OptionRanking
{
    /// <summary>The options in the order given, each with its rank.</summary>
    /// <param name="options">The options; ids used once, investments at least 0.</param>
    /// <exception cref="InputException">An id used twice, a negative or infinite number.</exception>
    public static IReadOnlyList<RankedOption> Rank(IReadOnlyList<CandidateOption> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = new List<InputProblem>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Count; i++)
        {
            var at = "/options/" + i.ToString(CultureInfo.InvariantCulture);
            if (!ids.Add(options[i].Id)) problems.Add(new InputProblem(at + "/id", $"«{options[i].Id}» is used twice", "an id of its own"));
            if (!(options[i].Investment >= 0) || !double.IsFinite(options[i].Investment)) problems.Add(new InputProblem(at + "/investment", "is negative or not finite", "0 or more"));
            if (!double.IsFinite(options[i].AnnualSaving)) problems.Add(new InputProblem(at + "/annualSaving", "is not finite", "a finite number"));
        }
        if (problems.Count > 0) throw new InputException(problems);
        var paybacks = options.Select(o => Payback.Simple(o.Investment, o.AnnualSaving)).ToArray();
        var order = Enumerable.Range(0, options.Count).OrderBy(i => paybacks[i] is null).ThenBy(i => paybacks[i]).ToList();
        var ranks = new int[options.Count];
        for (var place = 0; place < order.Count; place++) ranks[order[place]] = place + 1;
        return [.. options.Select((o, i) => new RankedOption(o.Id, paybacks[i], ranks[i]))];
    }
}
