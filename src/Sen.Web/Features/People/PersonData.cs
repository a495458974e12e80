using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>What the register of people holds of one of them.</summary>
public sealed class PersonData(AppDb db) : IPersonalData
{
    public async Task<IReadOnlyList<HeldRecord>> HeldAsync(Guid personId, CancellationToken ct)
    {
        if (await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, ct) is not { } p) return [];
        var province = await db.Provinces.Where(x => x.Id == p.ProvinceId).Select(x => x.Name).FirstOrDefaultAsync(ct);
        var agency = await db.Agencies.AsNoTracking().Where(a => a.Id == p.AgencyId).Select(a => a.Name).FirstOrDefaultAsync(ct);
        (string Name, Bilingual Words, string? Value)[] values =
        [
            ("fullName", new("Họ và tên", "Full name"), p.FullName),
            ("honorific", new("Xưng hô", "Form of address"), p.Honorific),
            ("academicTitle", new("Học hàm, học vị", "Academic title"), p.AcademicTitle),
            ("sex", new("Giới tính", "Sex"), p.Sex?.ToString()),
            ("birthYear", new("Năm sinh", "Year of birth"), p.BirthYear?.ToString(CultureInfo.InvariantCulture)),
            ("position", new("Chức vụ", "Position"), p.Position),
            ("agency", new("Cơ quan", "Agency"), agency?.Vi ?? p.AgencyText),
            ("province", new("Tỉnh, thành phố", "Province"), province),
            ("phone", new("Điện thoại", "Phone"), p.Phone is null ? null : new PhoneNumber(p.Phone).Shown),
            ("email", new("Thư điện tử", "E-mail"), p.Email),
        ];
        return [new HeldRecord(p.Id, "person", new("Về Ông/Bà", "About you"), [.. values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => new HeldValue(v.Name, v.Words, v.Value!))])];
    }

    public async Task<IReadOnlyList<string>> ContactsAsync(Guid personId, CancellationToken ct)
    {
        if (await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, ct) is not { } p) return [];
        var words = new List<string>();
        if (p.Email is { Length: > 0 } email) words.Add(email);
        if (p.Phone is { Length: > 0 } phone) words.AddRange([phone, new PhoneNumber(phone).Shown, "0" + phone[Math.Min(3, phone.Length)..]]);
        return words;
    }

    public async Task EraseAsync(Guid personId, CancellationToken ct)
    {
        if (await db.Persons.FirstOrDefaultAsync(p => p.Id == personId, ct) is not { } person) return;
        person.Forget();
        await db.SaveChangesAsync(ct);
    }

    public Task<IReadOnlyList<Guid>> RecordsAsync(Guid personId, CancellationToken ct) => Task.FromResult<IReadOnlyList<Guid>>([personId]);
}
