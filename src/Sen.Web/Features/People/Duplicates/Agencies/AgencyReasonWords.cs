using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>Says why two agencies are proposed, and what is to be looked at.</summary>
public sealed class AgencyReasonWords(Language l)
{
    public IEnumerable<string> For(AgencyPair pair) => pair.Reasons.Where(r => r.Speaks).OrderByDescending(r => r.Weight).Select(r => Words(pair, r.Kind));

    public IEnumerable<string> Against(AgencyPair pair)
    {
        foreach (var r in pair.Reasons.Where(r => !r.Speaks).OrderBy(r => r.Weight)) yield return Words(pair, r.Kind);
        if (pair.KeptApartAt is { } at) yield return l[$"đã có người nói là hai cơ quan khác nhau ({l.Moment(at)}); thông tin đã đổi từ đó", $"somebody said that they are two ({l.Moment(at)}); what is known of them has changed since"];
    }

    public string Sentence(AgencyPair pair)
    {
        var words = string.Join("; ", For(pair));
        return words.Length == 0 ? words : char.ToUpper(words[0], l.Format) + words[1..] + ".";
    }

    private string Words(AgencyPair pair, AgencyReasonKind kind) => kind switch
    {
        AgencyReasonKind.SameBody when pair.A.IsNational => l["cùng một cơ quan trung ương theo tên hoặc loại", "the same national body by name or kind"],
        AgencyReasonKind.SameBody => l["cùng loại và cùng tỉnh, mỗi tỉnh chỉ có một", "same kind and same province, of which there is only one"],
        AgencyReasonKind.SameName => l["trùng tên", "same name"],
        AgencyReasonKind.MarksLost => l["tên trùng khi bỏ dấu", "same name without its marks"],
        AgencyReasonKind.OtherOrder => l["cùng các từ trong tên, khác thứ tự", "same words of the name in another order"],
        AgencyReasonKind.Abbreviated => l["tên trùng khi viết đủ các chữ viết tắt", "same name once abbreviations are written in full"],
        AgencyReasonKind.Slip => l["tên chỉ lệch một chữ cái", "names differ in one letter"],
        AgencyReasonKind.LegalForm when pair.Reasons.First(r => r.Kind == kind).Speaks => l["tên trùng khi bỏ loại hình doanh nghiệp", "same name without the legal form"],
        AgencyReasonKind.LegalForm => l["tên trùng nhưng loại hình doanh nghiệp khác nhau", "same name but another legal form"],
        AgencyReasonKind.SameEnglish => l["trùng tên tiếng Anh", "same English name"],
        AgencyReasonKind.SameMail => l["giấy mời gửi về cùng hộp thư ", "letters went to the same mailbox "] + pair.A.Mails.Intersect(pair.B.Mails).First(),
        AgencyReasonKind.SamePlace => l["cùng tỉnh, thành phố", "same province"],
        AgencyReasonKind.PlaceBecame => l["hai tỉnh ghi ở hai bên nay là một", "the two provinces recorded are one today"],
        AgencyReasonKind.MarksDiffer => l["dấu của tên khác nhau", "other marks on the name"],
        AgencyReasonKind.UnitWithin => l["một bên ghi thêm đơn vị bên trong", "one names a unit within it"],
        AgencyReasonKind.TwoUnits => l["mỗi bên ghi một đơn vị bên trong", "each names another unit within it"],
        AgencyReasonKind.EitherTime => l["tên không nói rõ thuộc thời kỳ nào", "the name does not say of which time it is"],
        AgencyReasonKind.PlaceNotSaid => l["một bên chưa ghi tỉnh, thành phố", "the province of one is not recorded"],
        AgencyReasonKind.Elsewhere => l["tên nói một tỉnh khác với tỉnh đã ghi", "a name says another province than the one recorded"],
        AgencyReasonKind.CommonName => l["tên chung, một tỉnh có nhiều đơn vị như vậy", "a common name, of which a province has many"],
        _ => pair.A.KindId == pair.B.KindId ? l["tên khác nhau", "other name"] : l["loại cơ quan khác nhau", "other kind"],
    };
}
