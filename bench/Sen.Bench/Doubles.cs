using System.Globalization;
using Sen.Web.Features.People;
using Sen.Web.Platform.Text;

namespace Sen.Bench;

/// <summary>
/// A register with planted doubles of the kinds lists bring, and beside them strangers who look alike: equal common names in one agency,
/// a desk's telephone, fathers and sons. Who is who is known, so that proposals can be counted right and wrong.
/// </summary>
internal sealed class Doubles
{
    private static readonly string[] Families =
    [
        .. Enumerable.Repeat("Nguyễn", 384), .. Enumerable.Repeat("Trần", 121), .. Enumerable.Repeat("Lê", 95), .. Enumerable.Repeat("Phạm", 70), .. Enumerable.Repeat("Hoàng", 51), .. Enumerable.Repeat("Huỳnh", 51),
        .. Enumerable.Repeat("Phan", 45), .. Enumerable.Repeat("Vũ", 39), .. Enumerable.Repeat("Võ", 39), .. Enumerable.Repeat("Đặng", 21), .. Enumerable.Repeat("Bùi", 20), .. Enumerable.Repeat("Đỗ", 14), .. Enumerable.Repeat("Hồ", 13),
        .. Enumerable.Repeat("Ngô", 13), .. Enumerable.Repeat("Dương", 10), .. Enumerable.Repeat("Lý", 5), "Trịnh", "Trịnh", "Mai", "Cao", "Lương", "Tạ", "Châu", "Tô", "Hà", "Kiều",
    ];
    private static readonly string[] Middles = ["Văn", "Văn", "Văn", "Văn", "Thị", "Thị", "Thị", "Thị", "Thị", "Minh", "Thanh", "Ngọc", "Đức", "Quốc", "Hữu", "Thu", "Hồng", "Xuân", "Đình", "Anh", "Gia", "Kim", "Trọng", "Công", "Thế", "Bảo", "Phương", "Hải", "Việt", "Mạnh"];
    private static readonly string[] Givens =
    [
        "Anh", "An", "Ân", "Bình", "Bảo", "Châu", "Chi", "Cường", "Dũng", "Duy", "Dương", "Đạt", "Đào", "Đức", "Giang", "Hà", "Hải", "Hạnh", "Hằng", "Hiền", "Hiếu", "Hoa", "Hòa", "Hoàng", "Hồng", "Huệ", "Hùng", "Huy", "Hưng", "Hương", "Hường", "Khánh", "Khoa", "Kiên", "Lan", "Liên", "Linh", "Loan", "Long", "Lợi", "Mai",
        "Minh", "My", "Nam", "Nga", "Ngân", "Nghĩa", "Ngọc", "Nhung", "Oanh", "Phong", "Phúc", "Phương", "Quang", "Quân", "Quyên", "Sơn", "Tâm", "Tân", "Thái", "Thanh", "Thành", "Thảo", "Thắng", "Thịnh", "Thu", "Thúy", "Thủy", "Tiến", "Toàn", "Trang", "Trung", "Tú", "Tuấn", "Tùng", "Uyên", "Vân", "Việt", "Vinh", "Vy", "Xuân", "Yến",
        "Diệp", "Khuê", "Lam", "Nhi", "Như", "Quỳnh", "Sang", "Thi", "Trâm", "Trí", "Trinh", "Tuyết", "Vũ", "Vượng",
    ];
    private static readonly string[] Units2016 = ["STNMT|Sở Tài nguyên và Môi trường", "SNNPTNT|Sở Nông nghiệp và Phát triển nông thôn", "SCT|Sở Công Thương", "SKHCN|Sở Khoa học và Công nghệ", "SKHDT|Sở Kế hoạch và Đầu tư"];
    private static readonly string[] Units2025 = ["SNNMT|Sở Nông nghiệp và Môi trường", "SCT|Sở Công Thương", "SKHCN|Sở Khoa học và Công nghệ", "STC|Sở Tài chính"];
    private static readonly Dictionary<string, string> Successor = new(StringComparer.Ordinal) { ["STNMT"] = "SNNMT", ["SNNPTNT"] = "SNNMT", ["SCT"] = "SCT", ["SKHCN"] = "SKHCN", ["SKHDT"] = "STC" };

    public static readonly string[] Kinds = ["marks lost, capitals", "order turned", "one slip", "middle left out", "other mail", "other telephone", "agency succeeded", "moved to another province", "no contact at all", "other telephone and mail"];

    private readonly Random random = new(2026);
    private readonly List<Province> old, now;
    private readonly Dictionary<string, string> mergers;

    public List<Person> Persons { get; } = [];
    /// <summary>Each planted pair, and of what kind it is.</summary>
    public Dictionary<(Guid, Guid), string> Planted { get; } = [];

    public Doubles(int count, IReadOnlyList<Province> provinces, IReadOnlyDictionary<string, string> mergers)
    {
        (old, now) = ([.. provinces.Where(p => p.Vintage == 2016)], [.. provinces.Where(p => p.Vintage == 2025)]);
        this.mergers = mergers.ToDictionary();
        var doubles = count / 20;
        for (var i = 0; i < count - doubles; i++)
        {
            var person = Invent(i);
            Persons.Add(person);
            // One in fifty has a son, or a colleague at the same desk and mailbox.
            if (i % 50 == 1) Resemble(Persons[i - 1], person, i);
        }
        var originals = Enumerable.Range(0, count - doubles).OrderBy(_ => random.Next()).Take(doubles).ToList();
        for (var i = 0; i < doubles; i++) Plant(Persons[originals[i]], Kinds[i % Kinds.Length], i);
    }

    private Person Invent(int i)
    {
        var name = $"{Pick(Families)} {Pick(Middles)} {(random.Next(4) == 0 ? Pick(Middles) + " " : "")}{Pick(Givens)}";
        var before = random.Next(3) == 0;
        var province = before ? Pick(old) : Pick(now);
        return Make(name, Pick(before ? Units2016 : Units2025), province, Mobile(i), random.Next(10) < 7 ? Mail(name, i) : null, random.Next(2) == 0 ? 1960 + random.Next(40) : null);
    }

    private void Resemble(Person first, Person second, int i)
    {
        var words = first.FullName.Split(' ');
        if (i % 100 == 1) second.FullName = $"{words[0]} {words[1]} {Pick(Givens)}";
        else second.Email = first.Email = $"vanthu.{first.ProvinceId}@example.vn";
        (second.Phone, second.ProvinceId, second.AgencyText) = (first.Phone, first.ProvinceId, first.AgencyText);
    }

    private void Plant(Person of, string kind, int i)
    {
        var plain = SearchKey.Of(of.FullName);
        var words = of.FullName.Split(' ');
        var (name, phone, mail, unit, province, born) = (of.FullName, of.Phone, of.Email, of.AgencyText, of.ProvinceId, random.Next(2) == 0 ? of.BirthYear : null);
        switch (kind)
        {
            case "marks lost, capitals": name = plain.ToUpperInvariant(); break;
            case "order turned": name = $"{words[^1]} {string.Join(' ', words[..^1])}"; break;
            case "one slip": name = Slip(of.FullName); break;
            case "middle left out": name = $"{words[0]} {words[^1]}"; break;
            case "other mail": mail = Mail(of.FullName, 500_000 + i); break;
            case "other telephone": phone = Mobile(500_000 + i); break;
            case "agency succeeded":
                (unit, province) = Later(of);
                phone = i % 2 == 0 ? phone : Mobile(500_000 + i);
                break;
            case "moved to another province": (unit, province) = ("Sở Công Thương", Pick(now).Id); break;
            case "no contact at all": (phone, mail) = (null, null); break;
            default: (phone, mail) = (Mobile(500_000 + i), Mail(of.FullName, 600_000 + i)); break;
        }
        var twin = Bare(name, unit, province, phone, mail, born);
        Persons.Add(twin);
        Planted[Key(of.Id, twin.Id)] = kind;
    }

    /// <summary>What the agency is since 2025; one of 2025 keeps its name and gets another position only.</summary>
    private (string Unit, string? Province) Later(Person of)
    {
        if (of.ProvinceId is not { } id || !mergers.TryGetValue(id, out var next)) return (of.AgencyText, of.ProvinceId);
        var kind = Units2016.First(u => of.AgencyText.StartsWith(u.Split('|')[1], StringComparison.Ordinal)).Split('|')[0];
        return (Units2025.First(u => u.StartsWith(Successor[kind] + "|", StringComparison.Ordinal)).Split('|')[1], next);
    }

    private string Slip(string name)
    {
        var at = 3 + random.Next(name.Length - 4);
        return random.Next(3) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, ((char)('a' + random.Next(26))).ToString()),
            _ => name[..at] + (char)('a' + random.Next(26)) + name[(at + 1)..],
        };
    }

    private Person Make(string name, string unit, Province province, string phone, string? mail, int? born) => Bare(name, unit.Split('|')[1], province.Id, phone, mail, born);

    private static Person Bare(string name, string unit, string? province, string? phone, string? mail, int? born) => new()
    {
        FullName = name,
        GivenName = name.Split(' ')[^1],
        SearchKey = SearchKey.Of(name),
        SortKey = "",
        AgencyText = unit,
        ProvinceId = province,
        Phone = phone,
        Email = mail,
        BirthYear = born,
        CreatedAt = new DateTime(2026, 1, 1),
    };

    // Half of the numbers were written down in 2016, with eleven digits, and read as lists are read.
    private static string Mobile(int i) => PhoneNumber.Read(i % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"0168{i:0000000}") : string.Create(CultureInfo.InvariantCulture, $"091{i:0000000}"), new DateOnly(2016, 8, 18))!.Value.E164;

    private static string Mail(string name, int i)
    {
        var words = SearchKey.Of(name).Split(' ');
        return string.Create(CultureInfo.InvariantCulture, $"{words[^1]}{string.Concat(words[..^1].Select(w => w[0]))}{i % 997}@{(i % 3 == 0 ? "gmail.com" : "example.vn")}");
    }

    public static (Guid, Guid) Key(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
