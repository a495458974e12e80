using System.Security.Cryptography;

namespace Sen.Web.Features.Registrations;

/// <summary>A number a person can read out at the door: ten letters and digits, none that look alike (Crockford's base 32). 2^50 of them.</summary>
public static class TicketNumber
{
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Letters, 10);

    /// <summary>«7K4M2-9QXD3».</summary>
    public static string Shown(string number) => number.Length == 10 ? $"{number[..5]}-{number[5..]}" : number;

    /// <summary>What somebody typed or scanned: small letters, hyphens, and O, I, L for 0, 1, 1 are forgiven.</summary>
    public static string? Read(string? text)
    {
        var number = new string([.. (text ?? "").ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c })]);
        return number.Length == 10 && number.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? number : null;
    }
}
