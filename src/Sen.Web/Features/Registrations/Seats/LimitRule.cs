using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>What a limit asks about a person.</summary>
public readonly record struct Seatable(ParticipantKind Kind, string? ProvinceId, string? AgencyKindId, Guid? AgencyId)
{
    public static Seatable Of(Registration r) => new(r.Kind, r.ProvinceId, r.AgencyKindId, r.AgencyId);
}

/// <summary>A limit as it is applied: whom it covers, how many at most, how many seats are kept (0 once released).</summary>
public sealed record LimitRule(Guid Id, Bilingual Name, ParticipantKind Kind, RegionScope Region,
    IReadOnlySet<string> Provinces, IReadOnlySet<string> AgencyKinds, IReadOnlySet<string> Agencies, int? AtMost, int Held)
{
    /// <summary>The one agency it is about, if it is about one.</summary>
    public Guid? Agency { get; } = Agencies.Count == 1 && Guid.TryParse(Agencies.First(), out var id) ? id : null;

    /// <summary>Seats kept for one agency, whatever else is asked of nobody: no other person can ever fill them.</summary>
    public bool IsOwnKeeping => Held > 0 && Agency is not null && Kind == ParticipantKind.Trainee && Provinces.Count == 0 && AgencyKinds.Count == 0 && Region == RegionScope.Anywhere;

    /// <param name="invited">The provinces of the workshop's region.</param>
    public bool Covers(in Seatable p, IReadOnlySet<string> invited) =>
        p.Kind == Kind
        && (Provinces.Count == 0 || (p.ProvinceId is { } province && Provinces.Contains(province)))
        && (AgencyKinds.Count == 0 || (p.AgencyKindId is { } kind && AgencyKinds.Contains(kind)))
        && (Agencies.Count == 0 || (p.AgencyId is { } agency && (Agency is { } one ? one == agency : Agencies.Contains(agency.ToString()))))
        && Region switch
        {
            RegionScope.Invited => p.ProvinceId is { } here && invited.Contains(here),
            RegionScope.NotInvited => p.ProvinceId is not { } there || !invited.Contains(there),
            _ => true,
        };
}
