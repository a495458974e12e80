using Ganss.Xss;
using Markdig;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Microsoft.AspNetCore.Html;

namespace Sen.Web.Platform.Languages;

/// <summary>People's Markdown as safe HTML: no raw HTML, no scripts, headings below the page's own.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();
    private static readonly HtmlSanitizer Sanitizer = Create();

    public static IHtmlContent Render(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        // The text stands under a heading of level 2; its own begin below that and no level is left out.
        var (before, first) = (2, document.Descendants<HeadingBlock>().Select(h => h.Level).DefaultIfEmpty(1).Min());
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = before = Math.Min(Math.Min(6, heading.Level - first + 3), before + 1);
        foreach (var link in document.Descendants<Markdig.Syntax.Inlines.LinkInline>()) link.GetAttributes().AddPropertyIfNotExist("rel", "noopener nofollow");
        return new HtmlString(Sanitizer.Sanitize(document.ToHtml(Pipeline)));
    }

    private static HtmlSanitizer Create()
    {
        var sanitizer = new HtmlSanitizer();
        foreach (var tag in new[] { "img", "form", "input", "button", "style", "iframe", "video", "audio" }) sanitizer.AllowedTags.Remove(tag);
        sanitizer.AllowedAttributes.Clear();
        sanitizer.AllowedAttributes.UnionWith(["href", "rel", "colspan", "rowspan"]);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["https", "http", "mailto"]);
        return sanitizer;
    }
}
