using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>The mail a person gets when an agency's list puts them into a workshop.</summary>
internal static class ListMail
{
    private static readonly Language Vi = new(Language.Vietnamese);

    public static OutboxMessage Of(Workshop workshop, Registration registration, ListRow row, DateTime now)
    {
        var waiting = registration.State == RegistrationState.Waiting;
        var greeting = row.Sex switch { People.Sex.Male => "ông ", People.Sex.Female => "bà ", _ => "ông/bà " };
        return new OutboxMessage
        {
            Key = $"registered-by-list:{registration.Id}",
            To = row.Email!,
            ToName = row.FullName,
            Subject = (waiting ? "Danh sách chờ: " : "Đã ghi tên: ") + workshop.Title.Vi,
            Body = $"""
                Kính gửi {greeting}{row.FullName},

                {(waiting ? "Cơ quan của Ông/Bà đã giới thiệu Ông/Bà dự hội thảo dưới đây. Hiện đã hết chỗ; Ông/Bà đứng trong danh sách chờ và sẽ được báo khi có chỗ." : "Cơ quan của Ông/Bà đã giới thiệu Ông/Bà dự hội thảo dưới đây. Tên Ông/Bà đã có trong danh sách.")}

                {workshop.Title.Vi}
                Thời gian: {Vi.Dates(workshop.StartsOn, workshop.EndsOn)}
                Nơi tổ chức: {string.Join(", ", new[] { workshop.Venue.Vi, workshop.City.Vi }.Where(t => t.Length > 0))}

                Trân trọng,
                Ban tổ chức
                """,
            SearchKey = Platform.Text.SearchKey.Of($"{row.FullName} {row.Email} {workshop.Title.Vi}"),
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }
}
