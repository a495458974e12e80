using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Jobs;

namespace Sen.Web.Tests.Features.Programmes.Releases;

/// <summary>What tests of agendas do over and over.</summary>
internal static class Agendas
{
    public static AgendaSession Session(string title, string? from = null, string? to = null, int day = 1, HalfDay half = HalfDay.Morning, int position = 0) => new()
    {
        DayNumber = day,
        Half = half,
        Starts = from is null ? null : TimeOnly.ParseExact(from, "HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        Ends = to is null ? null : TimeOnly.ParseExact(to, "HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        Position = position,
        Kind = SessionKind.Lecture,
        Title = new(title, title + " (en)"),
    };

    public static Task<AgendaSession> AddAsync(this TestSite site, Workshop workshop, string title, string from, string to, Action<AgendaSession>? more = null) => site.InScopeAsync(s =>
        s.GetRequiredService<AgendaDesk>().AddAsync(workshop.Id, x =>
        {
            var like = Session(title, from, to);
            (x.DayNumber, x.Half, x.Starts, x.Ends, x.Kind, x.Title) = (like.DayNumber, like.Starts!.Value.Hour < 12 ? HalfDay.Morning : HalfDay.Afternoon, like.Starts, like.Ends, like.Kind, like.Title);
            more?.Invoke(x);
        }, default));

    public static Task<int> EditAsync(this TestSite site, Guid session, Action<AgendaSession> edit) => site.DbAsync(async db =>
    {
        edit(await db.AgendaSessions.Include(s => s.Speakers).SingleAsync(s => s.Id == session));
        return await db.SaveChangesAsync();
    });

    /// <summary>Releases what stands in the draft, as the page's form does.</summary>
    public static Task<Released> ReleaseAsync(this TestSite site, Workshop workshop, string? quietBecause = null) => site.InScopeAsync(async s =>
    {
        var mine = await s.GetRequiredService<AppDb>().Workshops.SingleAsync(w => w.Id == workshop.Id);
        var desk = s.GetRequiredService<ReleaseDesk>();
        return await desk.ReleaseAsync(mine, (await desk.LookAsync(mine, default)).Stamp, new("Xin đến sớm.", "Please come early."), quietBecause, default);
    });

    /// <summary>Carries a kind of work on for one workshop, as the runner does, and says how often it had to.</summary>
    public static async Task<int> LettersAsync(this TestSite site, AgendaRelease release)
    {
        var job = new Job { Kind = "agenda-release", Argument = release.Id.ToString(), CreatedAt = default };
        for (var steps = 1; ; steps++)
            if ((await site.InScopeAsync(s => s.GetServices<IJobWork>().Single(w => w.Kind == job.Kind).StepAsync(job, default))).Finished) return steps;
    }
}
