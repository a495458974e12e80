using System.Text.RegularExpressions;
using Sen.Web.Platform.Spreadsheets;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>What stands under a list: totals, the place and the day, who signs.</summary>
internal static partial class FooterWords
{
    private static readonly string[] SignatureStarts =
    [
        "nguoi lap", "nguoi tong hop", "nguoi ky", "nguoi duyet", "nguoi kiem tra", "nguoi lien he", "nguoi phu trach", "lap bieu", "lap bang", "lap danh sach", "can bo lap", "can bo tong hop",
        "tm ", "tl ", "kt ", "tuq ", "t m ", "thu truong", "truong ban", "pho truong ban", "ban to chuc", "xac nhan", "noi nhan", "phe duyet", "lien he", "dau moi",
        "lanh dao", "giam doc", "pho giam doc", "p giam doc", "q giam doc", "tong giam doc", "pho tong giam doc", "chu tich", "pho chu tich", "thu ky", "ngay ", "cuc truong", "pho cuc truong",
        "chi cuc truong", "pho chi cuc truong", "vu truong", "tong cuc truong", "vien truong", "hieu truong", "truong phong", "pho truong phong", "p truong phong", "truong doan", "chanh van phong",
        "chanh thanh tra", "ke toan", "dai dien", "ky ten", "ky ghi ro", "ky va ghi ro", "ky dong dau", "da ky", "luu vt",
    ];

    public static bool IsTotal(string key) =>
        key is "tong" or "cong" or "total" || StartsWith(key, "tong so") || StartsWith(key, "tong cong") && !StartsWith(key, "tong cong ty")
        || StartsWith(key, "trong do") || StartsWith(key, "bang chu") || TotalWithCount().IsMatch(key);

    public static bool IsSignature(string label, SheetRow row)
    {
        var key = KeyOf(label);
        if (PlaceAndDate().IsMatch(key) || StartsSignature(key)) return true;
        // Four may sign beside each other, and the first of them under a title we do not know.
        return row.Cells.Count(c => c.Kind == CellKind.Text && StartsSignature(KeyOf(c.Text!))) > 1;
    }

    private static bool StartsSignature(string key)
    {
        foreach (var start in SignatureStarts)
        {
            if (StartsWith(key, start)) return start != "ngay " || PlaceAndDate().IsMatch(key);
        }
        return false;
    }

    // «KT.» and «P.» with or without a space behind the dot.
    private static string KeyOf(string text) => Gaps().Replace(SearchKey.Of(text).Replace('.', ' '), " ").Trim();

    private static bool StartsWith(string key, string start) => key.StartsWith(start, StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:(?:tong|cong|total)\b(?! ty| cuc| tac).{0,20}\d|(?:nam|nu|so luong)\W{1,3}\d+\b.{0,12}$|danh sach (?:nay |tren )?(?:gom|co)\b|an dinh danh sach|cong (?:nhom|tinh|tp|so|muc|i+v?|doan)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex TotalWithCount();

    [GeneratedRegex(@"\bngay\b.{0,8}\bthang\b.{0,8}\bnam\b", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();
}
