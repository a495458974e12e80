using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>
/// Limits of two invented workshops, and people in every state a desk meets: one fills by limits while registration is open, the other has
/// closed with a line and approvals left over.
/// </summary>
internal static class SampleSeats
{
    private const string CanTho = "2025-92", CaMau = "2025-96", VinhLong = "2025-86", DaNang = "2025-48";
    private static readonly string[] Highlands = ["2025-52", "2025-66", "2025-68"];

    public static void Add(AppDb db, SamplePeople.Inventor people, Programme series, DateTime now)
    {
        OpenOne(db, people, series.Workshops.Single(w => w.Code == "can-tho-2026"), now);
        ClosedOne(db, people, series.Workshops.Single(w => w.Code == "da-nang-2026"));
    }

    private static void OpenOne(AppDb db, SamplePeople.Inventor people, Workshop workshop, DateTime now)
    {
        var starts = workshop.StartsOn!.Value;
        SeatLimit[] limits =
        [
            Limit(workshop, 1, new("Cần Thơ (chủ nhà)", "Can Tho (host)"), atMost: 6, provinces: CanTho),
            Limit(workshop, 2, new("Giữ chỗ cho Cà Mau và Vĩnh Long", "Seats kept for Ca Mau and Vinh Long"), held: 14, releaseOn: starts.AddDays(-13).ToDateTime(new TimeOnly(17, 0)), provinces: [CaMau, VinhLong]),
            Limit(workshop, 3, new("Đại biểu", "Guests"), atMost: 8, kind: ParticipantKind.Guest),
        ];
        var day = starts.AddDays(-18).ToDateTime(new TimeOnly(2, 0));
        people.Put(workshop, VinhLong, 1, day, RegistrationState.Held).Becomes(RegistrationState.Held, now, now.AddHours(20));
        var offered = people.Put(workshop, CanTho, 2, day.AddHours(1), RegistrationState.Waiting);
        offered.QueueNumber = 1;
        offered.Becomes(RegistrationState.Offered, now, now.AddHours(40));
        // The host's seats are all taken while others are free: who asks why is told.
        for (var i = 0; i < 3; i++) people.Put(workshop, CanTho, i, day.AddHours(3 + i), RegistrationState.Waiting).QueueNumber = i + 2;
        foreach (var province in new[] { CanTho, VinhLong, CaMau }) people.Put(workshop, province, 3, day.AddDays(1), RegistrationState.Seated, ParticipantKind.Guest);
        Count(db, people, workshop, limits);
        db.WorkshopQuestions.AddRange(
            new WorkshopQuestion { WorkshopId = workshop.Id, Position = 1, Label = new("Cơ sở của Ông/Bà đã từng đánh giá sản xuất sạch hơn chưa?", "Has your site had a cleaner production assessment?"), Kind = QuestionKind.YesNo },
            new WorkshopQuestion { WorkshopId = workshop.Id, Position = 2, Label = new("Ông/Bà đi tham quan nhà máy bằng gì?", "How will you come to the factory visit?"), Kind = QuestionKind.OneOf, Options = new("Xe của ban tổ chức\nTự đi", "The organisers’ coach\nOn my own") });
    }

    private static void ClosedOne(AppDb db, SamplePeople.Inventor people, Workshop workshop)
    {
        var starts = workshop.StartsOn!.Value;
        SeatLimit[] limits =
        [
            Limit(workshop, 1, new("Đà Nẵng (chủ nhà)", "Da Nang (host)"), atMost: 10, provinces: DaNang),
            Limit(workshop, 2, new("Giữ chỗ cho các tỉnh Tây Nguyên", "Seats kept for the Highlands"), held: 30, releaseOn: starts.AddDays(-10).ToDateTime(new TimeOnly(17, 0)), provinces: Highlands),
            Limit(workshop, 3, new("Đại biểu", "Guests"), atMost: 5, kind: ParticipantKind.Guest),
        ];
        limits[1].ReleasedAt = starts.AddDays(-10).ToDateTime(new TimeOnly(10, 0));
        db.SeatPlans.Add(new SeatPlan { WorkshopId = workshop.Id, NeedsApproval = true });
        var day = starts.AddDays(-9).ToDateTime(new TimeOnly(2, 0));
        for (var i = 0; i < 2; i++) people.Put(workshop, DaNang, i, day.AddHours(i), RegistrationState.Waiting).QueueNumber = i + 1;
        for (var i = 0; i < 3; i++) people.Put(workshop, Highlands[i], i, day.AddHours(5 + i), RegistrationState.AwaitingApproval);
        people.Put(workshop, DaNang, 3, day.AddDays(1), RegistrationState.Seated, ParticipantKind.Guest);
        Count(db, people, workshop, limits);
    }

    /// <summary>The guard counters stand on what was just invented.</summary>
    private static void Count(AppDb db, SamplePeople.Inventor people, Workshop workshop, SeatLimit[] limits)
    {
        var book = new SeatBook(null, limits.Select(l => l.Rule), workshop.RegionProvinces.Select(p => p.ProvinceId).ToHashSet(StringComparer.Ordinal));
        foreach (var r in people.Registrations.Where(r => r.WorkshopId == workshop.Id && Registration.TakesSeat(r.State))) book.Take(Seatable.Of(r));
        foreach (var limit in limits) limit.Taken = book.TakenBy(limit.Id);
        db.SeatLimits.AddRange(limits);
    }

    private static SeatLimit Limit(Workshop workshop, int position, Bilingual name, int? atMost = null, int held = 0, DateTime? releaseOn = null, ParticipantKind kind = ParticipantKind.Trainee, params string[] provinces) => new()
    {
        WorkshopId = workshop.Id,
        Position = position,
        Name = name,
        Kind = kind,
        Provinces = string.Join(' ', provinces),
        AtMost = atMost,
        Held = held,
        ReleaseOn = releaseOn,
    };
}
