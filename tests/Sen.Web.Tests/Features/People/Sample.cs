using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;
using SortKey = Sen.Web.Platform.Text.SortKey;

namespace Sen.Web.Tests.Features.People;

/// <summary>Persons and agencies a test brings and takes away again.</summary>
internal static class Sample
{
    public static Person Person(string name, string agency = "", string? phone = null, string? email = null, Guid? agencyId = null, string? province = null)
    {
        var person = new Person { FullName = name, GivenName = name, SearchKey = "", SortKey = "", AgencyText = agency, AgencyId = agencyId, Phone = phone, Email = email, ProvinceId = province };
        person.Describe(PersonName.Read(name)!, agency);
        return person;
    }

    public static Agency Agency(string name, string kind, string province) =>
        new() { Name = Bilingual.Of(name, ""), KindId = kind, ProvinceId = province, SearchKey = SearchKey.Of(name + " " + kind), SortKey = SortKey.Of(name) };

    public static Registration Registration(Person person, Guid workshop, ParticipantKind kind = ParticipantKind.Trainee) =>
        new() { PersonId = person.Id, WorkshopId = workshop, Kind = kind, State = RegistrationState.Recorded };

    public static Task<Guid> WorkshopAsync(this TestSite site, string code) => site.DbAsync(db => db.Workshops.Where(w => w.Code == code).Select(w => w.Id).FirstAsync());

    public static Task AddAsync(this TestSite site, params object[] rows) => site.DbAsync(async db =>
    {
        db.AddRange(rows);
        return await db.SaveChangesAsync();
    });

    public static Task RemoveAsync(this TestSite site, params IEnumerable<Person> persons) => site.DbAsync(async db =>
    {
        var ids = persons.Select(p => p.Id).ToList();
        await db.Registrations.Where(r => ids.Contains(r.PersonId)).ExecuteDeleteAsync();
        return await db.Persons.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync();
    });
}
