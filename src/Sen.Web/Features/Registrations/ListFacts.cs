using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>By id, in the order they are offered as filters.</summary>
public sealed record ListPlaces(IReadOnlyDictionary<string, string> Provinces, IReadOnlyDictionary<string, Bilingual> Kinds, IReadOnlyList<(Guid Id, Bilingual Name)> Agencies);

/// <summary>What a list says of its people beyond their own rows: names of places, the place in line and why, answers. Asked once for all rows.</summary>
public sealed class ListFacts(Language language)
{
    private readonly Dictionary<Seatable, string> whys = [];
    private Dictionary<Guid, int> places = [];
    private Dictionary<(Guid, Guid), string> answers = [];
    private HashSet<string> failed = [];
    private SeatBook? book;

    public Language L => language;
    public IReadOnlyDictionary<string, string> Provinces { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);
    public IReadOnlyDictionary<string, Bilingual> Kinds { get; private set; } = new Dictionary<string, Bilingual>(StringComparer.Ordinal);

    /// <summary>Which places and kinds of agency occur in the whole list.</summary>
    public static async Task<ListPlaces> PlacesAsync(AppDb db, Guid workshopId, CancellationToken ct)
    {
        // «in», not «exists»: the registrations are read once and not once for each of a hundred places.
        var here = db.Registrations.Where(r => r.WorkshopId == workshopId);
        return new(await db.Provinces.AsNoTracking().Where(p => here.Select(r => r.ProvinceId).Contains(p.Id)).OrderBy(p => p.SortKey).ToDictionaryAsync(p => p.Id, p => p.Name, ct),
            await db.AgencyKinds.AsNoTracking().Where(k => here.Select(r => r.AgencyKindId).Contains(k.Id)).OrderBy(k => k.Id).ToDictionaryAsync(k => k.Id, k => k.Name, ct),
            await GroupChoices.AgenciesAsync(db, workshopId, ct));
    }

    public static async Task<ListFacts> OfAsync(AppDb db, SeatOffice office, Guid workshopId, ListPlaces places, IReadOnlyList<Participant> people, IReadOnlyList<ParticipantColumn> columns, Language language, CancellationToken ct)
    {
        var facts = new ListFacts(language) { Provinces = places.Provinces, Kinds = places.Kinds };
        if (people.Any(p => p.State == RegistrationState.Waiting))
        {
            facts.book = (await office.LookAsync(workshopId, ct)).Book;
            var line = await db.Registrations.Where(r => r.WorkshopId == workshopId && r.State == RegistrationState.Waiting).OrderBy(r => r.QueueNumber).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(ct);
            facts.places = line.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i + 1);
        }
        var addresses = people.Select(p => p.Address).OfType<string>().Distinct().ToList();
        if (addresses.Count > 0) facts.failed = [.. await db.FailedAddresses.Where(a => a.IsPermanent && addresses.Contains(a.Address)).Select(a => a.Address).ToListAsync(ct)];
        var questions = columns.Select(c => c.Question).OfType<Guid>().ToList();
        if (questions.Count > 0)
            facts.answers = await db.Answers.AsNoTracking().Where(a => questions.Contains(a.QuestionId) && db.Registrations.Any(r => r.Id == a.RegistrationId && r.WorkshopId == workshopId))
                .ToDictionaryAsync(a => (a.RegistrationId, a.QuestionId), a => a.Value, ct);
        return facts;
    }

    /// <summary>The place in line, from 1; null for whoever is not waiting.</summary>
    public int? PlaceOf(Participant p) => places.TryGetValue(p.Id, out var place) ? place : null;

    public string? WhyOf(Participant p)
    {
        if (p.State != RegistrationState.Waiting || book is null) return null;
        if (!whys.TryGetValue(p.Seatable, out var why))
            whys[p.Seatable] = why = book.Judge(p.Seatable) is { Admits: false } no ? no.Words(language) : language["Mọi hạn mức đều nhận; chưa tới lượt, hoặc đã đóng đăng ký.", "All limits admit them; it is not their turn yet, or registration has closed."];
        return why;
    }

    /// <summary>A server said that this person's address does not work.</summary>
    public bool IsUnreachable(Participant p) => p.Address is { } address && failed.Contains(address);

    public string AnswerOf(Participant p, Guid question) => answers.GetValueOrDefault((p.Id, question), "");
}
