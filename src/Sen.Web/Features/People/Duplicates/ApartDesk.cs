using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Where somebody says that two rows are two persons, and takes that back.</summary>
public sealed class ApartDesk(AppDb db, DuplicateBook book, Actor actor, TimeProvider clock)
{
    /// <summary>Null where one of the two is gone or was merged.</summary>
    public async Task<Guid?> KeepApartAsync(Guid a, Guid b, CancellationToken ct)
    {
        var persons = (await book.ReadAsync(db, ct)).Persons;
        if (a == b || !persons.TryGetValue(a, out var x) || !persons.TryGetValue(b, out var y)) return null;
        var (first, second) = KeptApart.Order(a, b);
        var known = await db.KeptAparts.FirstOrDefaultAsync(k => k.FirstId == first && k.SecondId == second, ct);
        if (known is null) db.KeptAparts.Add(known = new KeptApart { FirstId = first, SecondId = second, Facts = PersonFacts.Hash(x, y), At = clock.UtcNow(), By = actor.Who });
        else (known.Facts, known.At, known.By) = (PersonFacts.Hash(x, y), clock.UtcNow(), actor.Who);
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

    public async Task<bool> TakeBackAsync(Guid id, CancellationToken ct)
    {
        if (await db.KeptAparts.FirstOrDefaultAsync(k => k.Id == id, ct) is not { } apart) return false;
        db.KeptAparts.Remove(apart);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
