using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>How many of a letter's people stand where; what is in the outbox is counted as the outbox has it.</summary>
public sealed record LetterCounts(int Group, int Waiting, int Sent, int Failed, int Left);

/// <summary>The letters of a workshop: what will leave, what is leaving, what left.</summary>
public sealed class LettersPageModel(AppDb db, WorkshopDesk workshops, LetterDesk desk, MailSettings mail) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<GroupLetter> Letters { get; private set; } = [];
    public IReadOnlyDictionary<Guid, LetterCounts> Counts { get; private set; } = new Dictionary<Guid, LetterCounts>();
    public IReadOnlyList<LetterTemplate> Templates { get; private set; } = [];
    public int BadAddresses { get; private set; }
    public bool HasServer => mail.IsSet;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        Workshop = workshop;
        Letters = await desk.AllAsync(workshop.Id, ct);
        Counts = await CountAsync(db, workshop.Id, Letters, ct);
        Templates = await db.LetterTemplates.AsNoTracking().Where(t => t.ProgrammeId == workshop.ProgrammeId).OrderBy(t => t.Id).ToListAsync(ct);
        BadAddresses = await ToCheck.BadAddress.Only(db, db.Registrations.Where(r => r.WorkshopId == workshop.Id)).CountAsync(ct);
        return Page();
    }

    private static async Task<Dictionary<Guid, LetterCounts>> CountAsync(AppDb db, Guid workshopId, IReadOnlyList<GroupLetter> letters, CancellationToken ct)
    {
        var rows = await db.LetterRecipients.Where(r => db.GroupLetters.Any(l => l.Id == r.LetterId && l.WorkshopId == workshopId))
            .GroupJoin(db.OutboxMessages, r => r.MessageId, m => m.Id, (r, m) => new { r, m }).SelectMany(x => x.m.DefaultIfEmpty(), (x, m) => new
            {
                x.r.LetterId,
                x.r.State,
                // A mail that is no longer kept has gone long ago.
                Sent = m == null || (m.SentAt != null && m.BouncedAt == null),
                Failed = m != null && (m.BouncedAt != null || (m.SentAt == null && m.Attempts >= OutboxMessage.MostAttempts)),
            })
            .GroupBy(x => new { x.LetterId, x.State, x.Sent, x.Failed }).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        return letters.ToDictionary(l => l.Id, l =>
        {
            var mine = rows.Where(r => r.Key.LetterId == l.Id).ToList();
            int Of(Func<RecipientState, bool, bool, bool> fits) => mine.Where(r => fits(r.Key.State, r.Key.Sent, r.Key.Failed)).Sum(r => r.People);
            return new LetterCounts(mine.Sum(r => r.People), Of((s, sent, failed) => s == RecipientState.Waiting || (s == RecipientState.Written && !sent && !failed)), Of((s, sent, _) => s == RecipientState.Written && sent),
                Of((_, _, failed) => failed), Of((s, _, _) => s is not (RecipientState.Waiting or RecipientState.Written)));
        });
    }
}
