using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>Whose way out of a letter was opened: the registration it went to, and the mailbox.</summary>
public sealed record NewsReader(Registration Registration, Programme Programme, string Address);

/// <summary>Where people stop news they do not need, and take that back.</summary>
public sealed class NewsDesk(AppDb db, TimeProvider clock)
{
    /// <summary>Whom the secret in a letter belongs to; null for any other text.</summary>
    public async Task<NewsReader?> FindAsync(string? secret, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 100) return null;
        var hash = PrivateLinks.Hash(secret);
        return await db.Registrations.FirstOrDefaultAsync(r => db.LetterRecipients.Any(x => x.StopHash == hash && x.RegistrationId == r.Id), ct) is { } registration ? await OfAsync(registration, ct) : null;
    }

    public async Task<NewsReader?> OfAsync(Registration registration, CancellationToken ct)
    {
        var address = registration.Email ?? await db.Persons.Where(p => p.Id == registration.PersonId).Select(p => p.Email).FirstOrDefaultAsync(ct);
        if (string.IsNullOrEmpty(address)) return null;
        var programme = await db.Workshops.Where(w => w.Id == registration.WorkshopId).Select(w => w.Programme!).AsNoTracking().FirstAsync(ct);
        return new NewsReader(registration, programme, address.Trim().ToLowerInvariant());
    }

    public Task<List<NewsRefusal>> StandingAsync(NewsReader reader, CancellationToken ct) => db.NewsRefusals
        .Where(r => r.TakenBackAt == null && (r.ProgrammeId == null || r.ProgrammeId == reader.Programme.Id) && (r.Address == reader.Address || (r.IsOwn && reader.Registration.Email == null && r.PersonId == reader.Registration.PersonId)))
        .OrderBy(r => r.GivenAt).ToListAsync(ct);

    /// <summary>Stops news from this programme, or from all. The consent to later invitations ends with it. Asked twice is asked once.</summary>
    public async Task StopAsync(NewsReader reader, bool everything, Language l, CancellationToken ct)
    {
        Guid? scope = everything ? null : reader.Programme.Id;
        var standing = await StandingAsync(reader, ct);
        if (!standing.Exists(r => r.ProgrammeId is null || r.ProgrammeId == scope))
            db.NewsRefusals.Add(new NewsRefusal
            {
                PersonId = reader.Registration.PersonId,
                Address = reader.Address,
                IsOwn = reader.Registration.Email is null,
                ProgrammeId = scope,
                Wording = Wording(everything, reader.Programme, l),
                GivenAt = clock.UtcNow(),
            });
        var mine = db.Registrations.Where(r => r.PersonId == reader.Registration.PersonId && r.Email == reader.Registration.Email);
        if (!everything) mine = mine.Where(r => db.Workshops.Any(w => w.Id == r.WorkshopId && w.ProgrammeId == reader.Programme.Id));
        foreach (var consent in await db.Consents.Where(c => c.Purpose == ConsentPurpose.LaterWorkshops && c.WithdrawnAt == null && mine.Any(r => r.Id == c.RegistrationId)).ToListAsync(ct)) consent.WithdrawnAt = clock.UtcNow();
        await db.SaveChangesAsync(ct);
    }

    /// <summary>News again: the button stands beside the words of the consent, so pressing it gives that consent anew.</summary>
    public async Task<bool> TakeBackAsync(NewsReader reader, Language l, CancellationToken ct)
    {
        var standing = await StandingAsync(reader, ct);
        foreach (var refusal in standing) refusal.TakenBackAt = clock.UtcNow();
        if (!await db.Consents.AnyAsync(c => c.RegistrationId == reader.Registration.Id && c.Purpose == ConsentPurpose.LaterWorkshops && c.WithdrawnAt == null, ct))
            db.Consents.Add(new Consent { RegistrationId = reader.Registration.Id, Purpose = ConsentPurpose.LaterWorkshops, Wording = ConsentPurpose.LaterWorkshops.Words(l), GivenAt = clock.UtcNow() });
        await db.SaveChangesAsync(ct);
        return standing.Count > 0;
    }

    public static string Wording(bool everything, Programme programme, Language l) => everything
        ? l["Thôi nhận mọi thư tin từ hệ thống này. Thư cần cho hội thảo đã đăng ký vẫn gửi.", "No more news from this system at all. Letters needed for a workshop one is registered for still come."]
        : l[$"Thôi nhận thư tin của «{l.Plain(programme.Title)}». Thư cần cho hội thảo đã đăng ký vẫn gửi.", $"No more news from “{l.Plain(programme.Title)}”. Letters needed for a workshop one is registered for still come."];
}
