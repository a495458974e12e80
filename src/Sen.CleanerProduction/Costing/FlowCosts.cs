namespace Sen.CleanerProduction.Costing;

/// <summary>Money by class of cost (ISO 14051:2011, 5.3).</summary>
/// <param name="Material">Cost of materials, carried ones included.</param>
/// <param name="Energy">Cost of energy.</param>
/// <param name="System">Cost of labour, depreciation and the like.</param>
/// <param name="WasteManagement">Cost of handling what is lost.</param>
/// <param name="Total">Their sum.</param>
public sealed record CostClasses(double Material, double Energy, double System, double WasteManagement, double Total);

/// <summary>The same money as conventional costing shows it: the whole of it the product's, but for waste management.</summary>
/// <param name="Product">Everything but waste management.</param>
/// <param name="Loss">Waste management only.</param>
public sealed record ConventionalCosts(double Product, double Loss);

/// <summary>What one centre, or the line, costs: input = product + loss, class by class.</summary>
/// <param name="Input">All cost that enters.</param>
/// <param name="Product">The share of the positive product.</param>
/// <param name="Loss">The share of the loss (the negative product).</param>
/// <param name="Conventional">The same in conventional costing.</param>
public record SplitCosts(CostClasses Input, CostClasses Product, CostClasses Loss, ConventionalCosts Conventional)
{
    /// <summary>Product's share of the input's total; null where that is 0.</summary>
    public double? ProductShare => Share(Product);

    /// <summary>Loss's share of the input's total; null where that is 0.</summary>
    public double? LossShare => Share(Loss);

    // The smallest sums have no double of their own and a quotient beyond every double.
    private double? Share(CostClasses part) => Input.Total == 0 ? null : part.Total / Input.Total;
}

/// <summary>The costs of one quantity centre.</summary>
/// <param name="Id">The centre.</param>
/// <param name="Ratio">Product's part of the mass in the ratio, rounded if so asked; null where nothing is in the ratio.</param>
/// <param name="Input">All cost that enters.</param>
/// <param name="Product">The share of the positive product.</param>
/// <param name="Loss">The share of the loss.</param>
/// <param name="Conventional">The same in conventional costing.</param>
public sealed record CentreCosts(string Id, double? Ratio, CostClasses Input, CostClasses Product, CostClasses Loss, ConventionalCosts Conventional)
    : SplitCosts(Input, Product, Loss, Conventional);

/// <summary>Material flow costs of a line.</summary>
/// <param name="Centres">Each centre, in the order given; its input contains what it received.</param>
/// <param name="Line">The whole line: new costs in, what no centre receives out, every loss.</param>
public sealed record FlowCosts(IReadOnlyList<CentreCosts> Centres, SplitCosts Line);
