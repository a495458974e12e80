using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Sen.Web.Platform.Forms;

/// <summary>The answer of the last action on the page after it: what was done, for whom not and why, and the button that takes it back.</summary>
public sealed record Flash(string Done)
{
    /// <summary>It travels in a cookie: a long list is cut, and the page says how many more there are.</summary>
    private const int MostLines = 8;
    private const string Key = "Flash";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public sealed record Line(string Name, string Why);

    /// <summary>Nothing at all was done: the answer asks for a look instead of saying that all is well.</summary>
    public bool NothingDone { get; init; }
    public IReadOnlyList<Line> NotDone { get; init; } = [];
    public int More { get; init; }
    /// <summary>Where the undo is posted, and what.</summary>
    public string? UndoAt { get; init; }
    public string Undo { get; init; } = "";

    public void Leave(ITempDataDictionary tempData)
    {
        var kept = this with { NotDone = [.. NotDone.Take(MostLines)], More = Math.Max(0, NotDone.Count - MostLines) };
        tempData[Key] = JsonSerializer.Serialize(kept, Json);
    }

    public static Flash? Of(ITempDataDictionary tempData) => tempData[Key] is string text ? JsonSerializer.Deserialize<Flash>(text, Json) : null;
}
