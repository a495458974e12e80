using Sen.Web.Platform.Text;

namespace Sen.Web.Platform.Languages;

/// <summary>A text people write in both languages. Either side may still be empty; the page then falls back visibly.</summary>
public sealed record Bilingual(string Vi, string En)
{
    public static readonly Bilingual Empty = new("", "");

    public bool IsEmpty => Vi.Length == 0 && En.Length == 0;

    /// <summary>The text for a language with the language it is really in.</summary>
    public (string Text, string Lang) In(string lang) => lang == "en"
        ? En.Length > 0 ? (En, "en") : (Vi, "vi")
        : Vi.Length > 0 ? (Vi, "vi") : (En, "en");

    public static Bilingual Of(string? vi, string? en) => new(Tidy(vi), Tidy(en));

    /// <summary>A name that is written the same in both languages.</summary>
    public static Bilingual Same(string? name) => Of(name, name);

    private static string Tidy(string? text) => text?.Trim().Nfc() ?? "";
}
