using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>
/// Agendas that everybody could see before there were releases become release 1, once, so that nothing vanishes from a page. A workshop
/// published later without an agenda is not meant: its organiser decides when it comes out.
/// </summary>
public static class FirstReleases
{
    private const string DoneSetting = "first-releases";

    public static async Task EnsureAsync(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Settings.AnyAsync(s => s.Name == DoneSetting, ct)) return;
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var workshops = await db.Workshops.AsNoTracking().AsSplitQuery().Include(w => w.Sessions).ThenInclude(s => s.Speakers)
            .Where(w => w.Status != WorkshopStatus.Draft && w.Sessions.Any() && !db.AgendaReleases.Any(r => r.WorkshopId == w.Id)).ToListAsync(ct);
        db.AgendaReleases.AddRange(workshops.Select(w => Of(w, ReleaseCause.BroughtAlong, clock.GetUtcNow().UtcDateTime)));
        db.Settings.Add(new Setting { Name = DoneSetting, Value = "1" });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
    }

    /// <summary>Release 1 of a workshop with its sessions as they stand.</summary>
    internal static AgendaRelease Of(Workshop workshop, ReleaseCause cause, DateTime at, int number = 1, string who = "system", Platform.Languages.Bilingual? note = null) => new()
    {
        WorkshopId = workshop.Id,
        Number = number,
        ReleasedAt = at,
        Who = who,
        Cause = cause,
        Note = note ?? Platform.Languages.Bilingual.Empty,
        FirstDay = workshop.StartsOn,
        Content = AgendaText.Write(workshop.Sessions),
    };
}
