using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Forms;

/// <summary>Label, help, error and box, in that order: <c>&lt;field for="Input.City" vi="…" en="…" /&gt;</c>.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(Language language) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public required ModelExpression For { get; set; }
    public string Vi { get; set; } = "";
    public string En { get; set; } = "";
    public string HelpVi { get; set; } = "";
    public string HelpEn { get; set; } = "";
    public string? Type { get; set; }
    public int Rows { get; set; }
    public bool Short { get; set; }
    public bool? Optional { get; set; }
    public IEnumerable<SelectListItem>? Options { get; set; }
    /// <summary>For texts in one language only: the language of what is typed.</summary>
    public string? Lang { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var field = new FieldMarkup(name, language[Vi, En], language[HelpVi, HelpEn], IsOptional(), language);
        View.ViewData.ModelState.TryGetValue(name, out var state);
        var error = state?.Errors.FirstOrDefault()?.ErrorMessage;
        var value = state?.AttemptedValue ?? Text(For.Model);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        if (For.Metadata.UnderlyingOrModelType == typeof(bool))
        {
            output.Attributes.SetAttribute("class", "field-choice");
            output.Content.SetHtmlContent(field.Choice(For.Model is true || value == "true"));
            return;
        }
        TagBuilder box;
        if (Options is { } options) box = FieldMarkup.Select(options, value);
        else if (Rows > 0) box = FieldMarkup.TextArea(value, Rows);
        else box = FieldMarkup.Input(Type ?? InputType(), value);
        if (Lang is not null) box.Attributes["lang"] = Lang;
        foreach (var given in context.AllAttributes.Where(a => a.Name is "autocomplete" or "min" or "max" or "step" or "list" or "inputmode" or "placeholder" or "autofocus"))
            box.Attributes[given.Name] = given.Value?.ToString() ?? "";
        foreach (var taken in output.Attributes.Where(a => a.Name != "class").ToList()) output.Attributes.Remove(taken);
        if (Short) box.AddCssClass("input-short");
        output.Content.SetHtmlContent(field.Around(box, error));
    }

    private bool IsOptional() => Optional ?? (!For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any()
        && (For.Metadata.IsReferenceOrNullableType || Options is not null) && For.Metadata.UnderlyingOrModelType != typeof(bool));

    private string InputType()
    {
        var type = For.Metadata.UnderlyingOrModelType;
        return type == typeof(DateOnly) ? "date"
            : type == typeof(TimeOnly) ? "time"
            : type == typeof(DateTime) ? "datetime-local"
            : type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) ? "number"
            : "text";
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
