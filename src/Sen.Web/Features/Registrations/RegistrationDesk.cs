using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Registrations;

/// <summary>Where the participants of a workshop are looked after.</summary>
public sealed class RegistrationDesk(AppDb db)
{
    /// <summary>Says what kind of participant these people are. Ids of another workshop are not touched.</summary>
    public async Task<int> ChangeKindAsync(Guid workshopId, IReadOnlyCollection<Guid> registrations, ParticipantKind kind, CancellationToken ct)
    {
        var rows = await db.Registrations.Where(r => r.WorkshopId == workshopId && registrations.Contains(r.Id)).ToListAsync(ct);
        foreach (var row in rows) row.Kind = kind;
        await db.SaveChangesAsync(ct);
        return rows.Count;
    }
}
