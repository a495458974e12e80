using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sen.Web.Platform.Languages;

/// <summary>
/// The reader's language: texts, addresses, numbers and dates as this reader writes them. Every interface text stands on the page
/// in both languages, <c>@L["Lưu", "Save"]</c>, so none can be missing (docs/decisions/0002).
/// </summary>
public sealed partial class Language
{
    public const string Vietnamese = "vi";
    public const string English = "en";
    public static readonly string[] All = [Vietnamese, English];

    private static readonly CultureInfo Vi = Culture("vi-VN");
    private static readonly CultureInfo En = Culture("en-GB");

    /// <summary>Making one walks the whole of Unicode, a fifth of a page's time.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public Language(string code = Vietnamese) => Code = code;

    public string Code { get; private set; }
    public bool IsEnglish => Code == English;
    public CultureInfo Format => IsEnglish ? En : Vi;
    public string Other => IsEnglish ? Vietnamese : English;

    public string this[string vi, string en] => IsEnglish ? en : vi;

    /// <summary>Content people wrote: in the reader's language, or marked with the language it is in.</summary>
    public IHtmlContent this[Bilingual text]
    {
        get
        {
            var (words, lang) = text.In(Code);
            var encoded = Encoder.Encode(words);
            return new HtmlString(lang == Code ? encoded : $"<span lang=\"{lang}\">{encoded}</span>");
        }
    }

    /// <summary>The words alone, for titles and attributes.</summary>
    public string Plain(Bilingual text) => text.In(Code).Text;

    /// <summary>An address inside the site in the reader's language: <c>To("/workshops")</c> is <c>/vi/workshops</c>.</summary>
    public string To(string path) => "/" + Code + (path == "/" ? "" : path);

    internal void Speak(string code) => Code = code;

    public static CultureInfo CultureOf(string code) => code == English ? En : Vi;

    private static CultureInfo Culture(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        culture.DateTimeFormat.FirstDayOfWeek = DayOfWeek.Monday;
        return CultureInfo.ReadOnly(culture);
    }
}
