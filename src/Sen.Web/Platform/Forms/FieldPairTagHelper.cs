using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Forms;

/// <summary>One text in both languages: two boxes under one name.</summary>
[HtmlTargetElement("field-pair", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldPairTagHelper(Language language) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public required ModelExpression For { get; set; }
    public string Vi { get; set; } = "";
    public string En { get; set; } = "";
    public string HelpVi { get; set; } = "";
    public string HelpEn { get; set; } = "";
    public int Rows { get; set; }
    /// <summary>The Vietnamese side must be filled.</summary>
    public bool Needed { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var text = For.Model as BilingualInput ?? new BilingualInput();
        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pair");
        var legend = new TagBuilder("legend");
        legend.InnerHtml.Append(language[Vi, En]);
        output.Content.AppendHtml(legend);
        if (HelpVi.Length > 0)
        {
            var help = new TagBuilder("p");
            help.AddCssClass("help");
            help.InnerHtml.Append(language[HelpVi, HelpEn]);
            output.Content.AppendHtml(help);
        }
        var grid = new TagBuilder("div");
        grid.AddCssClass("pair-boxes");
        grid.InnerHtml.AppendHtml(Box("Vi", language["Tiếng Việt", "Vietnamese"], text.Vi, "vi", !Needed));
        grid.InnerHtml.AppendHtml(Box("En", language["Tiếng Anh", "English"], text.En, "en", true));
        output.Content.AppendHtml(grid);
    }

    private TagBuilder Box(string side, string label, string value, string lang, bool optional)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name) + "." + side;
        View.ViewData.ModelState.TryGetValue(name, out var state);
        var current = state?.AttemptedValue ?? value;
        var box = Rows > 0 ? FieldMarkup.TextArea(current, Rows) : FieldMarkup.Input("text", current);
        box.Attributes["lang"] = lang;
        var field = new TagBuilder("div");
        field.AddCssClass("field");
        field.InnerHtml.AppendHtml(new FieldMarkup(name, label, "", optional, language).Around(box, state?.Errors.FirstOrDefault()?.ErrorMessage));
        return field;
    }
}
