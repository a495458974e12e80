using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>Planned letters move with their workshop's dates, and stand still when it is cancelled.</summary>
public sealed class LettersFollow(AppDb db, LetterDesk desk, TimeProvider clock) : IWorkshopFollower
{
    /// <summary>A new workshop writes its own letters: those of another speak of other days and people.</summary>
    public Task CopiedAsync(Workshop from, Workshop to, CopiedParts parts, CancellationToken ct) => Task.CompletedTask;

    public async Task ChangedAsync(Workshop workshop, CancellationToken ct)
    {
        foreach (var letter in await db.GroupLetters.Where(l => l.WorkshopId == workshop.Id && (l.State == LetterState.Draft || l.State == LetterState.Planned || l.State == LetterState.Paused)).ToListAsync(ct))
        {
            var before = letter.DueAt;
            letter.Follow(workshop);
            if (letter.State != LetterState.Planned || letter.DueAt == before) continue;
            // Never sent at once by a change of dates: a person decides.
            if (letter.DueAt is not { } due) letter.Becomes(LetterState.Paused, PauseReason.NoDate);
            else if (due <= clock.UtcNow()) letter.Becomes(LetterState.Paused, PauseReason.TimeHasPassed);
        }
        await db.SaveChangesAsync(ct);
    }

    public Task<IReadOnlyList<Bilingual>> ReasonsAgainstAsync(Workshop workshop, WorkshopStatus to, CancellationToken ct) => Task.FromResult<IReadOnlyList<Bilingual>>([]);

    public async Task MovedAsync(Workshop workshop, WorkshopStatus from, CancellationToken ct)
    {
        if (workshop.Status != WorkshopStatus.Cancelled) return;
        var letters = await db.GroupLetters.Where(l => l.WorkshopId == workshop.Id && l.State != LetterState.Draft && l.State != LetterState.Stopped).ToListAsync(ct);
        // Nobody shall be reminded of a workshop that does not take place; who has not been written to may be, should it be taken up again.
        await desk.TakeBackUnsentAsync([.. letters.Where(l => l.State is LetterState.Sending or LetterState.Paused).Select(l => l.Id)], RecipientState.Waiting, ct);
        await desk.TakeBackUnsentAsync([.. letters.Where(l => l.State == LetterState.Sent).Select(l => l.Id)], RecipientState.TakenBack, ct);
        foreach (var letter in letters.Where(l => l.State != LetterState.Sent)) letter.Becomes(LetterState.Paused, PauseReason.Cancelled);
        await db.SaveChangesAsync(ct);
    }

    public Task<DateTime?> TellsAtAsync(Workshop workshop, CancellationToken ct) => Task.FromResult<DateTime?>(null);
}
