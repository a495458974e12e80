using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>A form that could not be taken yet: where it was going, and what was typed. Passwords and files are not in it.</summary>
public sealed record KeptForm(string Path, IReadOnlyList<KeptForm.Field> Fields, IReadOnlyList<string> Files)
{
    public sealed record Field(string Name, string Value);
}

/// <summary>
/// Keeps what was typed while somebody signs in again. It travels in a hidden field, sealed, for two hours, and opens only in the
/// browser it was typed in: a cookie of its own must match, so nobody can hand another person a prepared form.
/// </summary>
public sealed class KeptForms(IDataProtectionProvider protection, TimeProvider clock)
{
    public const int MostBytes = 256 * 1024;
    private const string Cookie = "sen-kept";
    private const string TokenField = "__RequestVerificationToken";
    private static readonly TimeSpan Lasts = TimeSpan.FromHours(2);
    private readonly IDataProtector protector = protection.CreateProtector("Sen.Accounts.KeptForm");

    private sealed record Sealed(KeptForm Form, string Browser, long Ends);

    /// <summary>Only what this site's own pages sent; a form from elsewhere is refused as before.</summary>
    public static async Task<KeptForm?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsOwn(request)) return null;
        var form = await request.ReadFormAsync(ct);
        var fields = form.Where(f => f.Key != TokenField && !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => f.Value.Select(v => new KeptForm.Field(f.Key, v ?? ""))).ToList();
        var kept = new KeptForm(request.Path + request.QueryString, fields, [.. form.Files.Select(f => f.Name).Distinct(StringComparer.Ordinal)]);
        return fields.Sum(f => System.Text.Encoding.UTF8.GetByteCount(f.Name) + System.Text.Encoding.UTF8.GetByteCount(f.Value)) > MostBytes ? null : kept;
    }

    public string Seal(KeptForm form, HttpContext context)
    {
        var browser = context.Request.Cookies[Cookie] is { Length: 32 } known ? known : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, browser, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, IsEssential = true, Path = "/" });
        return WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(new Sealed(form, browser, clock.UtcNow().Add(Lasts).Ticks))));
    }

    /// <summary>Null when it is forged, too old, or from another browser.</summary>
    public KeptForm? Open(string text, HttpContext context)
    {
        try
        {
            var kept = JsonSerializer.Deserialize<Sealed>(protector.Unprotect(WebEncoders.Base64UrlDecode(text)));
            return kept is not null && kept.Ends > clock.UtcNow().Ticks && kept.Browser == context.Request.Cookies[Cookie] ? kept.Form : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site == "same-origin";
        return request.Headers.Origin.ToString() is { Length: > 0 } origin && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}
