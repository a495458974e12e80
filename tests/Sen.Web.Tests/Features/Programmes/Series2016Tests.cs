using System.Net;

namespace Sen.Web.Tests.Features.Programmes;

public sealed class Series2016Tests(TestSite site)
{
    [Fact]
    public async Task Da_Nang_says_that_its_date_is_not_recorded_and_invents_none()
    {
        var text = Visits.Text(await site.Visitor().GetStringAsync("/vi/workshops/da-nang-2016"));
        Assert.Contains("Ngày chưa ghi nhận", text, StringComparison.Ordinal);
        Assert.Contains("Diễn ra trước ngày 18/8/2016; nguồn không ghi ngày.", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{2}/[0-9]{2}/2016", text);
    }

    [Fact]
    public async Task Can_Tho_shows_what_its_source_states_beside_what_is_counted()
    {
        var text = Visits.Text(await site.Visitor().GetStringAsync("/en/workshops/can-tho-2016"));
        Assert.Contains("18/08/2016, closing day not recorded", text, StringComparison.Ordinal);
        Assert.Matches("trainees over 60 esi.gov.vn[^)]*\\) no records yet", text);
        Assert.Matches("provinces 16 esi.gov.vn[^)]*\\) no records yet", text);
        Assert.Matches("kinds of organisation 7 esi.gov.vn[^)]*\\) no records yet", text);
        Assert.Contains("List of the 16 provinces not recorded", text, StringComparison.Ordinal);
        Assert.Contains("Next in the series 24–25 August 2016 Northern region, Bac Ninh", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/vi/workshops/da-nang-2016")]
    [InlineData("/en/workshops/da-nang-2016")]
    [InlineData("/vi/workshops/can-tho-2016")]
    [InlineData("/en/workshops/can-tho-2016")]
    [InlineData("/vi/workshops/bac-ninh-2016")]
    [InlineData("/en/workshops/bac-ninh-2016")]
    public async Task Each_workshop_of_2016_names_its_source(string address)
    {
        var text = Visits.Text(await site.Visitor().GetStringAsync(address));
        Assert.Matches("esi.gov.vn|tapchimoitruong.vn", text);
    }

    [Fact]
    public async Task An_unknown_workshop_is_a_404_with_a_reference_in_the_readers_language()
    {
        var answer = await site.Visitor().GetAsync("/en/workshops/no-such");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var text = Visits.Text(await answer.Content.ReadAsStringAsync());
        Assert.Contains("There is no such page", text, StringComparison.Ordinal);
        Assert.Matches("Reference, should you ask the administrator: [0-9a-f]{10}", text);
    }
}
