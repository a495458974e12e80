using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;

namespace Sen.Web.Tests.Features.People.Duplicates;

/// <summary>What is proposed and what not, in a register of a hundred strangers of common names.</summary>
public sealed class FinderTests(TestSite site)
{
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm"], Middles = ["Văn", "Thị", "Đức", "Minh", "Thu"], Givens = ["Hùng", "Lan", "Dũng", "Hoa", "Nam"];

    [Theory]
    [InlineData("Đinh Thị Ngọc Diệp", "DINH THI NGOC DIEP", "0912345678", "0912345678", "STNMT|2016-93", "SNNMT|2025-92", Strength.Strong)]
    [InlineData("Đinh Thị Ngọc Diệp", "Diệp Đinh Thị Ngọc", null, null, "SCT|2025-46", "SCT|2025-46", Strength.Strong)]
    [InlineData("Nguyễn Văn Hùng", "Nguyễn Văn Hùng", "0912345678", "0987654321", "SCT|2025-46", "SKHCN|2025-46", null)]
    [InlineData("Nguyễn Văn Hùng", "Nguyễn Văn Hưng", "0912345678", "0987654321", "SCT|2025-46", "SCT|2025-46", null)]
    [InlineData("Nguyễn Văn Hùng", "Nguyễn Văn Hùng", "0912345678", "0912345678", "SCT|2025-46", "SKHCN|2025-46", Strength.Strong)]
    [InlineData("Nguyễn Văn Hùng", "Nguyễn Thị Lan", "0912345678", "0912345678", "SCT|2025-46", "SCT|2025-46", null)]
    [InlineData("Nguyễn Văn Hùng", "Nguyễn Hùng", "0912345678", "0912345678", "SCT|2025-46", "SCT|2025-46", Strength.Strong)]
    [InlineData("Đinh Thị Ngọc Diệp", "Đinh Thị Ngọc Diêpj", null, null, "SCT|2025-46", "SCT|2025-46", Strength.Likely)]
    public async Task A_pair_is_proposed_as_far_as_it_proves_something(string nameA, string nameB, string? phoneA, string? phoneB, string unitA, string unitB, Strength? expected)
    {
        var persons = Enumerable.Range(0, 100).Select(i => Sample.Person($"{Families[i % 4]} {Middles[i / 4 % 5]} {Givens[i / 20]}", $"Sở Ví dụ {i % 12}", $"+8491100{i:0000}", province: $"2025-{(i % 3 == 0 ? "46" : i % 3 == 1 ? "92" : "01")}")).ToList();
        var (a, b) = (Of(nameA, phoneA, unitA), Of(nameB, phoneB, unitB));
        var facts = await ReadAsync([.. persons, a, b]);
        var found = DuplicateFinder.Find(facts).FirstOrDefault(p => p.A.Id == a.Id && p.B.Id == b.Id || p.A.Id == b.Id && p.B.Id == a.Id);
        Assert.Equal(expected, found is { Strength: not Strength.Weak } ? found.Strength : null);
    }

    [Fact]
    public async Task The_reasons_are_said_in_words()
    {
        var (a, b) = (Of("Đinh Thị Ngọc Diệp", "0912345678", "STNMT|2016-93"), Of("DINH THI NGOC DIEP", "0912345678", "SNNMT|2025-92"));
        var pair = Assert.Single(DuplicateFinder.Find(await ReadAsync([a, b])));
        var words = await site.InScopeAsync(s => Task.FromResult(s.GetRequiredService<ReasonWords>().For(pair).ToList()));
        Assert.Equal(["cùng số điện thoại 0912 345 678", "cơ quan kế tiếp nhau từ 01/03/2025 và 01/07/2025", "tên trùng khi bỏ dấu"], words.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nguyen van hung", "nguyen van hug", true)]
    [InlineData("nguyen van hung", "nguyen vna hung", true)]
    [InlineData("nguyen van hung", "nguyen vanhung", true)]
    [InlineData("nguyen van hung", "nguyen van hai", false)]
    [InlineData("nguyen van hung", "nguyen van hung", true)]
    public void One_slip_is_one_letter_or_two_turned(string a, string b, bool one) => Assert.Equal(one, NameFacts.OneSlip(a, b));

    [Fact]
    public void Three_rows_of_one_person_are_shown_together_and_a_faint_pair_joins_nobody()
    {
        var p = Enumerable.Range(0, 5).Select(i => Facts($"Người {(char)('A' + i)}")).ToList();
        var pairs = new[] { new DuplicatePair(p[0], p[1], 9, []), new DuplicatePair(p[1], p[2], 4, []), new DuplicatePair(p[0], p[2], -2, []), new DuplicatePair(p[2], p[3], -1, []), new DuplicatePair(p[3], p[4], -1, []) };
        Assert.Equal([3, 2, 2], DuplicateFinder.Sets(pairs).Select(s => s.Persons.Count));
    }

    private static PersonFacts Facts(string name) => new(Guid.CreateVersion7(), name, "", "", new NameFacts(name), UnitFacts.None, null, null, null, null, default);

    private static Person Of(string name, string? phone, string unit)
    {
        var (kind, province) = (unit.Split('|')[0], unit.Split('|')[1]);
        var person = Sample.Person(name, kind switch { "STNMT" => "Sở TN&MT", "SNNMT" => "Sở Nông nghiệp và Môi trường", "SCT" => "Sở Công Thương", _ => "Sở Khoa học và Công nghệ" }, PhoneNumber.Read(phone)?.E164, province: province);
        return person;
    }

    /// <summary>Read as the register reads them, in a transaction that leaves nothing.</summary>
    private Task<IReadOnlyList<PersonFacts>> ReadAsync(List<Person> persons) => site.InScopeAsync(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        await using var work = await db.Database.BeginTransactionAsync();
        db.AddRange(persons);
        await db.SaveChangesAsync();
        var ids = persons.Select(p => p.Id).ToHashSet();
        IReadOnlyList<PersonFacts> facts = [.. (await s.GetRequiredService<FactsReader>().ReadAsync(db, default)).Where(f => ids.Contains(f.Id))];
        return facts;
    });
}
