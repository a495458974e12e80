using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates.Agencies;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Where somebody says that two rows are two persons, or two agencies, and takes that back.</summary>
public sealed class ApartDesk(AppDb db, DuplicateBook persons, AgencyBook agencies, Actor actor, TimeProvider clock)
{
    public const int LongestReason = 500;

    /// <summary>Null where one of the two is gone or was merged.</summary>
    public async Task<Guid?> KeepApartAsync(Guid a, Guid b, CancellationToken ct)
    {
        var known = (await persons.ReadAsync(db, ct)).Persons;
        return a != b && known.TryGetValue(a, out var x) && known.TryGetValue(b, out var y) ? await KeepAsync(a, b, PersonFacts.Hash(x, y), "", ct) : null;
    }

    /// <summary>The same of two agencies, with why they are two.</summary>
    public async Task<Guid?> KeepAgenciesApartAsync(Guid a, Guid b, string reason, CancellationToken ct)
    {
        var known = (await agencies.ReadAsync(db, ct)).Agencies;
        return a != b && known.TryGetValue(a, out var x) && known.TryGetValue(b, out var y) ? await KeepAsync(a, b, AgencyFacts.Hash(x, y), reason.Trim().Nfc(), ct) : null;
    }

    public async Task<bool> TakeBackAsync(Guid id, CancellationToken ct)
    {
        if (await db.KeptAparts.FirstOrDefaultAsync(k => k.Id == id, ct) is not { } apart) return false;
        db.KeptAparts.Remove(apart);
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<Guid?> KeepAsync(Guid a, Guid b, string facts, string reason, CancellationToken ct)
    {
        var (first, second) = KeptApart.Order(a, b);
        var known = await db.KeptAparts.FirstOrDefaultAsync(k => k.FirstId == first && k.SecondId == second, ct);
        if (known is null) db.KeptAparts.Add(known = new KeptApart { FirstId = first, SecondId = second, Facts = facts, Reason = reason, At = clock.UtcNow(), By = actor.Who });
        else (known.Facts, known.Reason, known.At, known.By) = (facts, reason, clock.UtcNow(), actor.Who);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.Entry(known).State == EntityState.Added)
        {
            // Somebody else said the same at the same moment.
            db.Entry(known).State = EntityState.Detached;
            return await db.KeptAparts.Where(k => k.FirstId == first && k.SecondId == second).Select(k => (Guid?)k.Id).FirstOrDefaultAsync(ct);
        }
        return known.Id;
    }
}
