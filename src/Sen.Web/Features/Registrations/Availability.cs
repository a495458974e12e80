using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Seats of a set of people, by the name the organiser gave it.</summary>
public sealed record SeatsOf(Bilingual Whom, int Seats);

/// <summary>What anybody may know of a workshop's seats: free for all, kept for whom, which caps are reached, how many wait. Nobody's name.</summary>
/// <param name="Free">For everybody; null without a capacity.</param>
public sealed record Availability(int? Capacity, int Taken, int? Free, IReadOnlyList<SeatsOf> Kept, IReadOnlyList<SeatsOf> Reached, int Waiting, bool IsOpen, bool NeedsApproval)
{
    /// <summary>Somebody at least could be seated now.</summary>
    public bool HasRoom => Free is null or > 0 || Kept.Count > 0;

    public static async Task<Availability> OfAsync(SeatOffice office, AppDb db, Guid workshopId, CancellationToken ct) =>
        Of(await office.LookAsync(workshopId, ct), await db.Registrations.CountAsync(r => r.WorkshopId == workshopId && r.State == RegistrationState.Waiting, ct));

    public static Availability Of(OpenSeats seats, int waiting)
    {
        var book = seats.Book;
        var empty = book.Free ?? int.MaxValue;
        // More may have been promised than is left: then what is left is shown.
        var kept = empty == 0 ? [] : book.Unfilled().GroupBy(k => k.Rule.Name).Select(k => new SeatsOf(k.Key, Math.Min(k.Sum(x => x.Empty), empty))).ToList();
        var reached = book.Limits.Where(l => l.Kind == ParticipantKind.Trainee && l.AtMost <= book.TakenBy(l.Id)).Select(l => new SeatsOf(l.Name, l.AtMost!.Value)).ToList();
        return new Availability(book.Capacity, book.Taken, book.Free is { } free ? Math.Max(0, free - book.Kept) : null, kept, reached, waiting,
            seats.Workshop.TakesRegistrations(seats.LocalNow), seats.Plan.NeedsApproval);
    }

    /// <summary>The one main button of a workshop, by what it will do.</summary>
    public string Invitation(Language l) => HasRoom ? l["Đăng ký", "Register"] : l["Vào danh sách chờ", "Join the waiting list"];
}
