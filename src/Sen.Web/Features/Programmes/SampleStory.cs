using Sen.Web.Data;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>The story of the fictitious workshop in Huế, with pictures drawn for it (data/sample).</summary>
internal static class SampleStory
{
    private const string Credit = "Hình vẽ cho dữ liệu mẫu của Sen";

    private static readonly (string File, Bilingual Caption, Bilingual Alt)[] Pictures =
    [
        ("hall.svg", new("Buổi khai mạc trong hội trường mẫu.", "The opening in the sample hall."), new("Hình vẽ: hàng ghế trong hội trường, phía trước có màn chiếu với bông sen.", "Drawing: rows of seats in a hall, a screen with a lotus in front.")),
        ("balance.svg", new("Bài tập: nước vào bằng nước ra cộng nước mất.", "The exercise: water in equals water out plus water lost."), new("Hình vẽ: sơ đồ dòng nước vào một xưởng, chia thành dòng ra và dòng mất.", "Drawing: a water flow into a workshop, divided into what leaves and what is lost.")),
        ("visit.svg", new("Tham quan nhà máy thủy sản Mẫu A.", "The visit to the seafood plant Sample A."), new("Hình vẽ: nhà máy bên sông, một bể thu hồi nước ở phía trước.", "Drawing: a plant by a river with a tank that recovers water in front.")),
    ];

    public static async Task AddAsync(AppDb db, FileStore files, Workshop workshop, CancellationToken ct)
    {
        var story = new Story
        {
            WorkshopId = workshop.Id,
            Text = new(
                """
                Ba mươi tư học viên mẫu từ năm tỉnh, thành phố miền Trung đã học cách tìm chỗ một nhà máy mất tiền: đo nước, điện, nguyên liệu ở từng công đoạn rồi lập cân bằng.

                ## Bài tập trên số liệu đồng hồ

                - Mỗi nhóm gồm người của nhiều tỉnh và nhiều cơ quan.
                - Các nhóm tìm ra **chênh lệch 12%** giữa nước vào và nước ra trong số liệu mẫu.

                ## Tham quan

                Nhà máy mẫu kể cả kết quả lẫn khó khăn: thu hồi nước rửa thì dễ, thay thói quen thì lâu. Toàn bộ câu chuyện này là hư cấu.
                """,
                """
                Thirty-four sample trainees from five central provinces learned to find where a factory loses its money: measure water, electricity and materials at each step, then draw up the balance.

                ## An exercise on meter readings

                - Every group mixed provinces and agencies.
                - The groups found a **gap of 12%** between water in and water out in the sample readings.

                ## The visit

                The sample plant told both results and difficulties: recovering rinse water is easy, changing habits takes long. This whole story is fictitious.
                """),
            Source = "Ban tổ chức mẫu",
        };
        foreach (var (file, caption, alt) in Pictures)
        {
            var path = Path.Combine(AppContext.BaseDirectory, "data", "sample", file);
            var picture = Platform.Files.Pictures.Draw(await File.ReadAllBytesAsync(path, ct));
            var large = await files.KeepAsync(picture.Large, Path.ChangeExtension(file, ".webp"), "image/webp", ct);
            var small = await files.KeepAsync(picture.Small, Path.ChangeExtension(file, ".webp"), "image/webp", ct);
            db.StoredFiles.AddRange(large, small);
            story.Photos.Add(new StoryPhoto
            {
                StoryId = story.Id,
                FileId = large.Id,
                SmallFileId = small.Id,
                Width = picture.Width,
                Height = picture.Height,
                Position = story.Photos.Count + 1,
                Caption = caption,
                Alt = alt,
                Credit = Credit,
            });
        }
        db.Stories.Add(story);
    }
}
