using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Why a workshop takes no registrations now, and when that was or will be otherwise.</summary>
public static class RegistrationWindow
{
    public static (string Heading, string Words)? WhyShut(Workshop w, DateTime localNow, Language l)
    {
        if (w.TakesRegistrations(localNow)) return null;
        return w.StateAt(localNow) switch
        {
            WorkshopState.Cancelled => (l["Hội thảo đã hủy", "The workshop is cancelled"],
                l["Hội thảo này không tổ chức, nên không nhận đăng ký.", "This workshop will not take place, so nobody can register."]),
            WorkshopState.Held => (l["Hội thảo đã tổ chức", "The workshop was held"],
                l[$"Hội thảo diễn ra {l.Dates(w.StartsOn, w.EndsOn)}, nên không nhận đăng ký nữa.", $"It took place {l.Dates(w.StartsOn, w.EndsOn)}, so registration is over."]),
            WorkshopState.Running or WorkshopState.Over => (l["Hội thảo đã bắt đầu", "The workshop has begun"],
                l[$"Hội thảo khai mạc ngày {l.Date(w.StartsOn)}, nên không nhận đăng ký nữa.", $"It opened on {l.Date(w.StartsOn)}, so registration is over."]),
            WorkshopState.NotYetOpen => (l["Chưa mở đăng ký", "Registration is not open yet"],
                l[$"Mở đăng ký lúc {l.WallTime(w.RegistrationOpens!.Value)}. Ông/Bà mở lại trang này từ giờ đó.", $"Registration opens at {l.WallTime(w.RegistrationOpens!.Value)}. Please come back then."]),
            _ when w.Status == WorkshopStatus.Published && w.RegistrationCloses is { } closed => (l["Đã hết hạn đăng ký", "Registration has closed"],
                l[$"Hạn đăng ký là {l.WallTime(closed)}.", $"It closed at {l.WallTime(closed)}."]),
            _ => (l["Đã đóng đăng ký", "Registration is closed"],
                l["Ban tổ chức đã đóng đăng ký của hội thảo này.", "The organisers have closed the registration of this workshop."]),
        };
    }
}
