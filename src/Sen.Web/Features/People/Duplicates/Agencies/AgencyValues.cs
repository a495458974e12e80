using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>What is known of an agency, column by column as text, to be compared, chosen from and put back.</summary>
internal static class AgencyValues
{
    private const string NameEn = "NameEn";

    public static readonly IReadOnlyList<RowField> Fields =
    [
        new("name", new("Tên cơ quan", "Name"), [nameof(Agency.Name)]),
        new("name-en", new("Tên tiếng Anh", "English name"), [NameEn]),
        new("kind", new("Loại cơ quan", "Kind"), [nameof(Agency.KindId)]),
        new("province", new("Tỉnh, thành phố", "Province"), [nameof(Agency.ProvinceId)]),
    ];

    public static Dictionary<string, string?> Of(Agency a) => new(StringComparer.Ordinal)
    {
        [nameof(Agency.Name)] = a.Name.Vi,
        [NameEn] = a.Name.En,
        [nameof(Agency.KindId)] = a.KindId,
        [nameof(Agency.ProvinceId)] = a.ProvinceId,
    };

    public static void Write(Agency a, string column, string? value)
    {
        switch (column)
        {
            case nameof(Agency.Name): a.Name = new Bilingual(value ?? "", a.Name.En); break;
            case NameEn: a.Name = new Bilingual(a.Name.Vi, value ?? ""); break;
            case nameof(Agency.KindId): a.KindId = value; break;
            case nameof(Agency.ProvinceId): a.ProvinceId = value; break;
            default: throw new ArgumentOutOfRangeException(nameof(column), column, "No such column.");
        }
    }
}
