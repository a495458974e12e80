using System.Text.RegularExpressions;

namespace Sen.Web.Features.Registrations.Lists;

internal static partial class EmailCell
{
    /// <summary>The address in small letters, without «mailto:», brackets and stray spaces; null for what is none.</summary>
    public static string? Read(string text)
    {
        var address = text.Trim().Trim('<', '>', ';', ',', '\u00A0', '\u200B').TrimEnd('.').Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) address = address[7..].Trim();
        address = address.ToLowerInvariant();
        return address.Length <= 254 && Address().IsMatch(address) ? address : null;
    }

    /// <summary>The first address of a cell that holds several, or one among other words.</summary>
    public static string? First(string text) => text.Split([' ', ';', ',', '/', '\n', '\r', '<', '>', '(', ')']).Select(Read).FirstOrDefault(a => a is not null);

    /// <summary>What was probably meant: «an @example.vn» and «an@gmail,com» too.</summary>
    public static string? Meant(string text) => First(text) ?? (text.Count(c => c == '@') == 1 ? Read(string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.')) : null);

    // Atomic groups: no text makes this slow.
    [GeneratedRegex(@"^(?>[a-z0-9!#$%&'*+/=?^_`{|}~-]+)(?:\.(?>[a-z0-9!#$%&'*+/=?^_`{|}~-]+))*@(?:(?>[a-z0-9-]+)\.)+[a-z][a-z0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
