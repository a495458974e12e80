using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Home;

[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class IndexModel(AppDb db, TimeProvider clock) : PageModel
{
    public sealed record Line(string Code, Bilingual Title, Bilingual Summary, Bilingual City, DateOnly? StartsOn, DateOnly? EndsOn, int? Capacity, int Taken, DateTime? Closes, WorkshopState State);

    public IReadOnlyList<Line> Coming { get; private set; } = [];
    public IReadOnlyList<Line> Past { get; private set; } = [];
    public int Trainees { get; private set; }
    public int Participations { get; private set; }
    public int Workshops { get; private set; }
    public int Provinces { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.LocalNow();
        var rows = await db.Workshops.AsNoTracking().Where(w => w.Status != WorkshopStatus.Draft)
            .Select(w => new { w.Code, w.Title, w.Summary, w.City, w.StartsOn, w.EndsOn, w.Capacity, w.SeatsTaken, w.Status, w.RegistrationOpens, w.RegistrationCloses, w.Sequence })
            .ToListAsync(ct);
        var lines = rows.OrderBy(w => w.StartsOn ?? DateOnly.MinValue).ThenBy(w => w.Sequence)
            .Select(w => new Line(w.Code, w.Title, w.Summary, w.City, w.StartsOn, w.EndsOn, w.Capacity, w.SeatsTaken, w.RegistrationCloses,
                WorkshopStates.Of(w.Status, w.StartsOn, w.EndsOn, w.RegistrationOpens, w.RegistrationCloses, w.Capacity, w.SeatsTaken, now))).ToList();
        Coming = [.. lines.Where(l => l.State is not (WorkshopState.Held or WorkshopState.Over or WorkshopState.Cancelled))];
        Past = [.. lines.Where(l => l.State is WorkshopState.Held or WorkshopState.Over).Reverse()];
        Workshops = rows.Count(w => w.Status == WorkshopStatus.Held);
        // Persons and participations are different numbers, and only trainees enter either.
        var took = db.Registrations.AsNoTracking().Where(r => r.State == RegistrationState.Recorded && r.Kind == ParticipantKind.Trainee);
        Participations = await took.CountAsync(ct);
        Trainees = await took.Select(r => r.PersonId).Distinct().CountAsync(ct);
        Provinces = await took.Where(r => r.ProvinceId != null).Select(r => r.ProvinceId).Distinct().CountAsync(ct);
    }
}
