using CsCheck;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.Registrations.Seats;

/// <summary>Seats kept for single agencies beside keepings that overlap: fast, and the same as the whole matching.</summary>
public sealed class OwnKeepingTests
{
    private static readonly string[] Provinces = ["2025-46", "2025-48", "2025-44"];
    private static readonly string[] Kinds = ["SCT", "SKHCN"];
    private static readonly Guid[] Agencies = [.. Enumerable.Range(1, 5).Select(n => new Guid(n, 0, 0, new byte[8]))];

    [Fact]
    public void Kept_and_empty_agrees_with_the_largest_matching_found_by_trying()
    {
        var limit = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 3], (what, province, kind, agency, held) => Rule(held,
            what != 1 && province < 3 ? Provinces[province] : null, what == 0 && kind < 2 ? Kinds[kind] : null, what > 0 && agency < 5 ? Agencies[agency] : null));
        // The same agency under several provinces and kinds too: its people are not alike then.
        var person = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1], Gen.Int[0, 5], (p, k, a) => new Seatable(ParticipantKind.Trainee, Provinces[p], Kinds[k], a < 5 ? Agencies[a] : null));
        Gen.Select(limit.Array[0, 6], person.Array[0, 12]).Sample((limits, people) =>
        {
            var book = new SeatBook(100, limits, new HashSet<string>());
            foreach (var p in people) book.Take(p);
            var kept = limits.Sum(l => l.Held);
            Assert.Equal(kept - Largest(limits, people), book.Kept);
            Assert.Equal(book.Kept, book.Unfilled().Sum(u => u.Empty));
            foreach (var p in people) Assert.Equal(Largest(limits, [.. people, p]) > Largest(limits, people), book.IsKeptFor(p));
        }, iter: 3000);
    }

    [Fact]
    public void Two_thousand_agencies_with_seats_of_their_own_are_judged_in_no_time()
    {
        var agencies = Enumerable.Range(1, 2000).Select(n => new Guid(n, 7, 0, new byte[8])).ToArray();
        var book = new SeatBook(6000, agencies.Select(a => Rule(2, null, null, a)).Prepend(Rule(50, Provinces[0], null, null)), new HashSet<string>());
        var began = TimeProvider.System.GetTimestamp();
        for (var n = 0; n < 1500; n++) book.Take(new Seatable(ParticipantKind.Trainee, Provinces[n % 3], Kinds[n % 2], agencies[n]));
        for (var n = 0; n < 200; n++) Assert.True(book.Judge(new Seatable(ParticipantKind.Trainee, Provinces[1], Kinds[0], agencies[n])).Admits);
        Assert.Equal(50 + 4000 - 1500, book.Kept);
        // A guard against a network of 2,000 agencies, which takes minutes; not a measure.
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 20);
    }

    private static LimitRule Rule(int held, string? province, string? kind, Guid? agency) => new(Guid.NewGuid(), new("Giữ", ""), ParticipantKind.Trainee, RegionScope.Anywhere,
        Set(province), Set(kind), Set(agency?.ToString()), null, held);

    private static HashSet<string> Set(string? id) => id is null ? [] : [id];

    /// <summary>Kuhn's matching, person by person and seat by seat: slow, and plain enough to be believed.</summary>
    private static int Largest(LimitRule[] limits, Seatable[] people)
    {
        var seats = limits.SelectMany(l => Enumerable.Repeat(l, l.Held)).ToArray();
        var taken = new int[seats.Length];
        Array.Fill(taken, -1);
        var found = 0;
        for (var p = 0; p < people.Length; p++)
            if (Seat(p, new bool[seats.Length])) found++;
        return found;

        bool Seat(int p, bool[] tried)
        {
            for (var s = 0; s < seats.Length; s++)
            {
                if (tried[s] || !seats[s].Covers(people[p], new HashSet<string>())) continue;
                tried[s] = true;
                if (taken[s] >= 0 && !Seat(taken[s], tried)) continue;
                taken[s] = p;
                return true;
            }
            return false;
        }
    }
}
