using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sen.Browser.Tests.Walk;

/// <summary>What a look at one page finds, as sentences.</summary>
internal static class Looking
{
    private static readonly AxeRunOptions Rules = new()
    {
        ResultTypes = [ResultType.Violations],
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public sealed record Seen(IReadOnlyList<string> Findings, string Heading, bool HeadingIsMarked);

    public static async Task<Seen> AtAsync(IPage page, string address, int status, bool closely = true)
    {
        var findings = new List<string>();
        void OnConsole(object? _, IConsoleMessage message)
        {
            // The browser itself reports the expected status of an error page.
            if (message.Type == "error" && !(status >= 400 && message.Text.Contains($"status of {status}", StringComparison.Ordinal))) findings.Add("console: " + message.Text);
        }
        void OnError(object? _, string error) => findings.Add("script error: " + error);
        page.Console += OnConsole;
        page.PageError += OnError;
        var answer = await page.GotoAsync(address);
        page.Console -= OnConsole;
        page.PageError -= OnError;

        if (answer!.Status != status) return new([$"status {answer.Status} instead of {status}"], "", false);
        var (width, screen) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), page.ViewportSize!.Width);
        if (width > screen) findings.Add($"{width} px wide on a screen of {screen} px: {await page.EvaluateAsync<string>(Widest)}");
        var said = await page.EvaluateAsync<JsonElement>(Language);
        findings.AddRange(said.GetProperty("unmarked").EnumerateArray().Select(t => "Vietnamese not marked as such: " + t.GetString()));
        var lang = said.GetProperty("lang").GetString();
        if (lang != address[1..3]) findings.Add($"<html lang=\"{lang}\">");
        if (closely) findings.AddRange((await page.RunAxe(Rules)).Violations.Select(v => $"axe {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(4).Select(n => n.Html))} ({v.Nodes.Length})"));
        return new(findings, said.GetProperty("heading").GetString()!, said.GetProperty("headingIsMarked").GetBoolean());
    }

    private const string Widest = """
        () => [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.cloneNode(false).outerHTML).join(' | ')
        """;

    /// <summary>On an English page no Vietnamese letter stands outside an element marked as Vietnamese, in text or in what is read out.</summary>
    private const string Language = """
        () => {
          const letters = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
          // The number of a legal document (19/2025/QĐ-TTg) is the same in every language.
          const said = text => (text ?? '').replace(/\d[\d\/]*\/[A-ZĐ]+\d*-[A-ZĐ]+[a-z]*/g, '');
          const isVietnamese = e => (e.closest('[lang]')?.getAttribute('lang') ?? '').startsWith('vi');
          const unmarked = [];
          if (document.documentElement.lang !== 'vi') {
            const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const { nodeValue, parentElement } = texts.currentNode;
              if (letters.test(said(nodeValue)) && !parentElement.closest('script, style') && !isVietnamese(parentElement)) unmarked.push(`<${parentElement.localName}> ${nodeValue.trim()}`);
            }
            for (const e of document.querySelectorAll('*'))
              for (const name of ['title', 'aria-label', 'aria-description', 'placeholder', 'alt', 'data-label'])
                if (letters.test(said(e.getAttribute(name))) && !isVietnamese(e)) unmarked.push(`${name}="${e.getAttribute(name)}"`);
          }
          const h1 = document.querySelector('h1');
          return { unmarked, lang: document.documentElement.lang, heading: h1?.textContent.trim() ?? '', headingIsMarked: !!h1 && (h1.querySelector('[lang]') !== null || h1.closest('[lang]') !== document.documentElement) };
        }
        """;
}
