using Sen.CleanerProduction.Options;

namespace Sen.CleanerProduction.Tests.Options;

/// <summary>numpy-financial's published vectors, and the sugar mill of scp.gov.vn.</summary>
public sealed class PublishedFinanceTests
{
    private static Appraisal Judge(double? rate, params double[] flows) => Appraisal.Of(flows, rate).Require();

    [Fact]
    public void Npv_of_five_flows_at_five_per_cent() => Near.Same(122.89485495093959, Judge(0.05, -15000, 1500, 2500, 3500, 4500, 6000).Npv!.Value, 1e-13);

    [Theory]
    [InlineData(0.052432888859, new double[] { -150000, 15000, 25000, 35000, 45000, 60000 })]
    [InlineData(-0.095495830349, new double[] { -100, 0, 0, 74 })]
    [InlineData(0.280948421160, new double[] { -100, 39, 59, 55, 20 })]
    [InlineData(0.062058485630, new double[] { -100, 100, 0, 7 })]
    [InlineData(0.105822598409, new double[] { -40000, 5000, 8000, 12000, 30000 })]
    public void Irr(double expected, double[] flows)
    {
        var irr = Judge(null, flows).Irr;
        Assert.Equal(RateStatus.Unique, irr.Status);
        Near.Within(6e-13, expected, irr.Roots[0]);
    }

    [Fact]
    public void Level_payments()
    {
        Near.Within(5e-11, -304.1459143262, TimeValue.Payment(0.08 / 12, 60, 15000));
        Near.Within(5e-7, 21.544944, TimeValue.Periods(0.075, -2000, 0, 100000)!.Value);
        Near.Within(5e-11, 0.1106908537, TimeValue.Rate(10, 0, -3500, 10000).Require().Roots.Single());
        Near.Within(1e-10, -127128.1709461939, TimeValue.Present(0.07, 20, 12000));
        Near.Within(5e-11, 86609.3626730429, TimeValue.Future(0.075, 20, -2000));
        Near.Same(-50, TimeValue.Payment(0, 20, 1000));
        Near.Same(TimeValue.Future(1.01e-5, 20, -1), TimeValue.Future(0.99e-5, 20, -1), 1e-5);
        Assert.Null(TimeValue.Periods(0.1, -10, 1000, 0));
    }

    [Fact]
    public void Song_Con_sugar_pays_back_in_20_months() => DoorCases.Holds("appraise-song-con");

    [Fact]
    public void One_sign_has_no_rate() => DoorCases.Holds("appraise-one-sign");

    [Fact]
    public void Modified_rate_as_numpy_financial_has_it()
    {
        Near.Within(5e-5, 0.0666, Appraisal.Of([-4500, -800, 800, 800, 600, 600, 800, 800, 700, 3000], null, 0.08, 0.055).Require().Mirr!.Value);
        Near.Within(5e-7, 0.126094, Appraisal.Of([-120000, 39000, 30000, 21000, 37000, 46000], null, 0.10, 0.12).Require().Mirr!.Value);
        Near.Within(5e-5, 0.3428, Appraisal.Of([100, 200, -50, 300, -200], null, 0.05, 0.06).Require().Mirr!.Value);
        Assert.Null(Appraisal.Of([39000, 30000, 21000, 37000, 46000], null, 0.10, 0.12).Require().Mirr);
    }
}
