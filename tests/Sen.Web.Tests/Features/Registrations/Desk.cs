using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations;

/// <summary>People put straight into a state, and an organiser's hand on the list over HTTP.</summary>
internal static partial class Desk
{
    private static int serial;

    /// <summary>Invented people in one state, with the guard counter as the desks would have left it.</summary>
    public static Task<List<Registration>> PutAsync(this TestSite site, Workshop workshop, RegistrationState state, params string[] names) => site.PutInAsync(workshop, state, null, names);

    public static Task<List<Registration>> PutInAsync(this TestSite site, Workshop workshop, RegistrationState state, string? province, params string[] names) => site.DbAsync(async db =>
    {
        var made = new List<Registration>();
        foreach (var name in names)
        {
            var n = Interlocked.Increment(ref serial);
            var person = new Person { FullName = name, GivenName = name.Split(' ')[^1], SearchKey = PersonSearch.KeyOf(name, "", null, null), SortKey = PersonName.Read(name)!.SortKey, Phone = $"+8497{n:0000000}", Email = $"ban{n}@mau.example" };
            var r = new Registration { WorkshopId = workshop.Id, PersonId = person.Id, State = state, ProvinceId = province, TicketNumber = TicketNumber.New(), CreatedAt = new DateTime(2026, 11, 1, 1, 0, n % 60, DateTimeKind.Utc) };
            if (state == RegistrationState.Waiting) r.QueueNumber = n;
            db.Persons.Add(person);
            db.Registrations.Add(r);
            made.Add(r);
        }
        await db.SaveChangesAsync();
        if (Registration.TakesSeat(state)) await db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + names.Length));
        return made;
    });

    public static Task<SeatLimit> LimitAsync(this TestSite site, Workshop workshop, string name, int? atMost = null, int held = 0, DateTime? releaseOn = null, params string[] provinces) => site.InScopeAsync(async s =>
    {
        SeatLimit? made = null;
        Assert.Equal(LimitSaved.Done, await s.GetRequiredService<LimitDesk>().SaveAsync(workshop.Id, null, 0, l =>
        {
            (l.Name, l.AtMost, l.Held, l.ReleaseOn, l.Provinces) = (new Bilingual(name, name), atMost, held, releaseOn, string.Join(' ', provinces));
            made = l;
        }, default));
        return made!;
    });

    public static Task<List<RegistrationState>> StatesAsync(this TestSite site, IEnumerable<Registration> people) => site.DbAsync(async db =>
    {
        var states = new List<RegistrationState>();
        foreach (var r in people) states.Add(await db.Registrations.Where(x => x.Id == r.Id).Select(x => x.State).SingleAsync());
        return states;
    });

    public static Task<int> TakenAsync(this TestSite site, Workshop workshop) => site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).Select(w => w.SeatsTaken).SingleAsync());

    public static async Task AgreesAsync(this TestSite site, params Workshop[] workshops) =>
        Assert.Equal([], (await site.InScopeAsync(s => s.GetRequiredService<SeatCheck>().RunAsync(default))).Where(d => workshops.Any(w => w.Code == d.Workshop)));

    /// <summary>Ticks these people, presses the button, and returns the page that answers.</summary>
    public static async Task<string> HandAsync(this HttpClient organiser, Workshop workshop, string handler, IEnumerable<Registration> people, string lang = "vi", params (string Name, string Value)[] fields)
    {
        var page = $"/{lang}/desk/workshops/{workshop.Code}/people";
        var form = people.Select(r => KeyValuePair.Create("Chosen", r.Id.ToString())).Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))
            .Append(KeyValuePair.Create("__RequestVerificationToken", Visits.Token(await organiser.GetStringAsync(page))));
        var answer = await organiser.PostAsync($"{page}?handler={handler}", new FormUrlEncodedContent(form));
        if (answer.StatusCode == HttpStatusCode.OK) return await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return await organiser.GetStringAsync(answer.Headers.Location);
    }

    /// <summary>Presses the undo of the answer.</summary>
    public static async Task<string> UndoAsync(this HttpClient organiser, string html)
    {
        var form = UndoForm().Match(html);
        Assert.True(form.Success, "The answer offers no undo.");
        var answer = await organiser.PostAsync(WebUtility.HtmlDecode(form.Groups["at"].Value), new FormUrlEncodedContent([new("Undo", WebUtility.HtmlDecode(form.Groups["undo"].Value)), new("__RequestVerificationToken", Visits.Token(html))]));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return await organiser.GetStringAsync(answer.Headers.Location);
    }

    public static string Flash(string html) => Visits.Text(FlashNote().Match(html).Value);

    [GeneratedRegex("<form method=\"post\" action=\"(?<at>[^\"]+)\"><input type=\"hidden\" name=\"Undo\" value=\"(?<undo>[^\"]*)\"")]
    private static partial Regex UndoForm();

    [GeneratedRegex("<div class=\"note note-\\w+ flash\" role=\"status\">.*?</div>", RegexOptions.Singleline)]
    private static partial Regex FlashNote();
}
