using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People;

public enum AgencyOrder { Name, Kind, Province, People }

public sealed record AgencyQuestion(string Text, string KindId, string ProvinceId, AgencyOrder Order);

public sealed record AgencyLine(Guid Id, Bilingual Name, Bilingual? Kind, DateOnly? KindEnded, string? KindId, string? Province, string? ProvinceId, int Persons);

/// <summary>The register of agencies, filtered and in order; the page and its exports ask the same.</summary>
public sealed class AgencyList(AppDb db, AgencyQuestion question)
{
    private readonly string[] words = SearchKey.Of(question.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public Task<int> CountAsync(CancellationToken ct) => Filtered().CountAsync(ct);

    public Task<List<AgencyLine>> PageAsync(int page, int size, CancellationToken ct) => Lines().Skip((page - 1) * size).Take(size).ToListAsync(ct);

    public IAsyncEnumerable<AgencyLine> All() => Lines().AsAsyncEnumerable();

    private IQueryable<AgencyLine> Lines()
    {
        var rows = from a in Filtered().AsNoTracking()
                   join k in db.AgencyKinds on a.KindId equals k.Id into kinds
                   from k in kinds.DefaultIfEmpty()
                   join p in db.Provinces on a.ProvinceId equals p.Id into places
                   from p in places.DefaultIfEmpty()
                   select new { a, k, p, persons = db.Persons.Count(x => x.AgencyId == a.Id && x.MergedIntoId == null) };
        rows = question.Order switch
        {
            AgencyOrder.Kind => rows.OrderBy(r => r.k == null).ThenBy(r => r.k!.Id).ThenBy(r => r.a.SortKey),
            AgencyOrder.Province => rows.OrderBy(r => r.p == null).ThenBy(r => r.p!.SortKey).ThenBy(r => r.a.SortKey),
            AgencyOrder.People => rows.OrderByDescending(r => r.persons).ThenBy(r => r.a.SortKey),
            _ => rows.OrderBy(r => r.a.SortKey).ThenBy(r => r.p!.SortKey),
        };
        return rows.Select(r => new AgencyLine(r.a.Id, r.a.Name, r.k == null ? null : r.k.Name, r.k == null ? null : r.k.ValidTo, r.a.KindId,
            r.p == null ? null : r.p.Name, r.a.ProvinceId, r.persons));
    }

    private IQueryable<Agency> Filtered()
    {
        var (kind, province) = (question.KindId, question.ProvinceId);
        IQueryable<Agency> agencies = db.Agencies;
        foreach (var word in words.Select(w => " " + w)) agencies = agencies.Where(a => (" " + a.SearchKey).Contains(word));
        if (kind.Length > 0) agencies = agencies.Where(a => a.KindId == kind);
        if (province.Length > 0) agencies = agencies.Where(a => a.ProvinceId == province || db.ProvinceMergers.Any(m => m.NewId == province && m.OldId == a.ProvinceId));
        return agencies;
    }
}
