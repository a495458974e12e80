using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>
/// The people of a list: known by the same name with the same telephone or mail address, otherwise new. Equal names alone are common and
/// never enough; likely doubles are a person's decision in the register.
/// </summary>
internal sealed class PersonMatch(AppDb db, DateTime now)
{
    public async Task<(IReadOnlyList<Person> People, List<Person> Created)> OfAsync(IReadOnlyList<ListRow> rows, IReadOnlyDictionary<string, Agency> agencies, CancellationToken ct)
    {
        var phones = rows.Select(r => r.Phone).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var emails = rows.Select(r => r.Email).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = new Dictionary<(string, string), Person>();
        await db.LockKnownAsync(phones, emails, ct);
        // Each list as one parameter: 20,000 of them take seconds to write into a query and to read out of it.
        var byPhones = await db.Persons.AsNoTracking().Where(p => p.MergedIntoId == null && EF.Parameter(phones).Contains(p.Phone!)).ToListAsync(ct);
        var byEmails = await db.Persons.AsNoTracking().Where(p => p.MergedIntoId == null && EF.Parameter(emails).Contains(p.Email!)).ToListAsync(ct);
        // Few have been merged; each is known by every name and contact of its rows.
        var merged = await db.Persons.AsNoTracking().Where(p => p.AlsoKnownAs != "" && p.MergedIntoId == null).ToListAsync(ct);
        foreach (var person in byPhones.Concat(byEmails).Concat(merged).DistinctBy(p => p.Id).OrderBy(p => p.Id)) Learn(known, person);
        var people = new List<Person>(rows.Count);
        var created = new List<Person>();
        foreach (var row in rows)
        {
            var name = SearchKey.Of(row.FullName);
            var person = row.Phone is { } phone && known.TryGetValue((name, phone), out var byPhone) ? byPhone
                : row.Email is { } email && known.TryGetValue((name, email), out var byEmail) ? byEmail : null;
            if (person is null)
            {
                person = Make(row, agencies.GetValueOrDefault(AgencyMatch.KeyOf(row)));
                created.Add(person);
                Learn(known, person);
            }
            people.Add(person);
        }
        return (people, created);
    }

    private static void Learn(Dictionary<(string, string), Person> known, Person person)
    {
        foreach (var pair in KnownAs.Pairs(person.FullName, person.Phone, person.Email, person.AlsoKnownAs)) known.TryAdd(pair, person);
    }

    private Person Make(ListRow row, Agency? agency)
    {
        var name = PersonName.Read(row.FullName) ?? throw new InvalidOperationException("A row without a name is a problem that stands.");
        return new Person
        {
            FullName = name.Full,
            FamilyName = name.Family,
            MiddleName = name.Middle,
            GivenName = name.Given,
            AcademicTitle = row.Title,
            Sex = row.Sex,
            BirthYear = row.BirthYear,
            Position = row.Position,
            AgencyId = agency?.Id,
            AgencyText = row.Agency,
            ProvinceId = row.ProvinceId,
            Phone = row.Phone,
            Email = row.Email,
            SearchKey = PersonSearch.KeyOf(name.Full, agency?.Name.Vi ?? row.Agency, row.Phone, row.Email),
            SortKey = name.SortKey,
            CreatedAt = now,
        };
    }
}
