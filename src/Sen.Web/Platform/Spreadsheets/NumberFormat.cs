namespace Sen.Web.Platform.Spreadsheets;

internal static class NumberFormat
{
    /// <summary>Built-in formats of days (ECMA-376 part 1, 18.8.30, with the East Asian ones).</summary>
    public static bool IsDate(int builtIn) => builtIn is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);

    /// <summary>A format that shows a day or a year outside quotes, brackets and escapes.</summary>
    public static bool IsDate(string? code)
    {
        if (code is null) return false;
        for (var i = 0; i < code.Length; i++)
        {
            switch (code[i])
            {
                case '"': i = Skip(code, i, '"'); break;
                case '[': i = Skip(code, i, ']'); break;
                case '\\' or '_' or '*': i++; break;
                case 'd' or 'D' or 'y' or 'Y': return true;
                case 'G' or 'g' when code.AsSpan(i).StartsWith("General", StringComparison.OrdinalIgnoreCase): i += 6; break;
                case ';': return false;
            }
        }
        return false;
    }

    private static int Skip(string code, int from, char to)
    {
        var end = code.IndexOf(to, from + 1);
        return end < 0 ? code.Length : end;
    }
}
