using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>How every letter to a registered person is laid out: greeting, what happened, the workshop, the link, the close.</summary>
public static class RegistrationLetter
{
    public static string Body(Language l, Person person, Workshop workshop, string paragraph, string? link, string? linkWords = null)
    {
        var parts = new List<string> { Greeting(l, person), paragraph, Facts(l, workshop) };
        if (link is not null) parts.Add((linkWords ?? l["Trang riêng của Ông/Bà (xin giữ kín, ai có đường dẫn đều mở được):", "Your private page (please keep it to yourself: whoever has the link can open it):"]) + "\n" + link);
        parts.Add(l["Trân trọng,\nBan tổ chức", "Yours sincerely,\nThe organisers"]);
        return string.Join("\n\n", parts);
    }

    private static string Greeting(Language l, Person person) => Salutation(l, person.Honorific, person.AcademicTitle, person.Sex, person.FullName) + ",";

    /// <summary>«Kính gửi Bà TS. Nguyễn Thị Mẫu», without its comma.</summary>
    public static string Salutation(Language l, string honorific, string academicTitle, Sex? sex, string fullName)
    {
        var title = academicTitle.Length > 0 ? academicTitle + " " : "";
        // Sex and form of address are what a person said; never guessed from a name.
        var vi = honorific.Length > 0 ? honorific : sex switch { Sex.Male => "Ông", Sex.Female => "Bà", _ => "Ông/Bà" };
        return l[$"Kính gửi {vi} {title}{fullName}", $"Dear {title}{fullName}"];
    }

    private static string Facts(Language l, Workshop workshop)
    {
        var place = string.Join(", ", new[] { workshop.Venue, workshop.City }.Where(t => !t.IsEmpty).Select(l.Plain));
        return $"{l.Plain(workshop.Title)}\n{l["Thời gian", "Dates"]}: {l.Dates(workshop.StartsOn, workshop.EndsOn)}\n{l["Nơi tổ chức", "Place"]}: {(place.Length > 0 ? place : l.NotRecorded)}";
    }
}
