using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>What the register of people holds of one of them.</summary>
public sealed class PersonData(AppDb db) : IPersonalData
{
    public async Task<IReadOnlyList<HeldRecord>> HeldAsync(Guid personId, CancellationToken ct)
    {
        var held = new List<HeldRecord>();
        foreach (var id in await db.RowsOfAsync(personId, ct))
        {
            if (await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } p) continue;
            var title = p.MergedIntoId is null ? new Bilingual("Về Ông/Bà", "About you") : new("Về Ông/Bà, ghi ở một dòng khác đã gộp", "About you, in another row that was merged");
            held.Add(new HeldRecord(p.Id, "person", title, await ValuesAsync(p, ct)));
        }
        return held;
    }

    private async Task<IReadOnlyList<HeldValue>> ValuesAsync(Person p, CancellationToken ct)
    {
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
            ("alsoKnownAs", new("Từng ghi là", "Once written as"), p.AlsoKnownAs.Replace("\n", "; ", StringComparison.Ordinal)),
        ];
        return [.. values.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => new HeldValue(v.Name, v.Words, v.Value!))];
    }

    public async Task<IReadOnlyList<string>> ContactsAsync(Guid personId, CancellationToken ct)
    {
        var ids = await db.RowsOfAsync(personId, ct);
        var words = new List<string>();
        foreach (var p in await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(ct))
        {
            var once = KnownAs.Lines(p.AlsoKnownAs);
            foreach (var email in once.Where(l => l.Contains('@', StringComparison.Ordinal)).Append(p.Email).OfType<string>().Where(e => e.Length > 0)) words.Add(email);
            foreach (var phone in once.Where(l => l.StartsWith('+')).Append(p.Phone).OfType<string>().Where(n => n.Length > 0)) words.AddRange([phone, new PhoneNumber(phone).Shown, "0" + phone[Math.Min(3, phone.Length)..]]);
        }
        return [.. words.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Every row of the person, and what would bring a merged one back.</summary>
    public async Task EraseAsync(Guid personId, CancellationToken ct)
    {
        var ids = await db.RowsOfAsync(personId, ct);
        foreach (var person in await db.Persons.Where(p => ids.Contains(p.Id)).ToListAsync(ct)) person.Forget();
        foreach (var merge in await db.PersonMerges.Where(m => ids.Contains(m.StandingId) || ids.Contains(m.AwayId)).ToListAsync(ct)) merge.Forget();
        await db.SaveChangesAsync(ct);
    }

    public Task<IReadOnlyList<Guid>> RecordsAsync(Guid personId, CancellationToken ct) => db.RowsOfAsync(personId, ct);
}
