using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>One agency among those that came before and after another, with its period.</summary>
/// <param name="AgencyId">Null where the register has none of this kind and place.</param>
public sealed record AgencyStageLine(AgencyStage Stage, string Name, DateOnly? From, DateOnly? To, Guid? AgencyId, bool IsThis)
{
    /// <summary>Kind and place as registrations keep them; null for a national body, whose people are of any province.</summary>
    public string? Key => AgencyLineage.ProvinceIdOf(Stage) is { } place ? $"{Stage.Kind.Id}|{place}" : null;
}

/// <summary>The line of an agency through the reorganisations, both ways and over chains, oldest first.</summary>
public sealed class AgencyStages(AppDb db, AgencyLineage lineage, TimeProvider clock)
{
    public async Task<IReadOnlyList<AgencyStageLine>> OfAsync(Agency agency, CancellationToken ct)
    {
        if (lineage.Of(agency.KindId, agency.ProvinceId) is not { } here) return [];
        var (before, after) = (new List<AgencyStep>(), new List<AgencyStep>());
        Walk(here, lineage.Previous, s => s.From, before);
        Walk(here, lineage.Next, s => s.To, after);
        var today = clock.LocalDay();
        var stages = before.Select(s => s.From).Append(here).Concat(after.Where(s => s.On <= today).Select(s => s.To)).Distinct().ToList();
        var steps = before.Concat(after).ToList();
        var kinds = stages.Select(s => s.Kind.Id).Distinct().ToList();
        var known = (await db.Agencies.AsNoTracking().Where(a => kinds.Contains(a.KindId!)).OrderBy(a => a.SortKey).Select(a => new { a.Id, a.KindId, a.ProvinceId }).ToListAsync(ct)).ToLookup(a => (a.KindId, a.ProvinceId), a => a.Id);
        return [.. stages.Select(stage =>
            {
                var ends = steps.Where(s => s.From == stage).Select(s => (DateOnly?)s.On.AddDays(-1)).Min() ?? stage.Kind.ValidTo;
                var begins = steps.Where(s => s.To == stage).Select(s => (DateOnly?)s.On).Max() ?? stage.Kind.ValidFrom;
                var id = stage == here ? agency.Id : known[(stage.Kind.Id, AgencyLineage.ProvinceIdOf(stage))].Select(x => (Guid?)x).FirstOrDefault();
                return new AgencyStageLine(stage, stage == here ? agency.Name.Vi : lineage.NameOf(stage, ends ?? today), begins, ends, id, stage == here);
            })
            .OrderBy(l => l.To ?? DateOnly.MaxValue).ThenBy(l => l.From).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    private static void Walk(AgencyStage at, Func<AgencyStage, IEnumerable<AgencyStep>> steps, Func<AgencyStep, AgencyStage> end, List<AgencyStep> found)
    {
        foreach (var step in steps(at).ToList())
        {
            if (found.Contains(step) || found.Count > 200) continue;
            found.Add(step);
            Walk(end(step), steps, end, found);
        }
    }
}
