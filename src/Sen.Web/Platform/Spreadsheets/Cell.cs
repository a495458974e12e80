using System.Globalization;

namespace Sen.Web.Platform.Spreadsheets;

public enum CellKind : byte { Empty, Text, Number, Date, Bool, Error }

/// <summary>
/// One cell by its type, never by how it happens to be shown. Numbers and dates are in <see cref="Number"/> (a date as the
/// serial of the 1900 calendar); <see cref="Font"/> tells an old encoding, whose letters alone may not.
/// </summary>
public readonly record struct Cell(int Column, CellKind Kind, double Number, string? Text, string? Formula, string? Font)
{
    public bool IsEmpty => Kind == CellKind.Empty && Formula is null;

    public bool IsFormula => Formula is not null;

    public DateOnly? Day => Kind is CellKind.Date or CellKind.Number && SerialDay.TryRead(Number, out var day) ? day : null;

    /// <summary>The value as text: a whole number without decimals, a day as dd/MM/yyyy.</summary>
    public string Value => Kind switch
    {
        CellKind.Text or CellKind.Error => Text ?? "",
        CellKind.Number => Number.ToString("0.###############", CultureInfo.InvariantCulture),
        CellKind.Date => Day is { } day ? day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture) : Number.ToString(CultureInfo.InvariantCulture),
        CellKind.Bool => Number != 0 ? "TRUE" : "FALSE",
        _ => "",
    };

    public static Cell OfText(int column, string text, string? font = null) =>
        new(column, text.Length == 0 ? CellKind.Empty : CellKind.Text, 0, text, null, font);
}
