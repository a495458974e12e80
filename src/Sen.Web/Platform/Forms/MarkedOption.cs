using Microsoft.AspNetCore.Mvc.Rendering;

namespace Sen.Web.Platform.Forms;

/// <summary>A choice that people named in another language than the page's, marked so that it is read aloud rightly.</summary>
public sealed class MarkedOption(string text, string value, string? lang) : SelectListItem(text, value)
{
    /// <summary>Null where it is the language of the page.</summary>
    public string? Lang { get; } = lang;
}
