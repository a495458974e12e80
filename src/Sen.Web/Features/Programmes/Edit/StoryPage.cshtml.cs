using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

[RequestSizeLimit(200_000_000), RequestFormLimits(MultipartBodyLengthLimit = 200_000_000)]
public sealed class StoryPageModel(AppDb db, StoryDesk desk, Language language) : PageModel
{
    public sealed class PhotoInput
    {
        public Guid Id { get; set; }
        [Between(1, 999)]
        public int Position { get; set; }
        public BilingualInput Caption { get; set; } = new();
        public BilingualInput Alt { get; set; } = new();
        [AtMost(200)]
        public string Credit { get; set; } = "";
        public bool Remove { get; set; }
        public Guid SmallFileId { get; set; }
    }

    public sealed class StoryInput
    {
        public int Version { get; set; }
        public BilingualInput Text { get; set; } = new();
        [AtMost(300)]
        public string Source { get; set; } = "";
        public List<PhotoInput> Photos { get; set; } = [];
    }

    [BindProperty]
    public StoryInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public Workshop Workshop { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await FindAsync(code, ct)) return NotFound();
        await FillAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await FindAsync(code, ct)) return NotFound();
        if (!ModelState.IsValid) return Page();
        var (added, refused) = await ReadAsync(ct);
        if (!await desk.SaveAsync(Workshop.Id, Input.Version, Write, added, ct))
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", language["Người khác vừa sửa câu chuyện này. Mở lại ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed this story. Open it in another tab to see it, then carry your part over."]);
            return Page();
        }
        if (refused.Count == 0)
        {
            TempData["Done"] = added.Count == 0 ? language["Đã lưu câu chuyện.", "The story is saved."] : language[$"Đã lưu câu chuyện, thêm {added.Count} ảnh.", $"The story is saved with {added.Count} new photos."];
            return LocalRedirect(language.To($"/desk/workshops/{code}/story"));
        }
        ModelState.Clear();
        await FillAsync(ct);
        foreach (var (name, reason) in refused) ModelState.AddModelError("Files", language[$"Đã lưu phần còn lại, trừ tệp «{name}»: {reason.Vi}", $"The rest is saved, except the file “{name}”: {reason.En}"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private void Write(Story story)
    {
        (story.Text, story.Source) = (Input.Text.Text, Input.Source.Trim());
        story.Photos.RemoveAll(p => Input.Photos.Exists(i => i.Id == p.Id && i.Remove));
        foreach (var photo in story.Photos)
            if (Input.Photos.Find(i => i.Id == photo.Id) is { } given)
                (photo.Caption, photo.Alt, photo.Credit, photo.Position) = (given.Caption.Text, given.Alt.Text, given.Credit.Trim(), given.Position);
    }

    private async Task<(List<(string, WebPicture)> Added, List<(string Name, Bilingual Reason)> Refused)> ReadAsync(CancellationToken ct)
    {
        List<(string, WebPicture)> added = [];
        List<(string, Bilingual)> refused = [];
        foreach (var file in Files.Take(StoryDesk.MaxPhotos))
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, ct);
            switch (Pictures.Read(content.ToArray()))
            {
                case PictureResult.Ready ready: added.Add((Path.GetFileName(file.FileName), ready.Picture)); break;
                case PictureResult.Refused no: refused.Add((Path.GetFileName(file.FileName), no.Reason)); break;
            }
        }
        return (added, refused);
    }

    private async Task<bool> FindAsync(string code, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return false;
        Workshop = workshop;
        return true;
    }

    private async Task FillAsync(CancellationToken ct)
    {
        if (await desk.FindAsync(Workshop.Id, ct) is not { } story) return;
        Input = new StoryInput
        {
            Version = story.Version,
            Text = BilingualInput.Of(story.Text),
            Source = story.Source,
            Photos = [.. story.Photos.OrderBy(p => p.Position).Select((p, i) => new PhotoInput
            {
                Id = p.Id, Position = i + 1, Caption = BilingualInput.Of(p.Caption), Alt = BilingualInput.Of(p.Alt), Credit = p.Credit, SmallFileId = p.SmallFileId,
            })],
        };
    }
}
