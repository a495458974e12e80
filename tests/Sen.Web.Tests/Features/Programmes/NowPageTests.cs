using System.Text.RegularExpressions;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Now;
using static Sen.Web.Tests.Features.Programmes.Releases.Agendas;

namespace Sen.Web.Tests.Features.Programmes;

public sealed class NowPageTests(TestSite site)
{
    [Theory]
    [InlineData("07:00", "A:Next B:Next C:Later D:Later")]
    [InlineData("08:00", "A:Running B:Running C:Next D:Later")]
    [InlineData("08:59", "A:Running B:Running C:Next D:Later")]
    [InlineData("09:05", "A:Past B:Running C:Next D:Later")]
    [InlineData("10:15", "A:Past B:Past C:Running D:Next")]
    [InlineData("12:00", "A:Past B:Past C:Past D:Next")]
    [InlineData("14:59", "A:Past B:Past C:Past D:Running")]
    [InlineData("15:00", "A:Past B:Past C:Past D:Past")]
    public void What_runs_and_what_is_next_follows_the_clock(string now, string expected)
    {
        // B has no end and lasts until C; D has none and nothing after it: an hour.
        var day = new AgendaDay(1, new(2026, 12, 8), [Session("A", "08:00", "09:00"), Session("B", "08:00"), Session("C", "10:00", "11:00"), Session("D", "14:00", half: HalfDay.Afternoon), Session("Không giờ")]);
        Assert.Equal(expected, string.Join(' ', NowPageModel.LinesOf(day, TimeOnly.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).Select(l => $"{l.Session.Title.Vi}:{l.State}")));
    }

    [Theory]
    [InlineData("2026-12-08T08:45", "Đang diễn ra 08:30–10:00 Sản xuất sạch hơn là gì", "Tiếp theo 10:00–10:15 Giải lao")]
    [InlineData("2026-12-07T20:00", "Thứ Ba, 08/12/2026", "Tiếp theo 07:30–08:00 Đón tiếp, điểm danh")]
    [InlineData("2026-12-10T08:00", "Hội thảo đã kết thúc", "")]
    public async Task The_page_in_the_hall_says_what_is_on(string at, string says, string andThat)
    {
        var text = Visits.Text(await site.Visitor().GetStringAsync("/vi/workshops/can-tho-2026/now?at=" + at));
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains(andThat, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_needs_no_scripts_to_stay_fresh()
    {
        var html = await site.Visitor().GetStringAsync("/en/workshops/can-tho-2026/now");
        Assert.Matches(new Regex("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>"), html);
    }
}
