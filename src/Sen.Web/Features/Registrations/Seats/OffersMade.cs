using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>A seat that went to somebody in line: when, by whom, and what became of it.</summary>
/// <param name="Number">Their place in the order of joining.</param>
/// <param name="StillBefore">People who joined earlier and wait still: their limits did not admit them.</param>
public sealed record OfferMade(Guid Id, DateTime At, string Name, string Agency, long Number, string Who, string? Why, RegistrationState Now, int StillBefore);

/// <summary>Explains afterwards who was offered a seat, from the trail that was written with the offer itself.</summary>
public sealed class OffersMade(AppDb db)
{
    private const int Shown = 15;
    private const int Looked = 200;

    public async Task<IReadOnlyList<OfferMade>> OfAsync(Guid workshopId, CancellationToken ct)
    {
        var people = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshopId && r.QueueNumber != null && r.State != RegistrationState.Waiting)
            .OrderByDescending(r => r.ChangedAt).Take(Looked).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r.Id, r.AgencyName, r.QueueNumber, r.State, p.FullName }).ToListAsync(ct);
        if (people.Count == 0) return [];
        var ids = people.ConvertAll(p => p.Id.ToString());
        var waiting = await db.Registrations.Where(r => r.WorkshopId == workshopId && r.State == RegistrationState.Waiting).Select(r => r.QueueNumber).ToListAsync(ct);
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Subject == nameof(Registration) && e.Action == "changed" && ids.Contains(e.SubjectId)
                && (e.Changes.Contains("\"Waiting\",\"Offered\"") || e.Changes.Contains("\"Waiting\",\"Seated\"")))
            .OrderByDescending(e => e.At).Take(Shown).ToListAsync(ct);
        return [.. entries.Where(e => IsOffer(e.Changes)).Select(e => (e, p: people.Single(p => p.Id.ToString() == e.SubjectId)))
            .Select(x => new OfferMade(x.p.Id, x.e.At, x.p.FullName, x.p.AgencyName, x.p.QueueNumber!.Value, x.e.Who, x.e.Why, x.p.State, waiting.Count(n => n < x.p.QueueNumber)))];
    }

    /// <summary>A note may hold the same words; only the state's own change counts.</summary>
    private static bool IsOffer(string changes) =>
        JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes)?.GetValueOrDefault(nameof(Registration.State)) is [nameof(RegistrationState.Waiting), nameof(RegistrationState.Offered) or nameof(RegistrationState.Seated)];
}
