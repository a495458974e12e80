using Sen.Web.Features.People;
using Sen.Web.Platform.Forms;

namespace Sen.Web.Features.Registrations;

/// <summary>A person the organiser adds. Consents are not here: nobody consents for another.</summary>
public sealed class NewParticipantInput
{
    [Needed("Ghi họ và tên", "Enter the full name"), AtMost(120)]
    public string FullName { get; set; } = "";
    [AtMost(20)]
    public string Honorific { get; set; } = "";
    public Sex? Sex { get; set; }
    [AtMost(200)]
    public string Position { get; set; } = "";
    [AtMost(300)]
    public string Agency { get; set; } = "";
    public string ProvinceId { get; set; } = "";
    [AtMost(60)]
    public string Phone { get; set; } = "";
    [AtMost(200)]
    public string Email { get; set; } = "";
    public ParticipantKind Kind { get; set; }
    [AtMost(500)]
    public string Diet { get; set; } = "";
    [AtMost(500)]
    public string AccessNeeds { get; set; } = "";
    [AtMost(2000)]
    public string Note { get; set; } = "";
    public string Lang { get; set; } = "vi";

    public IEnumerable<(string Box, string Vi, string En)> Complaints()
    {
        if (FullName.Length > 0 && PersonName.Read(FullName) is null) yield return ("FullName", "Ghi họ và tên bằng chữ, không có số hay dấu ngoặc", "Write the name in letters, without digits or brackets");
        if (Phone.Trim().Length > 0 && PhoneNumber.Read(Phone) is null) yield return ("Phone", $"«{Phone}» chưa phải là một số điện thoại: ghi đủ số, ví dụ 0912 345 678", $"“{Phone}” is not a phone number: write all of it, such as 0912 345 678");
        if (Email.Trim().Length > 0 && !System.Net.Mail.MailAddress.TryCreate(Email.Trim(), out _)) yield return ("Email", $"«{Email}» chưa phải là địa chỉ thư điện tử: ghi theo dạng ten@donvi.vn", $"“{Email}” is not an e-mail address: write it as name@office.vn");
        // Without either, the same person could stand here twice and nobody would know.
        if (Phone.Trim().Length == 0 && Email.Trim().Length == 0) yield return ("Phone", "Ghi điện thoại hoặc thư điện tử, để nhận ra khi trùng người", "Enter a telephone or a mail address, so that the same person is known again");
    }

    public RegistrationEntry Entry => new()
    {
        Name = PersonName.Read(FullName)!,
        Honorific = Honorific.Trim(),
        Sex = Sex,
        Position = PersonName.Clean(Position),
        Agency = PersonName.Clean(Agency),
        ProvinceId = ProvinceId.Length > 0 ? ProvinceId : null,
        Phone = PhoneNumber.Read(Phone)?.E164,
        Email = Email.Trim() is { Length: > 0 } email ? email : null,
        Diet = Diet.Trim(),
        AccessNeeds = AccessNeeds.Trim(),
        Kind = Kind,
        Note = Note.Trim(),
        Lang = Lang == "en" ? "en" : "vi",
    };
}
