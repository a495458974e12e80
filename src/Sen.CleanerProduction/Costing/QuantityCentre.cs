namespace Sen.CleanerProduction.Costing;

/// <summary>How the mass ratio is used: as it is, or rounded to three digits after the point (a half up) as ISO 14053:2021 table A.5 prints it.</summary>
public enum RatioRounding
{
    /// <summary>Unrounded.</summary>
    Exact,
    /// <summary>Three digits, a half up; the loss has 1 − ratio.</summary>
    ThreeDigits,
}

/// <summary>A material that enters a quantity centre and leaves it as product or as loss.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Price">Money per unit of quantity, at least 0. Numbers mean the decimal as typed: 0.15 is fifteen hundredths.</param>
/// <param name="Product">Quantity in the product, at least 0.</param>
/// <param name="Loss">Quantity lost, at least 0, in the same unit.</param>
/// <param name="InRatio">False for operating materials (machine oil, detergents), which are no part of the mass ratio (ISO 14051, 3.11 and 5.3).</param>
public sealed record MaterialUse(string Name, double Price, double Product, double Loss, bool InRatio = true);

/// <summary>Intermediate product of another centre, received as material at its full cost.</summary>
/// <param name="From">Id of the centre it comes from.</param>
/// <param name="Product">Quantity in the product, at least 0.</param>
/// <param name="Loss">Quantity lost, at least 0.</param>
public sealed record Reception(string From, double Product, double Loss);

/// <summary>A quantity centre: a part of the process whose inputs and outputs are known in quantities and money (ISO 14051:2011, 3.13).</summary>
/// <param name="Id">Its name, used once.</param>
public sealed record QuantityCentre(string Id)
{
    /// <summary>New materials.</summary>
    public IReadOnlyList<MaterialUse> Materials { get; init; } = [];

    /// <summary>What it takes from other centres.</summary>
    public IReadOnlyList<Reception> Receives { get; init; } = [];

    /// <summary>Energy cost, money, at least 0; split by the mass ratio.</summary>
    public double EnergyCost { get; init; }

    /// <summary>Labour, depreciation and the like, money, at least 0; split by the mass ratio.</summary>
    public double SystemCost { get; init; }

    /// <summary>Handling of the loss, money, at least 0; wholly the loss's.</summary>
    public double WasteManagementCost { get; init; }
}

/// <summary>A line of quantity centres and how its money is written.</summary>
public sealed record CostedLine
{
    /// <summary>The centres, in the order of the report.</summary>
    public required IReadOnlyList<QuantityCentre> Centres { get; init; }

    /// <summary>Currency code (ISO 4217); VND has no decimals unless <see cref="Decimals"/> says otherwise.</summary>
    public string? Currency { get; init; }

    /// <summary>Digits after the point to which each class of cost is rounded; null = 0 for VND, unrounded for others.</summary>
    public int? Decimals { get; init; }

    /// <summary>How the mass ratio is used.</summary>
    public RatioRounding Ratio { get; init; }

    internal int? Digits => Decimals ?? (Currency == "VND" ? 0 : null);
}
