using NetVips;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Files;

/// <summary>A picture made safe for the web: turned upright, at most so wide, and nothing left of where or by what it was taken.</summary>
public sealed record WebPicture(byte[] Large, byte[] Small, int Width, int Height);

public abstract record PictureResult
{
    public sealed record Ready(WebPicture Picture) : PictureResult;
    public sealed record Refused(Bilingual Reason) : PictureResult;
}

/// <summary>Reads what a telephone sends, judged by its content and not by its name.</summary>
public static class Pictures
{
    public const int LargeWidth = 1600;
    public const int SmallWidth = 800;
    private const int PaperWidth = 2200;
    public const long MaxBytes = 25_000_000;
    /// <summary>80 megapixels: more than any telephone takes, and a bound on what a small file may unfold to.</summary>
    private const long MaxPixels = 80_000_000;

    public static PictureResult Read(byte[] content)
    {
        if (content.Length > MaxBytes) return new PictureResult.Refused(new("lớn hơn 25 MB: chọn cỡ ảnh nhỏ hơn", "larger than 25 MB: choose a smaller size"));
        if (!LooksLikePicture(content)) return new PictureResult.Refused(new("không phải là ảnh JPEG, PNG hoặc WebP", "not a JPEG, PNG or WebP picture"));
        try
        {
            using var probe = Image.NewFromBuffer(content, access: Enums.Access.Sequential);
            if ((long)probe.Width * probe.Height > MaxPixels) return new PictureResult.Refused(new("quá nhiều điểm ảnh", "too many pixels"));
            // thumbnail decodes at the size it needs, turns by EXIF and never enlarges.
            using var large = Image.ThumbnailBuffer(content, LargeWidth, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
            // Decoded once, from top to bottom: both sizes are made from the memory of it.
            using var flat = Flat(large);
            using var small = flat.ThumbnailImage(SmallWidth, size: Enums.Size.Down);
            return new PictureResult.Ready(new WebPicture(Encode(flat), Encode(small), flat.Width, flat.Height));
        }
        catch (VipsException)
        {
            return new PictureResult.Refused(new("ảnh hỏng, không mở được", "the picture is broken and cannot be opened"));
        }
    }

    /// <summary>A picture among papers: upright, no larger than a screen needs, nothing left of where it was taken; JPEG, which every device opens.</summary>
    public static byte[]? Paper(byte[] content)
    {
        try
        {
            using var probe = Image.NewFromBuffer(content, access: Enums.Access.Sequential);
            if ((long)probe.Width * probe.Height > MaxPixels) return null;
            using var sheet = Image.ThumbnailBuffer(content, PaperWidth, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Error);
            using var flat = Flat(sheet);
            return flat.JpegsaveBuffer(q: 85, keep: Enums.ForeignKeep.None);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>A drawing of our own (SVG) as a web picture. Never for what people send: SVG may carry scripts.</summary>
    public static WebPicture Draw(byte[] svg)
    {
        using var large = Image.ThumbnailBuffer(svg, LargeWidth);
        using var flat = Flat(large);
        using var small = flat.ThumbnailImage(SmallWidth, size: Enums.Size.Down);
        return new WebPicture(Encode(flat), Encode(small), flat.Width, flat.Height);
    }

    private static Image Flat(Image picture)
    {
        using var opaque = picture.HasAlpha() ? picture.Flatten(background: [255]) : picture.Copy();
        return opaque.CopyMemory();
    }

    private static byte[] Encode(Image picture) => picture.WebpsaveBuffer(q: 80, keep: Enums.ForeignKeep.None);

    private static bool LooksLikePicture(ReadOnlySpan<byte> b) =>
        b.Length > 12 && (b.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || b.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
            || (b.StartsWith("RIFF"u8) && b[8..].StartsWith("WEBP"u8)));
}
