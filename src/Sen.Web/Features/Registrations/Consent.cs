using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

public enum ConsentPurpose { Photos, ContactList, LaterWorkshops }

/// <summary>
/// What a person agreed to, apart from what the seat itself needs: to what, in which words, when, and when they took it back.
/// Silence is no consent, so there is a row only for a «yes» (Law 91/2025/QH15).
/// </summary>
public sealed class Consent : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RegistrationId { get; init; }
    public required ConsentPurpose Purpose { get; init; }
    /// <summary>The sentence that stood beside the box, in the language it was read in.</summary>
    public required string Wording { get; init; }
    public required DateTime GivenAt { get; init; }
    public DateTime? WithdrawnAt { get; set; }
}

public static class Consents
{
    public static string Words(this ConsentPurpose purpose, Language l) => purpose switch
    {
        ConsentPurpose.Photos => l["Tôi đồng ý để ban tổ chức chụp ảnh có tôi tại hội thảo và đăng kèm bài viết về hội thảo này.", "I agree that photos taken at the workshop in which I appear may be published with its story."],
        ConsentPurpose.ContactList => l["Tôi đồng ý để tên, cơ quan và thư điện tử của tôi có trong danh bạ gửi cho các học viên cùng hội thảo.", "I agree that my name, agency and e-mail stand in the contact list given to the other trainees of this workshop."],
        _ => l["Tôi đồng ý nhận thư mời các hội thảo sau của chương trình này.", "I agree to receive invitations to later workshops of this programme."],
    };

    public static string Short(this ConsentPurpose purpose, Language l) => purpose switch
    {
        ConsentPurpose.Photos => l["Ảnh", "Photos"],
        ConsentPurpose.ContactList => l["Danh bạ học viên", "Contact list"],
        _ => l["Thư mời sau này", "Later invitations"],
    };
}
