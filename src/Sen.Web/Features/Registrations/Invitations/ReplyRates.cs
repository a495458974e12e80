using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>How a group of agencies answered. Whoever says nothing stays in the denominator.</summary>
public sealed record ReplyRate(string Name, int Invited, int Answered, int Declined, int Seats, int Nominated)
{
    /// <summary>Null where the name is in the language of the page.</summary>
    public string? Lang { get; init; }

    public int Silent => Invited - Answered;
    public int Percent => Invited == 0 ? 0 : (int)Math.Round(100.0 * Answered / Invited, MidpointRounding.AwayFromZero);

    public static ReplyRate Of(string name, IReadOnlyCollection<InvitationLine> lines) => new(name, lines.Count, lines.Count(l => l.Standing.IsAnswered()), lines.Count(l => l.Standing == InvitationStanding.Declined),
        lines.Sum(l => l.Invitation.Seats), lines.Sum(l => l.Nominated));
}

/// <summary>Reply rates of all that were reached, by kind of agency and by province.</summary>
public sealed record ReplyRates(ReplyRate All, IReadOnlyList<ReplyRate> ByKind, IReadOnlyList<ReplyRate> ByProvince)
{
    public static ReplyRates Of(IEnumerable<InvitationLine> lines, Language l)
    {
        var reached = lines.Where(x => x.Invitation.SentAt is not null && x.Standing != InvitationStanding.Cancelled).ToList();
        return new(ReplyRate.Of(l["Tất cả", "All"], reached),
            [.. reached.GroupBy(x => x.Invitation.AgencyKindId ?? "").Select(g => ReplyRate.Of(g.First().Kind is { } kind ? l.Plain(kind) : l["Loại chưa ghi nhận", "Kind not recorded"], [.. g])).OrderBy(r => r.Name, StringComparer.Create(l.Format, false))],
            [.. reached.GroupBy(x => x.Invitation.ProvinceId ?? "").OrderBy(g => g.First().ProvinceSort ?? "~", StringComparer.Ordinal).Select(g => ReplyRate.Of(g.First().Province ?? l["Không thuộc tỉnh nào", "No province"], [.. g]) with { Lang = g.First().Province is null ? null : Language.Vietnamese })]);
    }
}
