using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>
/// Which of some people a letter can reach: addresses that do not work, who wants no news, and who never agreed to any: silence is no consent (Law 91/2025/QH15).
/// </summary>
public sealed class LetterReach
{
    private readonly Dictionary<string, FailedAddress> failed;
    private readonly HashSet<string> refusedAddresses;
    private readonly HashSet<Guid> refusedPersons;
    private readonly HashSet<(Guid Person, string? Mailbox)> agreed;

    private LetterReach(Dictionary<string, FailedAddress> failed, IReadOnlyList<NewsRefusal> refusals, HashSet<(Guid, string?)> agreed)
    {
        this.failed = failed;
        this.agreed = agreed;
        refusedAddresses = [.. refusals.Select(r => r.Address)];
        refusedPersons = [.. refusals.Where(r => r.IsOwn).Select(r => r.PersonId)];
    }

    public static async Task<LetterReach> OfAsync(AppDb db, Guid programmeId, IEnumerable<Addressee> people, CancellationToken ct)
    {
        var all = people.ToList();
        var (addresses, persons) = (all.Select(p => p.Address).OfType<string>().Distinct().ToList(), all.ConvertAll(p => p.PersonId));
        var marks = await db.FailedAddresses.AsNoTracking().Where(a => addresses.Contains(a.Address)).ToDictionaryAsync(a => a.Address, StringComparer.Ordinal, ct);
        var refusals = await db.NewsRefusals.AsNoTracking().Where(r => r.TakenBackAt == null && (r.ProgrammeId == null || r.ProgrammeId == programmeId) && (addresses.Contains(r.Address) || persons.Contains(r.PersonId))).ToListAsync(ct);
        var consents = await db.Consents.AsNoTracking().Where(c => c.Purpose == ConsentPurpose.LaterWorkshops && c.WithdrawnAt == null)
            .Join(db.Registrations.Where(r => persons.Contains(r.PersonId) && db.Workshops.Any(w => w.Id == r.WorkshopId && w.ProgrammeId == programmeId)), c => c.RegistrationId, r => r.Id, (c, r) => new { r.PersonId, r.Email })
            .Distinct().ToListAsync(ct);
        return new LetterReach(marks, refusals, [.. consents.Select(c => (c.PersonId, c.Email?.Trim().ToLowerInvariant()))]);
    }

    public FailedAddress? FailureOf(Addressee p) => p.Address is { } address ? failed.GetValueOrDefault(address) : null;

    public bool Refuses(Addressee p) => (p.Address is { } address && refusedAddresses.Contains(address)) || (p.IsOwn && refusedPersons.Contains(p.PersonId));

    /// <summary>A «yes» holds for the mailbox it was given with: somebody else's speaks only for that one.</summary>
    public bool Agrees(Addressee p) => agreed.Contains((p.PersonId, p.IsOwn ? null : p.Address));

    /// <summary>What becomes of this person's letter; <see cref="RecipientState.Written"/> where it can be sent.</summary>
    public RecipientState Judge(GroupLetter letter, Addressee person, WrittenLetter written)
    {
        if (person.Address is null) return RecipientState.NoAddress;
        if (FailureOf(person) is { IsPermanent: true }) return RecipientState.BadAddress;
        if (letter.Sort == LetterSort.News && Refuses(person)) return RecipientState.Unsubscribed;
        if (letter.Sort == LetterSort.News && !Agrees(person)) return RecipientState.NotAgreed;
        return letter.WhenMissing == WhenMissing.LeaveOut && written.Missing.Count > 0 ? RecipientState.ValueMissing : RecipientState.Written;
    }
}
