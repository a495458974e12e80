using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>Which parts of another workshop a new one starts with. People are never copied.</summary>
[Flags]
public enum CopiedParts { None = 0, Texts = 1, Agenda = 2, Limits = 4, Region = 8, Materials = 16 }

/// <summary>Where workshops are set up: created, copied, changed, and moved through their states.</summary>
public sealed class WorkshopDesk(AppDb db, TimeProvider clock, ReleaseDesk releases, MaterialDesk materials, IEnumerable<IWorkshopFollower> followers)
{
    public Task<Workshop?> FindAsync(string code, CancellationToken ct) => db.Workshops
        .Include(w => w.RegionProvinces).Include(w => w.Programme!.Organisers).AsSplitQuery().FirstOrDefaultAsync(w => w.Code == code, ct);

    public Task<bool> CodeIsTakenAsync(string code, CancellationToken ct) => db.Workshops.AnyAsync(w => w.Code == code, ct);

    /// <summary>A new draft at the end of its programme, with the chosen parts of another workshop.</summary>
    public async Task<Workshop> CreateAsync(Guid programmeId, string code, Bilingual title, DateOnly? startsOn, Guid? copyFrom, CopiedParts parts, CancellationToken ct)
    {
        var last = await db.Workshops.Where(w => w.ProgrammeId == programmeId).MaxAsync(w => (int?)w.Sequence, ct) ?? 0;
        var workshop = new Workshop { ProgrammeId = programmeId, Code = code, Title = title, Sequence = last + 1, StartsOn = startsOn };
        Workshop? old = null;
        Dictionary<Guid, Guid> copied = [];
        if (copyFrom is { } from)
        {
            old = await db.Workshops.AsNoTracking().AsSplitQuery().Include(w => w.RegionProvinces).Include(w => w.Sessions).ThenInclude(s => s.Speakers)
                .FirstAsync(w => w.Id == from, ct);
            var sameProgramme = old.ProgrammeId == programmeId;
            Copy(old, workshop, parts, sameProgramme);
            copied = parts.HasFlag(CopiedParts.Agenda) ? old.Sessions.Zip(workshop.Sessions).ToDictionary(s => s.First.Id, s => s.Second.Id) : [];
        }
        db.Workshops.Add(workshop);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        if (old is not null && parts.HasFlag(CopiedParts.Materials)) await materials.CopyAsync(old.Id, workshop, copied, ct);
        foreach (var follower in old is null ? [] : followers) await follower.CopiedAsync(old!, workshop, parts, ct);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return workshop;
    }

    private static void Copy(Workshop old, Workshop workshop, CopiedParts parts, bool sameProgramme)
    {
        if (old.StartsOn is { } was && old.EndsOn is { } ended) workshop.EndsOn = workshop.StartsOn?.AddDays(ended.DayNumber - was.DayNumber);
        if (parts.HasFlag(CopiedParts.Texts))
            (workshop.Summary, workshop.Venue, workshop.City, workshop.HostProvinceId, workshop.MapUrl, workshop.Languages) =
                (old.Summary, old.Venue, old.City, old.HostProvinceId, old.MapUrl, old.Languages);
        if (parts.HasFlag(CopiedParts.Region))
        {
            workshop.Region = old.Region;
            foreach (var province in old.RegionProvinces) workshop.RegionProvinces.Add(new WorkshopProvince { ProvinceId = province.ProvinceId });
        }
        if (parts.HasFlag(CopiedParts.Limits))
        {
            workshop.Capacity = old.Capacity;
            (workshop.OverridesCompletion, workshop.Completion) = (old.OverridesCompletion, old.Completion);
            // The window keeps its distance from the first day.
            if (old.StartsOn is { } first && workshop.StartsOn is { } start)
            {
                var shift = TimeSpan.FromDays(start.DayNumber - first.DayNumber);
                workshop.RegistrationOpens = old.RegistrationOpens + shift;
                workshop.RegistrationCloses = old.RegistrationCloses + shift;
            }
        }
        if (parts.HasFlag(CopiedParts.Agenda))
            foreach (var session in old.Sessions) workshop.Sessions.Add(session.Copied(keepTopic: sameProgramme));
    }

    /// <summary>Saves a workshop somebody changed on a form. Capacity never falls below the seats that are taken.</summary>
    /// <param name="tell">Whether those concerned are told where dates or place have changed.</param>
    public async Task<WorkshopSaved> SaveAsync(Workshop workshop, int formVersion, CancellationToken ct, bool tell = false)
    {
        var before = WorkshopBefore.Of(db, workshop);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        await db.LockWorkshopAsync(workshop.Id, ct);
        var taken = await db.Registrations.CountAsync(r => r.WorkshopId == workshop.Id && r.Kind == ParticipantKind.Trainee
            && (r.State == RegistrationState.Held || r.State == RegistrationState.Offered || r.State == RegistrationState.Seated), ct);
        if (workshop.Capacity is { } capacity && capacity < taken) return new WorkshopSaved.TooFewSeats(taken);
        var kept = await db.SeatLimits.Where(l => l.WorkshopId == workshop.Id && l.ReleasedAt == null && l.Kind == ParticipantKind.Trainee).SumAsync(l => l.Held, ct);
        if (workshop.Capacity < kept) return new WorkshopSaved.TooFewForKept(kept);
        db.Entry(workshop).Property(w => w.Version).OriginalValue = formVersion;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new WorkshopSaved.ChangedMeanwhile();
        }
        foreach (var follower in followers) await follower.ChangedAsync(workshop, ct);
        var told = 0;
        foreach (var follower in tell ? followers : []) told += await follower.RescheduledAsync(workshop, before, ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new WorkshopSaved.Done(told);
    }

    /// <summary>How many people a change of dates or place would be told to.</summary>
    public async Task<int> ConcernedAsync(Guid workshopId, CancellationToken ct)
    {
        var people = 0;
        foreach (var follower in followers) people += await follower.ConcernedAsync(workshopId, ct);
        return people;
    }

    /// <summary>Moves a workshop to another state, or says what stands in the way.</summary>
    public async Task<IReadOnlyList<Bilingual>> MoveAsync(Workshop workshop, WorkshopStatus status, CancellationToken ct)
    {
        var reasons = await ReasonsAgainstAsync(workshop, status, ct);
        if (reasons.Count > 0) return reasons;
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var from = workshop.Status;
        workshop.BeIn(status);
        await db.SaveChangesAsync(ct);
        if (from == WorkshopStatus.Draft) await releases.WithWorkshopAsync(workshop, ct);
        foreach (var follower in followers) await follower.MovedAsync(workshop, from, ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return [];
    }

    public async Task<IReadOnlyList<Bilingual>> ReasonsAgainstAsync(Workshop workshop, WorkshopStatus status, CancellationToken ct)
    {
        var reasons = new List<Bilingual>();
        if (!Workshop.After(workshop.Status).Contains(status))
            return [new("Không chuyển được từ trạng thái hiện tại sang trạng thái này.", "A workshop cannot go from its present state to this one.")];
        if (status == WorkshopStatus.Published && workshop.Status == WorkshopStatus.Draft)
        {
            if (workshop.Title.Vi.Length == 0) reasons.Add(new("Chưa có tên tiếng Việt.", "The Vietnamese title is missing."));
            if (workshop.StartsOn is null) reasons.Add(new("Chưa có ngày khai mạc.", "The first day is missing."));
            if (workshop.City.IsEmpty) reasons.Add(new("Chưa có nơi tổ chức.", "The place is missing."));
        }
        if (status == WorkshopStatus.Held && workshop.StartsOn is { } start && start > clock.LocalDay())
            reasons.Add(new("Chưa đến ngày khai mạc, nên chưa thể ghi là đã tổ chức.", "The first day is still to come, so it cannot be marked as held."));
        if (workshop.Status == WorkshopStatus.Held && await db.Registrations.AnyAsync(r => r.WorkshopId == workshop.Id && r.State == RegistrationState.Recorded, ct))
            reasons.Add(new("Đã có người được ghi là đã tham dự; gỡ danh sách đó trước.", "People are already recorded as having taken part; remove that list first."));
        foreach (var follower in followers) reasons.AddRange(await follower.ReasonsAgainstAsync(workshop, status, ct));
        return reasons;
    }

    /// <summary>UTC: when the notices of a cancellation go out; null where there are none to wait for.</summary>
    public async Task<DateTime?> TellsAtAsync(Workshop workshop, CancellationToken ct)
    {
        foreach (var follower in followers)
            if (await follower.TellsAtAsync(workshop, ct) is { } at) return at;
        return null;
    }

    /// <summary>Removes a draft that nobody is in. Anything the public has seen is cancelled instead.</summary>
    public async Task<bool> RemoveDraftAsync(Workshop workshop, CancellationToken ct)
    {
        if (workshop.Status != WorkshopStatus.Draft || await db.Registrations.AnyAsync(r => r.WorkshopId == workshop.Id, ct)) return false;
        var papers = await db.MaterialVersions.Where(v => db.Materials.Any(m => m.Id == v.MaterialId && m.WorkshopId == workshop.Id)).Select(v => v.FileId).ToListAsync(ct);
        db.Workshops.Remove(workshop);
        await db.SaveChangesAsync(ct);
        await materials.DropFilesAsync(papers, ct);
        return true;
    }
}

public abstract record WorkshopSaved
{
    /// <param name="Told">How many people get a letter about it.</param>
    public sealed record Done(int Told) : WorkshopSaved;
    public sealed record TooFewSeats(int Taken) : WorkshopSaved;
    /// <summary>More seats are kept by limits than there would be.</summary>
    public sealed record TooFewForKept(int Kept) : WorkshopSaved;
    public sealed record ChangedMeanwhile : WorkshopSaved;
}
