using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>How a registration stands, said to the person whose it is.</summary>
public static class OwnWords
{
    public static (string Heading, string Words) Of(OwnView v, Language l)
    {
        var r = v.Registration;
        if (v.Workshop.Status == WorkshopStatus.Cancelled) return (l["Hội thảo đã hủy", "The workshop is cancelled"], l["Rất tiếc, hội thảo này không tổ chức. Ông/Bà không cần làm gì thêm.", "We regret that it will not take place. You need not do anything."]);
        return r.State switch
        {
            RegistrationState.Seated => (l["Ông/Bà đã có chỗ", "You have a seat"], l["Khi đến, xin đưa mã dưới đây cho người đón tiếp, hoặc đọc số vé.", "When you arrive, show the code below at the door, or read out the ticket number."]),
            RegistrationState.Held => (l["Chỗ đang được giữ cho Ông/Bà", "A seat is held for you"], l[$"Chỗ được giữ đến {l.Moment(r.SeatKeptUntil!.Value)}.", $"It is held until {l.Moment(r.SeatKeptUntil!.Value)}."]),
            RegistrationState.Waiting => (l[$"Ông/Bà đứng thứ {v.Place} trong danh sách chờ", $"You are number {v.Place} on the waiting list"],
                v.Why + " " + (v.OffersGoOn ? l["Khi có chỗ, chúng tôi gửi thư mời Ông/Bà nhận.", "When a seat becomes free we will offer it to you by mail."] : l["Ban tổ chức không mời thêm người từ danh sách chờ nữa.", "No more seats are offered from the waiting list."])),
            RegistrationState.Offered => (l["Có một chỗ dành cho Ông/Bà", "There is a seat for you"],
                l[$"Chỗ này giữ cho Ông/Bà đến {l.Moment(r.SeatKeptUntil!.Value)}. Sau giờ đó, chỗ được mời người kế tiếp.", $"It is kept for you until {l.Moment(r.SeatKeptUntil!.Value)}. After that it is offered to the next in line."]),
            RegistrationState.AwaitingApproval => (l["Đang chờ ban tổ chức duyệt", "Waiting for the organisers' approval"], l["Ban tổ chức sẽ xem đăng ký và trả lời qua thư.", "The organisers will look at it and answer by mail."]),
            RegistrationState.Declined => (l["Ông/Bà đã từ chối chỗ được mời", "You declined the seat offered"], Again(v, l)),
            RegistrationState.Expired => (l["Chỗ đã hết hạn giữ", "The seat was not kept longer"], Again(v, l)),
            RegistrationState.Withdrawn => (l["Đăng ký đã rút", "The registration is withdrawn"], Again(v, l)),
            RegistrationState.Rejected => (l["Ban tổ chức không nhận được đăng ký này", "The organisers could not accept this registration"], l["Nếu cần hỏi thêm, xin liên hệ ban tổ chức.", "Should you have a question, please write to the organisers."]),
            _ => (l["Ông/Bà đã tham dự hội thảo này", "You took part in this workshop"], l["Việc tham dự được ghi theo danh sách của ban tổ chức.", "Your taking part is recorded by the organisers' list."]),
        };
    }

    private static string Again(OwnView v, Language l) => v.MayComeBack
        ? l["Nếu vẫn muốn dự, Ông/Bà đăng ký lại ngay tại đây.", "If you still wish to come, you can register again right here."]
        : l["Hội thảo không còn nhận đăng ký.", "The workshop takes no more registrations."];
}
