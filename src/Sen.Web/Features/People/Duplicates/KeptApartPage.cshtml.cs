using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Pairs that somebody said are two persons.</summary>
public sealed class KeptApartModel(AppDb db, MergeRight right, ApartDesk desk, Access access, Language language) : KeptApartListModel(db, desk, language)
{
    private readonly AppDb db = db;
    private readonly Language l = language;

    public override string Register => "/people";
    protected override string[] Headers => [l["Họ và tên (1)", "Full name (1)"], l["Đơn vị (1)", "Agency (1)"], l["Họ và tên (2)", "Full name (2)"], l["Đơn vị (2)", "Agency (2)"], l["Khi nào", "When"], l["Ai", "Who"], l["Lý do", "Why"]];

    protected override Task<bool> MayAsync(KeptApart known, CancellationToken ct) => right.MaySeeAsync(known.FirstId, known.SecondId, ct);

    protected override IQueryable<Line> Find()
    {
        var seen = db.Persons.Where(p => p.MergedIntoId == null).SeenBy(db, access.Standing!);
        var pairs = from k in db.KeptAparts.AsNoTracking()
                    join a in seen on k.FirstId equals a.Id
                    join b in seen on k.SecondId equals b.Id
                    select new { k, a, b };
        foreach (var word in PersonSearch.WordsOf(Text).Select(w => " " + Platform.Text.SearchKey.Of(w))) pairs = pairs.Where(x => (" " + x.a.SearchKey).Contains(word) || (" " + x.b.SearchKey).Contains(word));
        return pairs.OrderByDescending(x => x.k.At).ThenBy(x => x.k.Id).Select(x => new Line(x.k.Id, x.a.Id, x.a.FullName, x.a.AgencyText, x.b.Id, x.b.FullName, x.b.AgencyText, x.k.At, x.k.By, x.k.Reason));
    }
}
