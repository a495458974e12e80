namespace Sen.CleanerProduction.Options;

/// <summary>Level payments: present value, future value, payment, number of payments, rate. Money out is negative, money in positive.</summary>
/// <remarks>
/// All five solve pv (1 + r)ⁿ + pmt ((1 + r)ⁿ − 1)/r + fv = 0, payments at the end of each period; with r = 0: pv + n pmt + fv = 0.
/// Conventions as in spreadsheets and numpy-financial.
/// </remarks>
public static class TimeValue
{
    /// <summary>Present value of n payments and a final sum.</summary>
    /// <param name="rate">Rate a period as a fraction, above −1.</param>
    /// <param name="periods">Number of payments.</param>
    /// <param name="payment">Each payment, money.</param>
    /// <param name="futureValue">Final sum, money.</param>
    public static double Present(double rate, double periods, double payment, double futureValue = 0) =>
        -(futureValue + payment * Growth(rate, periods)) / Power(rate, periods);

    /// <summary>Future value of n payments and a first sum.</summary>
    /// <param name="rate">Rate a period as a fraction, above −1.</param>
    /// <param name="periods">Number of payments.</param>
    /// <param name="payment">Each payment, money.</param>
    /// <param name="presentValue">First sum, money.</param>
    public static double Future(double rate, double periods, double payment, double presentValue = 0) =>
        -(presentValue * Power(rate, periods) + payment * Growth(rate, periods));

    /// <summary>The payment that turns a first sum into a final one.</summary>
    /// <param name="rate">Rate a period as a fraction, above −1.</param>
    /// <param name="periods">Number of payments, above 0.</param>
    /// <param name="presentValue">First sum, money.</param>
    /// <param name="futureValue">Final sum, money.</param>
    public static double Payment(double rate, double periods, double presentValue, double futureValue = 0) =>
        -(futureValue + presentValue * Power(rate, periods)) / Growth(rate, periods);

    /// <summary>Number of payments; null where no number of them gets there.</summary>
    /// <param name="rate">Rate a period as a fraction, above −1.</param>
    /// <param name="payment">Each payment, money.</param>
    /// <param name="presentValue">First sum, money.</param>
    /// <param name="futureValue">Final sum, money.</param>
    public static double? Periods(double rate, double payment, double presentValue, double futureValue = 0)
    {
        var periods = rate == 0
            ? -(futureValue + presentValue) / payment
            : Math.Log((payment - futureValue * rate) / (payment + presentValue * rate)) / Math.Log(1 + rate);
        return double.IsFinite(periods) ? periods : null;
    }

    /// <summary>The rates a period at which the payments balance.</summary>
    /// <param name="periods">Number of payments, 1 to 99,999.</param>
    /// <param name="payment">Each payment, money.</param>
    /// <param name="presentValue">First sum, money.</param>
    /// <param name="futureValue">Final sum, money.</param>
    public static Outcome<InternalRates> Rate(int periods, double payment, double presentValue, double futureValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(periods, Appraisal.MostFlows);
        return InternalRates.Of([presentValue, .. Enumerable.Repeat(payment, periods - 1), payment + futureValue]);
    }

    private static double Power(double rate, double periods) => Math.Pow(1 + rate, periods);

    /// <summary>((1 + r)ⁿ − 1)/r; for a small rate by its series, where the difference would lose its digits.</summary>
    private static double Growth(double rate, double periods)
    {
        if (rate == 0) return periods;
        var exponent = periods * Math.Log(1 + rate);
        if (Math.Abs(rate) > 1e-5) return (Math.Exp(exponent) - 1) / rate;
        return periods * (1 + (periods - 1) / 2 * rate * (1 + (periods - 2) / 3 * rate * (1 + (periods - 3) / 4 * rate)));
    }
}
