using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>The form of one limit. A region ticked whole is all its provinces, so the form needs no script.</summary>
public sealed class LimitInput
{
    public int Version { get; set; }
    public BilingualInput Name { get; set; } = new();
    public ParticipantKind Kind { get; set; } = ParticipantKind.Trainee;
    public RegionScope Region { get; set; }
    public List<string> Regions { get; set; } = [];
    public List<string> Provinces { get; set; } = [];
    public List<string> AgencyKinds { get; set; } = [];
    public List<Guid> Agencies { get; set; } = [];
    [AtMost(100)]
    public string AgencyWords { get; set; } = "";
    [Between(0, 100_000)]
    public int? AtMost { get; set; }
    [Between(0, 100_000)]
    public int? Held { get; set; }
    public DateTime? ReleaseOn { get; set; }

    public static LimitInput Of(SeatLimit limit) => new()
    {
        Version = limit.Version,
        Name = BilingualInput.Of(limit.Name),
        Kind = limit.Kind,
        Region = limit.Region,
        Provinces = [.. limit.Rule.Provinces],
        AgencyKinds = [.. limit.Rule.AgencyKinds],
        Agencies = [.. limit.Rule.Agencies.Select(a => Guid.TryParse(a, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)],
        AtMost = limit.AtMost,
        Held = limit.Held == 0 ? null : limit.Held,
        ReleaseOn = limit.ReleaseOn,
    };

    /// <param name="before">The limit as it stands; null for a new one.</param>
    public IEnumerable<(string Box, string Vi, string En)> Complaints(SeatLimit? before, DateTime localNow)
    {
        if (AtMost is null && Held is null or 0) yield return ("AtMost", "Ghi nhận nhiều nhất bao nhiêu người, hoặc giữ riêng bao nhiêu chỗ", "Enter how many at most, or how many seats are kept");
        if (Held > AtMost) yield return ("Held", $"Giữ {Held} chỗ nhưng chỉ nhận nhiều nhất {AtMost} người: sửa một trong hai số", $"{Held} seats are kept for {AtMost} people at most: mend one of the two");
        if (Held > 0 && Kind != ParticipantKind.Trainee) yield return ("Held", "Chỉ giữ chỗ cho học viên: đại biểu và ban tổ chức không chiếm chỗ của hội trường", "Seats are kept for trainees only: other kinds take none of the hall’s seats");
        if (ReleaseOn is not null && Held is null or 0) yield return ("ReleaseOn", "Giờ trả chỗ chỉ dùng khi có chỗ giữ riêng: ghi số chỗ giữ hoặc xóa giờ", "A release needs seats that are kept: enter how many or clear the time");
        if (ReleaseOn <= localNow && ReleaseOn != before?.ReleaseOn) yield return ("ReleaseOn", "Giờ trả chỗ phải ở sau lúc này", "The release must lie ahead");
    }

    public void Onto(SeatLimit limit, Bilingual name, IEnumerable<string> provinces, DateTime localNow)
    {
        (limit.Name, limit.Kind, limit.Region) = (name, Kind, Region);
        limit.Provinces = Ids(provinces);
        limit.AgencyKinds = Ids(AgencyKinds);
        limit.Agencies = Ids(Agencies.Select(a => a.ToString()));
        (limit.AtMost, limit.Held) = (AtMost, Held ?? 0);
        // Another day that lies ahead keeps the seats again.
        if (ReleaseOn != limit.ReleaseOn && !(ReleaseOn <= localNow)) limit.ReleasedAt = null;
        limit.ReleaseOn = ReleaseOn;
    }

    private static string Ids(IEnumerable<string> ids) => string.Join(' ', ids.Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
