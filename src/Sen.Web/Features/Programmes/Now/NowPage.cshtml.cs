using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Now;

public enum NowState { Past, Running, Next, Later }

/// <summary>What runs in the hall and what comes next, from the released agenda; large enough for the last row.</summary>
public sealed class NowPageModel(AppDb db, Access access, TimeProvider clock) : PageModel
{
    /// <summary>Without a recorded end a session lasts until the next one begins, or this long.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(60);

    public sealed record Line(AgendaSession Session, TimeOnly From, TimeOnly To, NowState State);

    public Workshop Workshop { get; private set; } = null!;
    /// <summary>Wall time of this look.</summary>
    public DateTime At { get; private set; }
    public bool IsTried { get; private set; }
    /// <summary>The day that is shown: today where the workshop meets today, else the next one; null where nothing is known or all is over.</summary>
    public AgendaDay? Day { get; private set; }
    public bool IsToday { get; private set; }
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public bool IsOver { get; private set; }

    /// <param name="at">Another moment, for an organiser who looks before the day.</param>
    public async Task<IActionResult> OnGetAsync(string code, DateTime? at, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return NotFound();
        if (!workshop.IsPublic && access.Standing?.MayOrganise(workshop.Id, workshop.ProgrammeId) != true) return NotFound();
        Workshop = workshop;
        (At, IsTried) = (at ?? clock.LocalNow(), at is not null);
        var today = DateOnly.FromDateTime(At);
        var days = (await ReleasedAgenda.OfAsync(db, workshop.Id, ct))?.DaysOf(workshop).Where(d => d.Date is not null).ToList() ?? [];
        Day = days.Find(d => d.Date == today) ?? days.Find(d => d.Date > today);
        IsToday = Day?.Date == today;
        IsOver = days.Count > 0 && Day is null;
        Lines = Day is null ? [] : LinesOf(Day, IsToday ? TimeOnly.FromDateTime(At) : TimeOnly.MinValue);
        Response.Headers.CacheControl = "no-cache";
        return Page();
    }

    public static IReadOnlyList<Line> LinesOf(AgendaDay day, TimeOnly now)
    {
        var timed = day.Sessions.Where(s => s.Starts is not null).OrderBy(s => s.Starts).ToList();
        var lines = timed.Select((s, i) => (Session: s, From: s.Starts!.Value, To: s.Ends ?? timed.Skip(i + 1).Select(n => n.Starts!.Value).Where(n => n > s.Starts).DefaultIfEmpty(Later(s.Starts.Value)).First())).ToList();
        var next = lines.Where(l => l.From > now).Select(l => (TimeOnly?)l.From).Min();
        return [.. lines.Select(l => new Line(l.Session, l.From, l.To, l.To <= now ? NowState.Past : l.From <= now ? NowState.Running : l.From == next ? NowState.Next : NowState.Later))];
    }

    private static TimeOnly Later(TimeOnly start) => start.Add(Usual, out var over) is var end && over == 0 ? end : new TimeOnly(23, 59);
}
