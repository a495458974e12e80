using CsCheck;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations.Seats;

public sealed class SeatBookTests
{
    private const string Hue = "2025-46", DaNang = "2025-48", QuangTri = "2025-44";
    private static readonly Language Vi = new("vi"), En = new("en");
    private static readonly HashSet<string> Nowhere = [];

    [Fact]
    public void A_person_is_seated_when_capacity_and_every_cap_that_covers_them_allow_it()
    {
        var book = new SeatBook(3, [Limit("Huế", atMost: 1, provinces: Hue), Limit("Sở Công Thương", atMost: 2, kinds: "SCT")], Nowhere);
        Assert.True(book.Judge(From(Hue, "SCT")).Admits);
        book.Take(From(Hue, "SCT"));
        Assert.False(book.Judge(From(Hue, "SKHCN")).Admits);
        Assert.True(book.Judge(From(DaNang, "SCT")).Admits);
        book.Take(From(DaNang, "SCT"));
        Assert.False(book.Judge(From(QuangTri, "SCT")).Admits);
        book.Take(From(QuangTri, "SKHCN"));
        Assert.False(book.Judge(From(QuangTri, "SKHCN")).Admits);
        book.Leave(From(Hue, "SCT"));
        Assert.True(book.Judge(From(QuangTri, "SCT")).Admits);
    }

    [Fact]
    public void Why_somebody_waits_is_said_with_what_is_free_for_others()
    {
        var book = new SeatBook(5, [Limit("Cần Thơ", atMost: 2, provinces: Hue)], Nowhere);
        book.Take(From(Hue), 2);
        Assert.Equal("Hạn mức «Cần Thơ» đã đủ: 2 trên 2. Còn 3 chỗ cho người ngoài hạn mức này.", book.Judge(From(Hue)).Words(Vi));
        Assert.Equal("The cap “Cần Thơ” is reached: 2 of 2. 3 seats are free for others.", book.Judge(From(Hue)).Words(En));
        book.Take(From(DaNang), 3);
        Assert.Equal("Cả 5 chỗ đã có người.", book.Judge(From(DaNang)).Words(Vi));
    }

    [Fact]
    public void Kept_seats_are_for_their_set_until_they_are_released()
    {
        var kept = Limit("Huế", held: 2, provinces: Hue);
        var book = new SeatBook(3, [kept], Nowhere);
        Assert.True(book.Judge(From(DaNang)).Admits);
        book.Take(From(DaNang));
        Assert.Equal("2 chỗ còn lại đang giữ cho: Huế.", book.Judge(From(DaNang)).Words(Vi));
        Assert.True(book.Judge(From(Hue)).Admits);
        book.Take(From(Hue), 2);
        Assert.False(book.Judge(From(Hue)).Admits);
        var released = new SeatBook(3, [kept with { Held = 0 }], Nowhere);
        released.Take(From(DaNang));
        Assert.True(released.Judge(From(DaNang)).Admits);
    }

    /// <summary>One person of two keepings fills one of them: counting both would promise a seat that is not there.</summary>
    [Fact]
    public void Somebody_under_two_keepings_fills_one_seat_of_them()
    {
        var book = new SeatBook(5, [Limit("Huế", held: 3, provinces: Hue), Limit("Sở Công Thương", held: 2, kinds: "SCT")], Nowhere);
        book.Take(From(Hue, "SCT"));
        Assert.Equal(4, book.Kept);
        Assert.False(book.Judge(From(DaNang, "SKHCN")).Admits);
        // Whoever comes, people are moved between the keepings so that as many as possible are filled.
        book.Take(From(DaNang, "SCT"));
        book.Take(From(QuangTri, "SCT"));
        Assert.Equal(2, book.Kept);
        Assert.Equal([("Huế", 2)], book.Unfilled().Select(u => (u.Rule.Name.Vi, u.Empty)));
        Assert.False(book.Judge(From(DaNang, "SCT")).Admits);
        Assert.True(book.Judge(From(Hue, "SKHCN")).Admits);
    }

    [Fact]
    public void Guests_have_limits_of_their_own_and_take_no_seat_of_a_trainee()
    {
        var book = new SeatBook(1, [Limit("Đại biểu", atMost: 1, who: ParticipantKind.Guest), Limit("Mọi học viên", atMost: 1)], Nowhere);
        var guest = From(Hue) with { Kind = ParticipantKind.Guest };
        Assert.True(book.Judge(guest).Admits);
        book.Take(guest);
        Assert.False(book.Judge(guest).Admits);
        Assert.Equal(0, book.Taken);
        Assert.True(book.Judge(From(Hue)).Admits);
        Assert.True(book.Judge(From(Hue) with { Kind = ParticipantKind.Speaker }).Admits);
    }

    [Fact]
    public void The_region_is_the_workshops_own()
    {
        var book = new SeatBook(10, [Limit("Ngoài khu vực", atMost: 0) with { Region = RegionScope.NotInvited }], new HashSet<string> { Hue });
        Assert.True(book.Judge(From(Hue)).Admits);
        Assert.False(book.Judge(From(DaNang)).Admits);
        // Nobody knows where they come from: not from the region, as far as the record says.
        Assert.False(book.Judge(From(null)).Admits);
    }

    /// <summary>What was promised to more people than there are seats: those it was promised to still come before others.</summary>
    [Fact]
    public void A_keeping_set_after_the_seats_were_given_away_still_lets_its_own_in_first()
    {
        var book = new SeatBook(4, [Limit("Huế", held: 3, provinces: Hue)], Nowhere);
        book.Take(From(DaNang), 3);
        Assert.True(book.Judge(From(Hue)).Admits);
        Assert.False(book.Judge(From(DaNang)).Admits);
    }

    [Fact]
    public void Whatever_comes_and_goes_no_promise_is_broken()
    {
        Assert.NotNull(Sequences);
        Sequences.Sample(s =>
        {
            var book = new SeatBook(s.Capacity, s.Limits, Nowhere);
            var seated = new List<Seatable>();
            foreach (var (person, leaves) in s.Steps)
            {
                if (leaves && seated.Count > 0)
                {
                    book.Leave(seated[^1]);
                    seated.RemoveAt(seated.Count - 1);
                }
                else if (book.Judge(person).Admits)
                {
                    book.Take(person);
                    seated.Add(person);
                }
                Assert.Equal(seated.Count, book.Taken);
                Assert.True(book.Taken <= s.Capacity, $"{book.Taken} seats of {s.Capacity}");
                Assert.All(s.Limits.Where(l => l.AtMost is not null), l => Assert.True(book.TakenBy(l.Id) <= l.AtMost));
                Assert.All(s.Limits, l => Assert.Equal(seated.Count(p => l.Covers(p, Nowhere)), book.TakenBy(l.Id)));
                Assert.Equal(s.Limits.Sum(l => l.Held) - LargestMatching(seated, s.Limits), book.Kept);
                // Every kept seat that is empty can still be given to whom it was promised.
                Assert.True(book.Taken + book.Kept <= s.Capacity, $"{book.Taken} taken and {book.Kept} kept of {s.Capacity}");
            }
        }, iter: 400);
    }

    private sealed record Sequence(int Capacity, LimitRule[] Limits, (Seatable Person, bool Leaves)[] Steps);

    private static readonly Gen<Seatable> People = Gen.Int[0, 5].Select(n => From(n % 3 == 0 ? Hue : n % 3 == 1 ? DaNang : QuangTri, n < 3 ? "SCT" : "SKHCN"));

    private static readonly Gen<Sequence> Sequences =
        from held in Gen.Int[0, 3].Array[3]
        from spare in Gen.Int[0, 4]
        from caps in Gen.Int[1, 5].Array[2]
        from steps in Gen.Select(People, Gen.Int[0, 2]).Select((p, n) => (p, n == 0)).Array[1, 40]
        let limits = new[]
        {
            Limit("Huế", held: held[0], provinces: Hue), Limit("Công Thương", held: held[1], kinds: "SCT"), Limit("Huế và Đà Nẵng", held: held[2], provinces: Hue + " " + DaNang),
            Limit("Trần Huế", atMost: caps[0] + held[0] + held[2], provinces: Hue), Limit("Trần Khoa học", atMost: caps[1] + 2, kinds: "SKHCN"),
        }
        select new Sequence(held.Sum() + spare, limits, steps);

    /// <summary>The oracle: people one by one to keepings, by trying everything that helps (Kuhn's algorithm).</summary>
    private static int LargestMatching(List<Seatable> people, LimitRule[] limits)
    {
        var seats = limits.SelectMany(l => Enumerable.Repeat(l, l.Held)).ToArray();
        var owner = new int[seats.Length];
        Array.Fill(owner, -1);
        return Enumerable.Range(0, people.Count).Count(p => Find(p, new bool[seats.Length]));

        bool Find(int person, bool[] seen)
        {
            for (var seat = 0; seat < seats.Length; seat++)
            {
                if (seen[seat] || !seats[seat].Covers(people[person], Nowhere)) continue;
                seen[seat] = true;
                if (owner[seat] >= 0 && !Find(owner[seat], seen)) continue;
                owner[seat] = person;
                return true;
            }
            return false;
        }
    }

    private static Seatable From(string? province, string kind = "SCT") => new(ParticipantKind.Trainee, province, kind, null);

    private static LimitRule Limit(string name, int? atMost = null, int held = 0, string provinces = "", string kinds = "", ParticipantKind who = ParticipantKind.Trainee) =>
        new(Guid.NewGuid(), Bilingual.Same(name), who, RegionScope.Anywhere, Set(provinces), Set(kinds), Set(""), atMost, held);

    private static HashSet<string> Set(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
