using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>Writes a letter to its people, a hundred at a time. Who has been written to says so in their own row, so a killed run doubles and loses nobody.</summary>
public sealed class LetterWriting(AppDb db, PrivateLinks links, SiteAddress site, Actor actor, TimeProvider clock) : IJobWork
{
    public const string Name = "letters";
    private const int AtOnce = 100;

    public string Kind => Name;

    public async Task<JobStep> StepAsync(Job job, CancellationToken ct)
    {
        var id = Guid.Parse(job.Argument);
        using var turn = await db.TurnAsync(ct);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        // A node that slept past its lease must not write beside its follower.
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"select 1 from group_letters where id = {id} for update", ct);
        var recipients = db.LetterRecipients.Where(r => r.LetterId == id);
        var letter = await db.GroupLetters.FirstOrDefaultAsync(l => l.Id == id, ct);
        var rows = letter?.State != LetterState.Sending ? [] : await recipients.Where(r => r.State == RecipientState.Waiting).OrderBy(r => r.Id).Take(AtOnce).ToListAsync(ct);
        if (letter is not null && rows.Count > 0) await WriteAsync(letter, rows, ct);
        await db.SaveChangesAsync(ct);
        var total = await recipients.CountAsync(ct);
        var left = await recipients.CountAsync(r => r.State == RecipientState.Waiting, ct);
        if (letter is { State: LetterState.Sending } && left == 0)
        {
            letter.Ends(clock.UtcNow());
            await TellAsync(letter, total, await recipients.CountAsync(r => r.State == RecipientState.Written, ct), ct);
        }
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new JobStep(total - left, total, left == 0 || letter?.State != LetterState.Sending);
    }

    private async Task WriteAsync(GroupLetter letter, List<LetterRecipient> rows, CancellationToken ct)
    {
        var ids = rows.ConvertAll(r => r.RegistrationId);
        var facts = await LetterFacts.OfAsync(db, site, letter.WorkshopId, ct);
        // Asked once more: between the beginning and this moment somebody may have withdrawn.
        var group = await LetterGroup.QueryAsync(db, letter, ct);
        var now = group with { Picked = group.Picked is { } picked ? [.. ids.Intersect(picked)] : ids };
        var people = (await LetterFacts.PeopleAsync(db, letter.WorkshopId, now.Ids(db, letter.WorkshopId), ct)).ToDictionary(p => p.RegistrationId);
        var reach = await LetterReach.OfAsync(db, facts.Workshop.ProgrammeId, people.Values, ct);
        var privatePage = WrittenLetter.UsesPrivatePage(letter);
        foreach (var row in rows)
        {
            if (!people.TryGetValue(row.RegistrationId, out var person)) row.State = RecipientState.LeftMeanwhile;
            else Write(letter, facts, reach, row, person, privatePage);
        }
    }

    private void Write(GroupLetter letter, LetterFacts facts, LetterReach reach, LetterRecipient row, Addressee person, bool privatePage)
    {
        row.State = reach.Judge(letter, person, WrittenLetter.Of(letter, facts, person));
        if (row.State != RecipientState.Written) return;
        var lang = letter.LangFor(person.Lang);
        var way = "";
        if (letter.Sort == LetterSort.News)
        {
            var secret = PrivateLinks.NewSecret();
            row.StopHash = PrivateLinks.Hash(secret);
            way = facts.Link(lang, WrittenLetter.StopPath + secret);
        }
        var written = WrittenLetter.Of(letter, facts, person, null, privatePage ? links.Add(person.RegistrationId, lang) : null, way);
        var message = new OutboxMessage
        {
            Key = $"letter:{letter.Id}:{person.PersonId}",
            To = person.Address!,
            ToName = person.FullName,
            Lang = written.Lang,
            Subject = written.Subject,
            Body = written.Body,
            HoldsSecret = privatePage || way.Length > 0,
            UnsubscribeUrl = way,
            About = LetterDesk.About(letter.WorkshopId),
        };
        row.MessageId = message.Id;
        Outbox.Add(db, message);
    }

    private async Task TellAsync(GroupLetter letter, int total, int written, CancellationToken ct)
    {
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow(),
            UserId = actor.UserId,
            Who = actor.Who,
            Action = "sent",
            Subject = nameof(GroupLetter),
            SubjectId = letter.Id.ToString(),
            Changes = JsonSerializer.Serialize(new Dictionary<string, string?[]>(StringComparer.Ordinal)
            {
                ["Group"] = [null, total.ToString(CultureInfo.InvariantCulture)],
                ["Written"] = [null, written.ToString(CultureInfo.InvariantCulture)],
            }),
        });
        await db.SaveChangesAsync(ct);
    }
}
