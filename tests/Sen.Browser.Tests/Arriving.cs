using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sen.Browser.Tests;

internal static class Arriving
{
    /// <summary>
    /// Until the page's address ends so. The address is asked for again and again: waiting for the event of a navigation misses one that
    /// came between the look at the address and the waiting, as happens on a busy machine.
    /// </summary>
    public static async Task ArrivesAsync(this IPage page, string ending)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(ending + "$", RegexOptions.None, TimeSpan.FromSeconds(1)), new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync();
    }
}
