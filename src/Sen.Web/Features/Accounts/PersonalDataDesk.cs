using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>Where people's requests about their own data are taken and carried out. What each part holds, it says itself (<see cref="IPersonalData"/>).</summary>
public sealed class PersonalDataDesk(AppDb db, IEnumerable<IPersonalData> parts, ErasedWords erased, TimeProvider clock, Actor actor)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IReadOnlyList<HeldRecord>> HeldAsync(Guid personId, CancellationToken ct)
    {
        var held = new List<HeldRecord>();
        foreach (var part in parts) held.AddRange(await part.HeldAsync(personId, ct));
        return held;
    }

    /// <summary>The same for a machine to read.</summary>
    public byte[] Export(IEnumerable<HeldRecord> held) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["exportedAt"] = clock.UtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
        ["records"] = new JsonArray([.. held.Select(r =>
        {
            var record = new JsonObject { ["kind"] = r.Kind, ["id"] = r.Id.ToString() };
            foreach (var value in r.Values) record[value.Name] = value.Value;
            return (JsonNode)record;
        })]),
    }, Json);

    /// <summary>Asked twice is asked once, as long as it is not done.</summary>
    public async Task<PersonalDataRequest> AskAsync(Guid personId, PersonalDataWish wish, CancellationToken ct)
    {
        if (await db.PersonalDataRequests.FirstOrDefaultAsync(r => r.PersonId == personId && r.Wish == wish && r.DoneAt == null, ct) is { } open) return open;
        var request = new PersonalDataRequest { PersonId = personId, Wish = wish, AskedAt = clock.UtcNow(), AnswerBy = PersonalDataRequest.AnswerDay(clock.LocalDay()) };
        db.PersonalDataRequests.Add(request);
        await db.SaveChangesAsync(ct);
        return request;
    }

    public async Task<bool> FinishAsync(Guid id, CancellationToken ct)
    {
        if (await db.PersonalDataRequests.FirstOrDefaultAsync(r => r.Id == id && r.DoneAt == null && r.Wish == PersonalDataWish.Export, ct) is not { } request) return false;
        Done(request);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>
    /// Blots a person out: every part its own records, then the trail and the mails, whose texts may name them. One transaction; what the
    /// erasure itself writes into the trail is blotted with the rest.
    /// </summary>
    public async Task<bool> EraseAsync(Guid id, CancellationToken ct)
    {
        await using var work = await db.Database.BeginTransactionAsync(ct);
        if (await db.PersonalDataRequests.FirstOrDefaultAsync(r => r.Id == id && r.DoneAt == null && r.Wish == PersonalDataWish.Erasure, ct) is not { } request) return false;
        var contacts = new List<string>();
        var records = new List<Guid>();
        foreach (var part in parts)
        {
            contacts.AddRange(await part.ContactsAsync(request.PersonId, ct));
            records.AddRange(await part.RecordsAsync(request.PersonId, ct));
        }
        foreach (var part in parts) await part.EraseAsync(request.PersonId, ct);
        await foreach (var other in db.PersonalDataRequests.Where(r => r.PersonId == request.PersonId && r.DoneAt == null).AsAsyncEnumerable().WithCancellation(ct)) Done(other);
        await db.SaveChangesAsync(ct);
        await erased.BlotTrailAsync(contacts, records, ct);
        await erased.BlotMailsAsync(contacts, records, ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return true;
    }

    private void Done(PersonalDataRequest request) => (request.DoneAt, request.DoneBy) = (clock.UtcNow(), actor.Who);
}
