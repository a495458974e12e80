using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

public static class LimitWords
{
    public static string Words(this RegionScope region, Language l) => region switch
    {
        RegionScope.Invited => l["Trong khu vực mời", "From the region invited"],
        RegionScope.NotInvited => l["Ngoài khu vực mời", "From outside the region invited"],
        _ => l["Ở đâu cũng được", "From anywhere"],
    };

    /// <summary>What a planned limit does, a sentence for each thing that changes. Names stand apart, because they are Vietnamese.</summary>
    public static IEnumerable<string> Words(this LimitEffect effect, LimitRule planned, Language l)
    {
        var trainees = planned.Kind == ParticipantKind.Trainee;
        var all = trainees ? effect.Registered : effect.Covered;
        if (planned.AtMost is { } most)
            yield return effect.Above > 0
                ? l[$"Với hạn mức này, {effect.Above} trong {all} người đã đăng ký sẽ vượt mức: họ vẫn giữ chỗ, không nhận thêm ai.",
                    $"With this, {effect.Above} of the {all} registered would be above the cap: they stay, none is added."]
                : l[$"Với hạn mức này, không ai vượt mức: {effect.Covered} trên {most} đã có chỗ, còn nhận thêm {most - effect.Covered}.",
                    $"With this, nobody is above the cap: {effect.Covered} of {most} are seated, {most - effect.Covered} more may come."];
        else
            yield return l[$"{effect.Covered} người thuộc nhóm này đã có chỗ.", $"{effect.Covered} of this set are seated."];
        if (effect.Waiting > 0) yield return l[$"{effect.Waiting} người thuộc nhóm này đang chờ chỗ.", effect.Waiting == 1 ? "1 of this set is waiting." : $"{effect.Waiting} of this set are waiting."];
        yield return effect.OfferedAtOnce.Count == 0
            ? l["Không ai đang chờ được mời vào chỗ ngay.", "Nobody waiting would be offered a seat at once."]
            : l[$"{effect.OfferedAtOnce.Count} người đang chờ sẽ được mời vào chỗ ngay.", effect.OfferedAtOnce.Count == 1 ? "1 person waiting would be offered a seat at once." : $"{effect.OfferedAtOnce.Count} people waiting would be offered a seat at once."];
        if (trainees && effect.FreeForAll is { } free && !effect.TooManyHeld)
            yield return l[$"Còn {free} chỗ trống cho mọi người, ngoài các chỗ giữ riêng.", free == 1 ? "1 seat stays free for everybody, outside the seats kept." : $"{free} seats stay free for everybody, outside the seats kept."];
    }

    public static string TooManyHeldWords(this LimitEffect effect, Language l) =>
        l[$"Các hạn mức giữ riêng tổng cộng {effect.HeldInAll} chỗ, hơn sức chứa {effect.Capacity} chỗ: giảm số chỗ giữ", $"The limits keep {effect.HeldInAll} seats in all, more than the capacity of {effect.Capacity}: keep fewer"];
}
