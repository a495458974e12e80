using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>Pairs that somebody said are two agencies.</summary>
public sealed class AgencyKeptApartModel(AppDb db, ApartDesk desk, Language language) : KeptApartListModel(db, desk, language)
{
    private readonly AppDb db = db;
    private readonly Language l = language;

    public override string Register => "/agencies";
    protected override string[] Headers => [l["Cơ quan (1)", "Agency (1)"], l["Tỉnh/Thành phố (1)", "Province (1)"], l["Cơ quan (2)", "Agency (2)"], l["Tỉnh/Thành phố (2)", "Province (2)"], l["Khi nào", "When"], l["Ai", "Who"], l["Lý do", "Why"]];

    /// <summary>Every agency is seen by all staff; a pair of persons is not taken back here.</summary>
    protected override async Task<bool> MayAsync(KeptApart known, CancellationToken ct) => await db.Agencies.CountAsync(a => a.Id == known.FirstId || a.Id == known.SecondId, ct) == 2;

    protected override IQueryable<Line> Find()
    {
        var pairs = from k in db.KeptAparts.AsNoTracking()
                    join a in db.Agencies on k.FirstId equals a.Id
                    join b in db.Agencies on k.SecondId equals b.Id
                    select new { k, a, b };
        foreach (var word in SearchKey.Of(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => " " + w)) pairs = pairs.Where(x => (" " + x.a.SearchKey).Contains(word) || (" " + x.b.SearchKey).Contains(word));
        return pairs.OrderByDescending(x => x.k.At).ThenBy(x => x.k.Id).Select(x => new Line(x.k.Id, x.a.Id, x.a.Name.Vi, db.Provinces.Where(p => p.Id == x.a.ProvinceId).Select(p => p.Name).FirstOrDefault() ?? "",
            x.b.Id, x.b.Name.Vi, db.Provinces.Where(p => p.Id == x.b.ProvinceId).Select(p => p.Name).FirstOrDefault() ?? "", x.k.At, x.k.By, x.k.Reason));
    }
}
