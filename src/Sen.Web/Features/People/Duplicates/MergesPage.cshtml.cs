using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>The merges of persons.</summary>
public sealed class MergesModel(AppDb db, Access access, Language language) : MergeListModel(language)
{
    private readonly Language l = language;

    public override string Register => "/people";
    public override string Row => l["Người", "Person"];

    protected override IQueryable<Line> Find()
    {
        var seen = db.Persons.SeenBy(db, access.Standing!);
        var merges = from m in db.PersonMerges.AsNoTracking()
                     join s in seen on m.StandingId equals s.Id
                     join a in db.Persons on m.AwayId equals a.Id
                     select new { m, s, a };
        // The words of the row that went stand with the one it went into; where that was undone, with itself again.
        foreach (var word in PersonSearch.WordsOf(Text).Select(w => " " + Platform.Text.SearchKey.Of(w))) merges = merges.Where(x => (" " + x.s.SearchKey).Contains(word) || (" " + x.a.SearchKey).Contains(word));
        return merges.OrderByDescending(x => x.m.MergedAt).ThenByDescending(x => x.m.Id)
            .Select(x => new Line(x.m.Id, x.s.Id, x.s.FullName, x.a.FullName, x.m.MergedAt, x.m.MergedBy, x.m.UndoneAt, x.m.UndoneBy));
    }
}
