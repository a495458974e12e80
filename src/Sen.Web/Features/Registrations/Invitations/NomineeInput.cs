using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Somebody an agency names. Consents are not here: nobody consents for another.</summary>
public sealed class NomineeInput
{
    [Needed("Ghi họ và tên", "Enter the full name"), AtMost(120)]
    public string FullName { get; set; } = "";
    [AtMost(20)]
    public string Honorific { get; set; } = "";
    public Sex? Sex { get; set; }
    [Needed("Ghi chức vụ, ví dụ: Chuyên viên", "Enter the position, such as: Officer"), AtMost(200)]
    public string Position { get; set; } = "";
    [AtMost(60)]
    public string Phone { get; set; } = "";
    [AtMost(200)]
    public string Email { get; set; } = "";
    /// <summary>A box no person sees: machines fill it.</summary>
    public string Homepage { get; set; } = "";

    public void Check(ModelStateDictionary state, Language l)
    {
        if (FullName.Trim().Length > 0 && PersonName.Read(FullName) is null) state.AddModelError("Input.FullName", l["Ghi họ và tên bằng chữ, không có số hay dấu ngoặc", "Write the name in letters, without digits or brackets"]);
        if (Honorific is not ("" or "Ông" or "Bà")) state.AddModelError("Input.Honorific", l["Chọn lại cách xưng hô", "Choose the form of address again"]);
        if (Phone.Trim().Length > 0 && PhoneNumber.Read(Phone) is null) state.AddModelError("Input.Phone", l[$"«{Phone.Trim()}» chưa phải là một số điện thoại: ghi đủ số, ví dụ 0912 345 678", $"“{Phone.Trim()}” is not a phone number: write all of it, such as 0912 345 678"]);
        if (Email.Trim().Length > 0 && !MailAddress.IsGood(Email)) state.AddModelError("Input.Email", MailAddress.Complaint(Email, l));
        // Without either, the same person could stand here twice and nobody would know.
        if (Phone.Trim().Length == 0 && Email.Trim().Length == 0) state.AddModelError("Input.Phone", l["Ghi điện thoại hoặc thư điện tử, ít nhất một", "Enter a telephone or an e-mail, at least one"]);
        if (Homepage.Length == 0) return;
        state.Remove("Input.Homepage");
        Homepage = "";
        state.AddModelError("", l["Máy của Ông/Bà đã tự điền vào một ô ẩn. Ô đó nay đã trống: xin nhấn gửi lần nữa.", "Your browser filled a hidden box by itself. It is empty now: please send once more."]);
    }

    public RegistrationEntry Entry(string agency) => new()
    {
        Name = PersonName.Read(FullName)!,
        Honorific = Honorific,
        Sex = Sex,
        Position = PersonName.Clean(Position),
        Agency = agency,
        Phone = PhoneNumber.Read(Phone)?.E164,
        Email = Email.Trim() is { Length: > 0 } email ? email.ToLowerInvariant() : null,
    };
}
