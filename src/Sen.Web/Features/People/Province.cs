namespace Sen.Web.Features.People;

/// <summary>A province-level unit in one vintage. A code alone is no key: seven codes name another place since 01/07/2025.</summary>
public sealed class Province
{
    /// <summary>«vintage-code», such as «2016-92».</summary>
    public required string Id { get; init; }
    public required int Vintage { get; init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string NameEn { get; init; }
    public required string FullName { get; init; }
    public required bool IsCity { get; init; }
    /// <summary>Six socio-economic regions of the vintage; a statistic, not whom a workshop invites.</summary>
    public required string Region { get; init; }
    public required string RegionEn { get; init; }
    public required string Area { get; init; }
    public required string SearchKey { get; init; }
    public required string SortKey { get; init; }
}

/// <summary>Each unit of 2016 goes to exactly one unit of 2025.</summary>
public sealed class ProvinceMerger
{
    public required string OldId { get; init; }
    public required string NewId { get; init; }
    public required string Change { get; init; }
    public required DateOnly Effective { get; init; }
    public required string LegalBasis { get; init; }
}
