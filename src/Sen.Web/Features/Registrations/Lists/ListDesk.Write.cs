using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
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
    public Task<ListWritten> WriteAsync(Workshop workshop, ListImport import, bool convertedIsSeen, CancellationToken ct) =>
        office.ChangeAsync(workshop.Id, seats => WriteAsync(seats, import, convertedIsSeen, ct), ct);

    private async Task<ListWritten> WriteAsync(OpenSeats seats, ListImport import, bool convertedIsSeen, CancellationToken ct)
    {
        // Under the lock: somebody may have cancelled the workshop or written the same list a moment ago.
        var workshop = seats.Workshop;
        if (ReasonAgainst(workshop) is { } reason) return new ListWritten.NotNow(reason);
        var (preview, refusal) = await ReadAsync(workshop, import, ct);
        if (preview is null) return new ListWritten.NotNow(new(refusal!.Vi, refusal.En));
        if (preview.Proposal.HasConvertedText && !convertedIsSeen) return new ListWritten.NotSeen();
        if (preview.Count(RowFate.Problem) is > 0 and var standing) return new ListWritten.ProblemsStand(standing);

        var rows = preview.With(RowFate.New).ToList();
        var agencies = await new AgencyMatch(db).OfAsync(rows, ct);
        var (people, created) = await new PersonMatch(db, clock.UtcNow()).OfAsync(rows, agencies, ct);
        var registrations = await RegisterAsync(seats, import, rows, people, agencies, ct);
        await db.InsertManyAsync(created, ct);
        await db.InsertManyAsync(registrations, ct);
        var (mails, files, opened) = await MailsAsync(workshop, people, registrations, ct);
        await db.InsertManyAsync(opened, ct);
        await db.InsertManyAsync(mails, ct);
        await db.InsertManyAsync(files, ct);

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
        return new ListWritten.Done(registrations.Count, import.RowsKnown, preview.Count(RowFate.LeftOut), waiting) { Above = seats.Unlimited ? Above(seats.Book) : Bilingual.Empty };
    }

    private static Bilingual Above(SeatBook book)
    {
        var above = book.Limits.Where(l => book.TakenBy(l.Id) > l.AtMost)
            .Select(l => new Bilingual($"«{l.Name.In("vi").Text}»: {book.TakenBy(l.Id)} trên {l.AtMost}", $"“{l.Name.In("en").Text}”: {book.TakenBy(l.Id)} of {l.AtMost}")).ToList();
        if (book.Taken > book.Capacity) above.Insert(0, new($"Sức chứa: {book.Taken} trên {book.Capacity}", $"Capacity: {book.Taken} of {book.Capacity}"));
        return new(string.Join("; ", above.Select(a => a.Vi)), string.Join("; ", above.Select(a => a.En)));
    }

    private async Task<List<Registration>> RegisterAsync(OpenSeats seats, ListImport import, List<ListRow> rows, IReadOnlyList<Person> people, IReadOnlyDictionary<string, Agency> agencies, CancellationToken ct)
    {
        var workshop = seats.Workshop;
        seats.Unlimited = seats.HasBegun;
        var inLine = !seats.Unlimited && await waitingList.SomebodyIsBeforeAsync(seats, ct);
        var next = await waitingList.NextNumberAsync(workshop.Id, ct);
        var seen = new HashSet<Guid>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var registrations = new List<Registration>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            // The same person twice in one list is one registration.
            if (!seen.Add(people[i].Id)) continue;
            var row = rows[i];
            var agency = agencies.GetValueOrDefault(AgencyMatch.KeyOf(row));
            var seatable = new Seatable(row.Kind, row.ProvinceId, row.AgencyKind, agency?.Id);
            var state = workshop.Status == WorkshopStatus.Held ? RegistrationState.Recorded
                : seats.Unlimited || (!inLine && seats.Book.Judge(seatable).Admits) ? RegistrationState.Seated
                : RegistrationState.Waiting;
            // Two people may stand on two equal lines; a person said so.
            var line = lines[row.Proposed.Fingerprint] = lines.GetValueOrDefault(row.Proposed.Fingerprint) + 1;
            var registration = new Registration
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
                TicketNumber = TicketNumber.New(),
                QueueNumber = state == RegistrationState.Waiting ? next++ : null,
                CreatedAt = seats.Now,
            };
            seats.Enter(registration);
            registrations.Add(registration);
        }
        return registrations;
    }

    /// <summary>A letter for each with an address, with the private link of their registration.</summary>
    private async Task<(List<OutboxMessage> Mails, List<MailAttachment> Files, List<PrivateLink> Links)> MailsAsync(Workshop workshop, IReadOnlyList<Person> people, List<Registration> registrations, CancellationToken ct)
    {
        if (workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Closed)) return ([], [], []);
        var persons = people.DistinctBy(p => p.Id).ToDictionary(p => p.Id);
        var mails = new List<OutboxMessage>();
        var attached = new List<MailAttachment>();
        var opened = new List<PrivateLink>();
        foreach (var registration in registrations)
        {
            if (persons[registration.PersonId] is not { Email: { Length: > 0 } } person) continue;
            var (link, row) = links.Make(registration);
            opened.Add(row);
            mails.Add(ListMail.Of(workshop, registration, person, link, clock.UtcNow()));
            if (registration.State != RegistrationState.Seated || await calendar.AttachAsync(new Language(registration.Lang), ct, registration) is not { } file) continue;
            file.MessageId = mails[^1].Id;
            attached.Add(file);
        }
        return (mails, attached, opened);
    }
}
