using Sen.Web.Features.People.Places;

namespace Sen.Web.Features.People;

/// <summary>Prefixes that changed: mobile numbers of 11 digits in 2018, area codes of landlines in 2017.</summary>
public sealed class NumberingPlan
{
    private static readonly Lazy<NumberingPlan> FromProgram = new(() => Load(Path.Combine(AppContext.BaseDirectory, "data")));

    // Before this day 03x, 05x, 07x and most of 08x were area codes and no mobile prefixes.
    private static readonly DateOnly NewMobiles = new(2018, 9, 15);

    private readonly Dictionary<string, string> _mobiles;
    private readonly Dictionary<string, string> _areas;

    private NumberingPlan(Dictionary<string, string> mobiles, Dictionary<string, string> areas) => (_mobiles, _areas) = (mobiles, areas);

    public static NumberingPlan Current => FromProgram.Value;

    public static NumberingPlan Load(string folder) => new(
        DataTable.Read(folder, "mobile_prefix_changes_2018.csv").ToDictionary(r => r["old_prefix_11_digit"], r => r["new_prefix_10_digit"], StringComparer.Ordinal),
        DataTable.Read(folder, "area_code_changes_2017.csv").ToDictionary(r => r["old_code"], r => r["new_code"], StringComparer.Ordinal));

    public string? OldMobile(string national) => _mobiles.TryGetValue(national[..4], out var prefix) ? prefix + national[4..] : null;

    /// <summary>Area codes of 2016 had 2 digits before 8, 3 before 7 (10 digits in all), or 4 before 7 (11 digits).</summary>
    public string? OldLandline(string national, DateOnly? writtenOn)
    {
        if (national.Length == 11) return Changed(national, 4);
        // 02x and 04x before 2018 never were a mobile's; of the others only the list's day can tell.
        var certain = national[1] is '2' or '4' or '6';
        var before = writtenOn is { } day && day < NewMobiles && !IsOldMobile(national);
        return certain || before ? Changed(national, 3) ?? Changed(national, 2) : null;
    }

    private string? Changed(string national, int digits) =>
        _areas.TryGetValue(national[..digits], out var code) ? code + national[digits..] : null;

    // 086, 088 and 089 came in 2016; Hồ Chí Minh's numbers under 08 began with 2 to 7.
    private static bool IsOldMobile(string national) => national[1] == '9' || national.AsSpan(0, 3) is "086" or "088" or "089";
}
