using System.Collections.Frozen;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>A name without what lists write now so, now otherwise: abbreviations in full, small words left out, in the order of the alphabet.</summary>
internal sealed class AgencyName
{
    private static readonly FrozenDictionary<string, string> Abbreviations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cty"] = "cong ty",
        ["tnhh"] = "trach nhiem huu han",
        ["cp"] = "co phan",
        ["ctcp"] = "cong ty co phan",
        ["mtv"] = "mot thanh vien",
        ["dntn"] = "doanh nghiep tu nhan",
        ["htx"] = "hop tac xa",
        ["tp"] = "thanh pho",
        ["ubnd"] = "uy ban nhan dan",
        ["dh"] = "dai hoc",
        ["kcn"] = "khu cong nghiep",
        ["kkt"] = "khu kinh te",
        ["ccn"] = "cum cong nghiep",
        ["vn"] = "viet nam",
        ["bvmt"] = "bao ve moi truong",
        ["tnmt"] = "tai nguyen moi truong",
        ["tn"] = "tai nguyen",
        ["mt"] = "moi truong",
        ["khcn"] = "khoa hoc cong nghe",
        ["kh"] = "khoa hoc",
        ["cn"] = "cong nghe",
        ["xnk"] = "xuat nhap khau",
        ["sx"] = "san xuat",
        ["tm"] = "thuong mai",
        ["dv"] = "dich vu",
        ["xd"] = "xay dung",
        ["ptnt"] = "phat trien nong thon",
        ["nn"] = "nong nghiep",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Small = new[] { "va", "cac", "cua", "tinh", "thanh", "pho", "the", "of", "and" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] LegalForms = ["trach nhiem huu han", "co phan", "mot thanh vien", "hai thanh vien", "tu nhan"];
    private static readonly string[] Enterprises = ["cong ty", "doanh nghiep", "tong cong ty"];
    private static readonly FrozenSet<string> ManyInAProvince = new[] { "phong", "doi", "to", "ban" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly char[] Between = [' ', '\u00a0', '-', '.', ',', '_', '+', '&', '/', '(', ')'];

    /// <summary>Words that are no abbreviations, as they are written, under their letters without marks.</summary>
    private readonly ILookup<string, string> marks;

    public AgencyName(string name)
    {
        var words = PlaceWords.Of(name);
        var full = string.Join(' ', words.Select(w => Abbreviations.GetValueOrDefault(w, w)));
        Sorted = Sort(full);
        marks = name.Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(w => (Plain: SearchKey.Of(w), Marked: NameFacts.Marked(w)))
            .Where(w => !Abbreviations.ContainsKey(w.Plain)).ToLookup(w => w.Plain, w => w.Marked, StringComparer.Ordinal);
        IsCommon = words.Length > 0 && ManyInAProvince.Contains(words[0]);
        if (!Enterprises.Any(e => full.StartsWith(e + " ", StringComparison.Ordinal))) return;
        var core = full;
        foreach (var form in LegalForms.Where(f => core.Contains(f, StringComparison.Ordinal)))
        {
            core = core.Replace(form, "", StringComparison.Ordinal);
            LegalForm += form + ",";
        }
        Core = Sort(core);
    }

    public string Sorted { get; }
    /// <summary>An enterprise's name without its legal form; empty for others.</summary>
    public string Core { get; } = "";
    public string LegalForm { get; } = "";
    /// <summary>«Phòng Kinh tế»: a province has many of this name.</summary>
    public bool IsCommon { get; }

    /// <summary>Whether words that both write out carry the same marks, for names that are otherwise the same.</summary>
    public NameLikeness Marks(AgencyName other)
    {
        if (marks.All(w => !other.marks.Contains(w.Key) || w.Intersect(other.marks[w.Key]).Any())) return NameLikeness.Same;
        // «Cty Minh Anh» has no mark anywhere: typed without any, or a name that needs none.
        return IsPlain || other.IsPlain ? NameLikeness.MarksLost : NameLikeness.MarksDiffer;
    }

    private bool IsPlain => marks.All(w => w.All(m => m.All(char.IsAscii)));

    private static string Sort(string words) => string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => !Small.Contains(w)).Order(StringComparer.Ordinal));
}
