using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>A line of the limits: the whole hall, or one limit with its conditions and what it keeps.</summary>
public sealed record QuotaLine(string? Title, SeatLimit? Limit, string People, LimitBar Bar, IReadOnlyList<Bilingual> Conditions, string? Kept, string? Edit);
