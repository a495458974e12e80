using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>
/// What a workshop already has, so that the same file changes nothing: rows by their fingerprint (although corrected on screen, moved or
/// followed by more), people by name with the same telephone or address, and rows a person chose to leave out.
/// </summary>
internal sealed class KnownRows
{
    private readonly HashSet<string> fingerprints;
    private readonly HashSet<string> leftOut;
    private readonly HashSet<(string Name, string Value)> people = [];

    private KnownRows(HashSet<string> fingerprints, HashSet<string> leftOut) => (this.fingerprints, this.leftOut) = (fingerprints, leftOut);

    public static async Task<KnownRows> OfAsync(AppDb db, Guid workshopId, CancellationToken ct)
    {
        var rows = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshopId)
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r.SourceFingerprint, p.FullName, p.Phone, p.Email, p.AlsoKnownAs }).ToListAsync(ct);
        var left = await db.ListImports.AsNoTracking().Where(i => i.WorkshopId == workshopId && i.State == ImportState.Written && i.LeftOut != "").Select(i => i.LeftOut).ToListAsync(ct);
        var known = new KnownRows(
            rows.Select(r => r.SourceFingerprint).OfType<string>().ToHashSet(StringComparer.Ordinal),
            left.SelectMany(l => l.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal));
        foreach (var row in rows) known.people.UnionWith(KnownAs.Pairs(row.FullName, row.Phone, row.Email, row.AlsoKnownAs));
        return known;
    }

    public bool WasLeftOut(string fingerprint) => leftOut.Contains(fingerprint);

    public bool IsHere(ListRow row)
    {
        if (fingerprints.Contains(row.Proposed.Fingerprint)) return true;
        var name = SearchKey.Of(row.FullName);
        return name.Length > 0 && ((row.Phone is { } phone && people.Contains((name, phone))) || (row.Email is { } email && people.Contains((name, email))));
    }
}
