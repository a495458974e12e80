using System.Collections.Frozen;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>The words that head a column, folded: marks, case and line breaks do not count.</summary>
internal static class ColumnLabels
{
    private static readonly FrozenDictionary<string, ListField> Exact = Words(
        (ListField.Number, "stt|tt|so tt|so thu tu|no|no.|s t t|sott"),
        (ListField.Name, "ho va ten|ho ten|ho va ten dem|ho dem|ho va dem|ho va chu dem|ho va|ho lot|ho va lot|ho va ten lot|ho va chu lot|ho chu lot|ho|ten|ten dem|ten hoc vien|ten dai bieu|hoc vien|dai bieu|full name|name|ho va ten hoc vien|ho va ten dai bieu"),
        (ListField.Sex, "gioi tinh|gioi|nam nu|phai|sex|gender|gt"),
        (ListField.Male, "nam"),
        (ListField.Female, "nu"),
        (ListField.BirthYear, "nam sinh|ngay sinh|ngay thang nam sinh|sinh nam|ns|ngay thang nam|sinh ngay|n sinh|n.sinh|ntns|year of birth|date of birth|birth year"),
        (ListField.Position, "chuc vu|c vu|c.vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|vi tri|vi tri cong tac|nhiem vu|chuc vu cong tac|position|title|chuc vu hien tai"),
        (ListField.Agency, "don vi|co quan|cq|don vi cong tac|noi cong tac|co quan don vi|don vi co quan|ten don vi|ten co quan|co quan cong tac|to chuc|doanh nghiep|don vi to chuc|agency|organization|organisation|unit|noi lam viec|phong ban don vi"),
        (ListField.Province, "tinh|tinh tp|tinh thanh pho|tinh thanh|thanh pho|tp|dia phuong|dia ban|province|tinh thanh pho truc thuoc trung uong|tinh t p|tinh tp."),
        (ListField.Phone, "dien thoai|dt|sdt|so dien thoai|di dong|dtdd|dt dd|so dt|so dtdd|mobile|tel|phone|dien thoai di dong|so di dong|dd|dien thoai lien he|so dien thoai lien he|dien thoai lien lac|so may|d thoai|dthoai|telephone|so dien thoai di dong|nr|nha rieng|hotline|zalo|dien thoai zalo"),
        (ListField.Email, "email|e mail|mail|thu dien tu|hop thu|hom thu|dia chi email|dia chi e mail|dia chi mail|gmail|dia chi thu dien tu|hop thu dien tu|email address"),
        (ListField.Note, "ghi chu|note|notes|remark|remarks|gc"),
        (ListField.Signature, "ky ten|ky nhan|chu ky|ky|ky ten xac nhan|signature|diem danh"));

    // A label often goes on: «Họ và tên (chữ in hoa)», «Email (nếu có)».
    private static readonly (string Start, ListField Field)[] Starts =
    [
        ("ho va ten", ListField.Name), ("ho ten", ListField.Name), ("gioi tinh", ListField.Sex), ("nam sinh", ListField.BirthYear),
        ("ngay sinh", ListField.BirthYear), ("ngay thang nam sinh", ListField.BirthYear), ("chuc vu", ListField.Position), ("chuc danh", ListField.Position),
        ("don vi", ListField.Agency), ("co quan", ListField.Agency), ("noi cong tac", ListField.Agency), ("noi lam viec", ListField.Agency), ("ten don vi", ListField.Agency), ("ten co quan", ListField.Agency), ("organization", ListField.Agency), ("tinh tp", ListField.Province),
        ("tinh thanh", ListField.Province), ("dien thoai", ListField.Phone), ("so dien thoai", ListField.Phone), ("di dong", ListField.Phone), ("sdt", ListField.Phone), ("dt", ListField.Phone), ("so dt", ListField.Phone), ("tel", ListField.Phone), ("phone", ListField.Phone), ("mobile", ListField.Phone),
        ("email", ListField.Email), ("e mail", ListField.Email), ("thu dien tu", ListField.Email), ("ghi chu", ListField.Note), ("ky ten", ListField.Signature), ("ky nhan", ListField.Signature),
    ];

    public static ListField? Find(string? label)
    {
        if (label is null || label.Length > 80) return null;
        var key = SearchKey.Of(label).Trim('.', ' ');
        if (key.Length == 0) return null;
        if (Exact.TryGetValue(key, out var field))
        {
            // «Năm» folds to «nam» as «Nam» does.
            return field == ListField.Male && label.Contains('ă', StringComparison.OrdinalIgnoreCase) ? ListField.BirthYear : field;
        }
        foreach (var (start, fieldOfStart) in Starts)
            if (key.Length < 60 && key.StartsWith(start, StringComparison.Ordinal) && (key.Length == start.Length || key[start.Length] is ' ' or '.')) return fieldOfStart;
        return null;
    }

    private static FrozenDictionary<string, ListField> Words(params (ListField Field, string Labels)[] fields) =>
        fields.SelectMany(f => f.Labels.Split('|').Select(label => KeyValuePair.Create(label, f.Field))).ToFrozenDictionary(StringComparer.Ordinal);
}
