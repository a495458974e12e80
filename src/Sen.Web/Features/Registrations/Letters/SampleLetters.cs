using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>One invented letter that was sent, with an address that does not work, and one that is planned.</summary>
internal static class SampleLetters
{
    private const string Writer = "Bà Tổ Chức Mẫu";

    public static void Add(AppDb db, SamplePeople.Inventor people, Programme series, DateTime now)
    {
        var workshop = series.Workshops.Single(w => w.Code == "can-tho-2026");
        Planned(db, workshop, now);
        db.LetterTemplates.Add(new LetterTemplate
        {
            ProgrammeId = series.Id,
            Name = new("Xin số liệu trước hội thảo", "Figures to bring along"),
            Subject = new("Số liệu cần mang theo: {hoi_thao}", "Figures to bring along: {workshop}"),
            Body = new("{kinh_gui},\n\nBài tập của hội thảo ({ngay}) dùng số liệu thật. Xin mang theo hóa đơn điện, nước mười hai tháng gần nhất của một cơ sở mà {don_vi} quản lý.\n\nTrân trọng,\nBan tổ chức",
                "{dear},\n\nThe exercises of the workshop ({dates}) use real figures. Please bring the electricity and water bills of the last twelve months of one site that {agency} looks after.\n\nYours sincerely,\nThe organisers"),
            Timing = LetterTiming.BeforeFirstDay,
            Days = 10,
        });
        Sent(db, people, workshop, now);
    }

    private static void Planned(AppDb db, Workshop workshop, DateTime now)
    {
        var letter = Letter(workshop, "week-before", now.AddDays(-6));
        letter.Follow(workshop);
        // The sample keeps its days: where they are over already, the letter is a draft.
        if (letter.DueAt > now) letter.Becomes(LetterState.Planned);
        db.GroupLetters.Add(letter);
    }

    private static void Sent(AppDb db, SamplePeople.Inventor people, Workshop workshop, DateTime now)
    {
        var letter = Letter(workshop, "new-room", now.AddDays(-3));
        letter.Body = new(letter.Body.Vi.Replace(ReadyTemplates.Gap, "Hội trường B, tầng 2, cùng tòa nhà.", StringComparison.Ordinal), letter.Body.En.Replace(ReadyTemplates.Gap, "Hall B, second floor, same building.", StringComparison.Ordinal));
        letter.Begins(now.AddDays(-2));
        letter.Ends(now.AddDays(-2).AddMinutes(1));
        db.GroupLetters.Add(letter);
        foreach (var (r, i) in people.Registrations.Where(r => r.WorkshopId == workshop.Id && r.State == RegistrationState.Seated && r.Kind == ParticipantKind.Trainee).Take(12).Select((r, i) => (r, i)))
        {
            var state = i == 7 ? RecipientState.BadAddress : RecipientState.Written;
            db.LetterRecipients.Add(new LetterRecipient { LetterId = letter.Id, RegistrationId = r.Id, State = state });
            if (state == RecipientState.BadAddress && db.Persons.Local.FindEntry(r.PersonId)?.Entity.Email is { } address)
                db.FailedAddresses.Add(new FailedAddress { Address = address, IsPermanent = true, Reason = "5.1.1 The email account that you tried to reach does not exist.", At = now.AddDays(-2) });
        }
    }

    private static GroupLetter Letter(Workshop workshop, string template, DateTime at)
    {
        var ready = ReadyTemplates.Find(template)!;
        return new GroupLetter
        {
            WorkshopId = workshop.Id,
            Subject = ready.Subject,
            Body = ready.Body,
            Sort = ready.Sort,
            Timing = ready.Timing,
            Days = ready.Days,
            Group = new ParticipantFilter { State = nameof(RegistrationState.Seated), Kind = nameof(ParticipantKind.Trainee) }.With(),
            WrittenBy = Writer,
            CreatedAt = at,
        };
    }
}
