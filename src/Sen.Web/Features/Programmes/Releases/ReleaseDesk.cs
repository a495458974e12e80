using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>The working draft beside the latest release.</summary>
/// <param name="Latest">Null before the first release.</param>
/// <param name="Stamp">Names the draft that was looked at; a release is made of exactly this one.</param>
public sealed record Unreleased(ReleasedAgenda? Latest, IReadOnlyList<AgendaSession> Draft, IReadOnlyList<AgendaChange> Changes, string Stamp)
{
    public IReadOnlyList<Clash> Clashes => Agenda.Clashes(Draft);

    /// <summary>A first release of sessions, or changes of those that are out.</summary>
    public bool IsThere => Latest is null ? Draft.Count > 0 : Changes.Count > 0;

    /// <summary>It changes something for those who come; an agenda that comes out after its workshop does.</summary>
    public bool Matters => Latest is null || Changes.Any(c => c.Matters);
}

public abstract record Released
{
    public sealed record Done(AgendaRelease Release) : Released;
    /// <summary>Somebody edited the agenda or released it after it was looked at.</summary>
    public sealed record ChangedMeanwhile : Released;
    public sealed record NothingNew : Released;
    public sealed record NotNow(Bilingual Why) : Released;
}

/// <summary>Where agendas are given out, numbered, with what changed in words.</summary>
public sealed class ReleaseDesk(AppDb db, Actor actor, TimeProvider clock, IEnumerable<IAgendaFollower> followers)
{
    public async Task<Unreleased> LookAsync(Workshop workshop, CancellationToken ct)
    {
        var draft = await db.AgendaSessions.AsNoTracking().Include(s => s.Speakers).Where(s => s.WorkshopId == workshop.Id).ToListAsync(ct);
        return Compare(workshop, await ReleasedAgenda.OfAsync(db, workshop.Id, ct), draft, clock.UtcNow());
    }

    public static Unreleased Compare(Workshop workshop, ReleasedAgenda? latest, IReadOnlyList<AgendaSession> draft, DateTime now) => new(latest, draft,
        latest is null ? [] : AgendaChanges.Between(latest, ReleasedAgenda.OfDraft(workshop, draft, now)), $"{latest?.Number ?? 0}-{AgendaText.Stamp(draft)}");

    /// <summary>Why no release can be made in this state; null where one can.</summary>
    public static Bilingual? WhyNot(Workshop workshop) => workshop.Status switch
    {
        WorkshopStatus.Draft => new("Hội thảo còn là bản nháp: chương trình được công bố cùng hội thảo.", "The workshop is a draft: its agenda is released when it is published."),
        WorkshopStatus.Cancelled => new("Hội thảo đã hủy.", "The workshop is cancelled."),
        _ => null,
    };

    /// <summary>Whether anybody is written to: only before the last day is over, and never of a workshop that was held.</summary>
    public bool Writes(Workshop workshop) => workshop.Status is WorkshopStatus.Published or WorkshopStatus.Closed && ((workshop.EndsOn ?? workshop.StartsOn) is not { } last || last >= clock.LocalDay());

    public async Task<Concerned> ConcernedAsync(Workshop workshop, CancellationToken ct)
    {
        var (with, without) = (0, 0);
        foreach (var follower in Writes(workshop) ? followers : [])
        {
            var some = await follower.CountAsync(workshop.Id, ct);
            (with, without) = (with + some.WithMail, without + some.WithoutMail);
        }
        return new(with, without);
    }

    public async Task<Released> ReleaseAsync(Workshop workshop, string stamp, Bilingual note, string? quietBecause, CancellationToken ct)
    {
        if (WhyNot(workshop) is { } why) return new Released.NotNow(why);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        await db.LockWorkshopAsync(workshop.Id, ct);
        var seen = await LookAsync(workshop, ct);
        if (seen.Stamp != stamp) return new Released.ChangedMeanwhile();
        if (!seen.IsThere) return new Released.NothingNew();
        var concerned = seen.Matters ? (await ConcernedAsync(workshop, ct)).WithMail : 0;
        var release = Make(workshop, seen, ReleaseCause.ByOrganiser, note, concerned > 0 ? quietBecause : null, quietBecause is null ? concerned : 0);
        db.AgendaReleases.Add(release);
        await db.SaveChangesAsync(ct);
        if (release.Told > 0)
            foreach (var follower in followers) await follower.TellAsync(release, ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new Released.Done(release);
    }

    /// <summary>The agenda comes out with its workshop, in the transaction of that. Whoever is on the list learns of both by other mails.</summary>
    public async Task<AgendaRelease?> WithWorkshopAsync(Workshop workshop, CancellationToken ct)
    {
        var seen = await LookAsync(workshop, ct);
        if (!seen.IsThere) return null;
        var release = Make(workshop, seen, ReleaseCause.WithWorkshop, Bilingual.Empty, null, 0);
        db.AgendaReleases.Add(release);
        await db.SaveChangesAsync(ct);
        return release;
    }

    private AgendaRelease Make(Workshop workshop, Unreleased seen, ReleaseCause cause, Bilingual note, string? quietBecause, int told) => new()
    {
        WorkshopId = workshop.Id,
        Number = (seen.Latest?.Number ?? 0) + 1,
        ReleasedAt = clock.UtcNow(),
        UserId = actor.UserId,
        Who = actor.Who,
        Cause = cause,
        Note = note,
        IsQuiet = quietBecause is not null,
        QuietReason = quietBecause ?? "",
        Told = told,
        FirstDay = workshop.StartsOn,
        Content = AgendaText.Write(seen.Draft),
    };
}
