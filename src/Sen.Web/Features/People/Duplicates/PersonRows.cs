using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>The rows of one person: the one that stands, and those merged into it.</summary>
public static class PersonRows
{
    public static async Task<Guid> StandingOfAsync(this AppDb db, Guid personId, CancellationToken ct) =>
        await db.Persons.Where(p => p.Id == personId).Select(p => p.MergedIntoId).FirstOrDefaultAsync(ct) ?? personId;

    /// <summary>The standing row first.</summary>
    public static async Task<IReadOnlyList<Guid>> RowsOfAsync(this AppDb db, Guid personId, CancellationToken ct)
    {
        var standing = await db.StandingOfAsync(personId, ct);
        return [standing, .. await db.Persons.Where(p => p.MergedIntoId == standing).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct)];
    }
}
