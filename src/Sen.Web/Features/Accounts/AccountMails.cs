using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>The letters of this part, each in the language of who receives it.</summary>
internal static class AccountMails
{
    public static (string Subject, string Body) Invitation(User user, string link)
    {
        var l = new Language(user.Lang);
        return (l["Mời dùng Sen", "Your invitation to Sen"], l[
            $"""
            Kính gửi Ông/Bà {user.DisplayName},

            Quản trị viên mời Ông/Bà cùng làm việc trên Sen, hệ thống quản lý các hội thảo tập huấn về sản xuất và tiêu dùng bền vững. Mở đường dẫn dưới đây để đặt mật khẩu và đăng nhập:

            {link}

            Đường dẫn dùng được một lần, trong 7 ngày. Nếu đã quá hạn, Ông/Bà nhờ quản trị viên gửi lại.

            Trân trọng,
            Ban quản trị Sen
            """,
            $"""
            Dear {user.DisplayName},

            An administrator invites you to work on Sen, the system for training workshops on sustainable consumption and production. Open this link to set your password and sign in:

            {link}

            The link works once, within 7 days. If it has expired, please ask the administrator for a new one.

            Yours sincerely,
            The administrators of Sen
            """]);
    }

    public static (string Subject, string Body) Reset(User user, string link)
    {
        var l = new Language(user.Lang);
        return (l["Đặt lại mật khẩu Sen", "Reset your Sen password"], l[
            $"""
            Kính gửi Ông/Bà {user.DisplayName},

            Có người, có lẽ chính Ông/Bà, vừa xin đặt lại mật khẩu trên Sen. Mở đường dẫn dưới đây để đặt mật khẩu mới:

            {link}

            Đường dẫn dùng được một lần, trong 2 giờ. Nếu Ông/Bà không yêu cầu, xin bỏ qua thư này: mật khẩu cũ vẫn giữ nguyên.

            Trân trọng,
            Ban quản trị Sen
            """,
            $"""
            Dear {user.DisplayName},

            Somebody, probably you, asked for a new password on Sen. Open this link to set it:

            {link}

            The link works once, within 2 hours. If you did not ask for it, please ignore this mail: your password stays as it is.

            Yours sincerely,
            The administrators of Sen
            """]);
    }
}
