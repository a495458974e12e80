using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Forms;

/// <summary>The pieces of a field, so that one box and a bilingual pair come out alike.</summary>
internal sealed class FieldMarkup(string name, string label, string help, bool optional, Language language)
{
    private readonly string id = TagBuilder.CreateSanitizedId(name, "_");

    public IHtmlContent Around(TagBuilder box, string? error)
    {
        box.Attributes["id"] = id;
        box.Attributes["name"] = name;
        box.AddCssClass("input");
        var described = new List<string>();
        var html = new HtmlContentBuilder();
        html.AppendHtml(Label());
        if (help.Length > 0)
        {
            html.AppendHtml(Span("help", id + "-help", help));
            described.Add(id + "-help");
        }
        if (!string.IsNullOrEmpty(error))
        {
            html.AppendHtml(Span("error", id + "-error", error));
            described.Add(id + "-error");
            box.Attributes["aria-invalid"] = "true";
        }
        if (described.Count > 0) box.Attributes["aria-describedby"] = string.Join(' ', described);
        if (!optional) box.Attributes["aria-required"] = "true";
        html.AppendHtml(box);
        return html;
    }

    public IHtmlContent Choice(bool on)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        box.MergeAttributes(new Dictionary<string, string?> { ["type"] = "checkbox", ["id"] = id, ["name"] = name, ["value"] = "true" });
        if (on) box.Attributes["checked"] = "checked";
        var words = new TagBuilder("span");
        words.InnerHtml.Append(label);
        if (help.Length > 0) words.InnerHtml.AppendHtml(Span("help", id + "-help", help));
        var choice = new TagBuilder("label");
        choice.AddCssClass("choice");
        choice.InnerHtml.AppendHtml(box).AppendHtml(words);
        var html = new HtmlContentBuilder();
        // An unticked box posts nothing; the hidden one after it says «false» out loud.
        html.AppendHtml(choice).AppendHtml($"<input type=\"hidden\" name=\"{HtmlEncoder.Default.Encode(name)}\" value=\"false\">");
        return html;
    }

    private TagBuilder Label()
    {
        var tag = new TagBuilder("label");
        tag.Attributes["for"] = id;
        tag.InnerHtml.Append(label);
        if (optional) tag.InnerHtml.AppendHtml(Span("opt", null, language["không bắt buộc", "optional"]));
        return tag;
    }

    public static TagBuilder Input(string type, string value)
    {
        var tag = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        tag.Attributes["type"] = type;
        if (type == "number") tag.Attributes["step"] = "any";
        if (type != "password" && type != "file") tag.Attributes["value"] = value;
        if (type is "date" or "time" or "datetime-local" or "number") tag.AddCssClass("input-short");
        return tag;
    }

    public static TagBuilder TextArea(string value, int rows)
    {
        var tag = new TagBuilder("textarea");
        tag.Attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
        tag.InnerHtml.Append(value);
        return tag;
    }

    public static TagBuilder Select(IEnumerable<SelectListItem> options, string value)
    {
        var tag = new TagBuilder("select");
        foreach (var group in options.GroupBy(o => o.Group?.Name))
        {
            var into = tag;
            if (group.Key is { } words)
            {
                into = new TagBuilder("optgroup");
                into.Attributes["label"] = words;
                tag.InnerHtml.AppendHtml(into);
            }
            AddTo(into, group, value);
        }
        return tag;
    }

    private static void AddTo(TagBuilder list, IEnumerable<SelectListItem> options, string value)
    {
        foreach (var option in options)
        {
            var line = new TagBuilder("option");
            line.Attributes["value"] = option.Value;
            if (option.Selected || string.Equals(option.Value, value, StringComparison.Ordinal)) line.Attributes["selected"] = "selected";
            if (option is MarkedOption { Lang: { } lang }) line.Attributes["lang"] = lang;
            line.InnerHtml.Append(option.Text);
            list.InnerHtml.AppendHtml(line);
        }
    }

    private static TagBuilder Span(string css, string? id, string text)
    {
        var tag = new TagBuilder("span");
        tag.AddCssClass(css);
        if (id is not null) tag.Attributes["id"] = id;
        tag.InnerHtml.Append(text);
        return tag;
    }
}
