using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Sen.Web.Features.People;

/// <summary>A number in E.164 (+84…). Strict: «0912» is no number.</summary>
public readonly partial record struct PhoneNumber(string E164)
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789+. -()");

    /// <summary>«0912 345 678», «0292 3820 123», and other countries' as they are.</summary>
    public string Shown
    {
        get
        {
            if (!E164.StartsWith("+84", StringComparison.Ordinal)) return E164;
            var national = "0" + E164[3..];
            if (national.Length == 10) return $"{national[..4]} {national[4..7]} {national[7..]}";
            return national[1] == '2' && national[2] is '4' or '8' && national.Length == 11
                ? $"{national[..3]} {national[3..7]} {national[7..]}"
                : national.Length == 11 ? $"{national[..4]} {national[4..8]} {national[8..]}" : national;
        }
    }

    public override string ToString() => Shown;

    /// <summary>
    /// The whole text as one number, old prefixes changed to today's. The day on which the list was in use decides what
    /// 033… was: Quảng Ninh's landlines then, a mobile number since 2018.
    /// </summary>
    public static PhoneNumber? Read(string? text, DateOnly? writtenOn = null, NumberingPlan? plan = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var digits = Digits(text);
        if (digits is null) return null;
        if (digits.StartsWith('+')) return digits.StartsWith("+84", StringComparison.Ordinal) ? National(digits[3..], writtenOn, plan) : Foreign(digits);
        if (digits.StartsWith("0084", StringComparison.Ordinal)) return National(digits[4..], writtenOn, plan);
        if (digits.StartsWith("00", StringComparison.Ordinal)) return Foreign("+" + digits[2..]);
        if (digits.StartsWith("84", StringComparison.Ordinal) && digits.Length >= 11 && National(digits[2..], writtenOn, plan) is { } international) return international;
        return National(digits, writtenOn, plan);
    }

    /// <summary>The first of several numbers in one text («0912… / 0987…»), with the number of parts that look like one.</summary>
    public static (PhoneNumber? First, int Count) ReadSeveral(string text, DateOnly? writtenOn = null, NumberingPlan? plan = null)
    {
        if (Read(text, writtenOn, plan) is { } single) return (single, 1);
        PhoneNumber? first = null;
        var count = 0;
        foreach (var part in Separators().Split(text))
        {
            // Half a number beside a whole one is a second number too.
            var number = Read(part, writtenOn, plan);
            if (number is not null || part.Count(char.IsAsciiDigit) > 4) count++;
            first ??= number;
        }
        return (first, count);
    }

    private static PhoneNumber? National(string digits, DateOnly? writtenOn, NumberingPlan? plan)
    {
        plan ??= NumberingPlan.Current;
        // «+84 (0) 912…» keeps the zero, Excel drops it.
        var national = digits.StartsWith('0') ? digits : "0" + digits;
        if (national.Length is < 10 or > 11) return null;
        if (plan.OldLandline(national, writtenOn) is { } landline) return new("+84" + landline[1..]);
        if (national.Length == 11 && plan.OldMobile(national) is { } mobile) return new("+84" + mobile[1..]);
        return IsToday(national) ? new("+84" + national[1..]) : null;
    }

    // Mobiles have 10 digits, landlines 11: 024 and 028 before 8 digits, 02xx before 7.
    private static bool IsToday(string national)
    {
        if (national.Length == 10) return national[1] is '3' or '5' or '7' or '8' or '9';
        return national[1] == '2' && (national[2] is not ('4' or '8') || national[3] is >= '2' and <= '9');
    }

    private static PhoneNumber? Foreign(string digits) =>
        digits.Length is >= 9 and <= 16 && digits[1] is >= '1' and <= '9' ? new(digits) : null;

    private static string? Digits(string text)
    {
        var number = text.AsSpan().ContainsAnyExcept(Plain) ? Label().Replace(Extension().Replace(text.Trim(), ""), "") : text;
        var digits = new StringBuilder(16);
        foreach (var c in number)
        {
            if (char.IsAsciiDigit(c)) digits.Append(c);
            else if (c == '+' && digits.Length == 0) digits.Append(c);
            else if (!char.IsWhiteSpace(c) && c is not ('.' or '-' or '(' or ')' or '\u2013' or '\u00A0' or '\'' or '\u2019' or '\u200B' or '\u202D' or '\u202C')) return null;
        }
        return digits.Length is 0 or > 18 ? null : digits.ToString();
    }

    [GeneratedRegex(@"^\s*(?:đtdđ|đtdd|sđt|sdt|đt|dt|dđ|di động|điện thoại|tel|mobile|phone|m|t)\s*[.:]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\s*[(,;-]?\s*(?:ext|máy lẻ|số lẻ|số máy lẻ)\s*[.:]?\s*\d{1,5}\s*\)?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extension();

    [GeneratedRegex(@"[/;,\n\r|]|\s+-\s+|\s+hoặc\s+|\s+và\s+|(?<=\d{6})\s{2,}|(?<=\d{9,})\s+(?=0)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
