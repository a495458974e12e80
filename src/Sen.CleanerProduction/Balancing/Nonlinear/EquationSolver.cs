namespace Sen.CleanerProduction.Balancing.Nonlinear;

internal static class EquationSolver
{
    public static Outcome<Estimate> Solve(BalanceModel model, QuantityClass[]? classes = null) => Outcome<Estimate>.Refused("not yet built");
}
