namespace Sen.Web.Platform.Spreadsheets;

/// <summary>Columns as Excel names them: 1 is A, 27 is AA.</summary>
public static class ColumnLetter
{
    public static string Of(int column)
    {
        Span<char> letters = stackalloc char[8];
        var start = letters.Length;
        for (; column > 0; column = (column - 1) / 26)
            letters[--start] = (char)('A' + (column - 1) % 26);
        return new string(letters[start..]);
    }

    /// <summary>The column of a reference such as «B12»; 0 for none.</summary>
    public static int Of(ReadOnlySpan<byte> reference)
    {
        var column = 0;
        for (var i = 0; i < reference.Length && i < 4 && char.IsAsciiLetter((char)reference[i]); i++)
            column = column * 26 + (reference[i] & ~0x20) - 'A' + 1;
        return column;
    }

    /// <summary>Row and column of a reference such as «B12»; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<char> reference, out int row, out int column)
    {
        row = column = 0;
        var i = 0;
        for (; i < reference.Length && char.IsAsciiLetter(reference[i]); i++)
        {
            if (i == 4) return false;
            column = column * 26 + (reference[i] & ~0x20) - 'A' + 1;
        }
        for (; i < reference.Length; i++)
        {
            if (!char.IsAsciiDigit(reference[i]) || row > 100_000_000) return false;
            row = row * 10 + reference[i] - '0';
        }
        return row > 0 && column > 0;
    }

    public static bool TryReadRange(ReadOnlySpan<char> reference, out MergedRange range)
    {
        range = default;
        var colon = reference.IndexOf(':');
        if (colon < 0
            || !TryRead(reference[..colon], out var top, out var left)
            || !TryRead(reference[(colon + 1)..], out var bottom, out var right)) return false;
        range = new MergedRange(Math.Min(top, bottom), Math.Min(left, right), Math.Max(top, bottom), Math.Max(left, right));
        return true;
    }
}
