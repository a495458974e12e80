using System.Diagnostics.CodeAnalysis;

namespace Sen.Web.Features.People.Places;

/// <summary>The kinds of agencies.csv, found by full name, by abbreviation and by any mixture of both.</summary>
public sealed class AgencyKinds
{
    // Ways of writing that neither the table's names nor their initials give.
    private static readonly (string Id, string Name)[] Aliases =
    [
        ("BQLKCN", "Ban Quản lý khu kinh tế"),
        ("BQLKCN", "Ban Quản lý các khu kinh tế"),
        ("BQLKCN", "Ban Quản lý khu kinh tế và các khu công nghiệp"),
        ("BQLKCN", "Ban Quản lý các khu chế xuất và công nghiệp"),
        ("BQLKCN", "Ban Quản lý các khu chế xuất và khu công nghiệp"),
        ("TTKC", "Trung tâm Khuyến công"),
        ("TTKC", "Trung tâm Khuyến công và Phát triển công nghiệp"),
        ("SVHTTDL", "Sở Văn hóa Thể thao Du lịch"),
        ("VNCPC", "Trung tâm Sản xuất sạch Việt Nam"),
    ];

    // «BTC» on a list is the organisers (Ban tổ chức) at least as often as the Ministry of Finance.
    private static readonly HashSet<string> NotAlone = new(StringComparer.Ordinal) { "btc", "cmt", "vmt", "dic", "doc", "dof", "dae", "dpi", "iza", "epf", "epa", "ipc", "mof" };

    private readonly Dictionary<string, AgencyKind> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<AgencyPattern>> _byFirstWord = new(StringComparer.Ordinal);

    private AgencyKinds() { }

    public IEnumerable<AgencyKind> All => _byId.Values;

    public static AgencyKinds Load(string folder)
    {
        var kinds = new AgencyKinds();
        foreach (var row in DataTable.Read(folder, "agencies.csv"))
        {
            var name = row["name_vi"].Split(" (")[0].Replace(" tỉnh/thành phố", "", StringComparison.Ordinal);
            var kind = new AgencyKind(row["id"], row["level"], name, row["name_en"], DataTable.Day(row["valid_from"]), DataTable.Day(row["valid_to"]),
                row["successor_id"].Split(';', StringSplitOptions.RemoveEmptyEntries));
            kinds._byId.Add(kind.Id, kind);
            kinds.Add(kind, name);
            kinds.Add(kind, row["name_en"]);
            kinds.Add(kind, row["abbr_vi"]);
            kinds.Add(kind, row["abbr_en"]);
            kinds.Add(kind, kind.Id);
        }
        foreach (var (id, name) in Aliases) kinds.Add(kinds._byId[id], name);
        foreach (var patterns in kinds._byFirstWord.Values) patterns.Sort((a, b) => b.Length.CompareTo(a.Length));
        return kinds;
    }

    public bool TryFind(string id, [NotNullWhen(true)] out AgencyKind? kind) => _byId.TryGetValue(id, out kind);

    /// <summary>The kind that has its tasks on the day; null where there is none, or more than one.</summary>
    public AgencyKind? SuccessorOn(AgencyKind kind, DateOnly day)
    {
        for (var steps = 0; steps < 5 && !kind.InForceOn(day); steps++)
        {
            if (day < kind.ValidFrom || kind.Successors.Count != 1 || !_byId.TryGetValue(kind.Successors[0], out var next)) return null;
            kind = next;
        }
        return kind.InForceOn(day) ? kind : null;
    }

    /// <summary>The first kind named in the words, and where its name begins and ends.</summary>
    internal (AgencyKind Kind, int Start, int End)? Find(ReadOnlySpan<string> words)
    {
        (AgencyKind Kind, int Start, int End)? found = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (Longest(words, i) is not { } match) continue;
            // A people's committee before another agency is only the body that agency stands under.
            if (match.Kind.Id != "UBND") return match;
            found ??= match;
        }
        return found;
    }

    private (AgencyKind Kind, int Start, int End)? Longest(ReadOnlySpan<string> words, int start)
    {
        (AgencyKind Kind, int Start, int End)? longest = null;
        if (words[start] == "cuc" && start > 0 && words[start - 1] is "chi" or "tong") return null;
        foreach (var key in Keys(words[start]))
        {
            if (!_byFirstWord.TryGetValue(key, out var patterns)) continue;
            foreach (var pattern in patterns)
            {
                var end = pattern.Match(words, start);
                if (end > (longest?.End ?? 0)) longest = (pattern.Kind, start, end);
            }
        }
        // «ĐN» (Đà Nẵng) folds to the enterprise's DN, so that one counts only in front.
        return longest is { Kind.Id: "DN" } && start > 0 ? null : longest;
    }

    // A first word may be the whole word or a run of initials, found under its first letter.
    private static string[] Keys(string word) => [word, word[..1] + "*"];

    private void Add(AgencyKind kind, string name)
    {
        var words = AgencyPattern.WordsOf(name);
        if (words.Length == 0 || words is [var only] && NotAlone.Contains(only)) return;
        var pattern = new AgencyPattern(kind, words);
        Put(words[0], pattern);
        if (words.Length > 2) Put(words[0][..1] + "*", pattern);
    }

    private void Put(string key, AgencyPattern pattern)
    {
        if (!_byFirstWord.TryGetValue(key, out var patterns)) _byFirstWord[key] = patterns = [];
        patterns.Add(pattern);
    }

    internal static bool MayStandAlone(string initials) => !NotAlone.Contains(initials);
}
