using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Programmes;

public enum ProgrammeOrder { Period, Title, Workshops }

public sealed record ProgrammeLine(WorkshopSeries Series, Bilingual Policy, string PolicyNumber, IReadOnlyList<Bilingual> Leads, int Workshops, int Held)
{
    internal bool Has(IReadOnlyList<string> words)
    {
        var key = " " + SearchKey.Of($"{Series.Title.Vi} {Series.Title.En} {Series.Code} {Policy.Vi} {Policy.En} {PolicyNumber} {string.Join(' ', Leads.Select(o => $"{o.Vi} {o.En}"))}");
        return words.All(w => key.Contains(" " + w, StringComparison.Ordinal));
    }
}

/// <summary>The programmes a member of staff may see, with what became of their workshops. Three queries, however many there are.</summary>
public static class ProgrammeList
{
    public static async Task<IReadOnlyList<ProgrammeLine>> OfAsync(AppDb db, Standing standing, DateTime now, string text, ProgrammeOrder order, Language l, CancellationToken ct)
    {
        var list = await WorkshopList.SeenByAsync(db, standing, now, ct);
        var more = await db.Programmes.AsNoTracking()
            .Select(p => new { p.Id, p.Policy, p.PolicyNumber, Leads = p.Organisers.Where(o => o.Role == OrganiserRole.Lead).OrderBy(o => o.Position).Select(o => o.Name).ToList() }).ToDictionaryAsync(p => p.Id, ct);
        var workshops = list.All.ToLookup(w => w.Series.Id);
        var words = SearchKey.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 && text.Length > 0) return [];
        var lines = list.Series.Select(p => new ProgrammeLine(p, more[p.Id].Policy, more[p.Id].PolicyNumber, more[p.Id].Leads, workshops[p.Id].Count(), workshops[p.Id].Count(w => w.State == WorkshopState.Held)))
            .Where(p => p.Has(words));
        return order switch
        {
            ProgrammeOrder.Title => [.. lines.OrderBy(p => SortKey.Of(l.Plain(p.Series.Title)), StringComparer.Ordinal)],
            ProgrammeOrder.Workshops => [.. lines.OrderByDescending(p => p.Workshops)],
            _ => [.. lines],
        };
    }
}
