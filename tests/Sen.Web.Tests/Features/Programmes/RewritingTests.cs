using Microsoft.EntityFrameworkCore;
using NetVips;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Files;

namespace Sen.Web.Tests.Features.Programmes;

/// <summary>What is written once can be written again: rows put into the list of a known record are new ones, not a clash with somebody else.</summary>
public sealed class RewritingTests(TestSite site)
{
    [Fact]
    public async Task A_session_takes_other_speakers_when_it_is_saved_again()
    {
        var workshop = await site.WorkshopAsync();
        var id = (await site.InScopeAsync(s => s.GetRequiredService<AgendaDesk>().AddAsync(workshop.Id, session => session.Speakers.Add(new() { Name = "Lê Văn Trước" }), default))).Id;

        var saved = await site.InScopeAsync(async s =>
        {
            var desk = s.GetRequiredService<AgendaDesk>();
            var session = (await desk.FindAsync(workshop.Code, id, default))!;
            session.Speakers.Clear();
            session.Speakers.Add(new() { SessionId = id, Name = "Trần Thị Sau", Position = 1 });
            session.Speakers.Add(new() { SessionId = id, Name = "Võ Văn Cùng", Position = 2 });
            return await desk.SaveAsync(session, session.Version, default);
        });

        Assert.True(saved);
        Assert.Equal(["Trần Thị Sau", "Võ Văn Cùng"], await site.DbAsync(db => db.AgendaSessions.Where(s => s.Id == id).SelectMany(s => s.Speakers).OrderBy(p => p.Position).Select(p => p.Name).ToListAsync()));
    }

    [Fact]
    public async Task A_story_takes_more_photos_when_it_is_saved_again()
    {
        var workshop = await site.WorkshopAsync();
        Assert.True(await SaveAsync(workshop));
        Assert.True(await SaveAsync(workshop));
        Assert.Equal([1, 2], await site.DbAsync(db => db.StoryPhotos.Where(p => db.Stories.Any(s => s.Id == p.StoryId && s.WorkshopId == workshop.Id)).OrderBy(p => p.Position).Select(p => p.Position).ToListAsync()));
    }

    /// <summary>1200 and 3000 pixels: under and over the width that is kept.</summary>
    [Theory, InlineData(1200, 1200), InlineData(3000, Pictures.LargeWidth)]
    public void A_photo_is_kept_in_two_sizes(int width, int kept)
    {
        foreach (var content in new[] { Photo(width).PngsaveBuffer(), Photo(width).JpegsaveBuffer(), Photo(width).WebpsaveBuffer() })
        {
            var ready = Assert.IsType<PictureResult.Ready>(Pictures.Read(content));
            Assert.Equal((kept, Pictures.SmallWidth), (Image.NewFromBuffer(ready.Picture.Large).Width, Image.NewFromBuffer(ready.Picture.Small).Width));
        }
    }

    private Task<bool> SaveAsync(Workshop workshop) => site.InScopeAsync(async s =>
    {
        var desk = s.GetRequiredService<StoryDesk>();
        var version = (await desk.FindAsync(workshop.Id, default))?.Version ?? 0;
        var picture = ((PictureResult.Ready)Pictures.Read(Photo(1200).PngsaveBuffer())).Picture;
        return await desk.SaveAsync(workshop.Id, version, _ => { }, [("anh.png", picture)], default);
    });

    private static Image Photo(int width) => Image.Black(width, 800, bands: 3).Linear([1.0], [180, 60, 60], uchar: true).Copy(interpretation: Enums.Interpretation.Srgb);
}
