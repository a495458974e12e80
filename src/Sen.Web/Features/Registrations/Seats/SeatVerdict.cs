using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>Whether a person can be seated now, or everything that stands in the way.</summary>
/// <param name="Free">Empty seats, whoever they are for; null without a capacity.</param>
public sealed record SeatVerdict(IReadOnlyList<SeatReason> Reasons, int? Free)
{
    public bool Admits => Reasons.Count == 0;

    /// <summary>«Hạn mức «Cần Thơ» đã đủ 10/10. Còn 3 chỗ cho người khác.»</summary>
    public string Words(Language l)
    {
        var words = string.Join(" ", Reasons.Select(r => r.Words(l)));
        return Free is > 0 and var free && !Reasons.Any(r => r is SeatReason.KeptForOthers)
            ? words + " " + l[$"Còn {free} chỗ cho người ngoài hạn mức này.", free == 1 ? "1 seat is free for others." : $"{free} seats are free for others."]
            : words;
    }
}

public abstract record SeatReason
{
    private const int NamedOneByOne = 5;

    public sealed record Full(int Capacity) : SeatReason;
    public sealed record CapReached(Bilingual Limit, int Taken, int AtMost) : SeatReason;
    public sealed record KeptForOthers(int Seats, IReadOnlyList<Bilingual> Limits) : SeatReason;

    public string Words(Language l) => this switch
    {
        Full full => l[$"Cả {full.Capacity} chỗ đã có người.", full.Capacity == 1 ? "The only seat is taken." : $"All {full.Capacity} seats are taken."],
        CapReached cap => l[$"Hạn mức «{l.Plain(cap.Limit)}» đã đủ: {cap.Taken} trên {cap.AtMost}.", $"The cap “{l.Plain(cap.Limit)}” is reached: {cap.Taken} of {cap.AtMost}."],
        KeptForOthers kept => l[$"{kept.Seats} chỗ còn lại đang giữ cho: {Names(kept, l)}.", $"The {kept.Seats} seats left are kept for: {Names(kept, l)}."],
        _ => throw new InvalidOperationException(GetType().Name),
    };

    private static string Names(KeptForOthers kept, Language l)
    {
        var names = string.Join(", ", kept.Limits.Take(NamedOneByOne).Select(l.Plain));
        var more = kept.Limits.Count - NamedOneByOne;
        return more > 0 ? names + l[$" và {more} nơi khác", $" and {more} more"] : names;
    }
}
