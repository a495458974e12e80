using System.Net;
using System.Text.RegularExpressions;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests;

/// <summary>What a person does in a browser, over real HTTP: open a page, fill its form with its own token, send.</summary>
public static partial class Visits
{
    public static async Task<HttpClient> SignedInAsync(this TestSite site, string email = SampleAccounts.Administrator, string password = SampleAccounts.Password)
    {
        var visitor = site.Visitor();
        var answer = await visitor.SendFormAsync("/vi/sign-in", new() { ["Email"] = email, ["Password"] = password });
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }

    /// <summary>Opens the page, takes its antiforgery token and posts the fields to the same address.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(this HttpClient visitor, string page, Dictionary<string, string> fields, string? post = null)
    {
        var html = await visitor.GetStringAsync(page);
        fields["__RequestVerificationToken"] = Token(html);
        return await visitor.PostAsync(post ?? page, new FormUrlEncodedContent(fields));
    }

    public static async Task<HttpResponseMessage> SendFileAsync(this HttpClient visitor, string page, string field, byte[] content, string fileName, string? post = null)
    {
        var html = await visitor.GetStringAsync(page);
        using var form = new MultipartFormDataContent { { new StringContent(Token(html)), "__RequestVerificationToken" }, { new ByteArrayContent(content), field, fileName } };
        return await visitor.PostAsync(post ?? page, form);
    }

    public static string Token(string html) => TokenField().Match(html) is { Success: true } m ? m.Groups["token"].Value : throw new InvalidOperationException("The page has no form token.");

    /// <summary>The words a reader sees, without markup.</summary>
    public static string Text(string html) => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(html, " "), " ")).Trim();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<(?<raw>style|script)[^>]*>.*?</\\k<raw>>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
