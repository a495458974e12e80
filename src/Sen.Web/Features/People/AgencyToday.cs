using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>
/// What an agency of its time is called today: the successor of its kind in the successor of its province. «Sở TN&amp;MT tỉnh Hậu Giang» passed
/// two changes and is «Sở Nông nghiệp và Môi trường thành phố Cần Thơ» now.
/// </summary>
public sealed class AgencyToday(AgencyKinds kinds, Gazetteer places, TimeProvider clock)
{
    /// <summary>Null where nothing says: no kind, a name of its own, more than one successor.</summary>
    public string? Of(string? kindId, string? provinceId)
    {
        if (kindId is null || !kinds.TryFind(kindId, out var kind) || kind.HasOwnName) return null;
        var today = clock.LocalDay();
        var place = provinceId?.Split('-') is [var vintage, var code] ? places.SuccessorOf(new(vintage, code), today) : null;
        return kind.IsProvincial && place is null ? null : kinds.SuccessorOn(kind, today)?.FullName(place);
    }
}
