using System.Net;
using System.Text.RegularExpressions;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests.Features.Accounts;

public sealed partial class KeptFormTests(TestSite site)
{
    [Fact]
    public async Task What_was_typed_before_the_sign_in_expired_is_shown_and_sent_after_it()
    {
        var user = await site.AcceptedAsync(name: "Tên Trước");
        var person = await site.SignedInAsync(user.Email!, AccountSamples.Password);
        var page = await person.GetStringAsync("/vi/account");
        await site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().SignOutEverywhereAsync(user.Id, default));

        var late = await PostAsync(person, "/vi/account?handler=Rename", Visits.Token(page), ("Name", "Tên \"Sau\" <b>"), ("Lang", "en"), ("CurrentPassword", "bí mật không giữ"));
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
        var signIn = await late.Content.ReadAsStringAsync();
        Assert.Contains("Điều Ông/Bà vừa điền vẫn được giữ", signIn, StringComparison.Ordinal);

        // A mistyped password on the way loses nothing.
        var again = await (await PostAsync(person, "/vi/sign-in", Visits.Token(signIn), ("Email", user.Email!), ("Password", "gõ nhầm"), ("Kept", Kept(signIn)))).Content.ReadAsStringAsync();
        var shown = await PostAsync(person, "/vi/sign-in", Visits.Token(again), ("Email", user.Email!), ("Password", AccountSamples.Password), ("Kept", Kept(again)));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var look = await shown.Content.ReadAsStringAsync();
        Assert.Contains("Gửi lại điều Ông/Bà vừa điền", look, StringComparison.Ordinal);
        Assert.Contains("Tên \"Sau\" <b>", Visits.Text(look), StringComparison.Ordinal);
        Assert.DoesNotContain("bí mật không giữ", WebUtility.HtmlDecode(look), StringComparison.Ordinal);
        Assert.Equal("Tên Trước", (await site.ReadAsync(user.Id)).DisplayName);

        var action = WebUtility.HtmlDecode(Action().Match(look[look.IndexOf("<main", StringComparison.Ordinal)..]).Groups["to"].Value);
        Assert.Equal("/vi/account?handler=Rename", action);
        var sent = await PostAsync(person, action, Visits.Token(look), [.. Hidden(look).Where(f => f.Name != "__RequestVerificationToken")]);
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        var saved = await site.ReadAsync(user.Id);
        Assert.Equal(("Tên \"Sau\" <b>", "en"), (saved.DisplayName, saved.Lang));
    }

    [Fact]
    public async Task A_form_from_before_signing_in_again_in_another_tab_is_shown_with_a_fresh_token()
    {
        var user = await site.AcceptedAsync(name: "Hai Thẻ");
        var person = site.Visitor();
        var stale = Visits.Token(await person.GetStringAsync("/vi/sign-in"));
        await person.SendFormAsync("/vi/sign-in", new() { ["Email"] = user.Email!, ["Password"] = AccountSamples.Password });
        var answer = await PostAsync(person, "/vi/account?handler=Rename", stale, ("Name", "Từ thẻ cũ"), ("Lang", "vi"));
        var look = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "Hai Thẻ"), (answer.StatusCode, (await site.ReadAsync(user.Id)).DisplayName));
        var sent = await PostAsync(person, "/vi/account?handler=Rename", Visits.Token(look), [.. Hidden(look).Where(f => f.Name != "__RequestVerificationToken")]);
        Assert.Equal((HttpStatusCode.Found, "Từ thẻ cũ"), (sent.StatusCode, (await site.ReadAsync(user.Id)).DisplayName));
    }

    [Fact]
    public async Task A_forged_form_and_one_from_another_browser_are_refused_before_anybody_is_signed_in()
    {
        var user = await site.AcceptedAsync();
        var attacker = site.Visitor();
        var theirs = Kept(await (await PostAsync(attacker, "/vi/account?handler=Rename", "x", ("Name", "Cài vào"), ("Lang", "vi"))).Content.ReadAsStringAsync());
        foreach (var kept in new[] { theirs, "Q2ZESjhhYmM", "không phải mã", theirs[..^4] + "AAAA" })
        {
            var victim = site.Visitor();
            var answer = await victim.SendFormAsync("/vi/sign-in", new() { ["Email"] = user.Email!, ["Password"] = AccountSamples.Password, ["Kept"] = kept });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(HttpStatusCode.Found, (await victim.GetAsync("/vi/account")).StatusCode);
        }
    }

    [Fact]
    public async Task A_form_from_another_site_is_not_kept()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/vi/account?handler=Rename") { Content = new FormUrlEncodedContent([new("Name", "Từ nơi khác")]) };
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        var answer = await site.Visitor().SendAsync(request);
        Assert.Equal((HttpStatusCode.Found, "/vi/sign-in?returnUrl=%2Fvi%2Faccount%3Fhandler%3DRename"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task More_than_256_KB_is_not_kept()
    {
        var answer = await PostAsync(site.Visitor(), "/vi/account?handler=Rename", "x", ("Name", new string('a', KeptForms.MostBytes + 1)));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    [Fact]
    public async Task A_file_is_asked_for_again_beside_the_texts()
    {
        var user = await site.AcceptedAsync();
        var person = site.Visitor();
        using var form = new MultipartFormDataContent { { new StringContent("Ghi chú dài"), "Note" }, { new ByteArrayContent([1, 2, 3]), "List", "ds.xlsx" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/vi/account?handler=Rename") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        var signIn = await (await person.SendAsync(request)).Content.ReadAsStringAsync();
        var look = await (await PostAsync(person, "/vi/sign-in", Visits.Token(signIn), ("Email", user.Email!), ("Password", AccountSamples.Password), ("Kept", Kept(signIn)))).Content.ReadAsStringAsync();
        Assert.Matches("Ghi chú dài\\s+Chọn lại tệp", Visits.Text(look));
        Assert.Contains("enctype=\"multipart/form-data\"", look, StringComparison.Ordinal);
        Assert.Contains("type=\"file\" id=\"kept-file-0\" name=\"List\"", look, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpClient visitor, string address, string token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
        };
        request.Headers.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        return await visitor.SendAsync(request);
    }

    private static string Kept(string html) => Hidden(html).Single(f => f.Name == "Kept").Value;

    private static IEnumerable<(string Name, string Value)> Hidden(string html) =>
        HiddenField().Matches(html).Select(m => (WebUtility.HtmlDecode(m.Groups["name"].Value), WebUtility.HtmlDecode(m.Groups["value"].Value)));

    [GeneratedRegex("<input (?:type=\"hidden\" )?name=\"(?<name>[^\"]+)\"(?: type=\"hidden\")? value=\"(?<value>[^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<form[^>]*action=\"(?<to>[^\"]+)\"")]
    private static partial Regex Action();
}
