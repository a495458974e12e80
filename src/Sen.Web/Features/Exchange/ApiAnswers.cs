using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Exchange;

// The words of the public API. They are a contract: a class of ours may be renamed, these may not.

public enum ApiStatus { Published, Closed, Held, Cancelled }

public enum ApiState { NotYetOpen, Open, Full, Closed, Running, Over, Held, Cancelled }

public enum ApiSeats { NotYetOpen, Open, WaitingList, Closed }

[Description("A text in both languages; a side that nobody has written is null.")]
public sealed record ApiText(string? Vi, string? En)
{
    /// <summary>Null where nothing is recorded.</summary>
    public static ApiText? Of(Bilingual text) => text.IsEmpty ? null : new(Side(text.Vi), Side(text.En));

    private static string? Side(string text) => text.Length > 0 ? text : null;
}

[Description("One page of a list.")]
public sealed record ApiPage<T>(int Page, int PageSize, int Total, int Pages, IReadOnlyList<T> Items);

[Description("The public page in both languages.")]
public sealed record ApiAddresses(string Vi, string En);

public sealed record ApiOrganiser(OrganiserRole Role, ApiText? Name);

[Description("What a trainee must have done to count as trained.")]
public sealed record ApiCompletion(int MinAttendancePercent, bool NeedsPostTest, int MinPostTestPercent, bool NeedsExercise);

public sealed record ApiProgrammeLinks(ApiAddresses Page, [property: Description("The programme's workshops in this API.")] string Workshops);

public sealed record ApiProgramme(
    Guid Id, string Code, ApiText? Title, ApiText? Aim, ApiText? Audience, ApiText? Policy, string? PolicyNumber, string? PolicyUrl, int? FromYear, int? ToYear,
    [property: Description("True for data that came with the software to try it; the series of 2026 is invented.")] bool IsSample,
    IReadOnlyList<ApiOrganiser> Organisers, IReadOnlyList<ApiText> Topics, ApiCompletion Completion,
    [property: Description("How many of its workshops this API lists.")] int Workshops, [property: Description("How many of those were held.")] int Held, string? Source, ApiProgrammeLinks Links);

public sealed record ApiProgrammeName(string Code, ApiText? Title);

[Description("A province-level unit, by period and code: «2025-92». Codes were given anew on 1 July 2025, so a code alone names nothing.")]
public sealed record ApiProvince(string Id, string Name);

[Description("Seats of trainees, as counted this moment. Null capacity: no limit is recorded. Free: for everybody; seats kept for some are not among them.")]
public sealed record ApiAvailability(int? Capacity, int Taken, int? Free, int Kept, int Waiting, ApiSeats State, bool NeedsApproval);

public sealed record ApiWorkshopLinks(string Self, ApiAddresses Page, [property: Description("iCalendar file; null where no date is recorded.")] string? Calendar);

public record ApiWorkshop(
    Guid Id, string Code, ApiProgrammeName Programme, ApiText? Title, ApiText? Summary, ApiText? Region, ApiText? City, ApiText? Venue, ApiProvince? HostProvince,
    DateOnly? StartsOn, [property: Description("Null where no source records it.")] DateOnly? EndsOn, ApiText? DatesNote, IReadOnlyList<string> Languages,
    [property: Description("As the organisers set it.")] ApiStatus Status, [property: Description("What status, dates, window and seats make of it now.")] ApiState State,
    DateTimeOffset? RegistrationOpens, DateTimeOffset? RegistrationCloses,
    [property: Description("Null once it was held or cancelled.")] ApiAvailability? Availability,
    bool IsSample, [property: Description("Of the last change of title, dates, place, status or agenda.")] DateTimeOffset ChangedAt, ApiWorkshopLinks Links);

public sealed record ApiSpeaker(string Name, string? Honorific, ApiText? JobTitle, ApiText? Organisation, ApiText? OnBehalfOf);

[Description("Times are local to Việt Nam; null where no source records them.")]
public sealed record ApiSession(HalfDay Half, [property: RegularExpression(ApiSession.Time)] string? Starts, [property: RegularExpression(ApiSession.Time)] string? Ends, SessionKind Kind, ApiText? Title, ApiText? Topic, ApiText? Room, ApiText? Summary, IReadOnlyList<ApiSpeaker> Speakers)
{
    /// <summary>JSON Schema's «time» wants an offset; the hour of an agenda is what the clock in the hall shows.</summary>
    internal const string Time = "^[0-2][0-9]:[0-5][0-9]$";
}

[Description("Day 0 holds what took place on a day that no source records.")]
public sealed record ApiDay(int Day, DateOnly? Date, IReadOnlyList<ApiSession> Sessions);

public sealed record ApiStated(Measure Measure, [property: Description("True for «over 60».")] bool IsMinimum, int Value, string? Source);

[Description("Counted from records; only trainees.")]
public sealed record ApiCounted(int Trainees, int Provinces, int AgencyKinds);

[Description("What sources state stands beside what is counted; neither replaces the other.")]
public sealed record ApiFigures(IReadOnlyList<ApiStated> Stated, ApiCounted Counted);

public sealed record ApiFact(ApiText? Label, ApiText? Text, string? Source);

public sealed record ApiWorkshopWhole(
    Guid Id, string Code, ApiProgrammeName Programme, ApiText? Title, ApiText? Summary, ApiText? Region, ApiText? City, ApiText? Venue, ApiProvince? HostProvince,
    DateOnly? StartsOn, DateOnly? EndsOn, ApiText? DatesNote, IReadOnlyList<string> Languages, ApiStatus Status, ApiState State,
    DateTimeOffset? RegistrationOpens, DateTimeOffset? RegistrationCloses, ApiAvailability? Availability, bool IsSample, DateTimeOffset ChangedAt, ApiWorkshopLinks Links,
    IReadOnlyList<ApiProvince> InvitedProvinces, IReadOnlyList<ApiOrganiser> Organisers, IReadOnlyList<ApiDay> Agenda, ApiFigures Figures, IReadOnlyList<ApiFact> Facts, string? MapUrl, string? Source)
    : ApiWorkshop(Id, Code, Programme, Title, Summary, Region, City, Venue, HostProvince, StartsOn, EndsOn, DatesNote, Languages, Status, State, RegistrationOpens, RegistrationCloses, Availability, IsSample, ChangedAt, Links);
