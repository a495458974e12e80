using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>Where a person's province stands to the region of the workshop, as its organiser chose it.</summary>
public enum RegionScope { Anywhere, Invited, NotInvited }

/// <summary>
/// A limit on the people of one set: at most so many of them, and seats kept for them until a day. The set is the people whom every
/// condition fits; an empty condition fits everybody, except the kind, which is then «trainee»: guests, speakers, staff and press have limits of their own.
/// </summary>
public sealed class SeatLimit : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    public int Position { get; set; }
    public Bilingual Name { get; set; } = Bilingual.Empty;
    public ParticipantKind Kind { get; set; } = ParticipantKind.Trainee;
    public RegionScope Region { get; set; }
    /// <summary>Ids with spaces between, such as «2025-92 2025-82».</summary>
    public string Provinces { get; set; } = "";
    public string AgencyKinds { get; set; } = "";
    public string Agencies { get; set; } = "";
    public int? AtMost { get; set; }
    /// <summary>Seats kept for the set; from the release on they are everybody's.</summary>
    public int Held { get; set; }
    /// <summary>Wall time of Việt Nam; without one the seats stay kept.</summary>
    public DateTime? ReleaseOn { get; set; }
    /// <summary>UTC.</summary>
    public DateTime? ReleasedAt { get; set; }
    /// <summary>Guard counter: seats taken by the set. It changes only in the transaction that writes the registration.</summary>
    [NotInTrail]
    public int Taken { get; set; }
    [NotInTrail]
    public int Version { get; set; }

    public LimitRule Rule => new(Id, Name, Kind, Region, Ids(Provinces), Ids(AgencyKinds), Ids(Agencies), AtMost, ReleasedAt is null ? Held : 0);

    /// <summary>The same limit for another workshop, not yet released; its day moves with the workshop's.</summary>
    public SeatLimit CopiedTo(Guid workshopId, TimeSpan shift) => new()
    {
        WorkshopId = workshopId,
        Position = Position,
        Name = Name,
        Kind = Kind,
        Region = Region,
        Provinces = Provinces,
        AgencyKinds = AgencyKinds,
        Agencies = Agencies,
        AtMost = AtMost,
        Held = Held,
        ReleaseOn = ReleaseOn + shift,
    };

    private static HashSet<string> Ids(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
