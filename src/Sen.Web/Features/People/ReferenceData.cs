using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;
using Sen.Web.Platform.Text;
using Sylvan.Data.Csv;
using SortKey = Sen.Web.Platform.Text.SortKey;

namespace Sen.Web.Features.People;

/// <summary>Brings the provinces of both vintages, their mergers and the kinds of agencies from the files beside the program.</summary>
public sealed class ReferenceData(AppDb db)
{
    private static readonly string[] Files = ["provinces_2016.csv", "provinces_2025.csv", "province_mergers.csv", "agencies.csv"];

    /// <summary>Changes when a file changes, so a newer build brings its newer facts once.</summary>
    public static string Version()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files) hash.AppendData(File.ReadAllBytes(Path.Combine(SenHome.ReferenceData, file)));
        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }

    public async Task BringAsync(CancellationToken ct)
    {
        await UpsertAsync(Provinces(), p => p.Id, ct);
        await UpsertAsync(Mergers(), m => m.OldId, ct);
        await UpsertAsync(Kinds(), k => k.Id, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task UpsertAsync<T>(IEnumerable<T> rows, Func<T, string> key, CancellationToken ct) where T : class
    {
        var known = await db.Set<T>().ToDictionaryAsync(key, ct);
        foreach (var row in rows)
            if (known.TryGetValue(key(row), out var old))
            {
                db.Entry(old).CurrentValues.SetValues(row);
                foreach (var part in db.Entry(old).ComplexProperties) part.CurrentValue = part.Metadata.PropertyInfo!.GetValue(row);
            }
            else db.Add(row);
    }

    private static IEnumerable<Province> Provinces()
    {
        foreach (var row in Read("provinces_2016.csv"))
            yield return Unit(2016, row["code"], row["name_vi"], row["name_en"], row["full_name_vi"], row["type_en"], row["region6_vi"], row["region6_en"], row["programme_region"]);
        foreach (var row in Read("provinces_2025.csv"))
            yield return Unit(2025, row["code"], row["name_vi"], row["name_en"], row["full_name_vi_from_2026_04_30"], row["type_2026_04_30_en"], row["region6_2025_vi"], row["region6_2025_en"], row["programme_region"]);
    }

    private static Province Unit(int vintage, string code, string name, string nameEn, string fullName, string type, string region, string regionEn, string area) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{vintage}-{code}"),
        Vintage = vintage,
        Code = code,
        Name = name,
        NameEn = nameEn,
        FullName = fullName,
        IsCity = type == "municipality",
        Region = region,
        RegionEn = regionEn,
        Area = area,
        SearchKey = SearchKey.Of(fullName + " " + nameEn),
        SortKey = SortKey.Of(name),
    };

    private static IEnumerable<ProvinceMerger> Mergers() => Read("province_mergers.csv").Select(row => new ProvinceMerger
    {
        OldId = "2016-" + row["old_code"],
        NewId = "2025-" + row["new_code"],
        Change = row["change"],
        Effective = DateOnly.Parse(row["effective"], CultureInfo.InvariantCulture),
        LegalBasis = row["legal_basis"],
    });

    private static IEnumerable<AgencyKind> Kinds() => Read("agencies.csv").Select(row => new AgencyKind
    {
        Id = row["id"],
        Level = row["level"],
        Group = row["kind"],
        Name = Bilingual.Of(row["name_vi"], row["name_en"]),
        Abbreviation = Bilingual.Of(row["abbr_vi"], row["abbr_en"]),
        ValidFrom = Day(row["valid_from"], first: true),
        ValidTo = Day(row["valid_to"], first: false),
        Successors = row["successor_id"],
        ParentId = row["parent_id"].Length > 0 ? row["parent_id"] : null,
        Note = row["note"],
    });

    /// <summary>A bare year is allowed: it begins on 1 January or ends on 31 December.</summary>
    private static DateOnly? Day(string text, bool first) => text.Length switch
    {
        0 => null,
        4 => new DateOnly(int.Parse(text, CultureInfo.InvariantCulture), first ? 1 : 12, first ? 1 : 31),
        _ => DateOnly.Parse(text, CultureInfo.InvariantCulture),
    };

    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var csv = CsvDataReader.Create(Path.Combine(SenHome.ReferenceData, file));
        while (csv.Read())
            yield return Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString, StringComparer.Ordinal);
    }
}
