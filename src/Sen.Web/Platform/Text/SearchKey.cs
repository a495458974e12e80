using System.Globalization;
using System.Text;

namespace Sen.Web.Platform.Text;

/// <summary>The folded form people search by: no marks, đ as d, lower case, single spaces. «Hòa», «hoà» and «HOA» are one key.</summary>
public static class SearchKey
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var key = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text.Nfd())
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (!char.IsLetterOrDigit(c) && c is not ('@' or '.' or '+' or '_'))
            {
                gap = key.Length > 0;
                continue;
            }
            if (gap) key.Append(' ');
            gap = false;
            key.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
        }
        return key.ToString();
    }
}
