using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>What people write for a sex, and for a tick.</summary>
internal static class SexColumns
{
    public static ListSex? Read(string text) => SearchKey.Of(text) switch
    {
        "nam" or "m" or "male" or "ong" or "trai" => ListSex.Male,
        "nu" or "f" or "female" or "ba" or "gai" => ListSex.Female,
        _ => null,
    };

    public static bool IsTick(string text) => text.Trim() is "✓" or "✔" or "☑" or "√" or "●" or "*" or "+" or "ü" or "þ"
        || SearchKey.Of(text) is "x" or "xx" or "v" or "1" or "co" or "true" or "yes" or "y" or "nam" or "nu";

    /// <summary>A dash or a zero says that the other column is meant.</summary>
    public static bool IsBlank(string text) => text.Trim() is "" or "-" or "–" or "0" or "FALSE" or "." or "_";
}
