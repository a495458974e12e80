using System.Text.RegularExpressions;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Programmes;

/// <summary>Codes stand in addresses that others rely on: «can-tho-2016».</summary>
public static partial class Codes
{
    public static bool IsCode(string text) => text.Length is >= 3 and <= 60 && Form().IsMatch(text);

    public static string Suggest(string city, DateOnly? startsOn)
    {
        var stem = SearchKey.Of(city).Replace(' ', '-');
        return startsOn is { } day ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stem}-{day.Year}") : stem;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Form();
}
