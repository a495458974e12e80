using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People;

public enum PersonSaved { Done, ChangedMeanwhile }

/// <summary>Where what is known of a person is corrected.</summary>
public sealed class PersonRegister(AppDb db)
{
    public Task<Person?> FindAsync(Guid id, CancellationToken ct) => db.Persons.FirstOrDefaultAsync(p => p.Id == id, ct);

    public async Task<PersonSaved> SaveAsync(Person person, PersonInput input, CancellationToken ct)
    {
        var name = input.Name(person) ?? throw new ArgumentException("The name was not checked.", nameof(input));
        var province = input.ProvinceId.Length > 0 ? input.ProvinceId : null;
        var written = PersonName.Clean(input.Agency);
        var agency = await MatchAsync(written, province ?? "", ct);
        (person.Honorific, person.AcademicTitle) = (input.Honorific.Trim(), PersonName.Clean(input.AcademicTitle));
        if (person.AcademicTitle.Length == 0) person.AcademicTitle = name.Title ?? "";
        (person.Sex, person.BirthYear, person.Position) = (input.Sex, input.BirthYear, PersonName.Clean(input.Position));
        (person.AgencyId, person.AgencyText) = (agency?.Id, written);
        person.ProvinceId = province ?? agency?.ProvinceId;
        person.Phone = PhoneNumber.Read(input.Phone)?.E164;
        person.Email = input.Email.Trim() is { Length: > 0 } email ? email : null;
        person.Describe(name, agency?.Name.Vi ?? written);
        db.Entry(person).Property(p => p.Version).OriginalValue = input.Version;
        try
        {
            await db.SaveChangesAsync(ct);
            return PersonSaved.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return PersonSaved.ChangedMeanwhile;
        }
    }

    /// <summary>The agency of the register with this very name, however its marks are typed; one in the person's province first.</summary>
    private async Task<Agency?> MatchAsync(string written, string provinceId, CancellationToken ct)
    {
        var key = SearchKey.Of(written);
        if (key.Length == 0) return null;
        var candidates = await db.Agencies.Where(a => a.SearchKey.Contains(key)).OrderBy(a => a.SortKey).ToListAsync(ct);
        return candidates.Where(a => SearchKey.Of(a.Name.Vi) == key || SearchKey.Of(a.Name.En) == key)
            .OrderByDescending(a => a.ProvinceId == provinceId).FirstOrDefault();
    }
}
