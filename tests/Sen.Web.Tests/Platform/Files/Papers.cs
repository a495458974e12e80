using System.IO.Compression;
using System.Text;

namespace Sen.Web.Tests.Platform.Files;

/// <summary>Small documents of every kind, made here.</summary>
internal static class Papers
{
    public static readonly byte[] AnyPdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"u8.ToArray();
    public static readonly byte[] LockedPdf = "%PDF-1.4\ntrailer<</Root 1 0 R /Encrypt 2 0 R>>\n%%EOF"u8.ToArray();
    public static readonly byte[] Markdown = Encoding.UTF8.GetBytes("# Đề mục\n\nMột **đoạn** có <script>alert(1)</script> chữ.\n");

    public static byte[] Docx(string words = "Xin chào") => Zip(("[Content_Types].xml", Types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")), ("word/document.xml", words));

    public static byte[] Types(string main) => Encoding.UTF8.GetBytes($"<Types><Override PartName=\"/main\" ContentType=\"{main}\"/></Types>");

    public static byte[] Zip(params (string Name, object Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(content as byte[] ?? Encoding.UTF8.GetBytes((string)content));
            }
        return file.ToArray();
    }

    public static byte[] Png() => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
