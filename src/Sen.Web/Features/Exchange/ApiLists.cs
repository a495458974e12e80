using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Settings;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Exchange;

/// <summary>What the API's lists have in common, and the list of programmes.</summary>
internal static class ApiLists
{
    /// <summary>A page past the end is empty; the numbers beside it say where the end is.</summary>
    public static IEnumerable<T> Page<T>(IReadOnlyCollection<T> all, ApiQuestion q) =>
        (long)(q.Page - 1) * q.PageSize is var from && from >= all.Count ? [] : all.Skip((int)from).Take(q.PageSize);

    public static ApiPage<T> Of<T>(ApiQuestion q, int total, IEnumerable<T> items) => new(q.Page, q.PageSize, total, PagesOf(total, q.PageSize), [.. items]);

    private static int PagesOf(int total, int size) => Math.Max(1, (total + size - 1) / size);

    /// <summary>The neighbours of a page as RFC 8288 has them, with the same question.</summary>
    public static string Links<T>(HttpRequest request, SiteAddress site, ApiPage<T> page)
    {
        var links = new List<(string Rel, int Number)> { ("first", 1), ("last", page.Pages) };
        if (page.Page > 1) links.Add(("prev", Math.Min(page.Page - 1, page.Pages)));
        if (page.Page < page.Pages) links.Add(("next", page.Page + 1));
        return string.Join(", ", links.Select(l => $"<{Address(l.Number)}>; rel=\"{l.Rel}\""));

        string Address(int number)
        {
            var query = request.Query.Where(q => q.Key != "page").SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v))
                .Append(KeyValuePair.Create("page", (string?)number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            return QueryHelpers.AddQueryString(site.Base + request.Path, query);
        }
    }

    public static string? Text(string text) => text.Length > 0 ? text : null;

    public static ApiAddresses Pages(SiteAddress site, string path) => new(site.Link("vi", path), site.Link("en", path));

    /// <summary>Programmes are public once one of their workshops is.</summary>
    public static async Task<ApiPage<ApiProgramme>> ProgrammesAsync(AppDb db, SiteAddress site, ApiQuestion question, CancellationToken ct)
    {
        var rows = await db.Programmes.AsNoTracking().Where(p => p.Workshops.Any(w => w.Status != WorkshopStatus.Draft)).Include(p => p.Organisers).Include(p => p.Topics).AsSplitQuery()
            .OrderByDescending(p => p.FromYear).ThenBy(p => p.Code).ToListAsync(ct);
        var words = SearchKey.Of(question.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (question.Text.Length > 0) rows = words.Length == 0 ? [] : rows.FindAll(p => (" " + SearchKey.Of($"{p.Title.Vi} {p.Title.En} {p.Aim.Vi} {p.Aim.En} {p.Policy.Vi} {p.Policy.En} {p.Code}")) is var key && words.All(t => key.Contains(" " + t, StringComparison.Ordinal)));
        if (question.Year is { } year) rows = rows.FindAll(p => p.FromYear <= year && year <= (p.ToYear ?? p.FromYear));
        if (question.Order is ApiOrder.Title) rows = [.. rows.OrderBy(p => SortKey.Of(p.Title.Vi), StringComparer.Ordinal)];
        if (question.Order is ApiOrder.Code) rows = [.. rows.OrderBy(p => p.Code, StringComparer.Ordinal)];
        var counts = await db.Workshops.AsNoTracking().Followed().GroupBy(w => new { w.ProgrammeId, Held = w.Status == WorkshopStatus.Held }).Select(g => new { g.Key, Workshops = g.Count() }).ToListAsync(ct);
        return Of(question, rows.Count, Page(rows, question).Select(p => new ApiProgramme(p.Id, p.Code, ApiText.Of(p.Title), ApiText.Of(p.Aim), ApiText.Of(p.Audience), ApiText.Of(p.Policy), Text(p.PolicyNumber), Text(p.PolicyUrl),
            p.FromYear, p.ToYear, p.IsSample, [.. p.Organisers.OrderBy(o => o.Position).Select(o => new ApiOrganiser(o.Role, ApiText.Of(o.Name)))], [.. p.Topics.OrderBy(t => t.Position).Select(t => ApiText.Of(t.Title)!)],
            new(p.Completion.MinAttendancePercent, p.Completion.NeedsPostTest, p.Completion.MinPostTestPercent, p.Completion.NeedsExercise),
            counts.Where(c => c.Key.ProgrammeId == p.Id).Sum(c => c.Workshops), counts.Where(c => c.Key.ProgrammeId == p.Id && c.Key.Held).Sum(c => c.Workshops), Text(p.Source),
            new(Pages(site, "/programmes/" + p.Code), site.Base + "/api/v1/workshops?programme=" + p.Code))));
    }
}
