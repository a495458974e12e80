using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>What became of one person's letter, down to the answer of the mail servers.</summary>
public enum LetterOutcome { Waiting, Sent, Failed, Bounced, NoAddress, BadAddress, Unsubscribed, NotAgreed, ValueMissing, LeftMeanwhile, TakenBack }

/// <summary>One line of a letter's outbox.</summary>
public sealed record LetterLine(Guid RegistrationId, string Name, string SortKey, string? Phone, string? Address, LetterOutcome Outcome, string? Reason, DateTime? At)
{
    public static async Task<IReadOnlyList<LetterLine>> OfAsync(AppDb db, Guid letterId, CancellationToken ct)
    {
        var rows = await db.LetterRecipients.AsNoTracking().Where(r => r.LetterId == letterId)
            .Join(db.Registrations, x => x.RegistrationId, r => r.Id, (x, r) => new { x, r.Id, r.Email, r.PersonId })
            .Join(db.Persons, x => x.PersonId, p => p.Id, (x, p) => new { x.x, x.Id, Own = x.Email, p.FullName, p.SortKey, p.Phone, p.Email })
            .GroupJoin(db.OutboxMessages, x => x.x.MessageId, m => m.Id, (x, m) => new { x, m }).SelectMany(x => x.m.DefaultIfEmpty(), (x, m) => new
            {
                x.x.Id,
                x.x.FullName,
                x.x.SortKey,
                x.x.Phone,
                x.x.x.State,
                Address = x.x.Own ?? x.x.Email,
                To = m == null ? null : m.To,
                SentAt = m == null ? null : m.SentAt,
                BouncedAt = m == null ? null : m.BouncedAt,
                Attempts = m == null ? 0 : m.Attempts,
                LastError = m == null ? null : m.LastError,
                BounceReason = m == null ? null : m.BounceReason,
            }).ToListAsync(ct);
        return [.. rows.Select(r =>
        {
            var outcome = r.State switch
            {
                RecipientState.Written => r.BouncedAt is not null ? LetterOutcome.Bounced : r.SentAt is not null || r.To is null ? LetterOutcome.Sent : r.Attempts >= OutboxMessage.MostAttempts ? LetterOutcome.Failed : LetterOutcome.Waiting,
                RecipientState.Waiting => LetterOutcome.Waiting,
                var other => Enum.Parse<LetterOutcome>(other.ToString()),
            };
            return new LetterLine(r.Id, r.FullName, r.SortKey, r.Phone, r.To ?? r.Address, outcome, outcome == LetterOutcome.Bounced ? r.BounceReason : r.LastError, r.BouncedAt ?? r.SentAt);
        }).OrderBy(l => l.SortKey, StringComparer.Ordinal).ThenBy(l => l.RegistrationId)];
    }

    public bool Has(string words)
    {
        var key = SearchKey.Of($"{Name} {Address}");
        return SearchKey.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(w => key.Contains(w, StringComparison.Ordinal));
    }
}

public static class LetterOutcomeWords
{
    public static string Words(this LetterOutcome outcome, Language l) => outcome switch
    {
        LetterOutcome.Waiting => l["Chờ gửi", "Waiting"],
        LetterOutcome.Sent => l["Đã gửi", "Sent"],
        LetterOutcome.Failed => l["Gửi không được", "Could not be sent"],
        LetterOutcome.Bounced => l["Bị trả lại", "Bounced"],
        _ => Enum.Parse<RecipientState>(outcome.ToString()).Words(l),
    };

    public static string Chip(this LetterOutcome outcome) => outcome switch
    {
        LetterOutcome.Sent => "chip chip-done",
        LetterOutcome.Waiting => "chip chip-held",
        LetterOutcome.Failed or LetterOutcome.Bounced or LetterOutcome.BadAddress => "chip chip-wrong",
        LetterOutcome.NoAddress or LetterOutcome.ValueMissing => "chip chip-alert",
        _ => "chip",
    };
}
