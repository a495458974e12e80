using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using static Sen.Web.Tests.Features.Programmes.Releases.Agendas;

namespace Sen.Web.Tests.Features.Programmes.Releases;

public sealed class AgendaChangesTests
{
    private static readonly DateOnly First = new(2026, 12, 8);

    [Fact]
    public void Each_difference_is_one_sentence_in_both_languages()
    {
        var sessions = new[]
        {
            Session("Sản xuất sạch hơn là gì", "08:00", "09:30"), Session("Giải lao", "09:30", "09:45"), Session("Thảo luận", "10:00", "11:00"), Session("Tham quan", "13:30", "15:00", half: HalfDay.Afternoon),
        };
        sessions[0].Room = new("Phòng A", "Room A");
        sessions[0].Speakers.Add(new() { Name = "Trần Văn Mẫu", Honorific = "TS." });
        sessions[2].Speakers.Add(new() { Name = "Lê Thị Thử" });
        var (text, changes) = Changed(sessions, after =>
        {
            (after[0].Starts, after[0].Ends, after[0].Room) = (new(8, 30), new(10, 0), new("Phòng B", "Room B"));
            after[0].Speakers.Clear();
            after[0].Speakers.Add(new() { Name = "Võ Văn Mẫu" });
            after[1].Ends = new(9, 50);
            after[2].Title = new("Thảo luận nhóm", "Group work");
            after[2].Speakers[0].Organisation = new("Sở Công Thương", "");
            (after[3].DayNumber, after[3].Kind) = (2, SessionKind.SiteVisit);
            after.Add(Session("Bế mạc", "16:00", "16:30", day: 2, half: HalfDay.Afternoon));
        });
        Assert.Equal(
        [
            "Dời «Sản xuất sạch hơn là gì» từ 08:00 sang 08:30",
            "Chuyển «Sản xuất sạch hơn là gì» từ Phòng A sang Phòng B",
            "«Sản xuất sạch hơn là gì»: thêm người trình bày Võ Văn Mẫu",
            "«Sản xuất sạch hơn là gì»: TS. Trần Văn Mẫu không trình bày nữa",
            "«Giải lao» kết thúc lúc 09:50 thay cho 09:45",
            "Đổi tên «Thảo luận» thành «Thảo luận nhóm»",
            "«Thảo luận nhóm»: sửa thông tin về Lê Thị Thử",
            "Dời «Tham quan» từ 13:30, 08/12/2026 sang 13:30, 09/12/2026",
            "«Tham quan» nay là tham quan, trước là bài giảng",
            "Thêm «Bế mạc» (16:00–16:30, 09/12/2026)",
        ], text);
        Assert.Equal("Moved “Sản xuất sạch hơn là gì (en)” from 08:00 to 08:30", changes.Single(c => c.Words.Vi.StartsWith("Dời «Sản", StringComparison.Ordinal)).Words.En);
        Assert.Equal(["«Tham quan» nay là tham quan, trước là bài giảng", "«Thảo luận nhóm»: sửa thông tin về Lê Thị Thử"], changes.Where(c => !c.Matters).Select(c => c.Words.Vi).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_removed_and_another_first_day_are_said()
    {
        var sessions = new[] { Session("Khai mạc", "08:00", "08:30") };
        var before = Of(sessions);
        var after = new ReleasedAgenda(Guid.Empty, 2, default, First.AddDays(7), new("", ""), []);
        Assert.Equal(["Ngày khai mạc: 15/12/2026 thay cho 08/12/2026", "Bỏ «Khai mạc» (08:00–08:30, 08/12/2026)"], AgendaChanges.Between(before, after).Select(c => c.Words.Vi));
    }

    [Fact]
    public void Another_order_of_sessions_without_times_is_one_sentence_and_numbering_them_anew_is_none()
    {
        var sessions = new[] { Session("Một", position: 1), Session("Hai", position: 2), Session("Ba", position: 3) };
        Assert.Equal(["Đổi thứ tự các phiên (buổi sáng, 08/12/2026)"], Changed(sessions, after => after[0].Position = 9).Text);
        Assert.Equal([], Changed(sessions, after => after.ForEach(s => s.Position *= 10)).Text);
    }

    [Fact]
    public void The_same_agenda_is_the_same_text_however_it_was_loaded()
    {
        var sessions = new[] { Session("Một", "08:00", "09:00"), Session("Hai", position: 2), Session("Ba", "10:00", "11:00") };
        sessions[0].Speakers.Add(new() { Name = "Trần «Văn» Mẫu", Position = 1, OnBehalfOf = new("Sở", "") });
        var text = AgendaText.Write(sessions);
        Assert.Equal(text, AgendaText.Write(AgendaText.Read(Guid.Empty, text).Reverse()));
        Assert.Equal([], Changed(sessions, _ => { }).Text);
    }

    private static ReleasedAgenda Of(IEnumerable<AgendaSession> sessions) => new(Guid.Empty, 1, default, First, new("", ""), [.. sessions]);

    private static (IReadOnlyList<string> Text, IReadOnlyList<AgendaChange> Changes) Changed(AgendaSession[] sessions, Action<List<AgendaSession>> edit)
    {
        // A copy that keeps its ids, in the order it was given in.
        var copy = sessions.Select(s => AgendaText.Read(Guid.Empty, AgendaText.Write([s])).Single()).ToList();
        for (var i = 0; i < copy.Count; i++) copy[i].Position = sessions[i].Position;
        edit(copy);
        var changes = AgendaChanges.Between(Of(sessions), Of(copy));
        return ([.. changes.Select(c => c.Words.Vi)], changes);
    }
}
