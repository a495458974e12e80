using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>Ids in the trail as the names of what they stand for, where it is still there. What was removed keeps its id: nothing is guessed.</summary>
public sealed class AuditNames(AppDb db, Language language)
{
    /// <summary>A database takes some thousands of values in one question; an export can hold more.</summary>
    private const int AtOnce = 1000;

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public async Task<Func<string, string>> OfAsync(IEnumerable<string> ids, CancellationToken ct)
    {
        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(AtOnce)) await ReadAsync(some, ct);
        return id => names.GetValueOrDefault(id, id);
    }

    private async Task ReadAsync(string[] ids, CancellationToken ct)
    {
        var codes = ids.Where(id => !Guid.TryParse(id, out _)).ToList();
        if (codes.Count > 0)
        {
            await AddAsync(db.Provinces.Where(p => codes.Contains(p.Id)).Select(p => new Named(p.Id, new Bilingual(p.Name, p.NameEn))), ct);
            await AddAsync(db.AgencyKinds.Where(k => codes.Contains(k.Id)).Select(k => new Named(k.Id, k.Name)), ct);
        }
        var guids = ids.Where(id => Guid.TryParse(id, out _)).Select(Guid.Parse).ToList();
        if (guids.Count == 0) return;
        await AddAsync(db.Users.Where(u => guids.Contains(u.Id)).Select(u => new Known(u.Id, u.DisplayName)), ct);
        await AddAsync(db.Persons.Where(p => guids.Contains(p.Id)).Select(p => new Known(p.Id, p.FullName)), ct);
        await AddAsync(db.Registrations.Where(r => guids.Contains(r.Id)).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new Known(r.Id, p.FullName)), ct);
        await AddAsync(db.Agencies.Where(a => guids.Contains(a.Id)).Select(a => new Titled(a.Id, a.Name)), ct);
        await AddAsync(db.Invitations.Where(i => guids.Contains(i.Id)).Select(i => new Titled(i.Id, i.AgencyName)), ct);
        await AddAsync(db.Programmes.Where(p => guids.Contains(p.Id)).Select(p => new Titled(p.Id, p.Title)), ct);
        await AddAsync(db.Workshops.Where(w => guids.Contains(w.Id)).Select(w => new Titled(w.Id, w.Title)), ct);
        await AddAsync(db.AgendaSessions.Where(s => guids.Contains(s.Id)).Select(s => new Titled(s.Id, s.Title)), ct);
        await AddAsync(db.Materials.Where(m => guids.Contains(m.Id)).Select(m => new Titled(m.Id, m.Title)), ct);
        await AddAsync(db.SeatLimits.Where(l => guids.Contains(l.Id)).Select(l => new Titled(l.Id, l.Name)), ct);
    }

    private async Task AddAsync(IQueryable<Named> rows, CancellationToken ct)
    {
        foreach (var row in await rows.AsNoTracking().ToListAsync(ct)) names[row.Id] = language.Plain(row.Name);
    }

    private async Task AddAsync(IQueryable<Titled> rows, CancellationToken ct)
    {
        foreach (var row in await rows.AsNoTracking().ToListAsync(ct)) names[row.Id.ToString()] = language.Plain(row.Name);
    }

    private async Task AddAsync(IQueryable<Known> rows, CancellationToken ct)
    {
        foreach (var row in await rows.AsNoTracking().ToListAsync(ct)) names[row.Id.ToString()] = row.Name;
    }

    private sealed record Named(string Id, Bilingual Name);

    private sealed record Titled(Guid Id, Bilingual Name);

    private sealed record Known(Guid Id, string Name);
}
