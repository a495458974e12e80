using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Home;

/// <summary>The organiser's morning: what needs them today, most urgent first, then their workshops.</summary>
public sealed class DeskModel(AppDb db, Access access, TimeProvider clock) : PageModel
{
    public IReadOnlyList<DeskTask> Tasks { get; private set; } = [];
    public IReadOnlyList<DeskWorkshop> Workshops { get; private set; } = [];
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.LocalNow();
        Today = DateOnly.FromDateTime(now);
        var standing = access.Standing!;
        var rows = await db.Workshops.AsNoTracking().Select(w => new
        {
            w.Id,
            w.ProgrammeId,
            w.Code,
            w.Title,
            w.City,
            w.StartsOn,
            w.EndsOn,
            w.RegistrationOpens,
            w.RegistrationCloses,
            w.Status,
            w.Capacity,
            w.SeatsTaken,
            InHall = db.Registrations.Count(r => r.WorkshopId == w.Id && (r.State == RegistrationState.Seated || r.State == RegistrationState.Recorded)),
            Trainees = db.Registrations.Count(r => r.WorkshopId == w.Id && r.Kind == ParticipantKind.Trainee && (r.State == RegistrationState.Seated || r.State == RegistrationState.Recorded)),
            Asking = db.Registrations.Count(r => r.WorkshopId == w.Id && r.State == RegistrationState.AwaitingApproval),
            AskingSince = db.Registrations.Where(r => r.WorkshopId == w.Id && r.State == RegistrationState.AwaitingApproval).Min(r => (DateTime?)r.CreatedAt),
            Unmatched = db.Registrations.Count(r => r.WorkshopId == w.Id && r.AgencyId == null && r.AgencyName != "" && (r.State == RegistrationState.AwaitingApproval || r.State == RegistrationState.Held
                || r.State == RegistrationState.Seated || r.State == RegistrationState.Waiting || r.State == RegistrationState.Offered)),
            Release = db.SeatLimits.Where(l => l.WorkshopId == w.Id && l.ReleasedAt == null && l.Held > 0 && l.ReleaseOn != null).Min(l => l.ReleaseOn),
            Waiting = db.Registrations.Count(r => r.WorkshopId == w.Id && r.State == RegistrationState.Waiting),
            Silent = db.Invitations.Count(i => i.WorkshopId == w.Id && i.SentAt != null && i.CancelledAt == null && i.Answer == InvitationAnswer.None && i.Deadline <= now && !db.Registrations.Where(Nominations.Stand).Any(r => r.InvitationId == i.Id)),
            OpenLetters = db.InvitationBatches.Count(b => b.WorkshopId == w.Id && b.SentAt == null),
            Sessions = w.Sessions.Count,
            OpenImports = db.ListImports.Count(i => i.WorkshopId == w.Id && i.State == ImportState.Preview),
            HasStory = db.Stories.Any(s => s.WorkshopId == w.Id),
        }).ToListAsync(ct);
        var shared = await SharedContacts.ByWorkshopAsync(db, ct);
        var (unreachable, still) = (await UnreachablePeople.ByWorkshopAsync(db, ct), await UnreachablePeople.StandingStillAsync(db, ct));
        Workshops = [.. rows.Where(w => standing.MayOrganise(w.Id, w.ProgrammeId))
            .Select(w => new DeskWorkshop(w.Code, w.Title, w.City, w.StartsOn, w.EndsOn, w.RegistrationCloses, w.Status,
                WorkshopStates.Of(w.Status, w.StartsOn, w.EndsOn, w.RegistrationOpens, w.RegistrationCloses, w.Capacity, w.SeatsTaken, now),
                w.Capacity, w.SeatsTaken, w.InHall, w.Trainees, w.Waiting, w.Sessions, w.OpenImports, w.HasStory, new SeatCare(w.Asking, w.AskingSince, w.Unmatched, shared.GetValueOrDefault(w.Id), w.Release), new InvitationCare(w.Silent, w.OpenLetters)) { Mail = new MailCare(unreachable.GetValueOrDefault(w.Id), still.GetValueOrDefault(w.Id)) })
            .OrderBy(w => w.Status is WorkshopStatus.Held or WorkshopStatus.Cancelled).ThenBy(w => w.StartsOn ?? DateOnly.MaxValue)];
        Tasks = [.. Workshops.SelectMany(w => w.Tasks(Today, now)).OrderBy(t => t.Urgency)];
    }
}
