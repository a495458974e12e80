using Microsoft.AspNetCore.Mvc.Rendering;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>The words of this part's lists of choices, in both languages.</summary>
public static class PeopleWords
{
    public static string Words(this Sex? sex, Language l) => sex switch
    {
        Sex.Female => l["Nữ", "Female"],
        Sex.Male => l["Nam", "Male"],
        _ => l.NotRecorded,
    };

    public static string Words(this PersonOrder order, Language l) => order switch
    {
        PersonOrder.Agency => l["Cơ quan", "Agency"],
        PersonOrder.Newest => l["Mới nhất", "Newest"],
        _ => l["Tên", "Given name"],
    };

    /// <summary>The levels of agencies.csv.</summary>
    public static string LevelWords(string level, Language l) => level switch
    {
        "national" => l["Trung ương", "National"],
        "provincial" => l["Tỉnh, thành phố", "Provincial"],
        "international" => l["Quốc tế", "International"],
        _ => l["Khác", "Other"],
    };

    /// <summary>From when to when, as far as it is recorded: «đến 28/02/2025», «từ 01/03/2025».</summary>
    public static string Period(Language l, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } a, { } b) => $"{l.Date(a)}–{l.Date(b)}",
        ({ } a, null) => l["từ ", "since "] + l.Date(a),
        (null, { } b) => l["đến ", "until "] + l.Date(b),
        _ => l["đang có", "in force"],
    };

    public static IEnumerable<SelectListItem> Options(this IEnumerable<AgencyKind> kinds, Language l, string chosen, string none)
    {
        yield return new SelectListItem(none, "");
        foreach (var k in kinds)
            yield return new SelectListItem(l.Plain(k.Name) + (k.ValidTo is { } end ? l[$" (đến {l.Date(end)})", $" (until {l.Date(end)})"] : ""), k.Id, k.Id == chosen);
    }

    public static IEnumerable<SelectListItem> Options(this IEnumerable<Province> provinces, string chosen, string none)
    {
        yield return new SelectListItem(none, "");
        foreach (var p in provinces) yield return new SelectListItem(p.Name, p.Id, p.Id == chosen);
    }
}
