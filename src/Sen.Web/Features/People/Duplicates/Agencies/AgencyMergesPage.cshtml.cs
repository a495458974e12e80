using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>The merges of agencies.</summary>
public sealed class AgencyMergesModel(AppDb db, Language language) : MergeListModel(language)
{
    private readonly Language l = language;

    public override string Register => "/agencies";
    public override string Row => l["Cơ quan", "Agency"];

    protected override IQueryable<Line> Find()
    {
        var all = db.Agencies.IgnoreQueryFilters();
        var merges = from m in db.AgencyMerges.AsNoTracking()
                     join s in all on m.StandingId equals s.Id
                     join a in all on m.AwayId equals a.Id
                     select new { m, s, a };
        // The words of the row that went stand with the one it went into; where that was undone, with itself again.
        foreach (var word in SearchKey.Of(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => " " + w)) merges = merges.Where(x => (" " + x.s.SearchKey).Contains(word) || (" " + x.a.SearchKey).Contains(word));
        return merges.OrderByDescending(x => x.m.MergedAt).ThenByDescending(x => x.m.Id)
            .Select(x => new Line(x.m.Id, x.s.Id, x.s.Name.Vi, x.a.Name.Vi, x.m.MergedAt, x.m.MergedBy, x.m.UndoneAt, x.m.UndoneBy));
    }
}
