using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>One change of what is known of a person, as a reader sees it.</summary>
public sealed record PersonChange(DateTime At, string Who, string Action, string? Why, IReadOnlyList<PersonChange.Part> Parts)
{
    public sealed record Part(string Field, string? Before, string? After);
}

/// <summary>The trail of one person: their own row and their registrations that the reader may see.</summary>
public sealed class PersonHistory(AppDb db)
{
    private const int Shown = 60;

    public async Task<IReadOnlyList<PersonChange>> OfAsync(Guid personId, IEnumerable<Guid> registrations, CancellationToken ct)
    {
        var ids = registrations.Select(r => r.ToString()).ToList();
        var rows = (await db.RowsOfAsync(personId, ct)).Select(r => r.ToString()).ToList();
        var entries = await db.AuditEntries.AsNoTracking()
            .Where(e => (e.Subject == nameof(Person) && rows.Contains(e.SubjectId)) || (e.Subject == nameof(Registration) && ids.Contains(e.SubjectId)))
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(Shown).ToListAsync(ct);
        var read = entries.Select(e => (e, parts: Read(e.Changes))).ToList();
        var names = await NamesAsync(read.SelectMany(r => r.parts), ct);
        return [.. read.Select(r => new PersonChange(r.e.At, r.e.Who, r.e.Subject + " " + r.e.Action, r.e.Why,
            [.. r.parts.Where(p => FieldWords.ContainsKey(p.Field)).Select(p => p with { Before = Name(p.Before), After = Name(p.After) })]))];

        string? Name(string? value) => value is not null && names.TryGetValue(value, out var name) ? name : value;
    }

    private static List<PersonChange.Part> Read(string json)
    {
        var changes = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(json) ?? [];
        return [.. changes.Select(c => new PersonChange.Part(c.Key, c.Value.ElementAtOrDefault(0), c.Value.ElementAtOrDefault(1)))];
    }

    // Ids mean nothing to a reader; whatever looks like one is named.
    private async Task<Dictionary<string, string>> NamesAsync(IEnumerable<PersonChange.Part> parts, CancellationToken ct)
    {
        var values = parts.SelectMany(p => new[] { p.Before, p.After }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var agencies = values.Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).ToList();
        var names = await db.Agencies.IgnoreQueryFilters().AsNoTracking().Where(a => agencies.Contains(a.Id)).ToDictionaryAsync(a => a.Id.ToString(), a => a.Name.Vi, ct);
        var places = values.Where(v => v.Length == 7 && v[4] == '-').ToList();
        foreach (var place in await db.Provinces.AsNoTracking().Where(p => places.Contains(p.Id)).ToListAsync(ct)) names[place.Id] = place.Name;
        return names;
    }

    /// <summary>The columns a reader knows; keys and counters are left out.</summary>
    public static readonly IReadOnlyDictionary<string, Bilingual> FieldWords = new Dictionary<string, Bilingual>(StringComparer.Ordinal)
    {
        ["FullName"] = new("Họ và tên", "Full name"),
        ["GivenName"] = new("Tên gọi", "Given name"),
        ["Honorific"] = new("Danh xưng", "Honorific"),
        ["AcademicTitle"] = new("Học vị", "Academic title"),
        ["Sex"] = new("Giới tính", "Sex"),
        ["BirthYear"] = new("Năm sinh", "Year of birth"),
        ["Position"] = new("Chức vụ", "Position"),
        ["AgencyText"] = new("Cơ quan", "Agency"),
        ["AgencyName"] = new("Cơ quan", "Agency"),
        ["AgencyId"] = new("Cơ quan trong danh mục", "Agency of the register"),
        ["ProvinceId"] = new("Tỉnh, thành phố", "Province"),
        ["Phone"] = new("Điện thoại", "Phone"),
        ["Email"] = new("Email", "E-mail"),
        ["Kind"] = new("Tư cách", "Took part as"),
        ["State"] = new("Trạng thái", "State"),
        ["Note"] = new("Ghi chú", "Note"),
    };

    public static string ActionWords(string action, Language l) => action switch
    {
        "Person added" => l["Đưa vào danh bạ", "Entered in the register"],
        "Person changed" => l["Sửa thông tin", "Details changed"],
        "Registration added" => l["Ghi vào hội thảo", "Entered in a workshop"],
        "Registration changed" => l["Sửa đăng ký", "Registration changed"],
        "Registration removed" => l["Bỏ khỏi hội thảo", "Taken off a workshop"],
        _ => action,
    };
}
