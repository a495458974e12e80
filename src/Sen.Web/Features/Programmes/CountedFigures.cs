using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Features.Programmes;

/// <summary>What the records say, beside what a source states. Only trainees are counted.</summary>
public sealed record CountedFigures(int Trainees, int Provinces, int AgencyKinds)
{
    public static readonly CountedFigures None = new(0, 0, 0);

    public static async Task<CountedFigures> OfAsync(AppDb db, Guid workshopId, CancellationToken ct) =>
        await db.Registrations.AsNoTracking()
            .Where(r => r.WorkshopId == workshopId && r.Kind == ParticipantKind.Trainee && (r.State == RegistrationState.Seated || r.State == RegistrationState.Recorded))
            .GroupBy(_ => 1)
            .Select(g => new CountedFigures(g.Count(), g.Select(r => r.ProvinceId).Where(p => p != null).Distinct().Count(), g.Select(r => r.AgencyKindId).Where(k => k != null).Distinct().Count()))
            .FirstOrDefaultAsync(ct) ?? None;

    public int Of(Measure measure) => measure switch { Measure.Trainees => Trainees, Measure.Provinces => Provinces, _ => AgencyKinds };
}
