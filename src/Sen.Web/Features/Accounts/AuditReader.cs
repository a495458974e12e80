using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Accounts;

public sealed record AuditSearch(string? Text, string? Who, Guid? UserId, string? Subject, DateOnly? From, DateOnly? To);

/// <summary>Reads the audit trail as sentences: who changed what, when, why, from what to what.</summary>
public sealed class AuditReader(AppDb db, RoleScopes scopes, Language language)
{
    public sealed record Line(Guid Id, DateTime At, string Who, string What, string SubjectId, string? Why, IReadOnlyList<Change> Changes, string? Undo = null);

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
        var name = await NamesAsync(rows, ct);
        return [.. rows.Select(r => new Line(r.Entry.Id, r.Entry.At, r.Entry.Who, AuditWords.What(r.Entry.Action, r.Entry.Subject, language), name(r.Entry.SubjectId), string.IsNullOrEmpty(r.Entry.Why) ? null : r.Entry.Why,
            [.. r.Changes.Where(c => c.Value.Length == 2).Select(c => new Change(AuditWords.Field(c.Key, language), AuditWords.Value(c.Key, c.Value[0], name, language), AuditWords.Value(c.Key, c.Value[1], name, language)))], AuditWords.UndoOf(r.Entry)))];
    }

    /// <summary>Ids of accounts and of scopes as names, where they are still there.</summary>
    private async Task<Func<string, string>> NamesAsync(List<(AuditEntry Entry, Dictionary<string, string?[]> Changes)> rows, CancellationToken ct)
    {
        var ids = rows.Where(r => r.Entry.Subject == nameof(User)).Select(r => r.Entry.SubjectId)
            .Concat(rows.SelectMany(r => r.Changes.GetValueOrDefault(nameof(RoleGrant.UserId)) ?? []))
            .Select(id => Guid.TryParse(id, out var guid) ? guid : Guid.Empty).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id.ToString(), u => u.DisplayName, StringComparer.Ordinal, ct);
        var held = rows.Where(r => r.Entry.Subject == nameof(RoleGrant)).SelectMany(r => Scopes(r.Changes)).Distinct().ToList();
        var scope = await scopes.NamesAsync(held, ct);
        foreach (var (kind, id) in held) names[id] = scope(kind, id);
        return id => names.GetValueOrDefault(id, id);
    }

    private static IEnumerable<(ScopeKind, string)> Scopes(Dictionary<string, string?[]> changes)
    {
        if (changes.GetValueOrDefault(nameof(RoleGrant.Scope)) is not { } kinds || changes.GetValueOrDefault(nameof(RoleGrant.ScopeId)) is not { } ids) yield break;
        for (var i = 0; i < ids.Length; i++)
            if (ids[i] is { } id && Enum.TryParse<ScopeKind>(kinds[i], out var kind)) yield return (kind, id);
    }
}
