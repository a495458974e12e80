using System.Security.Cryptography;
using System.Text;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>What is known of one agency, made ready to be compared with others.</summary>
/// <param name="Bodies">Kind and province of which there is one: more than one where nothing says of which time it is, none for a body with a name of its own.</param>
/// <param name="BodyIsRead">Kind or province stand in the name alone.</param>
/// <param name="Within">Words beside kind and province: a unit inside the agency.</param>
/// <param name="IsElsewhere">The name says another province than the one recorded.</param>
/// <param name="Place">Code of today's province.</param>
public sealed record AgencyFacts(Guid Id, string Name, string NameEn, string? KindId, string? ProvinceId, IReadOnlyList<string> Bodies, bool BodyIsRead, string Within, bool IsElsewhere, string? Place, IReadOnlyList<string> Mails)
{
    public NameFacts Written { get; } = new(Name);
    internal AgencyName Parts { get; } = new(Name);
    public string EnglishKey { get; } = Platform.Text.SearchKey.Of(NameEn);

    /// <summary>A national body is its kind alone.</summary>
    public bool IsNational => Bodies.Count > 0 && !Bodies[0].Contains('|', StringComparison.Ordinal);

    /// <summary>Changes when anything changes that speaks for or against a proposal.</summary>
    public static string Hash(AgencyFacts a, AgencyFacts b)
    {
        var text = string.Join('\n', new[] { a, b }.OrderBy(x => x.Id).Select(x => $"{x.Written.Key}|{x.EnglishKey}|{x.KindId}|{x.ProvinceId}|{string.Join(',', x.Mails)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
