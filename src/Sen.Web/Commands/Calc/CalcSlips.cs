namespace Sen.Web.Commands.Calc;

/// <summary>«halfwidth95» for «halfWidth95»: an unknown key one slip away from a known one is a mistake, not a remark.</summary>
internal static class CalcSlips
{
    public static string? Meant(string key, IEnumerable<string> known) =>
        known.Where(k => string.Equals(k, key, StringComparison.OrdinalIgnoreCase) || (k.Length >= 4 && key.Length >= 4 && OneSlip(k, key)))
            .Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>One letter more, less, another, or two neighbours exchanged.</summary>
    private static bool OneSlip(string a, string b)
    {
        if (a.Length < b.Length) (a, b) = (b, a);
        if (a.Length - b.Length > 1) return false;
        var same = 0;
        while (same < b.Length && a[same] == b[same]) same++;
        if (a.Length > b.Length) return a.AsSpan(same + 1).SequenceEqual(b.AsSpan(same));
        if (same == b.Length) return true;
        if (a.AsSpan(same + 1).SequenceEqual(b.AsSpan(same + 1))) return true;
        return same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a.AsSpan(same + 2).SequenceEqual(b.AsSpan(same + 2));
    }
}
