using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>One letter to invented mailboxes of real kinds of agencies, with every answer a desk meets; and a draft.</summary>
internal static class SampleInvitations
{
    public static void Add(AppDb db, SamplePeople.Inventor people, Programme series, DateTime now)
    {
        var workshop = series.Workshops.Single(w => w.Code == "can-tho-2026");
        var sent = workshop.StartsOn!.Value.AddDays(-27).ToDateTime(new TimeOnly(2, 30));
        var batch = Letter(workshop, "12/GM-VPCT", sent);
        (batch.SendingSince, batch.SentAt) = (sent, sent.AddMinutes(1));
        batch.Deadline = workshop.StartsOn.Value.AddDays(-10).ToDateTime(new TimeOnly(17, 0));
        db.InvitationBatches.AddRange(batch, Letter(workshop, "", now));
        // Agencies of the seats already invented, in the order they came.
        var agencies = people.Registrations.Where(r => r.WorkshopId == workshop.Id && r.AgencyId is not null).DistinctBy(r => r.AgencyId).Take(14).ToList();
        for (var n = 0; n < agencies.Count; n++)
        {
            var r = agencies[n];
            var agency = db.Agencies.Local.Single(a => a.Id == r.AgencyId);
            var invitation = new Invitation
            {
                BatchId = batch.Id,
                WorkshopId = workshop.Id,
                AgencyId = agency.Id,
                AgencyName = agency.Name,
                AgencyKindId = agency.KindId,
                ProvinceId = agency.ProvinceId,
                Seats = n % 3 == 0 ? 2 : 1,
                Email = n == 13 ? "" : $"vanthu{n + 1}@mau.example",
                ContactName = n % 4 == 0 ? "Bà Văn Thư Mẫu" : "",
                Deadline = batch.Deadline,
                SentAt = n == 13 ? null : sent,
                OpenedAt = n < 9 ? sent.AddHours(3 + n) : null,
                Reminded = n is > 8 and < 13 ? "mau" : "",
                Reminders = n is > 8 and < 13 ? 1 : 0,
                RemindedAt = n is > 8 and < 13 ? sent.AddDays(4) : null,
                CreatedAt = sent.AddHours(-1),
            };
            if (n == 7) invitation.Says(InvitationAnswer.Declined, "Trùng đợt kiểm tra cuối năm của Sở.", sent.AddDays(2));
            if (n == 11) invitation.CancelledAt = sent.AddDays(3);
            db.Invitations.Add(invitation);
            // Some of those who have a seat were named by their agency.
            if (n < 6) foreach (var nominee in people.Registrations.Where(x => x.WorkshopId == workshop.Id && x.AgencyId == agency.Id).Take(invitation.Seats)) nominee.InvitationId = invitation.Id;
        }
    }

    private static InvitationBatch Letter(Workshop workshop, string number, DateTime at)
    {
        var batch = new InvitationBatch
        {
            WorkshopId = workshop.Id,
            Number = number,
            LetterDate = DateOnly.FromDateTime(at),
            Place = "Hà Nội",
            ParentBody = "Cơ quan chủ quản mẫu",
            IssuingBody = "Văn phòng Chương trình mẫu",
            Subject = new("Tham dự hội thảo tập huấn sản xuất và tiêu dùng bền vững", "Invitation to a training workshop on sustainable consumption and production"),
            Body = new("Thực hiện kế hoạch năm 2026 (hư cấu), Văn phòng Chương trình mẫu tổ chức hội thảo tập huấn dưới đây và trân trọng mời Quý cơ quan cử người tham dự.",
                "Under its plan for 2026 (invented) the Sample Programme Office holds the training workshop below and has the honour to invite you to nominate participants."),
            Authority = "KT. Chánh Văn phòng",
            Position = "Phó Chánh Văn phòng",
            Signatory = "Trần Văn Mẫu",
            CopyTo = "Lãnh đạo Văn phòng (để báo cáo);\nLưu: VT.",
            SeatsEach = 1,
            Deadline = workshop.StartsOn!.Value.AddDays(-10).ToDateTime(new TimeOnly(17, 0)),
            // Nobody invented is written to.
            RemindDays = "",
            CreatedAt = at,
        };
        LetterText.Fill(batch, workshop);
        return batch;
    }
}
