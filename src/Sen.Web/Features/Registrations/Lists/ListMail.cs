using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>The mail a person gets when an agency's list puts them into a workshop.</summary>
internal static class ListMail
{
    public static OutboxMessage Of(Workshop workshop, Registration registration, Person person, string link, DateTime now)
    {
        var l = new Language(registration.Lang);
        var waiting = registration.State == RegistrationState.Waiting;
        var text = waiting
            ? l["Cơ quan của Ông/Bà đã giới thiệu Ông/Bà dự hội thảo dưới đây. Hiện đã hết chỗ; Ông/Bà đứng trong danh sách chờ và sẽ được báo khi có chỗ.", "Your agency has nominated you for the workshop below. It is full at present; you are on the waiting list and will be told when there is a seat."]
            : l["Cơ quan của Ông/Bà đã giới thiệu Ông/Bà dự hội thảo dưới đây. Tên Ông/Bà đã có trong danh sách.", "Your agency has nominated you for the workshop below. Your name is on the list."];
        return new OutboxMessage
        {
            Key = $"registered-by-list:{registration.Id}",
            To = person.Email!,
            ToName = person.FullName,
            Lang = l.Code,
            Subject = (waiting ? l["Danh sách chờ: ", "Waiting list: "] : l["Đã ghi tên: ", "You are on the list: "]) + l.Plain(workshop.Title),
            Body = RegistrationLetter.Body(l, person, workshop, text, link),
            HoldsSecret = true,
            SearchKey = Platform.Text.SearchKey.Of($"{person.FullName} {person.Email} {workshop.Title.Vi}"),
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }
}
