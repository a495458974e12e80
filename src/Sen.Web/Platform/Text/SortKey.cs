using System.Globalization;

namespace Sen.Web.Platform.Text;

/// <summary>
/// A key whose byte order is Vietnamese dictionary order. Databases sort «Đà Nẵng» after «Yên Bái» or depend on a collation
/// that another machine lacks, so the order is fixed here and stored as hexadecimal text.
/// </summary>
public static class SortKey
{
    private static readonly CompareInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;

    /// <summary>Parts in order of weight; for a person: given name, family name, middle name.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var keys = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            keys[i] = Convert.ToHexString(Vietnamese.GetSortKey(parts[i]?.Nfc() ?? "", CompareOptions.None).KeyData);
        // Hexadecimal digits sort after '!', so a shorter first part comes before a longer one that begins with it.
        return string.Join('!', keys);
    }
}
