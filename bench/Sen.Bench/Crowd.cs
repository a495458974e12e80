using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Platform.Languages;
using SortKey = Sen.Web.Platform.Text.SortKey;

namespace Sen.Bench;

/// <summary>Invented people with names as frequent as in Việt Nam: 38 in 100 are Nguyễn.</summary>
internal static class Crowd
{
    private static readonly string[] Families = [.. Enumerable.Repeat("Nguyễn", 38), .. Enumerable.Repeat("Trần", 11), .. Enumerable.Repeat("Lê", 10), .. Enumerable.Repeat("Phạm", 7),
        .. Enumerable.Repeat("Hoàng", 5), .. Enumerable.Repeat("Võ", 5), .. Enumerable.Repeat("Đặng", 2), "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"];
    private static readonly string[] Middles = ["Văn", "Thị", "Minh", "Ngọc", "Quốc", "Thanh", "Đình", "Việt", "Đức", "Hữu", "Xuân", "Thu"];
    private static readonly string[] Givens = ["Dũng", "Hùng", "Anh", "Đào", "Hoa", "Mai", "Lan", "Hương", "Thảo", "An", "Ân", "Bình", "Cường", "Đạt", "Giang", "Hà", "Khánh", "Linh",
        "Long", "Nam", "Nga", "Phong", "Quân", "Sơn", "Tâm", "Thắng", "Tuấn", "Vinh", "Yến"];
    private static readonly (string Id, string Name)[] Kinds = [("SNNMT", "Sở Nông nghiệp và Môi trường"), ("SCT", "Sở Công Thương"), ("SKHCN", "Sở Khoa học và Công nghệ"), ("BQLKCN", "Ban Quản lý các khu công nghiệp")];

    public static async Task<List<Agency>> AgenciesAsync(AppDb db)
    {
        var agencies = new List<Agency>();
        foreach (var province in await db.Provinces.Where(p => p.Vintage == 2025).ToListAsync())
            foreach (var (id, name) in Kinds)
            {
                var full = Bilingual.Of($"{name} {province.FullName}", "");
                agencies.Add(new Agency { KindId = id, ProvinceId = province.Id, Name = full, SearchKey = Agency.KeyOf(full, null), SortKey = SortKey.Of(full.Vi) });
            }
        db.Agencies.AddRange(agencies);
        await db.SaveChangesAsync();
        return agencies;
    }

    public static string Name(int number) => $"{Families[number % Families.Length]} {Middles[number / 7 % Middles.Length]} {Givens[number / 3 % Givens.Length]}";

    public static List<Person> Persons(int count, List<Agency> agencies)
    {
        var random = new Random(2026);
        var persons = new List<Person>(count);
        for (var i = 0; i < count; i++)
        {
            var agency = agencies[random.Next(agencies.Count)];
            var name = $"{Pick(Families)} {Pick(Middles)} {Pick(Givens)}";
            var person = new Person
            {
                FullName = name,
                GivenName = name,
                SearchKey = "",
                SortKey = "",
                Position = "Chuyên viên",
                AgencyId = agency.Id,
                AgencyText = agency.Name.Vi,
                ProvinceId = agency.ProvinceId,
                Phone = $"+84900{i:000000}",
                Email = $"mau{i}@example.vn",
                CreatedAt = new DateTime(2026, 1, 1).AddMinutes(i),
            };
            person.Describe(PersonName.Read(name)!, agency.Name.Vi);
            persons.Add(person);
        }
        return persons;

        string Pick(string[] from) => from[random.Next(from.Length)];
    }
}
