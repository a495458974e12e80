namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc reconcile»: balances from measurements.</summary>
internal static class ReconcileCalc
{
    public static CalcFate Run(CalcIn input, CalcOut output, bool force)
    {
        output.Text("status", "refused");
        output.Texts("reasons", ["not yet built"]);
        return CalcFate.Refused;
    }
}
