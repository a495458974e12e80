using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People;

public enum PersonSaved { Done, ChangedMeanwhile }

/// <summary>Where what is known of a person is corrected.</summary>
public sealed class PersonRegister(AppDb db, AgencyRegister agencies, TimeProvider clock)
{
    public Task<Person?> FindAsync(Guid id, CancellationToken ct) => db.Persons.FirstOrDefaultAsync(p => p.Id == id, ct);

    public async Task<PersonSaved> SaveAsync(Person person, PersonInput input, CancellationToken ct)
    {
        var name = input.Name(person) ?? throw new ArgumentException("The name was not checked.", nameof(input));
        var province = input.ProvinceId.Length > 0 ? input.ProvinceId : null;
        var written = PersonName.Clean(input.Agency);
        var agency = await agencies.MatchAsync(written, province ?? "", ct);
        (person.Honorific, person.AcademicTitle) = (input.Honorific.Trim(), PersonName.Clean(input.AcademicTitle));
        if (person.AcademicTitle.Length == 0) person.AcademicTitle = name.Title ?? "";
        (person.Sex, person.BirthYear, person.Position) = (input.Sex, input.BirthYear, PersonName.Clean(input.Position));
        (person.AgencyId, person.AgencyText) = (agency?.Id, written);
        person.ProvinceId = province ?? agency?.ProvinceId;
        person.Phone = PhoneNumber.Read(input.Phone)?.E164;
        // In small letters, as forms and lists keep it: one mailbox is one text.
        person.Email = input.Email.Trim() is { Length: > 0 } email ? email.ToLowerInvariant() : null;
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

    /// <summary>
    /// The person of this name with this telephone or mail address, or a new one, saved with the next change. Equal names alone are common
    /// and never enough. What is known of somebody is not changed by whoever types their name and address into a public form.
    /// </summary>
    public async Task<Person> FindOrAddAsync(PersonName name, string? phone, string? email, Action<Person> describe, Agency? agency, CancellationToken ct)
    {
        var key = SearchKey.Of(name.Full);
        if (await KnownAsync(key, phone, email, ct) is { } known) return known;
        var person = new Person { FullName = name.Full, GivenName = name.Given, SearchKey = "", SortKey = "", Phone = phone, Email = email, AcademicTitle = name.Title ?? "", CreatedAt = clock.UtcNow() };
        describe(person);
        person.AgencyId = agency?.Id;
        person.Describe(name, agency?.Name.Vi ?? person.AgencyText);
        db.Persons.Add(person);
        return person;
    }

    /// <summary>Persons who had this mailbox in a row that was merged into theirs, or before a merge.</summary>
    public async Task<IReadOnlyList<Guid>> OnceAtAsync(string email, CancellationToken ct)
    {
        var once = await db.WithWords([.. SearchKey.Of(email).Split(' ')]).Where(p => p.AlsoKnownAs != "").Select(p => new { p.Id, p.AlsoKnownAs }).ToListAsync(ct);
        return [.. once.Where(p => KnownAs.Lines(p.AlsoKnownAs).Contains(email, StringComparer.Ordinal)).Select(p => p.Id)];
    }

    private async Task<Person?> KnownAsync(string name, string? phone, string? email, CancellationToken ct)
    {
        var alike = await db.Persons.Where(p => p.MergedIntoId == null && ((phone != null && p.Phone == phone) || (email != null && p.Email == email))).OrderBy(p => p.Id).ToListAsync(ct);
        foreach (var contact in new[] { phone, email }.OfType<string>())
            alike.AddRange(await db.WithWords([.. SearchKey.Of(contact).Split(' ')]).Where(p => p.AlsoKnownAs != "").OrderBy(p => p.Id).ToListAsync(ct));
        foreach (var person in alike.DistinctBy(p => p.Id))
        {
            if (!Has(person)) continue;
            // A merge may be under way: who waits for it here sees its end.
            if (await db.LockStandingAsync(person.Id, ct) is { } standing && standing != person.Id) return await db.Persons.SingleAsync(p => p.Id == standing, ct);
            return person;
        }
        return null;

        bool Has(Person p) => KnownAs.Pairs(p.FullName, p.Phone, p.Email, p.AlsoKnownAs).Any(x => x.Name == name && (x.Contact == phone || x.Contact == email));
    }
}
