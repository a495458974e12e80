using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Files;

/// <summary>What a document is, by its content.</summary>
public enum FileKind
{
    Pdf, Word, Sheet, Slides, OldWord, OldSheet, OldSlides, OpenText, OpenSheet, OpenSlides, Picture, Text, Markdown, Sound, Video,
}

public static class FileKinds
{
    public static string Words(this FileKind kind, Language l) => kind switch
    {
        FileKind.Pdf => "PDF",
        FileKind.Word or FileKind.OldWord => "Word",
        FileKind.Sheet or FileKind.OldSheet => "Excel",
        FileKind.Slides or FileKind.OldSlides => "PowerPoint",
        FileKind.OpenText => l["Văn bản OpenDocument", "OpenDocument text"],
        FileKind.OpenSheet => l["Bảng tính OpenDocument", "OpenDocument spreadsheet"],
        FileKind.OpenSlides => l["Trình chiếu OpenDocument", "OpenDocument slides"],
        FileKind.Picture => l["Ảnh", "Picture"],
        FileKind.Text => l["Văn bản thuần", "Plain text"],
        FileKind.Markdown => l["Trang đọc", "Page to read"],
        FileKind.Sound => l["Âm thanh", "Sound"],
        _ => l["Phim", "Video"],
    };

    /// <summary>What a browser shows by itself; everything else is kept on the device and opened there.</summary>
    public static bool OpensInBrowser(this FileKind kind) => kind is FileKind.Pdf or FileKind.Picture or FileKind.Text or FileKind.Sound or FileKind.Video;

    /// <summary>Already packed: packing it again costs time and saves nothing.</summary>
    public static bool IsPacked(this FileKind kind) => kind is not (FileKind.Text or FileKind.Markdown or FileKind.OldWord or FileKind.OldSheet or FileKind.OldSlides);
}
