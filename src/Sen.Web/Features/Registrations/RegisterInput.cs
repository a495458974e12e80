using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations;

/// <summary>The public form. Nothing is inferred: no sex from a name, no «Ông» from a sex.</summary>
public sealed class RegisterInput : WorkInput
{
    [Needed("Ghi họ và tên", "Enter your full name"), AtMost(120)]
    public string FullName { get; set; } = "";

    [AtMost(20)]
    public string Honorific { get; set; } = "";

    public Sex? Sex { get; set; }

    [AtMost(60)]
    public string Phone { get; set; } = "";

    [Needed("Ghi thư điện tử: chỗ được giữ qua đường dẫn gửi đến đó", "Enter your e-mail: the seat is held by a link sent there"), AtMost(200)]
    public string Email { get; set; } = "";

    public List<ConsentPurpose> Consents { get; set; } = [];

    /// <summary>A box no person sees: machines fill it.</summary>
    public string Homepage { get; set; } = "";

    public void Check(ModelStateDictionary state, Language l)
    {
        if (FullName.Trim().Length > 0 && PersonName.Read(FullName) is null)
            state.AddModelError("Input.FullName", l["Ghi họ và tên bằng chữ, không có số hay dấu ngoặc", "Write the name in letters, without digits or brackets"]);
        if (Honorific is not ("" or "Ông" or "Bà")) state.AddModelError("Input.Honorific", l["Chọn lại cách xưng hô", "Choose the form of address again"]);
        if (Phone.Trim().Length > 0 && PhoneNumber.Read(Phone) is null)
            state.AddModelError("Input.Phone", l[$"«{Phone.Trim()}» chưa phải là một số điện thoại: ghi đủ số, ví dụ 0912 345 678, hoặc để trống", $"“{Phone.Trim()}” is not a phone number: write all of it, such as 0912 345 678, or leave it empty"]);
        if (Email.Trim().Length > 0 && !MailAddress.IsGood(Email)) state.AddModelError("Input.Email", MailAddress.Complaint(Email, l));
        if (Homepage.Length == 0) return;
        state.Remove("Input.Homepage");
        Homepage = "";
        state.AddModelError("", l["Máy của Ông/Bà đã tự điền vào một ô ẩn. Ô đó nay đã trống: xin nhấn gửi lần nữa.", "Your browser filled a hidden box by itself. It is empty now: please send once more."]);
    }

    public RegistrationEntry Entry(RegistrantUnit unit, IReadOnlyDictionary<Guid, string> answers, Language l) => new()
    {
        Name = PersonName.Read(FullName)!,
        Honorific = Honorific,
        Sex = Sex,
        Position = PersonName.Clean(Position),
        Agency = Agency,
        ProvinceId = unit.ProvinceId,
        Phone = PhoneNumber.Read(Phone)?.E164,
        Email = Address,
        Diet = Diet.Trim().Nfc(),
        AccessNeeds = AccessNeeds.Trim().Nfc(),
        Lang = l.Code,
        Answers = answers.Where(a => a.Value.Length > 0).ToDictionary(),
        Consents = Consents.Distinct().ToDictionary(c => c, c => c.Words(l)),
    };

    /// <summary>In small letters, as lists are read too: one mailbox is one text.</summary>
    public string Address => Email.Trim().ToLowerInvariant();
}
