namespace Sen.Web.Features.People.Places;

/// <summary>The ways a province is written, as folded words. A name found is a list of units: one for each vintage that has it.</summary>
internal sealed class PlaceAliases
{
    private const int LongestName = 5;

    private static readonly Dictionary<string, string[]> Spellings = new(StringComparer.Ordinal)
    {
        ["ho chi minh"] = ["hcm", "tphcm", "hcmc", "tp hcm", "sai gon", "ho chi minh city"],
        ["ha noi"] = ["tphn"],
        ["ba ria vung tau"] = ["br vt", "brvt", "ba ria vt", "vung tau", "br vung tau"],
        ["thua thien hue"] = ["tt hue", "tthue", "t t hue", "th thien hue"],
        ["dak lak"] = ["dac lac", "dac lak", "dak lac", "dak lack", "darlac"],
        ["dak nong"] = ["dac nong"],
        ["bac kan"] = ["bac can"],
        ["kon tum"] = ["con tum", "cong tum"],
    };

    // What stands before a smaller place of the same name: «huyện Hòa Bình, tỉnh Bạc Liêu».
    private static readonly HashSet<string> SmallerPlace = new(StringComparer.Ordinal)
    {
        "huyen", "quan", "xa", "phuong", "tran", "duong", "pho", "ap", "thon", "q", "h", "kcn", "cty",
    };

    private readonly Dictionary<string, List<ProvinceKey>> _units = new(StringComparer.Ordinal);

    public void Add(ProvinceKey key, string name)
    {
        var words = string.Join(' ', PlaceWords.Of(name));
        foreach (var spelling in Spellings.GetValueOrDefault(words, []).Prepend(words))
        {
            Put(spelling, key);
            Put(spelling.Replace(" ", "", StringComparison.Ordinal), key);
        }
    }

    public IReadOnlyList<ProvinceKey>? Whole(ReadOnlySpan<string> words)
    {
        if (words.IsEmpty || words.Length > LongestName + 3) return null;
        if (Lookup(words) is { } asItStands) return asItStands;
        var start = Prefix(words);
        var end = words.Length;
        if (end - start > 1 && words[end - 1] is "city" or "province") end--;
        return start < end ? Lookup(words[start..end]) : null;
    }

    /// <summary>Every name, the longest at each place; marked where «tỉnh» or «thành phố» stands before it.</summary>
    public List<(IReadOnlyList<ProvinceKey> Units, bool Marked)> Within(ReadOnlySpan<string> words)
    {
        var found = new List<(IReadOnlyList<ProvinceKey>, bool)>();
        for (var i = 0; i < words.Length; i++)
        {
            for (var length = Math.Min(LongestName, words.Length - i); length > 0; length--)
            {
                if (Lookup(words.Slice(i, length)) is not { } units) continue;
                var before = i > 0 ? words[i - 1] : "";
                var city = before == "pho" && i > 1 && words[i - 2] == "thanh";
                if (city || !SmallerPlace.Contains(before)) found.Add((units, city || before is "tinh" or "tp" || words[i].StartsWith("tp", StringComparison.Ordinal)));
                i += length - 1;
                break;
            }
        }
        return found;
    }

    private List<ProvinceKey>? Lookup(ReadOnlySpan<string> words) =>
        _units.GetValueOrDefault(words.Length == 1 ? words[0] : string.Join(' ', words));

    private static int Prefix(ReadOnlySpan<string> words) => words[0] switch
    {
        "tinh" or "tp" => 1,
        "thanh" when words.Length > 1 && words[1] == "pho" => 2,
        "t" when words.Length > 1 && words[1] == "p" => 2,
        "t" => 1,
        _ => 0,
    };

    private void Put(string spelling, ProvinceKey key)
    {
        if (!_units.TryGetValue(spelling, out var keys)) _units[spelling] = keys = [];
        if (!keys.Contains(key)) keys.Add(key);
    }
}
