using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Registrations.Seats;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>
/// Whom a letter is for. The group is asked anew when it leaves: who came to it meanwhile is in, who left it is out. Where no state is
/// chosen, only those are in it who have not withdrawn, declined, lapsed or been rejected.
/// </summary>
public static class LetterGroup
{
    private static readonly RegistrationState[] Open = [.. Enum.GetValues<RegistrationState>().Where(Registration.IsOpen)];

    public static async Task<ParticipantQuery> QueryAsync(AppDb db, GroupLetter letter, CancellationToken ct)
    {
        var filter = ParticipantFilter.Read(letter.Group);
        IReadOnlyList<SeatLimit> limits = filter.Limit.Length > 0 ? await db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == letter.WorkshopId).ToListAsync(ct) : [];
        var query = filter.Query(limits);
        // A condition that no longer exists must not turn a few people into everybody.
        var gone = (filter.Limit.Length > 0 && query.Limit is null) || (filter.Unit.Length > 0 && query.Unit is null) || (filter.Answer.Length > 0 && query.Answer is null)
            || (filter.State.Length > 0 && query.States.Count == 0) || (filter.Kind.Length > 0 && query.Kind is null) || (filter.Check.Length > 0 && query.Check is null);
        return query with
        {
            States = query.States.Count > 0 ? query.States : Open,
            Picked = gone ? [] : letter.Picked.Length > 0 ? letter.PickedIds : null,
        };
    }

    public static async Task<IReadOnlyList<Addressee>> PeopleAsync(AppDb db, GroupLetter letter, CancellationToken ct) =>
        await LetterFacts.PeopleAsync(db, letter.WorkshopId, (await QueryAsync(db, letter, ct)).Ids(db, letter.WorkshopId), ct);
}
