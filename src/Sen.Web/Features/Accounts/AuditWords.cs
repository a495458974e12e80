using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>The trail's words. A kind of record or a field without one shows its own name: nothing in the trail is hidden.</summary>
public static class AuditWords
{
    public static string What(string action, string subject, Language l) => $"{Action(action, l)} {Subject(subject, l)}";

    /// <summary>Who it was: a name as it stands, or what works here by itself.</summary>
    public static string Who(string who, Language l) => who switch
    {
        "system" => l["hệ thống", "the system"],
        "sample" => l["dữ liệu mẫu", "the sample"],
        "sample remove" => l["lệnh gỡ dữ liệu mẫu", "removal of the sample"],
        "seat clock" => l["đồng hồ giữ chỗ", "the seats’ clock"],
        "letter clock" => l["đồng hồ gửi thư", "the letters’ clock"],
        "invitation clock" => l["đồng hồ giấy mời", "the invitations’ clock"],
        "invitation link" => l["người có đường dẫn mời", "holder of the invitation’s link"],
        "private link" => l["người có đường dẫn riêng", "holder of the private link"],
        "one-time link" => l["người có đường dẫn dùng một lần", "holder of the one-time link"],
        _ => who,
    };

    private static string Action(string action, Language l) => action switch
    {
        "added" => l["thêm", "added"],
        "changed" => l["sửa", "changed"],
        "removed" => l["xóa", "removed"],
        "locked" => l["tạm khóa", "locked"],
        "set-password" => l["đặt mật khẩu", "set the password of"],
        "signed-out-everywhere" => l["đăng xuất mọi nơi", "signed out everywhere"],
        "added-passkey" => l["thêm khóa truy cập", "added a passkey to"],
        "removed-passkey" => l["bỏ khóa truy cập", "removed a passkey from"],
        "sent-again" => l["gửi lại", "sent again"],
        "reminded" => l["nhắc", "reminded"],
        "imported" => l["nhập", "imported"],
        "sent" => l["gửi", "sent"],
        _ => action,
    };

    public static string Subject(string subject, Language l) => subject switch
    {
        "User" => l["tài khoản", "account"],
        "RoleGrant" => l["vai trò", "role"],
        "Programme" => l["chương trình", "programme"],
        "Workshop" => l["hội thảo", "workshop"],
        "AgendaSession" => l["phiên", "session"],
        "AgendaRelease" => l["bản công bố của chương trình", "agenda release"],
        "Material" => l["tài liệu", "material"],
        "MaterialVersion" => l["bản của tài liệu", "version of a material"],
        "SessionSpeaker" => l["người trình bày", "speaker"],
        "StoryPhoto" => l["ảnh", "photo"],
        "Person" => l["người", "person"],
        "Agency" => l["cơ quan", "agency"],
        "PersonMerge" => l["việc gộp hai dòng", "merge of two rows"],
        "AgencyMerge" => l["việc gộp hai cơ quan", "merge of two agencies"],
        "KeptApart" => l["việc giữ riêng", "keeping apart"],
        "Registration" => l["đăng ký", "registration"],
        "ListImport" => l["danh sách nhập", "imported list"],
        "Story" => l["bài viết", "story"],
        "OutboxMessage" => l["thư đi", "mail"],
        "GroupLetter" => l["thư gửi nhóm", "letter to a group"],
        "LetterTemplate" => l["mẫu thư", "letter template"],
        "NewsRefusal" => l["việc thôi nhận thư tin", "refusal of news"],
        "Consent" => l["sự đồng ý", "consent"],
        "InvitationBatch" => l["giấy mời", "letter of invitation"],
        "Invitation" => l["lời mời một cơ quan", "invitation of an agency"],
        "SeatLimit" => l["hạn mức chỗ", "seat limit"],
        "SeatPlan" => l["cách nhận người", "rules of the seats"],
        "WorkshopQuestion" => l["câu hỏi của hội thảo", "question of a workshop"],
        "SavedView" => l["cách xem đã lưu", "saved view"],
        "PersonalDataRequest" => l["yêu cầu về dữ liệu", "data request"],
        _ => subject,
    };

    /// <summary>Where a change that is more than a row is undone: the address to post to.</summary>
    public static string? UndoOf(Platform.Audit.AuditEntry entry) => (entry.Subject, entry.Action) switch
    {
        ("AgencyMerge", "added") => $"/agencies/merges/{entry.SubjectId}?handler=Undo",
        ("PersonMerge", "added") => $"/people/merges/{entry.SubjectId}?handler=Undo",
        _ => null,
    };
}
