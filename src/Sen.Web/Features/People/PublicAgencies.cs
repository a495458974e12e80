using Sen.Web.Data;

namespace Sen.Web.Features.People;

/// <summary>State bodies and institutes are public knowledge; an enterprise that sent somebody is not ours to publish.</summary>
internal static class PublicAgencies
{
    public static IQueryable<Agency> Of(AppDb db) =>
        db.Agencies.Where(a => a.ProvinceId != null && db.AgencyKinds.Any(k => k.Id == a.KindId && (k.Level == "provincial" || k.Level == "national")));
}
