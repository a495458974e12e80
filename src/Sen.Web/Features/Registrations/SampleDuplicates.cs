using Sen.Web.Data;
using Sen.Web.Features.People;

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

    private static void Write(Person person, string name, string? phone, string? email)
    {
        // As a list has it: PersonName would have put capitals right.
        (person.Phone, person.Email, person.FullName) = (phone, email, name);
        (person.FamilyName, person.MiddleName, person.GivenName) = (name.Split(' ')[0], string.Join(' ', name.Split(' ')[1..^1]), name.Split(' ')[^1]);
        person.FindBy(person.AgencyText);
    }
}
