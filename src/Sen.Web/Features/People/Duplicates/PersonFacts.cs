using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sen.Web.Features.People.Places;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Where somebody works, made ready to be compared.</summary>
/// <param name="Key">Kind and place, or the folded name.</param>
/// <param name="TodayKey">The same of what it is today: equal for an agency and its successor.</param>
/// <param name="Place">Code of today's province.</param>
public sealed record UnitFacts(string Name, string Key, string TodayKey, string? Place, AgencyStage? Stage)
{
    public static readonly UnitFacts None = new("", "", "", null, null);

    public bool IsKnown => Key.Length > 0;
}

/// <summary>What is known of one person, made ready to be compared with many others.</summary>
public sealed record PersonFacts(Guid Id, string FullName, string AcademicTitle, string Position, NameFacts Name, UnitFacts Unit, string? Phone, string? Email, int? BirthYear, Sex? Sex, DateTime CreatedAt)
{
    public bool PhoneIsLandline => Phone is { } phone && phone.StartsWith("+842", StringComparison.Ordinal);

    public string? MailName { get; } = Email is { } mail && mail.IndexOf('@', StringComparison.Ordinal) is > 4 and var at && !OfficeMail.Is(mail) ? mail[..at] : null;

    /// <summary>Changes when anything changes that speaks for or against a proposal.</summary>
    public static string Hash(PersonFacts a, PersonFacts b)
    {
        var text = string.Join('\n', new[] { a, b }.OrderBy(p => p.Id).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name.Key}|{p.Phone}|{p.Email}|{p.Unit.Key}|{p.BirthYear}|{p.Sex}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}

/// <summary>A mailbox of an office and not of a person: «vanthu@…», «socongthuong@…».</summary>
internal static class OfficeMail
{
    private static readonly string[] Beginnings =
    [
        "vanthu", "vanphong", "phong", "chicuc", "trungtam", "banquanly", "bql", "lienhe", "info", "contact", "admin", "office", "socong", "sotn", "sonn", "sokh", "sotai",
    ];
    private static readonly string[] Whole = ["vp", "hc", "tchc", "stnmt", "snnmt", "sct", "skhcn", "skhdt", "snnptnt", "ubnd"];

    public static bool Is(string mail)
    {
        var name = mail[..Math.Max(0, mail.IndexOf('@', StringComparison.Ordinal))];
        return Whole.Contains(name) || Beginnings.Any(b => name.StartsWith(b, StringComparison.Ordinal));
    }
}
