using Sen.Web.Features.People;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>The boxes of one row on the preview page, and what they become.</summary>
public sealed class RowInput
{
    public string Key { get; set; } = "";
    /// <summary>«», «take» or «leave»: nothing is decided for a person.</summary>
    public string Decision { get; set; } = "";
    public string FullName { get; set; } = "";
    public string Sex { get; set; } = "";
    public string BirthYear { get; set; } = "";
    public string Position { get; set; } = "";
    public string AgencyKind { get; set; } = "";
    public string Agency { get; set; } = "";
    public string ProvinceId { get; set; } = "";
    public string Phone { get; set; } = "";
    public string Email { get; set; } = "";
    public ParticipantKind Kind { get; set; }

    public static RowInput Of(ListRow row)
    {
        var suggestion = row.Proposed.Suggestion;
        return new RowInput
        {
            Key = row.Key,
            Decision = row.Correction is null ? "" : row.Correction.LeaveOut ? "leave" : "take",
            FullName = row.FullName,
            Sex = row.Sex?.ToString() ?? "",
            BirthYear = row.BirthYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            Position = row.Position,
            AgencyKind = row.AgencyKind ?? (row.Correction is null ? suggestion?.AgencyKind : null) ?? "",
            Agency = (row.Correction is null ? suggestion?.Agency : null) ?? row.Agency,
            ProvinceId = row.ProvinceId ?? (row.Correction is null && suggestion?.Province is { } p ? $"{p.Vintage}-{p.Code}" : ""),
            Phone = row.Phone is { } phone ? new PhoneNumber(phone).Shown : row.Correction is null ? row.Proposed.Raw.GetValueOrDefault(ListField.Phone) ?? "" : "",
            Email = row.Email ?? (row.Correction is null ? row.Proposed.Raw.GetValueOrDefault(ListField.Email) : null) ?? "",
            Kind = row.Kind,
        };
    }

    /// <summary>The correction, or what is still wrong: «name of the box» → sentence.</summary>
    public (RowCorrection? Correction, IReadOnlyList<(string Box, Bilingual Sentence)> Complaints) Read(ListContext context)
    {
        if (Decision == "leave") return (new RowCorrection { LeaveOut = true }, []);
        var complaints = new List<(string, Bilingual)>();
        var name = PersonName.Read(FullName);
        if (name is null) complaints.Add((nameof(FullName), new("Ghi họ và tên, không có chữ số hay ký hiệu.", "Enter the name, without digits or signs.")));
        var phone = Phone.Trim().Length == 0 ? null : PhoneNumber.Read(Phone, context.InForceOn)?.E164 ?? PhoneNumber.Read(Phone)?.E164;
        if (Phone.Trim().Length > 0 && phone is null) complaints.Add((nameof(Phone), new("Không phải số điện thoại: sửa lại hoặc để trống.", "Not a telephone number: correct it or leave it empty.")));
        var email = Email.Trim().ToLowerInvariant();
        if (email.Length > 0 && !System.Net.Mail.MailAddress.TryCreate(email, out _)) complaints.Add((nameof(Email), new("Không phải địa chỉ thư điện tử: sửa lại hoặc để trống.", "Not an e-mail address: correct it or leave it empty.")));
        int? year = null;
        if (BirthYear.Trim().Length > 0)
        {
            if (int.TryParse(BirthYear, System.Globalization.CultureInfo.InvariantCulture, out var y) && y >= 1900 && y < context.InForceOn.Year) year = y;
            else complaints.Add((nameof(BirthYear), new("Ghi năm sinh bốn chữ số, hoặc để trống.", "Enter a year of birth with four digits, or leave it empty.")));
        }
        // Ids from a form are only words until they are found among the units of that day.
        if (ProvinceId.Length > 0 && context.Gazetteer.InForceOn(context.InForceOn).All(p => $"{p.Vintage}-{p.Code}" != ProvinceId)) complaints.Add((nameof(ProvinceId), new("Chọn một tỉnh, thành phố trong danh sách.", "Choose a province from the list.")));
        if (AgencyKind.Length > 0 && !(context.Kinds.TryFind(AgencyKind, out var kind) && kind.InForceOn(context.InForceOn))) complaints.Add((nameof(AgencyKind), new("Chọn một loại cơ quan trong danh sách.", "Choose a kind of agency from the list.")));
        if (complaints.Count > 0) return (null, complaints);
        return (new RowCorrection
        {
            FullName = name!.Full,
            Sex = Enum.TryParse<Sex>(Sex, out var sex) ? sex : null,
            BirthYear = year,
            Position = PersonName.Clean(Position),
            AgencyKind = AgencyKind,
            Agency = PersonName.Clean(Agency),
            ProvinceId = ProvinceId,
            Phone = phone,
            Email = email.Length > 0 ? email : null,
            Kind = Kind,
        }, []);
    }
}
