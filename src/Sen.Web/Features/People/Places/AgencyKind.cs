namespace Sen.Web.Features.People.Places;

/// <summary>A kind of agency, or a national body, with the period in which it existed and what it became.</summary>
public sealed record AgencyKind(string Id, string Level, string Name, string NameEn, DateOnly? ValidFrom, DateOnly? ValidTo, IReadOnlyList<string> Successors)
{
    public bool IsProvincial => Level == "provincial";

    /// <summary>Enterprises and research units carry a name of their own; the kind only says what they are.</summary>
    public bool HasOwnName => Id is "DN" or "RESEARCH";

    public bool InForceOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo);

    /// <summary>«Sở Công Thương thành phố Cần Thơ»; a national body is its own name.</summary>
    public string FullName(Province? province) => IsProvincial && province is not null ? $"{Name} {province.NameInText}" : Name;
}
