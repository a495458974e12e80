using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>One difference between two agendas, in words.</summary>
/// <param name="Matters">It changes something for those who come: when, where, what or who. A mended summary does not.</param>
public sealed record AgendaChange(Bilingual Words, bool Matters);

/// <summary>What differs between two agendas, as sentences in both languages. A session is the same session whatever became of it, by its id.</summary>
public static class AgendaChanges
{
    private static readonly Language Vi = new(Language.Vietnamese), En = new(Language.English);

    public static IReadOnlyList<AgendaChange> Between(ReleasedAgenda before, ReleasedAgenda after)
    {
        var changes = new List<AgendaChange>();
        if (before.FirstDay != after.FirstDay) changes.Add(Say(true, l => l[$"Ngày khai mạc: {l.Date(after.FirstDay)} thay cho {l.Date(before.FirstDay)}", $"The first day: {l.Date(after.FirstDay)} instead of {l.Date(before.FirstDay)}"]));
        var (old, now) = (before.Sessions.ToDictionary(s => s.Id), after.Sessions.ToDictionary(s => s.Id));
        foreach (var s in AgendaDay.InOrder(after.Sessions))
            if (old.TryGetValue(s.Id, out var was)) changes.AddRange(SessionChanges.Between(was, s, after.FirstDay));
            else changes.Add(Say(true, l => l[$"Thêm «{l.Plain(s.Title)}» ({When(s, after.FirstDay, l)})", $"Added “{l.Plain(s.Title)}” ({When(s, after.FirstDay, l)})"]));
        foreach (var s in AgendaDay.InOrder(before.Sessions).Where(s => !now.ContainsKey(s.Id)))
            changes.Add(Say(true, l => l[$"Bỏ «{l.Plain(s.Title)}» ({When(s, before.FirstDay, l)})", $"Removed “{l.Plain(s.Title)}” ({When(s, before.FirstDay, l)})"]));
        changes.AddRange(Reordered(before, after));
        return changes;
    }

    internal static AgendaChange Say(bool matters, Func<Language, string> words) => new(new Bilingual(words(Vi), words(En)), matters);

    /// <summary>«08:00–08:30, 08/12/2026», «buổi sáng, ngày thứ 2», «ngày chưa ghi nhận».</summary>
    internal static string When(AgendaSession s, DateOnly? firstDay, Language l) => $"{Hours(s, l)}, {Day(s, firstDay, l)}";

    internal static string Hours(AgendaSession s, Language l) => s.Starts is { } from ? l.Time(from) + (s.Ends is { } to ? "–" + l.Time(to) : "") : s.Half.Words(l).ToLower(l.Format);

    internal static string Day(AgendaSession s, DateOnly? firstDay, Language l) =>
        s.DayNumber == 0 ? l["ngày chưa ghi nhận", "day not recorded"] : firstDay is { } first ? l.Date(first.AddDays(s.DayNumber - 1)) : l[$"ngày thứ {s.DayNumber}", $"day {s.DayNumber}"];

    /// <summary>Sessions without a time are told apart by their order alone; one sentence for a half-day.</summary>
    private static IEnumerable<AgendaChange> Reordered(ReleasedAgenda before, ReleasedAgenda after)
    {
        var place = before.Sessions.Where(s => s.Starts is null).Select((s, i) => (s, i)).ToDictionary(x => x.s.Id, x => (x.i, x.s.DayNumber, x.s.Half));
        foreach (var half in AgendaDay.InOrder(after.Sessions).Where(s => s.Starts is null && place.TryGetValue(s.Id, out var was) && was.DayNumber == s.DayNumber && was.Half == s.Half).GroupBy(s => (s.DayNumber, s.Half)))
        {
            var order = half.Select(s => place[s.Id].i).ToList();
            if (order.Zip(order.Skip(1)).Any(pair => pair.First > pair.Second))
                yield return Say(true, l => l[$"Đổi thứ tự các phiên ({When(half.First(), after.FirstDay, l)})", $"The order of sessions changed ({When(half.First(), after.FirstDay, l)})"]);
        }
    }
}
