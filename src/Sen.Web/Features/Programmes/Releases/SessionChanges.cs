using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>What became of one session.</summary>
internal static class SessionChanges
{
    public static IEnumerable<AgendaChange> Between(AgendaSession was, AgendaSession now, DateOnly? firstDay)
    {
        string Name(Language l) => l.Plain(now.Title);
        if (was.Title != now.Title)
            yield return AgendaChanges.Say(true, l => l.Plain(was.Title) == l.Plain(now.Title)
                ? l[$"Sửa tên tiếng Anh của «{Name(l)}»", $"The Vietnamese title of “{Name(l)}” was corrected"]
                : l[$"Đổi tên «{l.Plain(was.Title)}» thành «{Name(l)}»", $"Renamed “{l.Plain(was.Title)}” to “{Name(l)}”"]);
        if (Moved(was, now, firstDay) is { } moved) yield return moved;
        if (was.Room != now.Room) yield return Room(was, now, Name);
        if (was.Kind != now.Kind)
            yield return AgendaChanges.Say(false, l => l[$"«{Name(l)}» nay là {now.Kind.Words(l).ToLower(l.Format)}, trước là {was.Kind.Words(l).ToLower(l.Format)}", $"“{Name(l)}” is now: {now.Kind.Words(l).ToLower(l.Format)}; before: {was.Kind.Words(l).ToLower(l.Format)}"]);
        foreach (var speaker in Speakers(was, now, Name)) yield return speaker;
        if (was.TopicId != now.TopicId) yield return AgendaChanges.Say(false, l => l[$"«{Name(l)}»: đổi chủ đề học", $"“{Name(l)}”: another curriculum topic"]);
        if (was.Summary != now.Summary)
            yield return AgendaChanges.Say(false, l => was.Summary.IsEmpty ? l[$"«{Name(l)}»: thêm tóm tắt điều đã nói", $"“{Name(l)}”: a summary of what was said was added"]
                : l[$"«{Name(l)}»: sửa tóm tắt điều đã nói", $"“{Name(l)}”: the summary of what was said was changed"]);
    }

    private static AgendaChange? Moved(AgendaSession was, AgendaSession now, DateOnly? firstDay)
    {
        string Name(Language l) => l.Plain(now.Title);
        var otherDay = was.DayNumber != now.DayNumber;
        if (!otherDay && was.Starts == now.Starts && (was.Half == now.Half || now.Starts is not null))
        {
            if (was.Ends == now.Ends) return null;
            return AgendaChanges.Say(true, l => (was.Ends, now.Ends) switch
            {
                (_, null) => l[$"«{Name(l)}»: chưa định giờ kết thúc", $"“{Name(l)}”: the end is open now"],
                (null, { } to) => l[$"«{Name(l)}» kết thúc lúc {l.Time(to)}", $"“{Name(l)}” ends at {l.Time(to)}"],
                ({ } from, { } to) => l[$"«{Name(l)}» kết thúc lúc {l.Time(to)} thay cho {l.Time(from)}", $"“{Name(l)}” ends at {l.Time(to)} instead of {l.Time(from)}"],
            });
        }
        // The length stayed: where it begins says all.
        var whole = was.Starts is null || now.Starts is null || was.Ends - was.Starts != now.Ends - now.Starts;
        string At(AgendaSession s, Language l) => (whole ? AgendaChanges.Hours(s, l) : l.Time(s.Starts!.Value)) + (otherDay ? ", " + AgendaChanges.Day(s, firstDay, l) : "");
        return AgendaChanges.Say(true, l => l[$"Dời «{Name(l)}» từ {At(was, l)} sang {At(now, l)}", $"Moved “{Name(l)}” from {At(was, l)} to {At(now, l)}"]);
    }

    private static AgendaChange Room(AgendaSession was, AgendaSession now, Func<Language, string> name) => AgendaChanges.Say(true, l => (was.Room.IsEmpty, now.Room.IsEmpty) switch
    {
        (true, _) => l[$"«{name(l)}» diễn ra tại {l.Plain(now.Room)}", $"“{name(l)}” takes place in {l.Plain(now.Room)}"],
        (_, true) => l[$"«{name(l)}»: phòng chưa định, trước là {l.Plain(was.Room)}", $"“{name(l)}”: the room is open now; before: {l.Plain(was.Room)}"],
        _ => l[$"Chuyển «{name(l)}» từ {l.Plain(was.Room)} sang {l.Plain(now.Room)}", $"“{name(l)}” is in {l.Plain(now.Room)} instead of {l.Plain(was.Room)}"],
    });

    private static IEnumerable<AgendaChange> Speakers(AgendaSession was, AgendaSession now, Func<Language, string> name)
    {
        // The form writes its speakers anew on every saving, so they are known by their names.
        var (old, present) = (ByName(was), ByName(now));
        foreach (var (key, s) in present)
            if (!old.TryGetValue(key, out var before)) yield return AgendaChanges.Say(true, l => l[$"«{name(l)}»: thêm người trình bày {Full(s)}", $"“{name(l)}”: {Full(s)} will speak"]);
            else if ((before.Honorific, before.JobTitle, before.Organisation, before.OnBehalfOf) != (s.Honorific, s.JobTitle, s.Organisation, s.OnBehalfOf) || before.Name != s.Name)
                yield return AgendaChanges.Say(false, l => l[$"«{name(l)}»: sửa thông tin về {Full(s)}", $"“{name(l)}”: the details of {Full(s)} were corrected"]);
        foreach (var (_, s) in old.Where(o => !present.ContainsKey(o.Key)))
            yield return AgendaChanges.Say(true, l => l[$"«{name(l)}»: {Full(s)} không trình bày nữa", $"“{name(l)}”: {Full(s)} will not speak"]);
    }

    private static Dictionary<string, SessionSpeaker> ByName(AgendaSession s) => s.Speakers.OrderBy(p => p.Position).DistinctBy(p => SearchKey.Of(p.Name)).ToDictionary(p => SearchKey.Of(p.Name));

    private static string Full(SessionSpeaker s) => $"{s.Honorific} {s.Name}".Trim();
}
