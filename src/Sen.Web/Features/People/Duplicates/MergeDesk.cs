using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Two rows to be made one.</summary>
/// <param name="FromAway">Names of the fields whose value comes from the row that goes.</param>
/// <param name="Stands">Key of a clash → id of the record that stands.</param>
public sealed record MergeOrder(Guid StandingId, int StandingVersion, Guid AwayId, int AwayVersion, IReadOnlySet<string> FromAway, IReadOnlyDictionary<Guid, Guid> Stands);

public abstract record Merged
{
    public sealed record Done(Guid MergeId) : Merged;
    /// <summary>One of the two was merged by somebody else, or is gone.</summary>
    public sealed record NotThere : Merged;
    public sealed record ChangedMeanwhile : Merged;
    public sealed record Refused(IReadOnlyList<Bilingual> Why) : Merged;
}

public abstract record Unmerged
{
    public sealed record Done(Guid StandingId, Guid AwayId) : Unmerged;
    public sealed record NotThere : Unmerged;
    public sealed record Refused(IReadOnlyList<Bilingual> Why) : Unmerged;
}

/// <summary>
/// Where two rows of one person become one, and two again. Nothing is deleted: the row that goes stays as it was, hidden. What belongs to
/// it moves with those who follow (<see cref="IPersonFollower"/>), and each notes what it takes to move it back.
/// </summary>
public sealed partial class MergeDesk(AppDb db, IEnumerable<IPersonFollower> followers, Actor actor, TimeProvider clock, Language language)
{
    private const string OwnRows = "persons";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var (records, clashes) = (new List<FollowedRecord>(), new List<FollowClash>());
        foreach (var follower in followers)
        {
            var look = await follower.LookAsync(standingId, awayId, ct);
            records.AddRange(look.Records);
            clashes.AddRange(look.Clashes);
        }
        return new FollowLook(records, clashes);
    }

    public async Task<Merged> MergeAsync(MergeOrder order, CancellationToken ct)
    {
        if (order.StandingId == order.AwayId) return new Merged.NotThere();
        using var turn = await db.TurnAsync(ct);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        if (await OpenAsync(order.StandingId, order.AwayId, ct) is not { } both) return new Merged.NotThere();
        var (standing, away) = both;
        if (standing.MergedIntoId is not null || away.MergedIntoId is not null || standing.FullName == Person.Forgotten || away.FullName == Person.Forgotten) return new Merged.NotThere();
        if (standing.Version != order.StandingVersion || away.Version != order.AwayVersion) return new Merged.ChangedMeanwhile();

        actor.Because(language["Gộp hai dòng của một người", "Two rows of one person merged"]);
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        var against = new List<Bilingual>();
        foreach (var follower in followers)
        {
            var followed = await follower.MoveAsync(standing.Id, away.Id, order.Stands, ct);
            notes[follower.Name] = followed.Note;
            against.AddRange(followed.Against);
        }
        if (against.Count > 0) return new Merged.Refused(against);

        // Who was merged into the row that goes is merged into the one that stands: a chain is one step long.
        var before = await db.Persons.Where(p => p.MergedIntoId == away.Id).ToListAsync(ct);
        foreach (var earlier in before) earlier.GoesInto(standing);
        notes[OwnRows] = JsonSerializer.Serialize(before.Select(p => p.Id));

        var (was, known) = (PersonValues.Of(standing), standing.AlsoKnownAs);
        standing.StandsFor(KnownAs.Join(KnownAs.Of(standing).Concat(KnownAs.Of(away))));
        foreach (var (column, value) in PersonField.All.Where(f => order.FromAway.Contains(f.Name)).SelectMany(f => f.Columns).Select(c => (c, PersonValues.Of(away)[c])))
            PersonValues.Write(standing, column, value);
        await FindAgainAsync(standing, ct);
        away.GoesInto(standing);
        var now = PersonValues.Of(standing);
        var merge = new PersonMerge
        {
            StandingId = standing.Id,
            AwayId = away.Id,
            MergedAt = clock.UtcNow(),
            MergedBy = actor.Who,
            Values = JsonSerializer.Serialize(was.Where(v => v.Value != now[v.Key]).ToDictionary(v => v.Key, v => new[] { v.Value, now[v.Key] }), Json),
            KnownBefore = known,
            Moved = JsonSerializer.Serialize(notes, Json),
        };
        db.PersonMerges.Add(merge);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new Merged.Done(merge.Id);
    }

    /// <summary>Both rows as they stand under the lock; workshops before persons, as whoever registers somebody locks them.</summary>
    private async Task<(Person Standing, Person Away)?> OpenAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        foreach (var follower in followers) await follower.LockAsync(standingId, awayId, ct);
        await db.LockPersonsAsync([standingId, awayId], ct);
        var persons = await db.Persons.Where(p => p.Id == standingId || p.Id == awayId).ToListAsync(ct);
        foreach (var person in persons) await db.Entry(person).ReloadAsync(ct);
        return persons.Find(p => p.Id == standingId) is { } standing && persons.Find(p => p.Id == awayId) is { } away ? (standing, away) : null;
    }

    private async Task FindAgainAsync(Person person, CancellationToken ct) =>
        person.FindBy(await db.Agencies.Where(a => a.Id == person.AgencyId).Select(a => a.Name.Vi).FirstOrDefaultAsync(ct) ?? person.AgencyText);
}
