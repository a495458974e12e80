namespace Sen.CleanerProduction.Tests.Options;

/// <summary>The contract's sentences about «appraise», one by one.</summary>
public sealed class AppraisalDoorTests
{
    [Fact]
    public void The_first_flow_falls_at_year_0_undiscounted() => Near.Same(-100 + 115.5 / 1.1, Door.At("appraise", """{"cashFlows": [-100, 115.5], "discountRate": 0.1}""", "npv").GetDouble());

    [Fact]
    public void An_annuity_is_the_investment_then_the_saving_every_year()
    {
        var annuity = Door.Ask("appraise", """{"investment": 5000, "annualSaving": 1200, "years": 6, "discountRate": 0.07}""");
        var flows = Door.Ask("appraise", """{"cashFlows": [-5000, 1200, 1200, 1200, 1200, 1200, 1200], "discountRate": 0.07}""");
        Assert.Equal(flows.Document.ToString(), annuity.Document.ToString());
    }

    [Fact]
    public void Payback_is_linear_within_the_year()
    {
        var door = Door.Ask("appraise", """{"cashFlows": [-100, 40, 40, 40], "discountRate": 0.1}""");
        Near.Same(2.5, door.Number("simplePaybackYears"));
        Assert.True(door.IsNull("discountedPaybackYears"));
    }

    [Fact]
    public void Payback_counts_from_the_first_time_it_was_negative() =>
        Near.Same(2 + 50.0 / 60, Door.At("appraise", """{"cashFlows": [100, -120, -30, 60, -500]}""", "simplePaybackYears").GetDouble());

    [Fact]
    public void Reaching_zero_exactly_is_paid_back()
    {
        Assert.Equal(1, Door.At("appraise", """{"cashFlows": [-100, 110], "discountRate": 0.1}""", "discountedPaybackYears").GetDouble());
        Assert.Equal(3, Door.At("appraise", """{"cashFlows": [-0.3, 0.1, 0.1, 0.1]}""", "simplePaybackYears").GetDouble());
    }

    [Theory]
    [InlineData("""{"cashFlows": [-100, 60, 60]}""")]
    [InlineData("""{"cashFlows": [-100, 60, 60], "financeRate": 0.1}""")]
    [InlineData("""{"cashFlows": [100, 60, 60], "financeRate": 0.1, "reinvestRate": 0.1}""")]
    [InlineData("""{"cashFlows": [-100, -60], "financeRate": 0.1, "reinvestRate": 0.1}""")]
    public void The_modified_rate_needs_both_rates_and_both_signs(string document) => Assert.True(Door.Ask("appraise", document).IsNull("mirr"));

    [Fact]
    public void The_modified_rate_by_hand() =>
        Near.Same(Math.Sqrt((60 * 1.12 + 70) / 100) - 1, Door.At("appraise", """{"cashFlows": [-100, 60, 70], "financeRate": 0.1, "reinvestRate": 0.12}""", "mirr").GetDouble());

    [Fact]
    public void Without_a_discount_rate_there_is_no_present_value()
    {
        var door = Door.Ask("appraise", """{"cashFlows": [-100, 60, 60]}""");
        Assert.Equal(0, door.Exit);
        Assert.True(door.IsNull("npv"));
        Assert.True(door.IsNull("discountedPaybackYears"));
        Assert.Equal("unique", door.At("irr/status").GetString());
    }

    [Fact]
    public void Options_alone_are_ranked_by_payback_and_the_other_keys_are_null()
    {
        var door = Door.Ask("appraise", """
            {"options": [{"id": "a", "investment": 300, "annualSaving": 100, "currency": "VND"}, {"id": "never", "investment": 1, "annualSaving": 0},
                         {"id": "b", "investment": 5, "annualSaving": 10, "currency": "USD"}, {"id": "free", "investment": 0, "annualSaving": 1}]}
            """);
        Assert.Equal(0, door.Exit);
        Assert.Equal(["a", "never", "b", "free"], Enumerable.Range(0, 4).Select(i => door.At($"options/{i}/id").GetString()));
        Assert.Equal([3, 4, 2, 1], Enumerable.Range(0, 4).Select(i => door.At($"options/{i}/rank").GetInt32()));
        Assert.Equal([3, 0.5, 0], new[] { 0, 2, 3 }.Select(i => door.Number($"options/{i}/simplePaybackYears")));
        Assert.True(door.IsNull("options/1/simplePaybackYears"));
        Assert.All(["npv", "irr", "mirr", "simplePaybackYears", "discountedPaybackYears"], key => Assert.True(door.IsNull(key)));
    }

    [Theory]
    [InlineData("{}", "/cashFlows")]
    [InlineData("""{"cashFlows": []}""", "/cashFlows")]
    [InlineData("""{"cashFlows": [1, "2"]}""", "/cashFlows/1")]
    [InlineData("""{"cashFlows": [-1, 2], "discountRate": -1}""", "/discountRate")]
    [InlineData("""{"cashFlows": [-1, 2], "investment": 5}""", "/investment")]
    [InlineData("""{"investment": 5, "annualSaving": 1}""", "/years")]
    [InlineData("""{"investment": -5, "annualSaving": 1, "years": 3}""", "/investment")]
    [InlineData("""{"investment": 5, "annualSaving": 1, "years": 0.5}""", "/years")]
    [InlineData("""{"options": [{"id": "a", "investment": 1, "annualSaving": 1}, {"id": "a", "investment": 1, "annualSaving": 1}]}""", "/options/1/id")]
    [InlineData("""{"options": [{"id": "a", "annualSaving": 1}]}""", "/options/0/investment")]
    public void Bad_input_says_where(string document, string pointer)
    {
        var door = Door.Ask("appraise", document);
        Assert.Equal(2, door.Exit);
        Assert.StartsWith(pointer + ":", door.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_present_value_beyond_every_double_is_refused()
    {
        var door = Door.Ask("appraise", """{"investment": 1e300, "annualSaving": 1e308, "years": 1000, "discountRate": -0.5}""");
        Assert.Equal(3, door.Exit);
    }
}
