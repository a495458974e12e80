using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>A text that travels with Sen. «[…]» is what only the writer knows; a letter is not saved before it is filled in.</summary>
public sealed record ReadyTemplate(string Code, Bilingual Name, LetterSort Sort, LetterTiming Timing, int Days, string State, Bilingual Subject, Bilingual Body);

public static class ReadyTemplates
{
    public const string Gap = "[…]";

    public static ReadyTemplate? Find(string? code) => All.FirstOrDefault(t => t.Code == code);

    private static Bilingual Letter(string vi, string en) => new($"{{kinh_gui}},\n\n{vi}\n\nTrân trọng,\nBan tổ chức", $"{{dear}},\n\n{en}\n\nYours sincerely,\nThe organisers");

    public static readonly IReadOnlyList<ReadyTemplate> All =
    [
        new("week-before", new("Nhắc trước một tuần", "Reminder a week before"), LetterSort.Needed, LetterTiming.BeforeFirstDay, 7, nameof(RegistrationState.Seated),
            new("Còn một tuần: {hoi_thao}", "One week to go: {workshop}"),
            Letter("""
                Ông/Bà đã có chỗ tại hội thảo «{hoi_thao}».
                Khai mạc: {ngay_khai_mac}
                Nơi tổ chức: {dia_diem}

                Chương trình, vé và những điều cần biết ở trang riêng của Ông/Bà (xin giữ kín đường dẫn này):
                {trang_rieng}

                Nếu không dự được, xin rút tại trang riêng để nhường chỗ cho người đang chờ.
                """, """
                You have a seat at the workshop “{workshop}”.
                Opening: {first_day}
                Place: {venue}

                The agenda, your ticket and what you need to know stand on your private page (please keep this link to yourself):
                {private_page}

                If you cannot come, please withdraw there so that somebody who is waiting can.
                """)),
        new("day-before", new("Nhắc trước một ngày: nơi họp, mang theo gì", "The day before: where, and what to bring"), LetterSort.Needed, LetterTiming.BeforeFirstDay, 1, nameof(RegistrationState.Seated),
            new("Ngày mai: {hoi_thao}", "Tomorrow: {workshop}"),
            Letter("""
                Hội thảo «{hoi_thao}» khai mạc lúc {gio_bat_dau}, {ngay_khai_mac}.
                Nơi tổ chức: {dia_diem}

                Xin mang theo:
                - số vé {ma_ve}, hoặc mã trên trang riêng: {trang_rieng}
                - máy tính bỏ túi và số liệu điện, nước, nguyên liệu của một cơ sở, nếu có;
                - giày kín mũi cho buổi tham quan nhà máy.

                Xin đến sớm 15 phút để nhận tài liệu.
                """, """
                The workshop “{workshop}” opens at {start_time}, {first_day}.
                Place: {venue}

                Please bring:
                - your ticket number {ticket}, or the code on your private page: {private_page}
                - a pocket calculator and figures on electricity, water and materials of one site, if you have them;
                - closed shoes for the factory visit.

                Please come 15 minutes early to collect the papers.
                """)),
        new("missing-data", new("Xin bổ sung thông tin", "Ask for missing data"), LetterSort.Needed, LetterTiming.ByHand, 0, "",
            new("Xin bổ sung thông tin đăng ký: {hoi_thao}", "Please complete your registration: {workshop}"),
            Letter("""
                Để chuẩn bị hội thảo «{hoi_thao}» ({ngay}), chúng tôi còn thiếu một số thông tin về Ông/Bà.
                Xin mở trang riêng, xem lại và điền những ô còn trống:
                {trang_rieng}

                Xin điền trước […].
                """, """
                To prepare the workshop “{workshop}” ({dates}) we still lack some information about you.
                Please open your private page, look through it and fill in what is empty:
                {private_page}

                Please do so before […].
                """)),
        new("new-room", new("Đổi phòng, đổi nơi tổ chức", "Change of room or venue"), LetterSort.Needed, LetterTiming.ByHand, 0, nameof(RegistrationState.Seated),
            new("Đổi phòng: {hoi_thao}", "Change of room: {workshop}"),
            Letter("""
                Hội thảo «{hoi_thao}» ({ngay}) chuyển sang phòng mới:
                […]

                Ngày giờ không đổi: bắt đầu lúc {gio_bat_dau}. Mong Ông/Bà thông cảm.
                """, """
                The workshop “{workshop}” ({dates}) has moved to another room:
                […]

                Days and hours stay: it begins at {start_time}. We apologise for the change.
                """)),
        new("thanks", new("Cảm ơn và xin đánh giá", "Thanks and evaluation"), LetterSort.Needed, LetterTiming.AfterLastDay, 1, "",
            new("Cảm ơn Ông/Bà đã dự: {hoi_thao}", "Thank you for coming: {workshop}"),
            Letter("""
                Cảm ơn Ông/Bà đã dự hội thảo «{hoi_thao}» ({ngay}).
                Ý kiến của Ông/Bà giúp các lớp sau tốt hơn. Xin trả lời phiếu đánh giá, mất khoảng ba phút:
                […]

                Tài liệu và các bước tiếp theo ở trang riêng của Ông/Bà:
                {trang_rieng}
                """, """
                Thank you for taking part in the workshop “{workshop}” ({dates}).
                What you think makes the next one better. Please answer the evaluation form; it takes about three minutes:
                […]

                The papers and the next steps stand on your private page:
                {private_page}
                """)),
        new("later-workshops", new("Giới thiệu hội thảo sau", "Later workshops"), LetterSort.News, LetterTiming.ByHand, 0, "",
            new("Hội thảo sắp tới của {chuong_trinh}", "Coming workshops of {programme}"),
            Letter("""
                Chương trình «{chuong_trinh}» sắp mở thêm hội thảo:
                […]

                Ông/Bà có thể giới thiệu đồng nghiệp đăng ký tại trang của chương trình.
                """, """
                The programme “{programme}” will hold further workshops:
                […]

                You are welcome to tell your colleagues; they can register on the programme's page.
                """)),
    ];
}
