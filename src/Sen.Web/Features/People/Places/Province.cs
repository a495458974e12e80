namespace Sen.Web.Features.People.Places;

/// <summary>A code is no key on its own: seven codes name another place since 1/7/2025.</summary>
public readonly record struct ProvinceKey(string Vintage, string Code);

/// <summary>A province-level unit under the name and type it has on the day that was asked for.</summary>
public sealed record Province(string Vintage, string Code, string Name, string FullName)
{
    public ProvinceKey Key => new(Vintage, Code);

    /// <summary>«tỉnh Vĩnh Long», «thành phố Cần Thơ», as it stands inside an agency's name.</summary>
    public string NameInText => char.ToLowerInvariant(FullName[0]) + FullName[1..];
}

/// <summary>What a text says about a province on a day: the unit in force, or the one that was or will be, with its successor.</summary>
public sealed record PlaceFinding(Province? InForce, Province? NotInForce, Province? Successor)
{
    /// <summary>More than one unit is named and nothing says which is meant.</summary>
    public bool IsAmbiguous { get; init; }

    public static PlaceFinding None { get; } = new(null, null, null);

    public bool IsNone => InForce is null && NotInForce is null && !IsAmbiguous;
}
