using System.Net;

namespace Sen.Web.Tests.Features.Home;

public sealed class AddressesTests(TestSite site)
{
    [Theory]
    [InlineData("en-GB,en;q=0.9,vi;q=0.5", "/en")]
    [InlineData("fr,vi;q=0.8,en;q=0.3", "/vi")]
    [InlineData("", "/vi")]
    public async Task The_root_leads_to_the_readers_language(string accepts, string expected)
    {
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepts);
        var answer = await visitor.GetAsync("/");
        Assert.Equal((HttpStatusCode.Found, expected), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Health_and_robots_answer()
    {
        using var visitor = site.Visitor();
        Assert.Equal("live", await visitor.GetStringAsync("/health/live"));
        Assert.Equal("ready", await visitor.GetStringAsync("/health/ready"));
        Assert.StartsWith("User-agent: *", await visitor.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_policy()
    {
        foreach (var address in new[] { "/vi", "/en/workshops", "/vi/khong-co", "/health/live" })
        {
            var answer = await site.Visitor().GetAsync(address);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }
}
