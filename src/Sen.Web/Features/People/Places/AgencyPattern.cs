namespace Sen.Web.Features.People.Places;

/// <summary>
/// One name of a kind, matched word by word; a run of initials may stand for the words it begins: «Sở TN&amp;MT», «Sở TN-MT»,
/// «STNMT», «Sở Tài nguyên &amp; MT». «và» and «các» may be there or not.
/// </summary>
internal sealed class AgencyPattern(AgencyKind kind, string[] words)
{
    public AgencyKind Kind { get; } = kind;

    public int Length => words.Length;

    public static string[] WordsOf(string name) => [.. PlaceWords.Of(name).Where(w => !IsFiller(w))];

    /// <summary>Where the match that begins at start ends; -1 for none.</summary>
    public int Match(ReadOnlySpan<string> text, int start)
    {
        var at = start;
        for (var w = 0; w < words.Length;)
        {
            if (at == text.Length) return -1;
            var word = text[at];
            if (word == words[w]) w++;
            else if (Initials(word, w)) w += word.Length;
            else if (w == 0 || !IsFiller(word)) return -1;
            at++;
        }
        return at;
    }

    private bool Initials(string run, int from)
    {
        if (run.Length > words.Length - from) return false;
        if (from == 0)
        {
            if (run.Length < 3 && run is not ("tt" or "cc" or "ub")) return false;
            if (run.Length == words.Length && !AgencyKinds.MayStandAlone(run)) return false;
        }
        for (var i = 0; i < run.Length; i++)
            if (run[i] != words[from + i][0]) return false;
        return true;
    }

    private static bool IsFiller(string word) => word is "va" or "cac" or "and" or "of";
}
