namespace Sen.Web.Platform.Spreadsheets;

/// <summary>What a workbook may cost us. A list of 50,000 rows of 12 columns stays well inside.</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    public long FileBytes { get; init; } = 32L << 20;
    public long UncompressedBytes { get; init; } = 400L << 20;
    public int Entries { get; init; } = 2_000;

    /// <summary>Sheets of one repeated letter compress about 1,000 to 1; real lists stay under 40.</summary>
    public int CompressionRatio { get; init; } = 200;

    /// <summary>Small parts may compress as well as they like.</summary>
    public long RatioCountsFromBytes { get; init; } = 1L << 20;

    public int SharedStrings { get; init; } = 2_000_000;
    public long SharedStringCharacters { get; init; } = 64L << 20;
    public int Sheets { get; init; } = 200;
    public int Rows { get; init; } = 200_000;
    public int Columns { get; init; } = 1_000;
    public int Cells { get; init; } = 4_000_000;
    public int Merges { get; init; } = 200_000;
}
