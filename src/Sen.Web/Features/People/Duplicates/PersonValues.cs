using System.Globalization;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>What is known of a person, column by column as text, to be compared, chosen from and put back.</summary>
internal static class PersonValues
{
    public static readonly IReadOnlyList<RowField> Fields =
    [
        new("name", new("Họ và tên", "Full name"), [nameof(Person.FullName), nameof(Person.FamilyName), nameof(Person.MiddleName), nameof(Person.GivenName)]),
        new("honorific", new("Danh xưng", "Honorific"), [nameof(Person.Honorific)]),
        new("title", new("Học hàm, học vị", "Academic title"), [nameof(Person.AcademicTitle)]),
        new("sex", new("Giới tính", "Sex"), [nameof(Person.Sex)]),
        new("birth", new("Năm sinh", "Year of birth"), [nameof(Person.BirthYear)]),
        new("position", new("Chức vụ", "Position"), [nameof(Person.Position)]),
        new("agency", new("Cơ quan", "Agency"), [nameof(Person.AgencyId), nameof(Person.AgencyText)]),
        new("province", new("Tỉnh, thành phố", "Province"), [nameof(Person.ProvinceId)]),
        new("phone", new("Điện thoại", "Phone"), [nameof(Person.Phone)]),
        new("email", new("Email", "E-mail"), [nameof(Person.Email)]),
    ];

    public static RowField FieldOf(string column) => Fields.First(f => f.Columns.Contains(column));

    public static Dictionary<string, string?> Of(Person p) => new(StringComparer.Ordinal)
    {
        [nameof(Person.FullName)] = p.FullName,
        [nameof(Person.FamilyName)] = p.FamilyName,
        [nameof(Person.MiddleName)] = p.MiddleName,
        [nameof(Person.GivenName)] = p.GivenName,
        [nameof(Person.Honorific)] = p.Honorific,
        [nameof(Person.AcademicTitle)] = p.AcademicTitle,
        [nameof(Person.Sex)] = p.Sex?.ToString(),
        [nameof(Person.BirthYear)] = p.BirthYear?.ToString(CultureInfo.InvariantCulture),
        [nameof(Person.Position)] = p.Position,
        [nameof(Person.AgencyId)] = p.AgencyId?.ToString(),
        [nameof(Person.AgencyText)] = p.AgencyText,
        [nameof(Person.ProvinceId)] = p.ProvinceId,
        [nameof(Person.Phone)] = p.Phone,
        [nameof(Person.Email)] = p.Email,
    };

    public static void Write(Person p, string column, string? value)
    {
        switch (column)
        {
            case nameof(Person.FullName): p.FullName = value ?? ""; break;
            case nameof(Person.FamilyName): p.FamilyName = value ?? ""; break;
            case nameof(Person.MiddleName): p.MiddleName = value ?? ""; break;
            case nameof(Person.GivenName): p.GivenName = value ?? ""; break;
            case nameof(Person.Honorific): p.Honorific = value ?? ""; break;
            case nameof(Person.AcademicTitle): p.AcademicTitle = value ?? ""; break;
            case nameof(Person.Sex): p.Sex = value is null ? null : Enum.Parse<Sex>(value); break;
            case nameof(Person.BirthYear): p.BirthYear = value is null ? null : int.Parse(value, CultureInfo.InvariantCulture); break;
            case nameof(Person.Position): p.Position = value ?? ""; break;
            case nameof(Person.AgencyId): p.AgencyId = value is null ? null : Guid.Parse(value); break;
            case nameof(Person.AgencyText): p.AgencyText = value ?? ""; break;
            case nameof(Person.ProvinceId): p.ProvinceId = value; break;
            case nameof(Person.Phone): p.Phone = value; break;
            case nameof(Person.Email): p.Email = value; break;
            default: throw new ArgumentOutOfRangeException(nameof(column), column, "No such column.");
        }
    }

    /// <summary>What a field says to a reader.</summary>
    public static string Said(RowField field, Person p, Func<Person, string> agency, Func<Person, string> province, Language l) => field.Name switch
    {
        "name" => p.FullName,
        "honorific" => p.Honorific,
        "title" => p.AcademicTitle,
        "sex" => p.Sex is null ? "" : p.Sex.Words(l),
        "birth" => p.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "",
        "position" => p.Position,
        "agency" => agency(p),
        "province" => province(p),
        "phone" => p.Phone is { } phone ? new PhoneNumber(phone).Shown : "",
        _ => p.Email ?? "",
    };
}
