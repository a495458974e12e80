using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations;

/// <summary>Writes to everybody a release concerns, once each: what is still to be written is told by the keys in the outbox.</summary>
public sealed class ReleaseLetters(AppDb db, PrivateLinks links, TimeProvider clock) : IJobWork
{
    public const string Work = "agenda-release";
    /// <summary>About a second's worth.</summary>
    private const int Portion = 200;
    /// <summary>A letter that repeats the whole agenda is read by nobody.</summary>
    private const int MostLines = 20;

    public string Kind => Work;

    public static string KeyOf(AgendaRelease release) => string.Create(CultureInfo.InvariantCulture, $"release:{release.WorkshopId}:{release.Number}:");

    public async Task<JobStep> StepAsync(Job job, CancellationToken ct)
    {
        var id = Guid.Parse(job.Argument);
        if (await db.AgendaReleases.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct) is not { } release) return new(0, 0, true);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == release.WorkshopId, ct);
        var key = KeyOf(release);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        // Who came after the release saw it at once.
        var people = await ReleaseNotices.Of(db, workshop.Id).Where(x => x.Email != null && x.Email != "" && x.CreatedAt <= release.ReleasedAt).Select(x => x.Id).ToListAsync(ct);
        var written = (await db.OutboxMessages.Where(m => m.Key.StartsWith(key)).Select(m => m.Key).ToListAsync(ct)).Select(k => Guid.Parse(k[key.Length..])).ToHashSet();
        var ahead = people.Where(p => !written.Contains(p)).Order().ToList();
        // Cancelled or held in the meantime: nobody needs to hear of an agenda any more.
        if (ahead.Count == 0 || workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Closed)) return new(written.Count, written.Count, true);
        await WriteAsync(workshop, release, key, [.. ahead.Take(Portion)], ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        var done = written.Count + Math.Min(Portion, ahead.Count);
        return new(done, written.Count + ahead.Count, ahead.Count <= Portion);
    }

    private async Task WriteAsync(Workshop workshop, AgendaRelease release, string key, List<Guid> ids, CancellationToken ct)
    {
        var people = await db.Registrations.AsNoTracking().Where(r => ids.Contains(r.Id)).Join(db.Persons.AsNoTracking(), r => r.PersonId, p => p.Id, (r, p) => new { r, p }).ToListAsync(ct);
        var changes = await ChangesAsync(release, ct);
        foreach (var x in people)
        {
            var l = new Language(x.r.Lang);
            var subject = (changes is null ? l["Chương trình đã có: ", "The agenda is out: "] : l["Chương trình thay đổi: ", "The agenda changed: "]) + l.Plain(workshop.Title);
            var (link, row) = links.Make(x.r);
            db.PrivateLinks.Add(row);
            Outbox.Add(db, new OutboxMessage
            {
                Key = key + x.r.Id,
                To = (x.r.Email ?? x.p.Email)!,
                ToName = x.p.FullName,
                Lang = l.Code,
                Subject = subject,
                Body = RegistrationLetter.Body(l, x.p, workshop, Words(l, release, changes), link, l["Chương trình mới và vé của Ông/Bà ở trang riêng (xin giữ kín đường dẫn):", "The new agenda and your ticket are on your private page (please keep the link to yourself):"]),
                HoldsSecret = true,
                About = $"workshop:{workshop.Id}",
                NextAttemptAt = clock.UtcNow(),
            });
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>What matters to those who come; null for the first release.</summary>
    private async Task<IReadOnlyList<Bilingual>?> ChangesAsync(AgendaRelease release, CancellationToken ct)
    {
        if (await db.AgendaReleases.AsNoTracking().FirstOrDefaultAsync(r => r.WorkshopId == release.WorkshopId && r.Number == release.Number - 1, ct) is not { } before) return null;
        return [.. AgendaChanges.Between(ReleasedAgenda.Read(before), ReleasedAgenda.Read(release)).Where(c => c.Matters).Select(c => c.Words)];
    }

    private static string Words(Language l, AgendaRelease release, IReadOnlyList<Bilingual>? changes)
    {
        var words = changes is null
            ? l["Ban tổ chức đã công bố chương trình của hội thảo dưới đây.", "The organisers have released the agenda of the workshop below."]
            : l[$"Ban tổ chức vừa công bố bản số {release.Number} của chương trình hội thảo dưới đây. Những điều thay đổi:", $"The organisers have released version {release.Number} of the agenda of the workshop below. What changed:"]
                + string.Concat(changes.Take(MostLines).Select(c => "\n- " + l.Plain(c)))
                + (changes.Count > MostLines ? "\n" + l[$"và {changes.Count - MostLines} điều khác.", $"and {changes.Count - MostLines} more."] : "");
        return release.Note.IsEmpty ? words : words + "\n\n" + l.Plain(release.Note);
    }
}
