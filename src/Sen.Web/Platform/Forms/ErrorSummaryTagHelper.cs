using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Forms;

/// <summary>What is left to mend, each line a link to its box. Absent while nothing is wrong.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Language language) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    /// <summary>The names of the boxes as they stand on the page, so that the list goes down it; what is not named comes first.</summary>
    public IReadOnlyList<string>? Boxes { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState.Where(s => s.Value!.Errors.Count > 0)
            .SelectMany(s => s.Value!.Errors.Select(e => (s.Key, e.ErrorMessage))).OrderBy(e => Place(e.Key)).ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note note-wrong");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var title = new TagBuilder("h2");
        title.AddCssClass("h-small");
        title.InnerHtml.Append(errors.Count == 1
            ? language["Còn một chỗ cần sửa", "One thing to mend"]
            : language[$"Còn {errors.Count} chỗ cần sửa", $"{errors.Count} things to mend"]);
        var list = new TagBuilder("ul");
        foreach (var (key, message) in errors)
        {
            var line = new TagBuilder("li");
            if (key.Length == 0) line.InnerHtml.Append(message);
            else
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
                link.InnerHtml.Append(message);
                line.InnerHtml.AppendHtml(link);
            }
            list.InnerHtml.AppendHtml(line);
        }
        var kept = new TagBuilder("p");
        kept.InnerHtml.Append(language["Những gì đã điền vẫn được giữ nguyên.", "Everything you typed is still here."]);
        output.Content.AppendHtml(title).AppendHtml(list).AppendHtml(kept);
    }

    private int Place(string key)
    {
        for (var i = 0; i < (Boxes?.Count ?? 0); i++)
            if (Boxes![i] == key) return i;
        return -1;
    }
}
