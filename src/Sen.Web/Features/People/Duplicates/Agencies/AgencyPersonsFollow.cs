using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>
/// People go with their agency, hidden rows too, and so does what merges of people remember of it: a merge of two persons that is undone
/// later must not write the id of an agency that is hidden by then.
/// </summary>
public sealed class AgencyPersonsFollow(AppDb db) : IAgencyFollower
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Note(List<Guid> Persons, List<Named> Merges);

    /// <summary>A merge of persons that names the agency, as what was before it or after it.</summary>
    private sealed record Named(Guid Id, bool Before, bool After);

    public string Name => "agency-persons";

    public async Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var counts = await db.Persons.Where(p => p.MergedIntoId == null && (p.AgencyId == standingId || p.AgencyId == awayId)).GroupBy(p => p.AgencyId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return new FollowLook([.. counts.Select(c => new FollowedRecord(c.Key, c.Key, new("Con người", "People"), c.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), $"/agencies/{c.Key}/history?as=now", default))], []);
    }

    public Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.CompletedTask;

    public async Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct)
    {
        var note = new Note(await db.Persons.Where(p => p.AgencyId == awayId).Select(p => p.Id).ToListAsync(ct), []);
        await db.Persons.Where(p => p.AgencyId == awayId).ExecuteUpdateAsync(p => p.SetProperty(x => x.AgencyId, standingId), ct);
        var away = awayId.ToString();
        foreach (var merge in await db.PersonMerges.Where(m => m.UndoneAt == null && m.Values.Contains(away)).ToListAsync(ct))
        {
            var values = Read(merge);
            if (!values.TryGetValue(nameof(Person.AgencyId), out var agency)) continue;
            var named = new Named(merge.Id, agency[0] == away, agency[1] == away);
            note.Merges.Add(named);
            Write(merge, values, named, standingId);
        }
        await db.SaveChangesAsync(ct);
        return new Followed(JsonSerializer.Serialize(note), []);
    }

    public Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(RowMerge merge, string note, CancellationToken ct) => Task.FromResult<IReadOnlyList<FollowedRecord>>([]);

    /// <summary>Whoever came since, or went elsewhere, stays where they are.</summary>
    public async Task<IReadOnlyList<Bilingual>> BackAsync(RowMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        var did = JsonSerializer.Deserialize<Note>(note) ?? new Note([], []);
        await db.Persons.Where(p => did.Persons.Contains(p.Id) && p.AgencyId == merge.StandingId).ExecuteUpdateAsync(p => p.SetProperty(x => x.AgencyId, merge.AwayId), ct);
        foreach (var named in did.Merges)
        {
            if (await db.PersonMerges.FirstOrDefaultAsync(m => m.Id == named.Id, ct) is not { IsErased: false } persons) continue;
            Write(persons, Read(persons), named, merge.AwayId);
            // Undone meanwhile, it wrote the agency that stood then to a person who was with this one.
            if (named.Before && persons.UndoneAt is not null)
                await db.Persons.Where(p => p.Id == persons.StandingId && p.AgencyId == merge.StandingId).ExecuteUpdateAsync(p => p.SetProperty(x => x.AgencyId, merge.AwayId), ct);
        }
        await db.SaveChangesAsync(ct);
        return [];
    }

    private static Dictionary<string, string?[]> Read(PersonMerge merge) => JsonSerializer.Deserialize<Dictionary<string, string?[]>>(merge.Values) ?? [];

    private static void Write(PersonMerge merge, Dictionary<string, string?[]> values, Named named, Guid agency)
    {
        if (!values.TryGetValue(nameof(Person.AgencyId), out var pair)) return;
        values[nameof(Person.AgencyId)] = [named.Before ? agency.ToString() : pair[0], named.After ? agency.ToString() : pair[1]];
        merge.Values = JsonSerializer.Serialize(values, Json);
    }
}
