namespace Sen.Web.Features.Programmes;

/// <summary>
/// Moving a session to another place in an agenda. Inside a half-day two neighbours change places and keep their lengths and the pause between
/// them; into another half-day a session comes after the one before it, and what follows moves on as far as it must.
/// </summary>
public static class AgendaOrder
{
    private const int LastMinute = 24 * 60 - 1;

    /// <summary>False where the session cannot stand there: the day would run past midnight, or only one of two neighbours has a time.</summary>
    public static bool Move(IReadOnlyList<AgendaSession> sessions, AgendaSession moved, int day, HalfDay half, Guid? before)
    {
        if (moved.DayNumber != day || moved.Half != half) return Insert(Group(sessions, day, half), moved, day, half, before);
        var group = Group(sessions, day, half);
        var (from, to) = (group.IndexOf(moved), before is { } b ? group.FindIndex(s => s.Id == b) : group.Count);
        if (to < 0) return false;
        for (; from < to - 1; from++)
            if (!Swap(group, from)) return false;
        for (; from > to; from--)
            if (!Swap(group, from - 1)) return false;
        return true;
    }

    /// <summary>One place up or down; at the edge of its half-day into the next one of the same day.</summary>
    public static bool Step(IReadOnlyList<AgendaSession> sessions, AgendaSession moved, bool up)
    {
        var group = Group(sessions, moved.DayNumber, moved.Half);
        var at = group.IndexOf(moved);
        if (up ? at > 0 : at < group.Count - 1) return Move(sessions, moved, moved.DayNumber, moved.Half, up ? group[at - 1].Id : at + 2 < group.Count ? group[at + 2].Id : null);
        if (up ? moved.Half == HalfDay.Morning : moved.Half == HalfDay.Evening) return false;
        var half = moved.Half + (up ? -1 : 1);
        return Move(sessions, moved, moved.DayNumber, half, up ? null : Group(sessions, moved.DayNumber, half).FirstOrDefault()?.Id);
    }

    private static List<AgendaSession> Group(IEnumerable<AgendaSession> sessions, int day, HalfDay half) =>
        [.. AgendaDay.InOrder(sessions.Where(s => s.DayNumber == day && s.Half == half))];

    private static bool Swap(List<AgendaSession> group, int first)
    {
        var (a, b) = (group[first], group[first + 1]);
        if (a.Starts is null != b.Starts is null) return false;
        if (a.Starts is { } start && b.Starts is { } then && start != then)
        {
            // Sessions beside each other exchange their beginnings; the later end may then be another.
            var pause = Minutes(then) - EndOf(a);
            var next = pause >= 0 ? Minutes(start) + Length(b) + pause : Minutes(then);
            if (Minutes(start) + Length(b) > LastMinute || next + Length(a) > LastMinute) return false;
            Begin(b, Minutes(start));
            Begin(a, next);
        }
        (group[first], group[first + 1]) = (b, a);
        Number(group);
        return true;
    }

    private static bool Insert(List<AgendaSession> group, AgendaSession moved, int day, HalfDay half, Guid? before)
    {
        var at = before is { } b ? group.FindIndex(s => s.Id == b) : group.Count;
        if (at < 0) return false;
        if (moved.Starts is not null)
        {
            // What has no time stands first and cannot be followed by the clock.
            var timed = group.Where(s => s.Starts is not null).ToList();
            at = Math.Max(at, group.Count - timed.Count);
            var earlier = group[..at].Where(s => s.Starts is not null).ToList();
            var start = earlier.Count > 0 ? earlier.Max(EndOf) : timed.Count > 0 ? Minutes(timed[0].Starts!.Value) : half switch { HalfDay.Morning => 8 * 60, HalfDay.Afternoon => 13 * 60 + 30, _ => 18 * 60 };
            if (start + Length(moved) > LastMinute || !PushOn(group[at..], start + Length(moved))) return false;
            Begin(moved, start);
        }
        (moved.DayNumber, moved.Half) = (day, half);
        group.Insert(at, moved);
        Number(group);
        return true;
    }

    /// <summary>Sessions side by side stay side by side: all move by the same minutes, fewer after each pause.</summary>
    private static bool PushOn(List<AgendaSession> following, int end)
    {
        var (late, busy) = (0, end);
        var moves = new List<(AgendaSession Session, int Start)>();
        foreach (var s in following)
        {
            var start = Minutes(s.Starts!.Value);
            if (moves.Count == 0) late = end - start;
            else if (start > busy) late -= start - busy;
            if (late <= 0) break;
            if (start + late + Length(s) > LastMinute) return false;
            moves.Add((s, start + late));
            busy = moves.Count == 1 ? EndOf(s) : Math.Max(busy, EndOf(s));
        }
        foreach (var (session, start) in moves) Begin(session, start);
        return true;
    }

    /// <summary>Positions count only where times do not tell; elsewhere they are left, so that the trail shows what was moved and nothing else.</summary>
    private static void Number(List<AgendaSession> group)
    {
        if (group.TrueForAll(s => s.Starts is not null) && group.Select(s => s.Starts).Distinct().Count() == group.Count) return;
        for (var i = 0; i < group.Count; i++) group[i].Position = i + 1;
    }

    private static void Begin(AgendaSession s, int minute)
    {
        var length = Length(s);
        if (s.Ends is not null) s.Ends = Time(minute + length);
        s.Starts = Time(minute);
    }

    private static int Length(AgendaSession s) => s.Ends is { } ends ? Minutes(ends) - Minutes(s.Starts!.Value) : 0;

    private static int EndOf(AgendaSession s) => Minutes(s.Starts!.Value) + Length(s);

    private static int Minutes(TimeOnly time) => time.Hour * 60 + time.Minute;

    private static TimeOnly Time(int minute) => new(minute / 60, minute % 60);
}
