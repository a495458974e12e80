using Sen.Web.Features.People;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Bench;

/// <summary>
/// Every kind of agency in every province in which there was one, of 2016 and of today, and beside them bodies that only look alike: offices of
/// districts of one name, enterprises told apart by a number or a mark, units of one department. One in ten is written a second time.
/// </summary>
internal sealed class AgencyDoubles
{
    public sealed record Double(Guid Id, Guid Of, string Kind);

    private static readonly DateOnly Merger = new(2025, 7, 1);
    private static readonly string[] Districts = ["Châu Thành", "Phú Bình", "Tân Phú", "Vĩnh Thạnh", "Long Phú", "Tam Nông"];
    private static readonly string[] Words = ["An Phát", "Bình Minh", "Đại Lộc", "Hưng Thịnh", "Minh Anh", "Minh Ánh", "Phú Quý", "Sao Mai", "Tân Tiến", "Thành Công", "Thiên Hà", "Việt Hưng"];
    private static readonly string[] Works = ["Dệt may", "Chế biến thủy sản", "Giấy", "Gạch", "Cơ khí", "Nhựa"];

    private readonly Random random = new(2026);
    private readonly Dictionary<Guid, Guid> bodies = [];

    public List<Agency> Agencies { get; } = [];
    public List<Double> Planted { get; } = [];

    public AgencyDoubles(IReadOnlyList<AgencyKind> kinds, IReadOnlyList<Province> provinces)
    {
        var bodiesOfState = new List<(Agency Agency, AgencyKind Kind, Province? Place)>();
        foreach (var kind in kinds.Where(k => k.Level == "national")) bodiesOfState.Add((Add(kind.Name.Vi.Split(" (")[0], kind.Id, null), kind, null));
        foreach (var kind in kinds.Where(k => k.Level == "provincial"))
            foreach (var place in provinces.Where(p => p.Vintage == 2016 ? !(kind.ValidFrom >= Merger) : !(kind.ValidTo < Merger)))
                bodiesOfState.Add((Add($"{NameOf(kind)} {char.ToLowerInvariant(place.FullName[0])}{place.FullName[1..]}", kind.Id, place.Id), kind, place));
        var state = bodiesOfState.Where(b => b.Place is not null).ToList();

        // Two that look alike and are two.
        foreach (var place in provinces.Where(p => p.Vintage == 2016))
            foreach (var district in Districts) Add($"Phòng Tài nguyên và Môi trường huyện {district}", null, place.Id);
        foreach (var (agency, kind, _) in Pick(state, 40))
            foreach (var unit in new[] { "Phòng Kế hoạch", "Phòng Thanh tra" }) Add($"{unit}, {agency.Name.Vi}", kind.Id, agency.ProvinceId);
        var enterprises = new List<Agency>();
        foreach (var place in provinces.Where(p => p.Vintage == 2025))
        {
            foreach (var word in Words) enterprises.Add(Add($"Công ty TNHH {Works[random.Next(Works.Length)]} {word}", "DN", place.Id));
            for (var n = 1; n <= 3; n++) Add($"Xí nghiệp Gạch số {n}", "DN", place.Id);
        }

        var rest = Pick(state, state.Count / 10 + 2);
        for (var i = 0; i < rest.Count; i++) Plant(rest[i].Agency, rest[i].Kind, rest[i].Place!, i);
        var firms = Pick(enterprises, enterprises.Count / 10);
        for (var i = 0; i < firms.Count; i++) PlantFirm(firms[i], i);
    }

    /// <summary>Not only a double and its original: two doubles of one body are one too.</summary>
    public bool AreOne(Guid a, Guid b) => bodies[a] == bodies[b];

    private void Plant(Agency agency, AgencyKind kind, Province place, int i)
    {
        var (name, shorter) = (agency.Name.Vi, $"{kind.Abbreviation.Vi} {place.Name}");
        switch (i % 8)
        {
            case 0: AddDouble(agency, shorter, kind.Id, place.Id, "abbreviated, kind and province recorded"); break;
            case 1: AddDouble(agency, shorter, null, place.Id, "abbreviated, kind not recorded"); break;
            case 2: AddDouble(agency, SearchKey.Of(name).ToUpperInvariant(), null, place.Id, "capitals without marks, kind not recorded"); break;
            case 3: AddDouble(agency, name, null, null, "neither kind nor province recorded"); break;
            case 4: AddDouble(agency, name.Replace("tỉnh ", "", StringComparison.Ordinal).Replace("thành phố ", "TP. ", StringComparison.Ordinal), null, place.Id, "«tỉnh» left out, kind not recorded"); break;
            case 5: AddDouble(agency, Slip(name), null, place.Id, "one letter mistyped, kind not recorded"); break;
            case 6: AddDouble(agency, Slip(name), kind.Id, place.Id, "one letter mistyped, kind recorded"); break;
            default: AddDouble(agency, $"Văn phòng, {name}", kind.Id, place.Id, "a unit within it, kind recorded"); break;
        }
    }

    private void PlantFirm(Agency firm, int i)
    {
        var name = firm.Name.Vi;
        switch (i % 5)
        {
            case 0: AddDouble(firm, name.Replace("TNHH", "trách nhiệm hữu hạn", StringComparison.Ordinal), "DN", firm.ProvinceId, "enterprise, legal form in full"); break;
            case 1: AddDouble(firm, name.Replace("TNHH ", "", StringComparison.Ordinal), "DN", firm.ProvinceId, "enterprise, legal form left out"); break;
            case 2: AddDouble(firm, SearchKey.Of(name).ToUpperInvariant(), null, firm.ProvinceId, "enterprise, capitals without marks"); break;
            case 3: AddDouble(firm, name, null, null, "enterprise, province not recorded"); break;
            default: AddDouble(firm, Slip(name), "DN", firm.ProvinceId, "enterprise, one letter mistyped"); break;
        }
    }

    private void AddDouble(Agency of, string name, string? kind, string? province, string sort)
    {
        var agency = Add(name, kind, province);
        bodies[agency.Id] = bodies[of.Id];
        Planted.Add(new Double(agency.Id, of.Id, sort));
    }

    private Agency Add(string name, string? kind, string? province)
    {
        var agency = new Agency { Name = new Bilingual(name, ""), KindId = kind, ProvinceId = province, SearchKey = SearchKey.Of(name), SortKey = SortKey.Of(name) };
        Agencies.Add(agency);
        bodies[agency.Id] = agency.Id;
        return agency;
    }

    private static string NameOf(AgencyKind kind) => kind.Name.Vi.Split(" (")[0].Replace(" tỉnh/thành phố", "", StringComparison.Ordinal);

    /// <summary>A letter in the middle of a long word is left out.</summary>
    private string Slip(string name)
    {
        var words = name.Split(' ');
        var at = Enumerable.Range(1, words.Length - 1).Where(i => words[i].Length > 3).DefaultIfEmpty(0).OrderBy(_ => random.Next()).First();
        words[at] = words[at].Remove(words[at].Length / 2, 1);
        return string.Join(' ', words);
    }

    private List<T> Pick<T>(List<T> from, int count) => [.. from.OrderBy(_ => random.Next()).Take(count)];
}
