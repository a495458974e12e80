using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Data;

public sealed class ForeignChangesTests(TestSite site)
{
    /// <summary>The cache holds a page for half a minute; what another process writes is seen long before that.</summary>
    [Fact]
    public async Task A_page_in_memory_goes_when_another_process_changes_what_it_shows()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        using var visitor = site.Visitor();
        var address = $"/vi/workshops/{workshop.Code}";
        Assert.Contains(workshop.Title.Vi, await visitor.GetStringAsync(address), StringComparison.Ordinal);
        await using var otherNode = site.Build();
        await otherNode.Services.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            (await db.Workshops.SingleAsync(w => w.Id == workshop.Id)).Title = new Bilingual("Tên do máy khác đổi", "");
            return await db.SaveChangesAsync();
        });
        // Ten seconds are a guard against a machine that stands still, not the promise; the promise is measured in bench/.
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < TimeSpan.FromSeconds(10) && !(await visitor.GetStringAsync(address)).Contains("Tên do máy khác đổi", StringComparison.Ordinal)) await Task.Delay(50);
        Assert.Contains("Tên do máy khác đổi", await visitor.GetStringAsync(address), StringComparison.Ordinal);
    }
}
