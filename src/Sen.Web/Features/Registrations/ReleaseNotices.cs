using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Jobs;

namespace Sen.Web.Features.Registrations;

/// <summary>Whom a release of an agenda concerns: everybody who has a seat, holds or is offered one, or awaits approval; speakers on the list too.</summary>
public sealed class ReleaseNotices(AppDb db, JobBook jobs) : IAgendaFollower
{
    public async Task<Concerned> CountAsync(Guid workshopId, CancellationToken ct)
    {
        var counts = await Of(db, workshopId).GroupBy(x => x.Email != null && x.Email != "").Select(g => new { HasMail = g.Key, Number = g.Count() }).ToListAsync(ct);
        return new(counts.Where(c => c.HasMail).Sum(c => c.Number), counts.Where(c => !c.HasMail).Sum(c => c.Number));
    }

    public async Task TellAsync(AgendaRelease release, CancellationToken ct) =>
        await jobs.StartAsync(ReleaseLetters.Work, release.Id.ToString(), $"workshop:{release.WorkshopId}", release.Told, ct);

    internal sealed record Addressee
    {
        public required Guid Id { get; init; }
        public required string? Email { get; init; }
        public required DateTime CreatedAt { get; init; }
    }

    internal static IQueryable<Addressee> Of(AppDb db, Guid workshopId) => db.Registrations
        .Where(r => r.WorkshopId == workshopId && (r.State == RegistrationState.Seated || r.State == RegistrationState.Held || r.State == RegistrationState.Offered || r.State == RegistrationState.AwaitingApproval))
        .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new Addressee { Id = r.Id, Email = r.Email ?? p.Email, CreatedAt = r.CreatedAt });
}
