namespace Sen.CleanerProduction.Costing;

/// <summary>Product of a centre that lay in stock when the period began, with the cost it carries.</summary>
/// <param name="Quantity">Quantity, above 0, in the unit of the flows.</param>
/// <param name="Material">Its material cost, money.</param>
/// <param name="Energy">Its energy cost, money.</param>
/// <param name="System">Its system cost, money.</param>
public sealed record OpeningStock(double Quantity, double Material, double Energy, double System);

/// <summary>A quantity centre with stocks and recycling. Its <see cref="QuantityCentre.Receives"/> may name any centre, later ones and itself too.</summary>
/// <param name="Centre">Materials, receptions of product, and new costs.</param>
public sealed record LoopedCentre(QuantityCentre Centre)
{
    /// <summary>Receptions of other centres' loss: internal recycling. It brings its material cost only.</summary>
    public IReadOnlyList<Reception> Recycles { get; init; } = [];

    /// <summary>Quantity of its product that leaves the line, at least 0.</summary>
    public double Finished { get; init; }

    /// <summary>Quantity of its loss that leaves the line as waste or emission, at least 0.</summary>
    public double Discarded { get; init; }

    /// <summary>Its product in stock at the beginning; null = none.</summary>
    public OpeningStock? Opening { get; init; }

    /// <summary>Quantity of its product in stock at the end, at least 0; valued at the weighted average.</summary>
    public double ClosingQuantity { get; init; }
}

/// <summary>Costs of a line with stocks and loops: <c>NewCosts + OpeningStock = Finished + ClosingStock + Lost</c>, class by class.</summary>
/// <param name="Centres">Each centre; its loss contains what is recycled elsewhere.</param>
/// <param name="NewCosts">New costs of the period.</param>
/// <param name="OpeningStock">Cost that lay in stock at the beginning.</param>
/// <param name="Finished">Cost of the product that left the line.</param>
/// <param name="ClosingStock">Cost that lies in stock at the end.</param>
/// <param name="Lost">Cost of what was lost for good: all energy, system and waste management of the losses, and the material that was not recycled.</param>
public sealed record LoopedCosts(
    IReadOnlyList<CentreCosts> Centres, CostClasses NewCosts, CostClasses OpeningStock, CostClasses Finished, CostClasses ClosingStock, CostClasses Lost);
