using Sen.Web.Data;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>Releases of the sample: one each, two in Cần Thơ, and in Bắc Ninh a change that nobody has released yet.</summary>
internal static class SampleReleases
{
    public static void Add(AppDb db, IEnumerable<Programme> series, DateTime now)
    {
        foreach (var workshop in series.SelectMany(s => s.Workshops).Where(w => w.Sessions.Count > 0))
        {
            var started = workshop.RegistrationOpens is { } opens && opens < now ? opens : now;
            if (workshop.Code == "can-tho-2026")
            {
                db.AgendaReleases.Add(Earlier(workshop, now.AddDays(-12)));
                db.AgendaReleases.Add(FirstReleases.Of(workshop, ReleaseCause.ByOrganiser, now.AddDays(-3), 2, "Bà Tổ Chức Mẫu", new("Buổi thảo luận bắt đầu sớm hơn; ngày thứ hai có thêm bài kiểm tra cuối khóa.", "The discussion begins earlier; the second day has a final test now.")));
            }
            else db.AgendaReleases.Add(FirstReleases.Of(workshop, ReleaseCause.WithWorkshop, started));
            if (workshop.Code == "bac-ninh-2026") workshop.Sessions.Single(s => s.Kind == SessionKind.Exercise).Room = new("Phòng B", "Room B");
        }
    }

    private static AgendaRelease Earlier(Workshop workshop, DateTime at)
    {
        var sessions = AgendaText.Read(workshop.Id, AgendaText.Write(workshop.Sessions)).Where(s => s.Kind != SessionKind.Test).ToList();
        sessions.Single(s => s.Kind == SessionKind.Discussion).Starts = new(10, 30);
        sessions.Single(s => s.Kind == SessionKind.Exercise).Room = new("Phòng B", "Room B");
        var closing = sessions.Single(s => s.Kind == SessionKind.Closing);
        (closing.Starts, closing.Ends) = (new(15, 30), new(16, 0));
        return new AgendaRelease { WorkshopId = workshop.Id, Number = 1, ReleasedAt = at, Who = "Bà Tổ Chức Mẫu", Cause = ReleaseCause.WithWorkshop, FirstDay = workshop.StartsOn, Content = AgendaText.Write(sessions) };
    }
}
