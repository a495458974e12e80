using System.Text;
using Sen.Web.Platform.Text;

namespace Sen.Web.Platform.Files;

/// <summary>Names that every device can keep a file under.</summary>
public static class FileNames
{
    private const int MostLetters = 80;
    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>The last part of a path, without what Windows forbids, with this ending in place of its own.</summary>
    public static string Tidy(string name, string extension) => OfTitle(Path.GetFileNameWithoutExtension(name.Replace('\\', '/').Split('/')[^1])) + extension;

    /// <summary>Any words as a name, without an ending.</summary>
    public static string OfTitle(string title)
    {
        var kept = new StringBuilder();
        foreach (var c in title.Nfc())
        {
            var no = char.IsControl(c) || Forbidden.Contains(c, StringComparison.Ordinal) || c == ' ';
            if (!no) kept.Append(c);
            else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
        }
        return Short(kept.ToString());
    }

    /// <summary>The same in letters without marks, for programs that know no others (RFC 6266, «filename»).</summary>
    public static string Plain(string name)
    {
        var plain = SearchKey.Of(Path.GetFileNameWithoutExtension(name)).Replace(' ', '-');
        return (plain.All(char.IsAscii) && plain.Length > 0 ? plain : "tai-lieu") + Path.GetExtension(name);
    }

    private static string Short(string stem)
    {
        var trimmed = stem.Trim(' ', '.');
        if (trimmed.Length > MostLetters) trimmed = trimmed[..MostLetters].Trim(' ', '.');
        return trimmed.Length > 0 ? trimmed : "tai-lieu";
    }
}
