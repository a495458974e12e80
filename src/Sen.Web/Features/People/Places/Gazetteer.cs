namespace Sen.Web.Features.People.Places;

/// <summary>The province-level units by vintage: "2016" in force to 30/6/2025, "2025" since 1/7/2025.</summary>
public sealed class Gazetteer
{
    public const string Vintage2016 = "2016";
    public const string Vintage2025 = "2025";

    public static readonly DateOnly Merger = new(2025, 7, 1);
    private static readonly DateOnly HueACity = new(2025, 1, 1);
    private static readonly DateOnly DongNaiACity = new(2026, 4, 30);

    private readonly Dictionary<ProvinceKey, ProvinceNames> _units = [];
    private readonly Dictionary<string, string> _successors = new(StringComparer.Ordinal);
    private readonly PlaceAliases _aliases = new();

    private Gazetteer() { }

    public static string VintageOn(DateOnly day) => day < Merger ? Vintage2016 : Vintage2025;

    public static Gazetteer Load(string folder)
    {
        var gazetteer = new Gazetteer();
        foreach (var row in DataTable.Read(folder, "provinces_2016.csv"))
            gazetteer.Add(new ProvinceNames(new(Vintage2016, row["code"]), row["name_vi"], row["full_name_vi"]));
        foreach (var row in DataTable.Read(folder, "provinces_2025.csv"))
        {
            gazetteer.Add(new ProvinceNames(new(Vintage2025, row["code"]), row["name_vi"], row["full_name_vi"])
            {
                LaterFullName = row["full_name_vi_from_2026_04_30"],
                Since = DongNaiACity,
            });
        }
        foreach (var row in DataTable.Read(folder, "province_mergers.csv")) gazetteer._successors[row["old_code"]] = row["new_code"];
        gazetteer.RenameHue();
        return gazetteer;
    }

    /// <summary>All units in force on the day, in order of code.</summary>
    public IReadOnlyList<Province> InForceOn(DateOnly day) =>
        [.. _units.Values.Where(u => u.Key.Vintage == VintageOn(day)).OrderBy(u => u.Key.Code, StringComparer.Ordinal).Select(u => u.On(day))];

    public Province? Unit(ProvinceKey key, DateOnly day) => _units.TryGetValue(key, out var unit) ? unit.On(day) : null;

    /// <summary>The unit of 2025 that an older one became; a unit of 2025 is its own.</summary>
    public Province? SuccessorOf(ProvinceKey key, DateOnly day)
    {
        var code = key.Vintage == Vintage2016 ? _successors.GetValueOrDefault(key.Code) : key.Code;
        return code is null ? null : Unit(new(Vintage2025, code), day < Merger ? Merger : day);
    }

    /// <summary>The units of 2016 that went into one of 2025; its own among them.</summary>
    public IEnumerable<Province> PredecessorsOf(ProvinceKey key) => key.Vintage != Vintage2025 ? [] : _successors.Where(s => s.Value == key.Code)
        .Select(s => Unit(new(Vintage2016, s.Key), Merger.AddDays(-1))).OfType<Province>().OrderBy(p => p.Key.Code != key.Code).ThenBy(p => p.Key.Code, StringComparer.Ordinal);

    /// <summary>The text is a province's name and nothing else, but for «tỉnh», «thành phố», «TP.».</summary>
    public PlaceFinding Find(string? text, DateOnly day) => FindWhole(PlaceWords.Of(text), day);

    internal PlaceFinding FindWhole(ReadOnlySpan<string> words, DateOnly day) =>
        _aliases.Whole(words) is { } units ? On(units, day) : PlaceFinding.None;

    /// <summary>A province's name somewhere in the words of an agency's name.</summary>
    internal PlaceFinding FindWithin(ReadOnlySpan<string> words, DateOnly day)
    {
        var found = _aliases.Within(words);
        if (found.Count == 0) return PlaceFinding.None;
        var marked = found.Where(f => f.Marked).ToList();
        var meant = (marked.Count > 0 ? marked : found).Select(f => On(f.Units, day)).Distinct().ToList();
        return meant.Count == 1 ? meant[0] : PlaceFinding.None with { IsAmbiguous = true };
    }

    private PlaceFinding On(IReadOnlyList<ProvinceKey> units, DateOnly day)
    {
        var vintage = VintageOn(day);
        foreach (var key in units)
            if (key.Vintage == vintage) return new(_units[key].On(day), null, null);
        var other = units[0];
        return new(null, _units[other].On(other.Vintage == Vintage2016 ? Merger.AddDays(-1) : day), other.Vintage == Vintage2016 ? SuccessorOf(other, day) : null);
    }

    private void Add(ProvinceNames unit)
    {
        _units.Add(unit.Key, unit);
        _aliases.Add(unit.Key, unit.Name);
    }

    // Thừa Thiên Huế became a centrally run city half a year before the mergers, with its code kept.
    private void RenameHue()
    {
        var key = new ProvinceKey(Vintage2016, "46");
        _units[key] = _units[key] with { LaterName = "Huế", LaterFullName = "Thành phố Huế", Since = HueACity };
        _aliases.Add(key, "Huế");
    }

    private sealed record ProvinceNames(ProvinceKey Key, string Name, string FullName)
    {
        public string? LaterName { get; init; }
        public string? LaterFullName { get; init; }
        public DateOnly Since { get; init; }

        public Province On(DateOnly day) => day >= Since && LaterFullName is not null
            ? new(Key.Vintage, Key.Code, LaterName ?? Name, LaterFullName)
            : new(Key.Vintage, Key.Code, Name, FullName);
    }
}
