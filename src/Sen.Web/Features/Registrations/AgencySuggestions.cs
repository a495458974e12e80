using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Places;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations;

/// <summary>
/// Offers agencies while somebody types: those of the register that are public, and every kind in force in every province of the
/// workshop's day. An enterprise or a person's own words are never offered to others.
/// </summary>
public sealed class AgencySuggestions(Gazetteer gazetteer, AgencyKinds kinds, TimeProvider clock)
{
    public sealed record Suggestion(string Name, string? Province);

    private sealed record Known(string Name, string? Province, string Key);

    private const int Most = 8;
    private readonly ConcurrentDictionary<DateOnly, Known[]> byDay = new();

    public async Task<IReadOnlyList<Suggestion>> FindAsync(AppDb db, Workshop workshop, string? text, CancellationToken ct)
    {
        var words = SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (string.Concat(words).Length < 2) return [];
        var day = workshop.StartsOn ?? clock.LocalDay();
        var vintage = Gazetteer.VintageOn(day) + "-";
        var listed = PublicAgencies.Of(db).AsNoTracking().Where(a => a.ProvinceId!.StartsWith(vintage));
        foreach (var word in words) listed = listed.Where(a => a.SearchKey.Contains(word));
        var found = await listed.OrderBy(a => a.SortKey).Take(Most).Select(a => new { a.Name, a.ProvinceId }).ToListAsync(ct);
        var invited = workshop.RegionProvinces.Select(p => p.ProvinceId).ToHashSet(StringComparer.Ordinal);
        return [.. found.Select(a => new Known(a.Name.Vi, a.ProvinceId, SearchKey.Of(a.Name.Vi)))
            .Concat(byDay.GetOrAdd(day, Of).Where(a => words.All(w => a.Key.Contains(w, StringComparison.Ordinal))))
            .DistinctBy(a => SearchKey.Of(a.Name)).OrderByDescending(a => a.Province is { } p && invited.Contains(p)).Take(Most)
            .Select(a => new Suggestion(a.Name, a.Province))];
    }

    private Known[] Of(DateOnly day)
    {
        var inForce = kinds.All.Where(k => k.InForceOn(day) && !k.HasOwnName).ToList();
        return [.. inForce.Where(k => k.IsProvincial).SelectMany(k => gazetteer.InForceOn(day).Select(p => Make(k.FullName(p), $"{p.Vintage}-{p.Code}", k)))
            .Concat(inForce.Where(k => k.Level == "national").Select(k => Make(k.Name, null, k)))];
    }

    /// <summary>Found by its abbreviations too: «SCT Huế».</summary>
    private static Known Make(string name, string? province, People.Places.AgencyKind kind) => new(name, province, SearchKey.Of($"{name} {kind.Id}"));
}
