using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform;

namespace Sen.Web.Tests.Platform;

public sealed class PublicPagesTests(QuietSite quiet) : IClassFixture<QuietSite>
{
    private readonly TestSite site = quiet.Site;

    [Theory]
    [InlineData("/vi")]
    [InlineData("/en/workshops")]
    [InlineData("/vi/workshops/can-tho-2016")]
    [InlineData("/en/programmes/mau-2026")]
    [InlineData("/vi/places")]
    [InlineData("/vi/places/2025-92")]
    [InlineData("/vi/workshops?q=&state=&year=&utm_source=thu")]
    public async Task A_visitor_is_answered_from_memory(string address) => Assert.True(await ComesFromMemoryAsync(address));

    [Theory]
    [InlineData("/vi/workshops?q=zulu")]
    [InlineData("/vi/workshops?Q=zulu")]
    [InlineData("/vi/workshops?p=2")]
    [InlineData("/vi/workshops?handler=Export&format=csv")]
    [InlineData("/vi/places?vintage=2016")]
    public async Task A_question_is_answered_afresh_and_fills_no_memory(string address) => Assert.False(await ComesFromMemoryAsync(address));

    [Fact]
    public async Task What_a_visitor_adds_to_the_address_is_shown_to_nobody_else()
    {
        await ChangeSomethingPublicAsync();
        Assert.Contains("zulu=doc", await site.Visitor().GetStringAsync("/en/workshops?zulu=doc"), StringComparison.Ordinal);
        Assert.DoesNotContain("zulu=doc", await site.Visitor().GetStringAsync("/en/workshops"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_shows_at_once()
    {
        await ComesFromMemoryAsync("/vi/programmes/mau-2026");
        var aim = await ChangeSomethingPublicAsync();
        Assert.Contains(aim, await site.Visitor().GetStringAsync("/vi/programmes/mau-2026"), StringComparison.Ordinal);
    }

    /// <summary>A page that asks its query something must say so, or it would answer everybody with the same.</summary>
    [Fact]
    public void Every_public_page_names_the_words_of_its_query()
    {
        var pages = typeof(SenHost).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && t.IsDefined(typeof(OutputCacheAttribute)));
        var asked = pages.SelectMany(page => page.GetProperties().Select(p => (p.Name, Bound: p.GetCustomAttribute<BindPropertyAttribute>())).Where(p => p.Bound?.SupportsGet == true).Select(p => p.Bound!.Name ?? p.Name)
            .Concat(page.GetMethods().SelectMany(m => m.GetParameters()).Select(p => (p.Name, Asked: p.GetCustomAttribute<FromQueryAttribute>())).Where(p => p.Asked is not null).Select(p => p.Asked!.Name ?? p.Name!))
            .Select(word => (Page: page, Word: word))).ToList();
        Assert.Contains((typeof(WorkshopsModel), "q"), asked);
        var unnamed = asked.Where(a => a.Page.GetCustomAttribute<ReadsQueryAttribute>()?.Words.Contains(a.Word, StringComparer.OrdinalIgnoreCase) != true).Select(a => $"{a.Page.Name}: {a.Word}");
        Assert.Equal([], unnamed);
    }

    private async Task<bool> ComesFromMemoryAsync(string address)
    {
        // The clock of seats or a mail may write between two visits, so a few are made.
        var visitor = site.Visitor();
        for (var i = 0; i < 8; i++)
        {
            (await visitor.GetAsync(address.Split('?')[0])).Dispose();
            using var answer = await visitor.GetAsync(address);
            if (answer.Headers.Age is not null) return true;
        }
        return false;
    }

    private Task<string> ChangeSomethingPublicAsync() => site.DbAsync(async db =>
    {
        var programme = await db.Programmes.SingleAsync(p => p.Code == "mau-2026");
        programme.Aim = programme.Aim with { Vi = $"{programme.Aim.Vi.Split(" · ")[0]} · {Guid.NewGuid():N}" };
        await db.SaveChangesAsync();
        return programme.Aim.Vi.Split(" · ")[1];
    });
}
