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
/// Where two rows become one, and two again. Nothing is deleted: the row that goes stays as it was, hidden. What belongs to it moves with
/// those who follow (<see cref="IMergeFollower"/>), and each notes what it takes to move it back.
/// </summary>
public abstract partial class RowMergeDesk<TRow, TMerge>(AppDb db, IEnumerable<IMergeFollower> followers, Actor actor, TimeProvider clock, Language language)
    where TRow : class, IMergeRow
    where TMerge : RowMerge, new()
{
    /// <summary>Under this name since the first merges of persons.</summary>
    private const string OwnRows = "persons";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected AppDb Db => db;
    /// <summary>All rows, hidden ones too.</summary>
    protected abstract IQueryable<TRow> Rows { get; }
    protected abstract IReadOnlyList<RowField> Fields { get; }
    private protected abstract MergeWords Words { get; }

    protected abstract Task LockAsync(Guid[] rows, CancellationToken ct);
    protected abstract Dictionary<string, string?> ValuesOf(TRow row);
    protected abstract void Write(TRow row, string column, string? value);
    protected abstract string NameOf(TRow row);
    /// <summary>All that it is and was written as.</summary>
    protected abstract IEnumerable<string> KnownAsOf(TRow row);
    /// <summary>Makes the keys anew by which it is found.</summary>
    protected abstract Task FindAgainAsync(TRow row, CancellationToken ct);
    /// <summary>Ids and numbers as a reader says them.</summary>
    protected abstract Task<Func<string?, string?>> SaidAsync(CancellationToken ct);

    protected virtual bool IsForgotten(TRow row) => false;

    /// <summary>Columns that follow from another one say nothing by themselves.</summary>
    protected virtual bool IsDerived(string column) => false;

    /// <summary>Everything has moved: what is found by the name of the row is described anew.</summary>
    protected virtual Task SettledAsync(TRow standing, TRow away, CancellationToken ct) => Task.CompletedTask;

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
        if (standing.MergedIntoId is not null || away.MergedIntoId is not null || IsForgotten(standing) || IsForgotten(away)) return new Merged.NotThere();
        if (standing.Version != order.StandingVersion || away.Version != order.AwayVersion) return new Merged.ChangedMeanwhile();

        actor.Because(language[Words.BecauseMerged.Vi, Words.BecauseMerged.En]);
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
        var before = await Rows.Where(p => p.MergedIntoId == away.Id).ToListAsync(ct);
        foreach (var earlier in before) earlier.GoesInto(standing.Id);
        notes[OwnRows] = JsonSerializer.Serialize(before.Select(p => p.Id));

        var (was, known) = (ValuesOf(standing), standing.AlsoKnownAs);
        standing.StandsFor(KnownAs.Join(KnownAsOf(standing).Concat(KnownAsOf(away))));
        var values = ValuesOf(away);
        foreach (var column in Fields.Where(f => order.FromAway.Contains(f.Name)).SelectMany(f => f.Columns)) Write(standing, column, values[column]);
        await FindAgainAsync(standing, ct);
        away.GoesInto(standing.Id);
        await SettledAsync(standing, away, ct);
        var now = ValuesOf(standing);
        var merge = new TMerge
        {
            StandingId = standing.Id,
            AwayId = away.Id,
            MergedAt = clock.UtcNow(),
            MergedBy = actor.Who,
            Values = JsonSerializer.Serialize(was.Where(v => v.Value != now[v.Key]).ToDictionary(v => v.Key, v => new[] { v.Value, now[v.Key] }), Json),
            KnownBefore = known,
            Moved = JsonSerializer.Serialize(notes, Json),
        };
        db.Add(merge);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new Merged.Done(merge.Id);
    }

    /// <summary>Both rows as they stand under the lock; workshops before rows, as whoever registers somebody locks them.</summary>
    private async Task<(TRow Standing, TRow Away)?> OpenAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        foreach (var follower in followers) await follower.LockAsync(standingId, awayId, ct);
        await LockAsync([standingId, awayId], ct);
        var rows = await Rows.Where(p => p.Id == standingId || p.Id == awayId).ToListAsync(ct);
        foreach (var row in rows) await db.Entry(row).ReloadAsync(ct);
        return rows.Find(p => p.Id == standingId) is { } standing && rows.Find(p => p.Id == awayId) is { } away ? (standing, away) : null;
    }
}
