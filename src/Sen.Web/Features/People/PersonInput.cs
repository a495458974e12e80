using Sen.Web.Platform.Forms;

namespace Sen.Web.Features.People;

/// <summary>What the form of a person takes and gives back. Nothing is inferred: no sex from a name, no «Ông» from a sex.</summary>
public sealed class PersonInput
{
    public int Version { get; set; }

    [Needed("Ghi họ và tên", "Enter the full name"), AtMost(120)]
    public string FullName { get; set; } = "";

    [AtMost(80)]
    public string GivenName { get; set; } = "";

    [AtMost(20)]
    public string Honorific { get; set; } = "";

    [AtMost(60)]
    public string AcademicTitle { get; set; } = "";

    public Sex? Sex { get; set; }

    [Between(1920, 2015)]
    public int? BirthYear { get; set; }

    [AtMost(200)]
    public string Position { get; set; } = "";

    [AtMost(300)]
    public string Agency { get; set; } = "";

    public string ProvinceId { get; set; } = "";

    [AtMost(60)]
    public string Phone { get; set; } = "";

    [AtMost(200)]
    public string Email { get; set; } = "";

    public static PersonInput Of(Person person, string agency) => new()
    {
        Version = person.Version,
        FullName = person.FullName,
        GivenName = person.GivenName,
        Honorific = person.Honorific,
        AcademicTitle = person.AcademicTitle,
        Sex = person.Sex,
        BirthYear = person.BirthYear,
        Position = person.Position,
        Agency = agency,
        ProvinceId = person.ProvinceId ?? "",
        Phone = person.Phone is null ? "" : new PhoneNumber(person.Phone).Shown,
        Email = person.Email ?? "",
    };

    /// <summary>The name as it will be kept: a given name left as it was follows a corrected full name.</summary>
    public PersonName? Name(Person before)
    {
        var stale = GivenName == before.GivenName && PersonName.Clean(FullName) != before.FullName;
        return PersonName.Read(FullName)?.CalledBy(stale ? "" : GivenName);
    }

    public IEnumerable<(string Box, string Vi, string En)> Complaints(Person before)
    {
        if (FullName.Length > 0 && PersonName.Read(FullName) is null) yield return ("FullName", "Ghi họ và tên bằng chữ, không có số hay dấu ngoặc", "Write the name in letters, without digits or brackets");
        else if (FullName.Length > 0 && Name(before) is null) yield return ("GivenName", $"Tên gọi phải là phần đầu hoặc phần cuối của họ và tên; để trống thì lấy từ cuối", "The given name must begin or end the full name; leave it empty to take the last word");
        if (Phone.Trim().Length > 0 && PhoneNumber.Read(Phone) is null) yield return ("Phone", $"«{Phone}» chưa phải là một số điện thoại: ghi đủ số, ví dụ 0912 345 678", $"“{Phone}” is not a phone number: write all of it, such as 0912 345 678");
        if (Email.Trim().Length > 0 && !System.Net.Mail.MailAddress.TryCreate(Email.Trim(), out _)) yield return ("Email", $"«{Email}» chưa phải là địa chỉ thư điện tử: ghi theo dạng ten@donvi.vn", $"“{Email}” is not an e-mail address: write it as name@office.vn");
    }
}
