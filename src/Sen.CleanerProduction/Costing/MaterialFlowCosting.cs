using System.Globalization;
using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Costing;

/// <summary>Material flow cost accounting over a line of quantity centres (ISO 14051:2011; ISO 14052:2017; ISO 14053:2021).</summary>
/// <remarks>
/// Material cost goes by quantity; energy and system cost by ratio = Σproduct / Σ(product + loss) over what is in the ratio; waste management to the loss.
/// What is received carries its cost class by class, each split by the received quantities. With decimals, each class of a centre's input is rounded half
/// up and split by largest remainder (a tie to the product), so product + loss = input exactly; the next centre receives the rounded product.
/// </remarks>
public static class MaterialFlowCosting
{
    /// <summary>Costs of every centre and of the line. A line with loops goes to <see cref="LoopedCosting"/>.</summary>
    /// <param name="line">The line; quantities in one unit, money in one currency.</param>
    /// <returns>The costs; refused where cost has no quantity to go by, or leaves the range of double precision.</returns>
    /// <exception cref="InputException">No centres, an id used twice, an unknown centre, a loop, a negative number, decimals out of 0 to 12.</exception>
    public static Outcome<FlowCosts> Calculate(CostedLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var problems = LineRules.Check(line.Centres, line.Decimals);
        var order = problems.Count == 0 ? LineRules.Order(line.Centres, problems) : [];
        if (problems.Count > 0) throw new InputException(problems);
        try
        {
            return Walk(line, order);
        }
        catch (OverflowException)
        {
            return Outcome<FlowCosts>.Refused("the costs leave the range of double precision");
        }
    }

    private static Outcome<FlowCosts> Walk(CostedLine line, IReadOnlyList<int> order)
    {
        var coins = new Coins(line.Digits);
        var receptions = Receptions(line.Centres);
        var carried = new Dictionary<(int Centre, int Row), Sums>();
        var centres = new CentreCosts[line.Centres.Count];
        var reasons = new List<string>();
        Sums newCosts = default, productOut = default, lost = default;
        foreach (var i in order)
        {
            var centre = line.Centres[i];
            var carriedIn = centre.Receives.Select((_, row) => carried.GetValueOrDefault((i, row))).ToArray();
            var split = CentreSplit.Of(centre, carriedIn, line.Ratio);
            if (split.Why is { } why) reasons.Add(Text($"/centres/{i}: {why}"));
            var input = split.Input.Each(coins.Round);
            var product = new Sums(
                coins.PartOf(input.Material, split.Product.Material, split.Loss.Material),
                coins.PartOf(input.Energy, split.Product.Energy, split.Loss.Energy),
                coins.PartOf(input.System, split.Product.System, split.Loss.System), Rational.Zero);
            var loss = input - product;
            centres[i] = new CentreCosts(centre.Id, split.Ratio?.ToDouble(), input.Shown(), product.Shown(), loss.Shown(), Sums.Conventional(input));
            newCosts += line.Digits is null ? split.Input - split.Carried : input - split.Carried;
            lost += loss.Each(coins.Round);
            if (!receptions.TryGetValue(centre.Id, out var rows)) { productOut += product.Each(coins.Round); continue; }
            if (!HandOn(product, rows, coins, line, carried)) reasons.Add(Text($"/centres/{i}: its product is received, but in no quantity, so its cost has nothing to go by"));
        }
        if (reasons.Count > 0) return Outcome<FlowCosts>.Refused(reasons);
        var whole = new SplitCosts(newCosts.Shown(), productOut.Shown(), lost.Shown(), Sums.Conventional(newCosts));
        return Outcome<FlowCosts>.Of(new FlowCosts(centres, whole));
    }

    /// <summary>Several receivers of one centre share its cost by the quantity each received.</summary>
    private static bool HandOn(Sums product, List<(int Centre, int Row)> rows, Coins coins, CostedLine line, Dictionary<(int Centre, int Row), Sums> carried)
    {
        var quantities = rows.Select(r => line.Centres[r.Centre].Receives[r.Row]).Select(r => Rational.Of(r.Product) + Rational.Of(r.Loss)).ToList();
        if (quantities.All(q => q.Sign == 0) && product.Total.Sign != 0) return false;
        var material = coins.Share(product.Material, quantities);
        var energy = coins.Share(product.Energy, quantities);
        var system = coins.Share(product.System, quantities);
        for (var k = 0; k < rows.Count; k++) carried[rows[k]] = new Sums(material[k], energy[k], system[k], Rational.Zero);
        return true;
    }

    private static Dictionary<string, List<(int Centre, int Row)>> Receptions(IReadOnlyList<QuantityCentre> centres)
    {
        var found = new Dictionary<string, List<(int, int)>>(StringComparer.Ordinal);
        for (var i = 0; i < centres.Count; i++)
            for (var row = 0; row < centres[i].Receives.Count; row++)
            {
                var from = centres[i].Receives[row].From;
                if (!found.TryGetValue(from, out var rows)) found[from] = rows = [];
                rows.Add((i, row));
            }
        return found;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
