using System.Text.Json;
using Sen.Web.Features.People;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>What a person decided on screen about one row: left out, or taken with these values.</summary>
public sealed record RowCorrection
{
    public bool LeaveOut { get; init; }
    public string FullName { get; init; } = "";
    public Sex? Sex { get; init; }
    public int? BirthYear { get; init; }
    public string Position { get; init; } = "";
    public string AgencyKind { get; init; } = "";
    public string Agency { get; init; } = "";
    public string ProvinceId { get; init; } = "";
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public ParticipantKind Kind { get; init; }
}

/// <summary>The corrections of one import, by sheet and row, as they are kept with it.</summary>
public static class RowCorrections
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string KeyOf(string sheet, int row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row}|{sheet}");

    public static Dictionary<string, RowCorrection> Read(string json) => JsonSerializer.Deserialize<Dictionary<string, RowCorrection>>(json, Json) ?? [];

    public static string Write(IReadOnlyDictionary<string, RowCorrection> corrections) => JsonSerializer.Serialize(corrections, Json);
}
