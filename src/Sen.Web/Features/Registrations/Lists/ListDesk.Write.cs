using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

public sealed partial class ListDesk
{
    /// <summary>Into which state of a workshop a list goes, or why not now.</summary>
    public static Bilingual? ReasonAgainst(Workshop workshop) => workshop.Status == WorkshopStatus.Cancelled
        ? new("Hội thảo đã hủy: không nhập danh sách được nữa.", "The workshop is cancelled: no list can be imported.")
        : null;

    /// <summary>Writes every new row, or nothing. People, agencies, seats, mails and the trail are one transaction.</summary>
    public Task<ListWritten> WriteAsync(Workshop workshop, ListImport import, CancellationToken ct) => WriteAsync(workshop, import, convertedIsSeen: true, ct);

    /// <summary>Text converted from an old encoding is written only once somebody has looked at it.</summary>
    public async Task<ListWritten> WriteAsync(Workshop workshop, ListImport import, bool convertedIsSeen, CancellationToken ct)
    {
        await using var work = await db.Database.BeginTransactionAsync(ct);
        await db.LockWorkshopAsync(workshop.Id, ct);
        // Under the lock: somebody may have cancelled the workshop or written the same list a moment ago.
        await db.Entry(workshop).ReloadAsync(ct);
        if (ReasonAgainst(workshop) is { } reason) return new ListWritten.NotNow(reason);
        var (preview, refusal) = await ReadAsync(workshop, import, ct);
        if (preview is null) return new ListWritten.NotNow(new(refusal!.Vi, refusal.En));
        if (preview.Proposal.HasConvertedText && !convertedIsSeen) return new ListWritten.NotSeen();
        if (preview.Count(RowFate.Problem) is > 0 and var standing) return new ListWritten.ProblemsStand(standing);

        var rows = preview.With(RowFate.New).ToList();
        var agencies = await new AgencyMatch(db).OfAsync(rows, ct);
        var (people, created) = await new PersonMatch(db, clock.UtcNow()).OfAsync(rows, agencies, ct);
        var seats = await SeatsFreeAsync(workshop, ct);
        var registrations = Register(workshop, import, rows, people, agencies, seats);
        await db.InsertManyAsync(created, ct);
        await db.InsertManyAsync(registrations, ct);
        await TakeSeatsAsync(workshop, registrations.Count(r => Registration.TakesSeat(r.State)), seats is not null, ct);
        await db.InsertManyAsync(Mails(workshop, rows, registrations), ct);

        var waiting = registrations.Count(r => r.State == RegistrationState.Waiting);
        import.State = ImportState.Written;
        import.WrittenAt = clock.UtcNow();
        (import.RowsFound, import.RowsAdded, import.RowsKnown, import.RowsWaiting) = (preview.Rows.Count, registrations.Count, preview.Count(RowFate.Known) + rows.Count - registrations.Count, waiting);
        import.LeftOut = string.Join('\n', preview.With(RowFate.LeftOut).Select(r => r.Proposed.Fingerprint));
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow(),
            UserId = actor.UserId,
            Who = actor.Who,
            Action = "imported",
            Subject = nameof(Workshop),
            SubjectId = workshop.Id.ToString(),
            Why = import.FileName,
            Changes = JsonSerializer.Serialize(new Dictionary<string, string?[]>(StringComparer.Ordinal)
            {
                ["registrations"] = [null, registrations.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)],
                ["persons"] = [null, created.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)],
            }),
        });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new ListWritten.Done(registrations.Count, import.RowsKnown, preview.Count(RowFate.LeftOut), waiting);
    }

    private List<Registration> Register(Workshop workshop, ListImport import, List<ListRow> rows, IReadOnlyList<Person> people, IReadOnlyDictionary<string, Agency> agencies, int? seats)
    {
        var seen = new HashSet<Guid>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var seated = 0;
        var registrations = new List<Registration>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            // The same person twice in one list is one registration.
            if (!seen.Add(people[i].Id)) continue;
            var row = rows[i];
            var agency = agencies.GetValueOrDefault(AgencyMatch.KeyOf(row));
            var state = workshop.Status == WorkshopStatus.Held ? RegistrationState.Recorded
                : seats is { } free && seated >= free ? RegistrationState.Waiting
                : RegistrationState.Seated;
            if (state == RegistrationState.Seated) seated++;
            // Two people may stand on two equal lines; a person said so.
            var line = lines[row.Proposed.Fingerprint] = lines.GetValueOrDefault(row.Proposed.Fingerprint) + 1;
            registrations.Add(new Registration
            {
                WorkshopId = workshop.Id,
                PersonId = people[i].Id,
                Kind = row.Kind,
                State = state,
                Position = row.Position,
                AgencyId = agency?.Id,
                AgencyKindId = row.AgencyKind,
                AgencyName = row.Agency,
                ProvinceId = row.ProvinceId,
                Note = row.Proposed.Note ?? "",
                ImportId = import.Id,
                SourceSheet = row.Proposed.Sheet,
                SourceRow = row.Proposed.Row,
                SourceFingerprint = line == 1 ? row.Proposed.Fingerprint : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.Proposed.Fingerprint}#{line}"),
                CreatedAt = clock.UtcNow(),
            });
        }
        return registrations;
    }

    /// <summary>Null where nothing is limited: no capacity, already held, or already begun (limits are then reported, not enforced).</summary>
    private async Task<int?> SeatsFreeAsync(Workshop workshop, CancellationToken ct)
    {
        if (workshop.Capacity is not { } capacity || workshop.Status == WorkshopStatus.Held || workshop.StartsOn <= clock.LocalDay()) return null;
        var taken = await db.Registrations.CountAsync(r => r.WorkshopId == workshop.Id
            && (r.State == RegistrationState.Held || r.State == RegistrationState.Offered || r.State == RegistrationState.Seated), ct);
        return Math.Max(0, capacity - taken);
    }

    private async Task TakeSeatsAsync(Workshop workshop, int seats, bool limited, CancellationToken ct)
    {
        if (seats == 0) return;
        var taken = await db.Workshops.Where(w => w.Id == workshop.Id && (!limited || w.Capacity == null || w.SeatsTaken + seats <= w.Capacity))
            .ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + seats), ct);
        if (taken != 1) throw new InvalidOperationException("The seats of this workshop do not agree with its registrations.");
    }

    private List<OutboxMessage> Mails(Workshop workshop, List<ListRow> rows, List<Registration> registrations)
    {
        if (workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Closed)) return [];
        var byKey = rows.ToDictionary(r => (r.Proposed.Sheet, r.Proposed.Row));
        return [.. registrations.Select(r => (Registration: r, Row: byKey[(r.SourceSheet!, r.SourceRow!.Value)])).Where(x => x.Row.Email is not null)
            .Select(x => ListMail.Of(workshop, x.Registration, x.Row, clock.UtcNow()))];
    }
}
