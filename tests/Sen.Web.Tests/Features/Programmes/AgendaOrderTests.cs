using Sen.Web.Features.Programmes;
using static Sen.Web.Tests.Features.Programmes.Releases.Agendas;

namespace Sen.Web.Tests.Features.Programmes;

public sealed class AgendaOrderTests
{
    [Fact]
    public void Neighbours_change_places_and_keep_their_lengths_and_the_pause()
    {
        var agenda = new[] { Session("A", "08:00", "09:30"), Session("B", "09:45", "10:15"), Session("C", "10:15", "11:00") };
        Assert.True(AgendaOrder.Step(agenda, agenda[1], up: true));
        Assert.Equal(["B 08:00–08:30", "A 08:45–10:15", "C 10:15–11:00"], Shown(agenda));
        Assert.True(AgendaOrder.Step(agenda, agenda[1], up: false));
        Assert.Equal(["A 08:00–09:30", "B 09:45–10:15", "C 10:15–11:00"], Shown(agenda));
    }

    [Fact]
    public void A_session_pulled_over_several_passes_them_one_by_one()
    {
        var agenda = new[] { Session("A", "08:00", "09:00"), Session("B", "09:00", "09:15"), Session("C", "09:30", "11:00") };
        Assert.True(AgendaOrder.Move(agenda, agenda[2], 1, HalfDay.Morning, agenda[0].Id));
        Assert.Equal(["C 08:00–09:30", "A 09:30–10:30", "B 10:45–11:00"], Shown(agenda));
    }

    [Fact]
    public void In_another_half_day_it_follows_the_one_before_it_and_the_rest_moves_on_as_far_as_it_must()
    {
        var agenda = new[] { Session("A", "08:00", "09:00"), Session("B", "13:30", "14:30", half: HalfDay.Afternoon), Session("C", "14:45", "15:30", half: HalfDay.Afternoon), Session("D", "17:00", "17:30", half: HalfDay.Afternoon) };
        Assert.True(AgendaOrder.Move(agenda, agenda[0], 1, HalfDay.Afternoon, agenda[2].Id));
        Assert.Equal(["B 13:30–14:30", "A 14:30–15:30", "C 15:30–16:15", "D 17:00–17:30"], Shown(agenda));
    }

    [Fact]
    public void Into_an_empty_half_day_or_a_new_day_it_begins_at_the_usual_hour()
    {
        var agenda = new[] { Session("A", "08:15", "09:00") };
        Assert.True(AgendaOrder.Step(agenda, agenda[0], up: false));
        Assert.Equal(["A 13:30–14:15"], Shown(agenda));
        Assert.True(AgendaOrder.Move(agenda, agenda[0], 3, HalfDay.Morning, null));
        Assert.Equal(3, agenda[0].DayNumber);
        Assert.Equal(["A 08:00–08:45"], Shown(agenda));
    }

    [Fact]
    public void Sessions_side_by_side_stay_side_by_side_when_they_are_pushed_on()
    {
        var agenda = new[] { Session("A", "08:00", "09:00"), Session("B", "13:30", "14:30", half: HalfDay.Afternoon), Session("C", "13:30", "14:30", half: HalfDay.Afternoon, position: 1) };
        Assert.True(AgendaOrder.Move(agenda, agenda[0], 1, HalfDay.Afternoon, agenda[1].Id));
        Assert.Equal(["A 13:30–14:30", "B 14:30–15:30", "C 14:30–15:30"], Shown(agenda));
    }

    [Fact]
    public void Sessions_without_times_change_their_order_alone()
    {
        var agenda = new[] { Session("A", position: 1), Session("B", position: 2), Session("C", position: 3) };
        Assert.True(AgendaOrder.Move(agenda, agenda[2], 1, HalfDay.Morning, agenda[0].Id));
        Assert.Equal(["C ", "A ", "B "], Shown(agenda));
    }

    [Fact]
    public void What_cannot_stand_there_is_left_where_it_was()
    {
        var agenda = new[] { Session("A", position: 1), Session("B", "08:00", "09:00"), Session("C", "20:00", "23:30", half: HalfDay.Evening) };
        Assert.False(AgendaOrder.Step(agenda, agenda[0], up: false));
        Assert.False(AgendaOrder.Move(agenda, agenda[1], 1, HalfDay.Evening, null));
        Assert.False(AgendaOrder.Step(agenda, agenda[0], up: true));
        Assert.Equal(["A ", "B 08:00–09:00", "C 20:00–23:30"], Shown(agenda));
    }

    private static IEnumerable<string> Shown(IEnumerable<AgendaSession> agenda) => AgendaDay.InOrder(agenda).Select(s => $"{s.Title.Vi} {s.Starts:HH:mm}{(s.Ends is null ? "" : $"–{s.Ends:HH:mm}")}");
}
