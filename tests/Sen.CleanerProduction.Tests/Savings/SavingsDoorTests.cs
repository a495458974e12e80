using System.Globalization;
using Sen.CleanerProduction.Regression;

namespace Sen.CleanerProduction.Tests.Savings;

/// <summary>The contract's sentences about «savings», one by one.</summary>
public sealed class SavingsDoorTests
{
    private static readonly double[] Production = [10, 12, 9, 14, 20, 17, 11, 13];

    private static string Periods(int year, Func<int, double> use, int count = 8, string more = "") =>
        string.Join(",", Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture,
            $$"""{"start": "{{year}}-{{i + 1:00}}-01", "end": "{{year}}-{{i + 1:00}}-28", "use": {{use(i)}}, "drivers": {"p": {{Production[i]}}}{{more}}}""")));

    private static readonly double[] Noise = [1, -2, 0.5, 1.5, -1, 0.7, -0.2, 0.4];

    private static string Document(Func<int, double>? baseline = null, Func<int, double>? reporting = null, string confidence = "0.9", int count = 8) => $$"""
        {"confidence": {{confidence}}, "frequency": "monthly", "model": {"kind": "drivers", "names": ["p"]},
         "baseline": [{{Periods(2022, baseline ?? (i => 5 + 3 * Production[i] + Noise[i]))}}], "reporting": [{{Periods(2023, reporting ?? (i => 5 + 2.8 * Production[i]), count)}}]}
        """;

    [Fact]
    public void The_band_follows_its_formula()
    {
        var door = Door.Ask("savings", Document());
        Assert.Equal(0, door.Exit);
        double n = 8, m = 8;
        var rho = door.Number("model/lag1");
        var effective = n * (1 - rho) / (1 + rho);
        var baseline = Enumerable.Range(0, 8).Sum(i => 5 + 3 * Production[i] + Noise[i]);
        var modelled = Enumerable.Range(0, 8).Sum(i => door.Number($"periods/{i}/modelled"));
        var s = Math.Sqrt(door.Number("model/rss") / (n - 1));
        var relative = StudentT.TwoSided(0.9, n - 1) * (-0.00022 * m * m + 0.03306 * m + 0.94054) * s / (baseline / n) * Math.Sqrt(n / effective * (1 + 2 / effective) / m);
        Near.Same(baseline * relative, door.Number("band"), 1e-11);
        Near.Same(modelled * relative, door.Number("bandReporting"), 1e-11);
        Assert.Equal("caltrack-eemeter-2.9.2", door.At("bandMethod").GetString());
        var (mean, sum) = (Production.Average(), Production.Sum());
        var sxx = Production.Sum(p => (p - mean) * (p - mean));
        Near.Same(StudentT.TwoSided(0.9, 6) * door.Number("model/s") * Math.Sqrt(m * m / n + (sum - m * mean) * (sum - m * mean) / sxx + m), door.Number("predictionBand"), 1e-11);
        Near.Same(modelled - Enumerable.Range(0, 8).Sum(i => 5 + 2.8 * Production[i]), door.Number("saving"), 1e-11);
        Near.Same(100 * door.Number("saving") / modelled, door.Number("savingPercent"), 1e-12);
        Assert.True(door.IsNull("model/heatingBalance"));
        Assert.Equal(["fP", "r2", "largestP", "smallestP"], Enumerable.Range(0, 4).Select(i => door.At($"validity/{i}/check").GetString()));
        Assert.Equal([0.1, 0.5, 0.2, 0.1], Enumerable.Range(0, 4).Select(i => door.Number($"validity/{i}/limit")));
    }

    [Fact]
    public void A_model_that_fails_its_gates_is_refused_without_a_saving_and_forced_it_says_so()
    {
        var document = Document(i => i % 2 == 0 ? 50 : 60);
        var refused = Door.Ask("savings", document);
        Assert.Equal(3, refused.Exit);
        Assert.Equal("refused", refused.At("status").GetString());
        Assert.NotEqual(0, refused.At("reasons").GetArrayLength());
        Assert.False(refused.Document.TryGetProperty("saving", out _));
        var forced = Door.Ask("savings", document, force: true);
        Assert.Equal(0, forced.Exit);
        Assert.False(forced.At("valid").GetBoolean());
        Assert.True(forced.Document.TryGetProperty("saving", out _));
    }

    [Fact]
    public void More_used_is_a_negative_saving() => Assert.True(Door.At("savings", Document(reporting: i => 500), "saving").GetDouble() < 0);

    [Fact]
    public void Neighbours_wholly_correlated_have_no_band()
    {
        // Three points leave two pairs of neighbours, whose correlation is always 1 or −1.
        var door = Door.Ask("savings", """
            {"frequency": "monthly", "model": {"kind": "drivers", "names": ["p"]}, "reporting": [{"start": "2023-01-01", "end": "2023-01-31", "use": 1, "drivers": {"p": 2}}], "baseline": [
              {"start": "2022-01-01", "end": "2022-01-31", "use": 10.1, "drivers": {"p": 1}}, {"start": "2022-02-01", "end": "2022-02-28", "use": 19.9, "drivers": {"p": 2}},
              {"start": "2022-03-01", "end": "2022-03-31", "use": 30.2, "drivers": {"p": 3}}]}
            """);
        Assert.Equal(0, door.Exit);
        Assert.Equal(1, Math.Abs(door.Number("model/lag1")));
        Assert.True(door.IsNull("band"));
        Assert.True(door.IsNull("bandReporting"));
        Assert.True(door.Number("predictionBand") > 0);
    }

    private const string Readings = """
        {"frequency": "monthly", "calendarise": "backward", "model": {"kind": "drivers", "names": ["p"]},
         "readings": [{"date": "2022-03-31", "use": 90}, {"date": "2021-12-31", "use": 999}, {"date": "2022-01-31", "use": 31}, {"date": "2022-02-28", "use": 84}, {"date": "2022-05-30", "use": 300}],
         "baseline": [{"start": "2022-01-01", "end": "2022-01-31", "drivers": {"p": 1}}, {"start": "2022-02-01", "end": "2022-02-28", "drivers": {"p": 2.6}}, {"start": "2022-03-01", "end": "2022-03-31", "drivers": {"p": 3}},
                      {"start": "2022-04-01", "end": "2022-04-30", "drivers": {"p": 4.8}}],
         "reporting": [{"start": "2022-05-01", "end": "2022-05-DD", "drivers": {"p": 5}}]}
        """;

    [Fact]
    public void The_first_reading_only_opens_the_count_whatever_their_order() =>
        Near.Same(150, Door.At("savings", Readings.Replace("DD", "30", StringComparison.Ordinal), "periods/0/actual", force: true).GetDouble());

    [Fact]
    public void A_period_the_readings_do_not_cover_wholly_is_refused()
    {
        var door = Door.Ask("savings", Readings.Replace("DD", "31", StringComparison.Ordinal));
        Assert.Equal(3, door.Exit);
        Assert.Contains("/reporting/0", door.At("reasons/0").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, Door.Ask("savings", Readings.Replace("DD", "31", StringComparison.Ordinal), force: true).Exit);
    }

    [Fact]
    public void Monthly_degree_days_are_summed_over_the_days_of_the_period()
    {
        var months = string.Join(",", Enumerable.Range(0, 6).Select(i => string.Create(CultureInfo.InvariantCulture,
            $$"""{"start": "2022-0{{i + 1}}-01", "end": "2022-0{{i + 1}}-03", "use": {{40 + 2 * (i + i + 3 * i)}}, "temperatures": [{{15 - i}}, {{15 - i}}, {{15 - 3 * i}}]}""")));
        var door = Door.Ask("savings", $$"""
            {"frequency": "monthly", "baseline": [{{months}}], "model": {"kind": "degreeDays", "heating": [5, 20], "step": 1},
             "reporting": [{"start": "2023-01-01", "end": "2023-01-01", "use": 30, "temperature": 35}, {"start": "2023-01-02", "end": "2023-01-03", "use": 30, "temperatures": [-10, 3]}]}
            """);
        Assert.Equal(0, door.Exit);
        Assert.Equal(15, door.Number("model/heatingBalance"));
        Assert.True(door.IsNull("model/coolingBalance"));
        Assert.Equal("hdd", door.At("model/coefficients/1/name").GetString());
        Near.Same(2, door.Number("model/coefficients/1/value"));
        Near.Same(40 + 2 * 37, door.Number("periods/1/modelled"));
        Assert.Equal(2, door.At("outsideRange").GetArrayLength());
        Assert.Equal("temperature", door.At("outsideRange/0/driver").GetString());
        Assert.Equal([35, -10], new[] { 0, 1 }.Select(i => door.Number($"outsideRange/{i}/value")));
    }

    [Theory]
    [InlineData("\"frequency\": \"monthly\"", "\"title\": 1", "/frequency")]
    [InlineData("monthly", "hourly", "/frequency")]
    [InlineData("\"confidence\": 0.9", "\"confidence\": 1", "/confidence")]
    [InlineData("[\"p\"]", "[\"q\"]", "/baseline/0/drivers/q")]
    [InlineData("[\"p\"]", "[]", "/model/names")]
    [InlineData("\"drivers\", \"names\"", "\"guess\", \"names\"", "/model/kind")]
    [InlineData("2022-01-28", "2021-12-31", "/baseline/0/end")]
    [InlineData("2022-01-28", "2022-01-32", "/baseline/0/end")]
    [InlineData("2022-01-28", "2022-02-03", "/baseline")]
    [InlineData("\"use\": 36,", "", "/baseline/0/use")]
    public void Bad_input_says_where(string written, string instead, string pointer)
    {
        var document = Document();
        Assert.Contains(written, document, StringComparison.Ordinal);
        var door = Door.Ask("savings", document.Replace(written, instead, StringComparison.Ordinal));
        Assert.Equal(2, door.Exit);
        Assert.StartsWith(pointer + ":", door.Errors[0], StringComparison.Ordinal);
    }
}
