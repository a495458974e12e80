using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

public enum LetterMove
{
    Done,
    /// <summary>Somebody changed it meanwhile, or its state no longer allows this.</summary>
    NotNow,
    NoTime,
    TimeHasPassed,
    /// <summary>A draft or a cancelled workshop writes to nobody.</summary>
    NotAnnounced,
    Nobody,
}

/// <summary>Where letters to groups are written, planned, sent, held up and taken back.</summary>
public sealed class LetterDesk(AppDb db, JobBook jobs, Actor actor, TimeProvider clock)
{
    public Task<List<GroupLetter>> AllAsync(Guid workshopId, CancellationToken ct) => db.GroupLetters.AsNoTracking().Where(l => l.WorkshopId == workshopId)
        .OrderBy(l => l.State == LetterState.Sent || l.State == LetterState.Stopped).ThenBy(l => l.DueAt == null).ThenBy(l => l.DueAt).ThenByDescending(l => l.CreatedAt).ToListAsync(ct);

    public Task<GroupLetter?> FindAsync(Guid workshopId, Guid id, CancellationToken ct) => db.GroupLetters.FirstOrDefaultAsync(l => l.WorkshopId == workshopId && l.Id == id, ct);

    /// <summary>Saves what was typed; null where somebody else changed the letter meanwhile, or it has left.</summary>
    public async Task<GroupLetter?> SaveAsync(Workshop workshop, GroupLetter? letter, LetterInput input, string group, CancellationToken ct)
    {
        if (letter is null)
        {
            letter = new GroupLetter { WorkshopId = workshop.Id, WrittenBy = actor.Who, CreatedAt = clock.UtcNow() };
            db.GroupLetters.Add(letter);
        }
        else if (!letter.MayBeEdited) return null;
        else db.Entry(letter).Property(l => l.Version).OriginalValue = input.Version;
        input.Onto(letter, group);
        letter.Follow(workshop);
        // A plan whose time is gone is no plan any more.
        if (letter.State == LetterState.Planned && !IsAhead(letter)) letter.Becomes(LetterState.Draft);
        return await SavedAsync(ct) ? letter : null;
    }

    public async Task<LetterMove> PlanAsync(Workshop workshop, GroupLetter letter, CancellationToken ct)
    {
        if (!letter.MayBeEdited) return LetterMove.NotNow;
        if (workshop.Status == WorkshopStatus.Cancelled) return LetterMove.NotAnnounced;
        letter.Follow(workshop);
        if (letter.DueAt is null) return LetterMove.NoTime;
        if (!IsAhead(letter)) return LetterMove.TimeHasPassed;
        letter.Becomes(LetterState.Planned);
        return await SavedAsync(ct) ? LetterMove.Done : LetterMove.NotNow;
    }

    public async Task<LetterMove> PauseAsync(GroupLetter letter, CancellationToken ct)
    {
        if (letter.State is not (LetterState.Planned or LetterState.Sending)) return LetterMove.NotNow;
        var wasSending = letter.State == LetterState.Sending;
        letter.Becomes(LetterState.Paused, PauseReason.ByHand);
        if (!await SavedAsync(ct)) return LetterMove.NotNow;
        if (wasSending && await JobOfAsync(letter.Id, ct) is { } job) await jobs.StopAsync(job.Id, ct);
        return LetterMove.Done;
    }

    /// <summary>Goes on where it stood: planned again, or with the people who have not been written to.</summary>
    public async Task<LetterMove> ResumeAsync(Workshop workshop, GroupLetter letter, CancellationToken ct)
    {
        if (letter.State == LetterState.Sending) return await StartJobAsync(letter, ct);
        if (letter.State != LetterState.Paused) return LetterMove.NotNow;
        if (letter.StartedAt is null) return await PlanAsync(workshop, letter, ct);
        if (!MayWrite(workshop.Status)) return LetterMove.NotAnnounced;
        letter.Begins(clock.UtcNow());
        return await SavedAsync(ct) ? await StartJobAsync(letter, ct) : LetterMove.NotNow;
    }

    /// <summary>
    /// Begins to send: the group is asked now, everybody in it gets a row, and the job writes to them. Of two who press at once, or two
    /// nodes whose clocks strike, one begins.
    /// </summary>
    public async Task<LetterMove> StartAsync(Workshop workshop, GroupLetter letter, bool alsoToNobody, CancellationToken ct)
    {
        if (!letter.MayBeEdited) return LetterMove.NotNow;
        if (!MayWrite(workshop.Status)) return LetterMove.NotAnnounced;
        using var turn = await db.TurnAsync(ct);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var people = await LetterGroup.PeopleAsync(db, letter, ct);
        if (people.Count == 0 && !alsoToNobody) return LetterMove.Nobody;
        letter.Begins(clock.UtcNow());
        if (people.Count == 0) letter.Ends(clock.UtcNow());
        // The letter's own row first: who comes second waits at it, and then finds it begun.
        if (!await SavedAsync(ct)) return LetterMove.NotNow;
        db.LetterRecipients.AddRange(people.Select(p => new LetterRecipient { LetterId = letter.Id, RegistrationId = p.RegistrationId }));
        await db.SaveChangesAsync(ct);
        if (people.Count > 0) await jobs.StartAsync(LetterWriting.Name, letter.Id.ToString(), About(letter.WorkshopId), people.Count, ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return LetterMove.Done;
    }

    /// <summary>Ends a letter and takes back every mail of it that no node has begun to send; returns how many.</summary>
    public async Task<int?> StopAsync(GroupLetter letter, CancellationToken ct)
    {
        if (letter.State is LetterState.Draft or LetterState.Stopped) return null;
        using var turn = await db.TurnAsync(ct);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        letter.Becomes(LetterState.Stopped);
        if (!await SavedAsync(ct)) return null;
        if (await JobOfAsync(letter.Id, ct) is { } job) await jobs.StopAsync(job.Id, ct);
        var back = await TakeBackUnsentAsync([letter.Id], RecipientState.TakenBack, ct);
        back += await db.LetterRecipients.Where(r => r.LetterId == letter.Id && r.State == RecipientState.Waiting).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RecipientState.TakenBack), ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return back;
    }

    public async Task<bool> RemoveAsync(GroupLetter letter, CancellationToken ct)
    {
        if (letter.StartedAt is not null) return false;
        db.GroupLetters.Remove(letter);
        return await SavedAsync(ct);
    }

    /// <summary>Mails that wait and were never tried go away; their people get the state given.</summary>
    internal async Task<int> TakeBackUnsentAsync(IReadOnlyCollection<Guid> letters, RecipientState to, CancellationToken ct)
    {
        var written = db.LetterRecipients.Where(r => letters.Contains(r.LetterId) && r.State == RecipientState.Written && r.MessageId != null);
        // A message that a node is sending has an attempt.
        var back = await db.OutboxMessages.Where(m => written.Select(r => r.MessageId).Contains(m.Id) && m.SentAt == null && m.BouncedAt == null && m.Attempts == 0).ExecuteDeleteAsync(ct);
        await written.Where(r => !db.OutboxMessages.Any(m => m.Id == r.MessageId)).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, to).SetProperty(x => x.MessageId, (Guid?)null).SetProperty(x => x.StopHash, (string?)null), ct);
        return back;
    }

    public Task<Job?> JobOfAsync(Guid letterId, CancellationToken ct) => jobs.LatestAsync(LetterWriting.Name, letterId.ToString(), ct);

    /// <summary>Where organisers may write: also after a workshop, to thank and to ask; never of a draft or a cancelled one.</summary>
    public static bool MayWrite(WorkshopStatus status) => status is WorkshopStatus.Published or WorkshopStatus.Closed or WorkshopStatus.Held;

    public static string About(Guid workshopId) => $"workshop:{workshopId}";

    private bool IsAhead(GroupLetter letter) => letter.DueAt is { } due && due > clock.UtcNow();

    internal async Task<LetterMove> StartJobAsync(GroupLetter letter, CancellationToken ct)
    {
        var total = await db.LetterRecipients.CountAsync(r => r.LetterId == letter.Id, ct);
        await jobs.StartAsync(LetterWriting.Name, letter.Id.ToString(), About(letter.WorkshopId), total, ct);
        return LetterMove.Done;
    }

    private async Task<bool> SavedAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
