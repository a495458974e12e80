using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Platform.Languages;
using SortKey = Sen.Web.Platform.Text.SortKey;

namespace Sen.Web.Features.Registrations;

/// <summary>
/// Some of the invented people came to a second workshop and were written otherwise there: in capitals without marks, turned, from an
/// agency that has another name by now. What a register meets, for its page of duplicates.
/// </summary>
internal static class SampleDuplicates
{
    public static void Plant(AppDb db)
    {
        var people = db.Persons.Local.Where(p => p.Phone is not null).ToDictionary(p => p.Phone!, StringComparer.Ordinal);
        Person Of(int serial) => people[$"+8490000{serial:0000}"];

        // With the number they had before, in another province.
        Write(Of(72), Of(72).FullName, Of(12).Phone, Of(72).Email);
        Write(Of(85), "TRAN VAN THI DU", Of(85).Phone, Of(25).Email);
        Write(Of(90), "Mẫu Đặng Ngọc", Of(30).Phone, null);
        // Quảng Nam went into Đà Nẵng on 01/07/2025.
        var before = Of(11);
        before.WorksAt(before.Position, null, "Sở Khoa học và Công nghệ tỉnh Quảng Nam", "2016-49");
    }

    /// <summary>A list of the first workshop wrote a department in short, and it was taken for another one.</summary>
    public static void PlantAgency(AppDb db, SamplePeople.Inventor people, Guid workshopId)
    {
        var registration = people.Registrations.Last(r => r.WorkshopId == workshopId && r.AgencyKindId == "SKHCN" && r.ProvinceId != "2025-46");
        var agency = db.Agencies.Local.Single(a => a.Id == registration.AgencyId);
        var place = db.Provinces.Local.Single(p => p.Id == agency.ProvinceId);
        var name = new Bilingual($"Sở KH&CN {place.Name}", "");
        var written = new Agency { KindId = agency.KindId, ProvinceId = agency.ProvinceId, Name = name, SearchKey = Agency.KeyOf(name, null), SortKey = SortKey.Of(name.Vi), IsSample = true };
        db.Agencies.Add(written);
        (registration.AgencyId, registration.AgencyName) = (written.Id, name.Vi);
        var person = db.Persons.Local.Single(p => p.Id == registration.PersonId);
        person.WorksAt(person.Position, written.Id, name.Vi, person.ProvinceId);
    }

    private static void Write(Person person, string name, string? phone, string? email)
    {
        // As a list has it: PersonName would have put capitals right.
        (person.Phone, person.Email, person.FullName) = (phone, email, name);
        (person.FamilyName, person.MiddleName, person.GivenName) = (name.Split(' ')[0], string.Join(' ', name.Split(' ')[1..^1]), name.Split(' ')[^1]);
        person.FindBy(person.AgencyText);
    }
}
