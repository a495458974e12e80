using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>The trail's words. A kind of record or a field without one shows its own name: nothing in the trail is hidden.</summary>
public static class AuditWords
{
    public static string What(string action, string subject, Language l) => $"{Action(action, l)} {Subject(subject, l)}";

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

    /// <summary>A value as a reader says it; what is not known here stands as it was written.</summary>
    public static string? Value(string field, string? value, Func<string, string> name, Language l) => (field, value) switch
    {
        (_, null) => null,
        (_, "True") => l["có", "yes"],
        (_, "False") => l["không", "no"],
        ("Lang", "vi") => l["tiếng Việt", "Vietnamese"],
        ("Lang", "en") => l["tiếng Anh", "English"],
        ("Role", _) when Enum.TryParse<Role>(value, out var role) => role.Words(l),
        ("Scope", _) when Enum.TryParse<ScopeKind>(value, out var scope) => scope.Words(l),
        ("Answer", "None") => l["chưa", "none"],
        ("Answer", "Done") => l["đã đề cử xong", "complete"],
        ("Answer", "Declined") => l["không cử được", "declined"],
        ("UserId" or "ScopeId", _) => name(value),
        ("LockoutEnd", _) when DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var until) => l.Moment(until.UtcDateTime),
        _ => value,
    };

    public static string Field(string name, Language l) => name switch
    {
        "DisplayName" or "FullName" => l["họ và tên", "name"],
        "Email" => l["thư điện tử", "e-mail"],
        "Lang" => l["ngôn ngữ của thư", "language of mails"],
        "IsActive" => l["đang dùng", "active"],
        "IsSample" => l["tài khoản mẫu", "sample"],
        "EmailConfirmed" => l["đã nhận lời mời", "invitation taken up"],
        "LockoutEnd" => l["khóa đến", "locked until"],
        "Role" => l["vai trò", "role"],
        "Scope" => l["phạm vi", "held for"],
        "ScopeId" => l["cụ thể", "namely"],
        "UserId" => l["tài khoản", "account"],
        "Title.Vi" => l["tên (tiếng Việt)", "title (Vietnamese)"],
        "Title.En" => l["tên (tiếng Anh)", "title (English)"],
        "Group" => l["nhóm", "group"],
        "Written" => l["số thư đã viết", "letters written"],
        "Subject.Vi" => l["tiêu đề (tiếng Việt)", "subject (Vietnamese)"],
        "Subject.En" => l["tiêu đề (tiếng Anh)", "subject (English)"],
        "Body.Vi" => l["nội dung (tiếng Việt)", "text (Vietnamese)"],
        "Body.En" => l["nội dung (tiếng Anh)", "text (English)"],
        "DueAt" => l["giờ gửi", "due"],
        "Status" or "State" => l["trạng thái", "state"],
        "StartsOn" => l["ngày bắt đầu", "first day"],
        "EndsOn" => l["ngày kết thúc", "last day"],
        "Capacity" => l["số chỗ", "seats"],
        "SendingSince" => l["gửi từ", "sending since"],
        "SentAt" => l["gửi lúc", "sent"],
        "Deadline" => l["hạn trả lời", "deadline"],
        "Answer" => l["trả lời", "answer"],
        "AnsweredAt" => l["trả lời lúc", "answered"],
        "Reason" => l["lý do", "reason"],
        "KeptSeats" => l["số chỗ giữ", "seats kept"],
        "KeptUntil" => l["giữ đến", "kept until"],
        "ReleasedAt" => l["trả chỗ lúc", "released"],
        "CancelledAt" => l["thôi mời lúc", "withdrawn"],
        "RemindAskedAt" => l["yêu cầu nhắc lúc", "reminder asked"],
        "AgencyName.Vi" => l["cơ quan", "agency"],
        "ContactName" => l["người phụ trách", "contact"],
        "Seats" => l["số chỗ mời", "seats asked for"],
        "Number" => l["số, ký hiệu", "number"],
        "Signatory" => l["người ký", "signatory"],
        "IssuingBody" => l["cơ quan ban hành", "issuing body"],
        "Phone" => l["điện thoại", "telephone"],
        "Position" => l["chức vụ", "position"],
        _ => name,
    };
}
