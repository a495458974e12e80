using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>The names a limit's conditions are said with.</summary>
public sealed class LimitNames
{
    private const int NamedOneByOne = 3;
    private Dictionary<string, Bilingual> provinces = [];
    private Dictionary<string, Bilingual> kinds = [];
    private Dictionary<string, Bilingual> agencies = [];

    public static async Task<LimitNames> OfAsync(AppDb db, IReadOnlyCollection<LimitRule> rules, CancellationToken ct)
    {
        var (places, kindIds) = (rules.SelectMany(r => r.Provinces).ToList(), rules.SelectMany(r => r.AgencyKinds).ToList());
        var agencyIds = rules.SelectMany(r => r.Agencies).Select(a => Guid.TryParse(a, out var id) ? id : Guid.Empty).ToList();
        return new LimitNames
        {
            provinces = await db.Provinces.AsNoTracking().Where(p => places.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new Bilingual(p.Name, p.NameEn), ct),
            kinds = await db.AgencyKinds.AsNoTracking().Where(k => kindIds.Contains(k.Id)).ToDictionaryAsync(k => k.Id, k => k.Name, ct),
            agencies = await db.Agencies.AsNoTracking().Where(a => agencyIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id.ToString(), a => a.Name, ct),
        };
    }

    /// <summary>Each condition in words; Vietnamese names of places stay Vietnamese on an English page.</summary>
    public IEnumerable<Bilingual> Conditions(LimitRule rule) => Parts(rule, places => new Bilingual(string.Join(", ", places.Select(p => p.Vi)), ""));

    /// <summary>«Cần Thơ, Cà Mau · Sở Công Thương»: what a limit is called as long as nobody gives it a name.</summary>
    public Bilingual Propose(LimitRule rule)
    {
        var parts = Parts(rule, places => places.Count <= NamedOneByOne
            ? new Bilingual(Joined(places, p => p.Vi), Joined(places, p => p.En))
            : new Bilingual(Count(places.Count, " tỉnh, thành phố"), Count(places.Count, " provinces"))).ToList();
        // «Học viên» says nothing where another condition follows.
        if (parts.Count > 1 && rule.Kind == ParticipantKind.Trainee) parts.RemoveAt(0);
        return new(string.Join(" · ", parts.Select(p => p.Vi)), string.Join(" · ", parts.Select(p => p.En.Length > 0 ? p.En : p.Vi)));
    }

    private IEnumerable<Bilingual> Parts(LimitRule rule, Func<IReadOnlyList<Bilingual>, Bilingual> places)
    {
        var (vi, en) = (new Language(Language.Vietnamese), new Language(Language.English));
        yield return new(rule.Kind.Words(vi), rule.Kind.Words(en));
        if (rule.Region != RegionScope.Anywhere) yield return new(rule.Region.Words(vi), rule.Region.Words(en));
        var named = Names(rule.Provinces, provinces);
        if (named.Count > 0) yield return places(named);
        foreach (var names in new[] { Names(rule.AgencyKinds, kinds), Names(rule.Agencies, agencies) })
            if (names.Count > NamedOneByOne) yield return new(Joined(names.Take(NamedOneByOne), n => n.Vi) + "…", Joined(names.Take(NamedOneByOne), n => n.En.Length > 0 ? n.En : n.Vi) + "…");
            else if (names.Count > 0) yield return new(Joined(names, n => n.Vi), names.All(n => n.En.Length > 0) ? Joined(names, n => n.En) : "");
    }

    private static string Joined(IEnumerable<Bilingual> names, Func<Bilingual, string> side) => string.Join(", ", names.Select(side));

    private static string Count(int n, string what) => n.ToString(CultureInfo.InvariantCulture) + what;

    private static List<Bilingual> Names(IEnumerable<string> ids, Dictionary<string, Bilingual> known) =>
        [.. ids.Select(id => known.GetValueOrDefault(id)).OfType<Bilingual>().OrderBy(n => n.Vi, StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), false))];
}
