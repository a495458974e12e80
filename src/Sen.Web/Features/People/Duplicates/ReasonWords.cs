using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Says why two rows are proposed, and what speaks against it: «Cùng số điện thoại 0912 345 678».</summary>
public sealed class ReasonWords(AgencyLineage lineage, TimeProvider clock, Language l)
{
    public IEnumerable<string> For(DuplicatePair pair) => pair.Reasons.Where(r => r.Speaks && r.Kind != ReasonKind.SameSex).OrderByDescending(r => r.Weight).Select(r => Words(pair, r));

    public IEnumerable<string> Against(DuplicatePair pair)
    {
        foreach (var r in pair.Reasons.Where(r => !r.Speaks).OrderBy(r => r.Weight)) yield return Words(pair, r);
        foreach (var r in pair.Reasons.Where(r => r.Speaks && r.Count > 2))
        {
            if (r.Kind is ReasonKind.SamePhone) yield return l[$"số này có {r.Count} người dùng chung", $"{r.Count} persons share this number"];
            else if (r.Kind is ReasonKind.SameMail) yield return l[$"hộp thư này có {r.Count} người dùng chung", $"{r.Count} persons share this mailbox"];
            else if (r.Kind is ReasonKind.SameName or ReasonKind.MarksLost or ReasonKind.MarksDiffer) yield return l[$"danh bạ có {r.Count} người tên này", $"the register has {r.Count} persons of this name"];
        }
        if (pair.KeptApartAt is { } at) yield return l[$"đã có người nói là hai người khác nhau ({l.Moment(at)}); thông tin đã đổi từ đó", $"somebody said that they are two ({l.Moment(at)}); what is known of them has changed since"];
    }

    public string Sentence(DuplicatePair pair)
    {
        var words = string.Join("; ", For(pair));
        return words.Length == 0 ? words : char.ToUpper(words[0], l.Format) + words[1..] + ".";
    }

    private string Words(DuplicatePair pair, Reason reason) => reason.Kind switch
    {
        ReasonKind.SamePhone => l["cùng số điện thoại ", "same telephone "] + new PhoneNumber(pair.A.Phone!).Shown,
        ReasonKind.SameMail => l["cùng hộp thư ", "same mailbox "] + pair.A.Email,
        ReasonKind.SameMailName => l[$"cùng tên hộp thư «{pair.A.MailName}»", $"same mailbox name “{pair.A.MailName}”"],
        ReasonKind.SameName => l["trùng họ tên", "same name"],
        ReasonKind.MarksLost => l["tên trùng khi bỏ dấu", "same name without its marks"],
        ReasonKind.MarksDiffer when reason.Speaks => l["tên trùng khi bỏ dấu, nhưng dấu khác nhau", "same name but for other marks"],
        ReasonKind.MarksDiffer => l["dấu của tên khác nhau", "other marks on the name"],
        ReasonKind.OtherOrder => l["cùng các từ trong tên, khác thứ tự", "same words of the name in another order"],
        ReasonKind.Slip => l["tên chỉ lệch một chữ cái", "names differ in one letter"],
        ReasonKind.MiddleLeftOut => l["cùng họ và tên, một bên thiếu tên đệm", "same family and given name, one without the middle name"],
        ReasonKind.SameAgency when reason.Speaks => l["cùng cơ quan", "same agency"],
        ReasonKind.Succession => Succession(pair),
        ReasonKind.SamePlace => l["cùng tỉnh, thành phố", "same province"],
        ReasonKind.SameBirthYear => l[$"cùng năm sinh {pair.A.BirthYear}", $"same year of birth {pair.A.BirthYear}"],
        ReasonKind.OtherPhone => l["số điện thoại khác nhau", "other telephone"],
        ReasonKind.OtherMail => l["hộp thư khác nhau", "other mailbox"],
        ReasonKind.OtherPlace => l["khác tỉnh, thành phố", "other province"],
        ReasonKind.OtherBirthYear => l[$"khác năm sinh ({pair.A.BirthYear} và {pair.B.BirthYear})", $"other year of birth ({pair.A.BirthYear} and {pair.B.BirthYear})"],
        ReasonKind.SameSex => l["cùng giới tính", "same sex"],
        ReasonKind.OtherSex => l["khác giới tính", "other sex"],
        _ => l["cơ quan khác nhau", "other agency"],
    };

    /// <summary>«cơ quan kế tiếp nhau từ 01/03/2025 và 01/07/2025»</summary>
    private string Succession(DuplicatePair pair)
    {
        if (pair.A.Unit.Stage is not { } a || pair.B.Unit.Stage is not { } b) return l["cơ quan kế tiếp nhau", "one agency succeeded the other"];
        var days = Between(a, b) ?? Between(b, a);
        return days is not null
            ? l["cơ quan kế tiếp nhau từ ", "one agency succeeded the other on "] + string.Join(l[" và ", " and "], days.Select(d => l.Date(d)))
            : l["hai cơ quan nay là một: ", "both agencies are now one: "] + lineage.NameOf(lineage.Onward(a, clock.LocalDay()) is [.., var last] ? last.To : a, clock.LocalDay());
    }

    private IReadOnlyList<DateOnly>? Between(AgencyStage from, AgencyStage to)
    {
        var path = lineage.Onward(from, clock.LocalDay()).ToList();
        var end = path.FindIndex(s => s.To == to);
        return end < 0 ? null : [.. path.Take(end + 1).Select(s => s.On).Distinct()];
    }
}

internal static class DuplicateWords
{
    public static string Words(this Strength strength, Language l) => strength switch
    {
        Strength.Strong => l["Gần như chắc chắn", "Almost certain"],
        Strength.Likely => l["Có lẽ", "Likely"],
        _ => l["Có thể", "Possible"],
    };

    public static string Chip(this Strength strength) => strength switch
    {
        Strength.Strong => "chip chip-done",
        Strength.Likely => "chip chip-held",
        _ => "chip",
    };
}
