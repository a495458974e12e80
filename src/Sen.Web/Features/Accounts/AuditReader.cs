using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Accounts;

public sealed record AuditSearch(string? Text, string? Who, Guid? UserId, string? Subject, DateOnly? From, DateOnly? To);

/// <summary>Reads the audit trail as sentences: who changed what, when, why, from what to what.</summary>
public sealed class AuditReader(AppDb db, Language language)
{
    public sealed record Line(Guid Id, DateTime At, string Who, string What, string SubjectId, string? Why, IReadOnlyList<Change> Changes);

    public sealed record Change(string Name, string? Before, string? After);

    public Task<int> CountAsync(AuditSearch search, CancellationToken ct) => Find(search).CountAsync(ct);

    public async Task<IReadOnlyList<Line>> LinesAsync(AuditSearch search, int skip, int take, CancellationToken ct) =>
        [.. (await Find(search).OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Skip(skip).Take(take).ToListAsync(ct)).Select(Read)];

    /// <summary>Changes to the account and its roles, and what its owner did.</summary>
    public async Task<IReadOnlyList<Line>> OfAccountAsync(Guid userId, CancellationToken ct)
    {
        var id = userId.ToString();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => (e.Subject == nameof(User) && e.SubjectId == id) || e.UserId == userId || (e.Subject == nameof(RoleGrant) && e.Changes.Contains(id)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(20).ToListAsync(ct);
        return [.. entries.Select(Read)];
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

    private Line Read(AuditEntry entry)
    {
        var changes = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes) ?? [];
        return new Line(entry.Id, entry.At, entry.Who, AuditWords.What(entry.Action, entry.Subject, language), entry.SubjectId, string.IsNullOrEmpty(entry.Why) ? null : entry.Why,
            [.. changes.Where(c => c.Value.Length == 2).Select(c => new Change(AuditWords.Field(c.Key, language), c.Value[0], c.Value[1]))]);
    }
}
