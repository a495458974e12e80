using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Registrations;
using Sen.Web.Tests.Features.Programmes.Releases;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Platform.Files;
using static Sen.Web.Tests.Features.Programmes.Materials.Uploads;

namespace Sen.Web.Tests.Features.Programmes.Materials;

public sealed class MaterialAccessTests(TestSite site)
{
    [Fact]
    public async Task Each_sees_what_is_meant_for_them_on_their_page_in_the_file_and_in_the_archive()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var papers = new Dictionary<MaterialAudience, Material>();
        foreach (var audience in Enum.GetValues<MaterialAudience>()) papers[audience] = await site.PaperAsync(workshop, $"Giấy cho {audience}.pdf", Papers.AnyPdf, m => m.Audience = audience);
        var seated = await site.SeatedAsync(workshop);
        var waiting = await site.LinkAsync(workshop);
        var other = await site.SeatedAsync(await site.WorkshopAsync());

        await SeesAsync(site.Visitor(), $"/vi/workshops/{workshop.Code}", m => At(workshop, m), $"/vi/workshops/{workshop.Code}/materials.zip", MaterialAudience.Public);
        await SeesAsync(site.Visitor(), seated, m => Own(seated, m), OwnZip(seated), MaterialAudience.Public, MaterialAudience.Participants);
        await SeesAsync(site.Visitor(), waiting, m => Own(waiting, m), OwnZip(waiting), MaterialAudience.Public);
        using var admin = await site.SignedInAsync();
        await SeesAsync(admin, $"/vi/desk/workshops/{workshop.Code}/materials", m => At(workshop, m), $"/vi/workshops/{workshop.Code}/materials.zip", Enum.GetValues<MaterialAudience>());
        // A seat elsewhere, or an organiser of another workshop, opens nothing here.
        foreach (var m in papers.Values) Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(Own(other, m))).StatusCode);
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(At(workshop, papers[MaterialAudience.Staff]))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.GetAsync($"/vi/desk/workshops/{workshop.Code}/materials")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(Own(seated + "x", papers[MaterialAudience.Public]))).StatusCode);

        async Task SeesAsync(HttpClient reader, string page, Func<Material, string> file, string zip, params MaterialAudience[] may)
        {
            var words = Visits.Text(await reader.GetStringAsync(page));
            using var archive = new System.IO.Compression.ZipArchive(await reader.GetStreamAsync(zip));
            foreach (var (audience, m) in papers)
            {
                var sees = may.Contains(audience);
                Assert.Equal(sees, words.Contains($"Giấy cho {audience}", StringComparison.Ordinal));
                Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await reader.GetAsync(file(m))).StatusCode);
                Assert.Equal(sees, archive.Entries.Any(e => e.FullName.Contains($"Giấy cho {audience}", StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public async Task A_paper_comes_out_when_its_session_begins_or_when_the_workshop_is_over()
    {
        var workshop = await site.WorkshopAsync(startsOn: new(2026, 12, 20));
        var session = await site.AddAsync(workshop, "Bài tập", "08:00", "09:00");
        await site.ReleaseAsync(workshop);
        var link = await site.SeatedAsync(workshop);
        var begins = await site.PaperAsync(workshop, "bai-tap.pdf", Papers.AnyPdf, m => m.Moment = MaterialMoment.FromSession, new(session.Id, null));
        var after = await site.PaperAsync(workshop, "dap-an.pdf", Papers.AnyPdf, m => m.Moment = MaterialMoment.AfterWorkshop);
        Assert.Equal((404, 404), await StatusAsync(new(2026, 12, 20, 0, 59, 0, TimeSpan.Zero)));
        Assert.Equal((200, 404), await StatusAsync(new(2026, 12, 20, 1, 0, 30, TimeSpan.Zero)));
        Assert.Equal((200, 200), await StatusAsync(new(2026, 12, 20, 17, 0, 30, TimeSpan.Zero)));

        async Task<(int, int)> StatusAsync(DateTimeOffset at)
        {
            var (a, b) = await site.InScopeAsync(async s =>
            {
                var db = s.GetRequiredService<Sen.Web.Data.AppDb>();
                var shelf = new MaterialShelf(db, new StandingClock(at));
                var mine = await db.Workshops.SingleAsync(w => w.Id == workshop.Id);
                return (await shelf.FindAsync(mine, begins.Id, MaterialAudience.Participants, default), await shelf.FindAsync(mine, after.Id, MaterialAudience.Participants, default));
            });
            return (a is null ? 404 : 200, b is null ? 404 : 200);
        }
    }

    [Fact]
    public async Task Papers_of_a_session_that_is_not_released_wait_for_its_release()
    {
        var workshop = await site.WorkshopAsync();
        await site.AddAsync(workshop, "Đã công bố", "08:00", "09:00");
        await site.ReleaseAsync(workshop);
        var session = await site.AddAsync(workshop, "Còn soạn", "09:00", "10:00");
        var paper = await site.PaperAsync(workshop, "bai.pdf", Papers.AnyPdf, m => m.Audience = MaterialAudience.Public, new(session.Id, null));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(At(workshop, paper))).StatusCode);
        await site.ReleaseAsync(workshop);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(At(workshop, paper))).StatusCode);
    }

    [Fact]
    public async Task A_topics_papers_serve_every_workshop_of_the_programme_and_are_its_managers_to_change()
    {
        var (first, second) = (await site.WorkshopAsync(), await site.WorkshopAsync());
        var topic = await site.DbAsync(async db =>
        {
            var t = new CurriculumTopic { ProgrammeId = first.ProgrammeId, Title = new("Chủ đề thử", ""), Position = 90 };
            db.Add(t);
            await db.SaveChangesAsync();
            return t.Id;
        });
        var paper = await site.PaperAsync(first, "chu-de.pdf", Papers.AnyPdf, m => m.Audience = MaterialAudience.Public, new(null, topic));
        foreach (var workshop in new[] { first, second })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(At(workshop, paper))).StatusCode);
            await site.AddAsync(workshop, "Bài về chủ đề", "08:00", "09:00", s => s.TopicId = topic);
            await site.ReleaseAsync(workshop);
            Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(At(workshop, paper))).StatusCode);
        }
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.GetAsync($"/vi/desk/workshops/can-tho-2026/materials/{paper.Id}")).StatusCode);
        var remove = await organiser.SendFormAsync("/vi/desk/workshops/can-tho-2026/materials", [], $"/vi/desk/workshops/can-tho-2026/materials?handler=Remove&id={paper.Id}");
        Assert.Equal(HttpStatusCode.Forbidden, remove.StatusCode);
        var canTho = await site.DbAsync(db => db.Workshops.SingleAsync(w => w.Code == "can-tho-2026"));
        Assert.Equal(HttpStatusCode.BadRequest, (await organiser.UploadAsync(canTho, new() { ["Input.Place"] = $"t:{topic}" }, ("a.pdf", Papers.AnyPdf))).StatusCode);
        using var manager = await site.SignedInAsync("phutrach@sen.example");
        Assert.Equal(HttpStatusCode.OK, (await manager.GetAsync($"/vi/desk/workshops/can-tho-2026/materials/{paper.Id}")).StatusCode);
    }

    [Fact]
    public async Task Somebody_elses_paper_is_not_reached_through_ones_own_workshop()
    {
        var workshop = await site.WorkshopAsync();
        var paper = await site.PaperAsync(workshop, "rieng.pdf", Papers.AnyPdf);
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        foreach (var handler in new[] { "Remove", "PutBack" })
            Assert.Equal(HttpStatusCode.NotFound, (await organiser.SendFormAsync("/vi/desk/workshops/can-tho-2026/materials", [], $"/vi/desk/workshops/can-tho-2026/materials?handler={handler}&id={paper.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync($"/vi/desk/workshops/can-tho-2026/materials/{paper.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync($"/vi/workshops/can-tho-2026/materials/{paper.Id}/tep")).StatusCode);
    }

    private sealed class StandingClock(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
