using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Where a person's mailbox was typed as the one who looks after an agency's invitation.</summary>
public sealed class InvitationData(AppDb db, Language language) : IPersonalData
{
    /// <summary>Found before any part has erased anything: after that the mailbox is no longer known to be theirs.</summary>
    private readonly Dictionary<Guid, List<Guid>> found = [];

    public async Task<IReadOnlyList<HeldRecord>> HeldAsync(Guid personId, CancellationToken ct)
    {
        var rows = await Mine(personId).AsNoTracking().Join(db.InvitationBatches, i => i.BatchId, b => b.Id, (i, b) => new { i, b.WorkshopTitle }).OrderByDescending(x => x.i.CreatedAt).ToListAsync(ct);
        return [.. rows.Select(x => new HeldRecord(x.i.Id, "invitation", x.WorkshopTitle,
        [
            .. new (string Name, Bilingual Words, string? Value)[]
            {
                ("agency", new("Cơ quan được mời", "Invited agency"), language.Plain(x.i.AgencyName)),
                ("contactName", new("Người phụ trách", "Contact"), x.i.ContactName),
                ("contactEmail", new("Thư điện tử nhận giấy mời", "E-mail the letter went to"), x.i.Email),
                ("sentAt", new("Gửi lúc", "Sent"), x.i.SentAt is { } at ? language.Moment(at) : null),
            }.Where(v => !string.IsNullOrEmpty(v.Value)).Select(v => new HeldValue(v.Name, v.Words, v.Value!)),
        ]))];
    }

    /// <summary>An agency's mailbox is no person's; the person's own is known from their record.</summary>
    public Task<IReadOnlyList<string>> ContactsAsync(Guid personId, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    public async Task<IReadOnlyList<Guid>> RecordsAsync(Guid personId, CancellationToken ct) => found[personId] = await Mine(personId).Select(i => i.Id).ToListAsync(ct);

    public async Task EraseAsync(Guid personId, CancellationToken ct)
    {
        var ids = found.GetValueOrDefault(personId) ?? await Mine(personId).Select(i => i.Id).ToListAsync(ct);
        foreach (var invitation in await db.Invitations.Where(i => ids.Contains(i.Id)).ToListAsync(ct)) invitation.Forget();
        await db.SaveChangesAsync(ct);
    }

    private IQueryable<Invitation> Mine(Guid personId) => db.Invitations.Where(i => i.Email != "" && db.Persons.Any(p => p.Id == personId && p.Email == i.Email));
}
