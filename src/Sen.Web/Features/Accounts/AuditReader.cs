using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Accounts;

public sealed record AuditSearch(string? Text, string? Who, Guid? UserId, string? Subject, DateOnly? From, DateOnly? To);

/// <summary>Reads the audit trail as sentences: who changed what, when, why, from what to what.</summary>
public sealed class AuditReader(AppDb db, AuditNames names, Language language)
{
    public sealed record Line(Guid Id, DateTime At, string Who, string What, string Record, string SubjectId, string? Why, IReadOnlyList<Change> Changes, string? Undo = null);

    public sealed record Change(string Name, string? Before, string? After);

    public Task<int> CountAsync(AuditSearch search, CancellationToken ct) => Find(search).CountAsync(ct);

    public async Task<IReadOnlyList<Line>> LinesAsync(AuditSearch search, int skip, int take, CancellationToken ct) =>
        await ReadAsync(await Find(search).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip(skip).Take(take).ToListAsync(ct), ct);

    /// <summary>Changes to the account and its roles, and what its owner did.</summary>
    public async Task<IReadOnlyList<Line>> OfAccountAsync(Guid userId, CancellationToken ct)
    {
        var id = userId.ToString();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => (e.Subject == nameof(User) && e.SubjectId == id) || e.UserId == userId || (e.Subject == nameof(RoleGrant) && e.Changes.Contains(id)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(20).ToListAsync(ct);
        return await ReadAsync(entries, ct);
    }

    public async Task<(IReadOnlyList<string> Who, IReadOnlyList<string> Subjects)> ChoicesAsync(CancellationToken ct) => (
        await db.AuditEntries.AsNoTracking().Select(e => e.Who).Distinct().OrderBy(w => w).Take(500).ToListAsync(ct),
        await db.AuditEntries.AsNoTracking().Select(e => e.Subject).Distinct().OrderBy(s => s).ToListAsync(ct));

    private IQueryable<AuditEntry> Find(AuditSearch search)
    {
        var entries = db.AuditEntries.AsNoTracking();
        foreach (var word in SearchKey.Of(search.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)) entries = entries.Where(e => e.SearchKey.Contains(word) || e.SubjectId.Contains(word));
        if (!string.IsNullOrEmpty(search.Who)) entries = entries.Where(e => e.Who == search.Who);
        if (search.UserId is { } user) entries = entries.Where(e => e.UserId == user);
        if (!string.IsNullOrEmpty(search.Subject)) entries = entries.Where(e => e.Subject == search.Subject);
        var (from, until) = ListPage.Days(search.From, search.To);
        if (from is { } f) entries = entries.Where(e => e.At >= f);
        if (until is { } u) entries = entries.Where(e => e.At < u);
        return entries;
    }

    private async Task<IReadOnlyList<Line>> ReadAsync(List<AuditEntry> entries, CancellationToken ct)
    {
        var rows = entries.ConvertAll(e => (Entry: e, Changes: JsonSerializer.Deserialize<Dictionary<string, string?[]>>(e.Changes) ?? []));
        var name = await names.OfAsync(rows.SelectMany(r => r.Changes.Where(c => c.Key.EndsWith("Id", StringComparison.Ordinal)).SelectMany(c => c.Value).OfType<string>().Prepend(r.Entry.SubjectId)), ct);
        return [.. rows.Select(r => new Line(r.Entry.Id, r.Entry.At, r.Entry.Who, AuditWords.What(r.Entry.Action, r.Entry.Subject, language), name(r.Entry.SubjectId), r.Entry.SubjectId, string.IsNullOrEmpty(r.Entry.Why) ? null : r.Entry.Why,
            [.. r.Changes.Where(c => c.Value.Length == 2).Select(c => new Change(AuditFields.Of(c.Key, language), AuditValues.Of(c.Key, c.Value[0], name, language), AuditValues.Of(c.Key, c.Value[1], name, language)))], AuditWords.UndoOf(r.Entry)))];
    }
}
