using System.Security.Cryptography;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Platform.Files;

/// <summary>Files in the home folder, named by their record. Written beside and moved into place, so a half-written file is never served.</summary>
public sealed class FileStore(SenHome home, TimeProvider clock)
{
    public async Task<StoredFile> KeepAsync(ReadOnlyMemory<byte> content, string name, string contentType, CancellationToken ct)
    {
        var file = new StoredFile
        {
            Name = Path.GetFileName(name),
            ContentType = contentType,
            Length = content.Length,
            Sha256 = Convert.ToHexString(SHA256.HashData(content.Span)).ToLowerInvariant(),
            CreatedAt = clock.UtcNow(),
        };
        var path = PathOf(file.Id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path + ".part", content, ct);
        File.Move(path + ".part", path);
        return file;
    }

    /// <summary>The same for what is too large for memory.</summary>
    public async Task<StoredFile> KeepAsync(Stream content, string name, string contentType, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var path = PathOf(id);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        content.Position = 0;
        string hash;
        await using (var target = new FileStream(path + ".part", FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
        {
            await content.CopyToAsync(target, ct);
            content.Position = 0;
            hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
        }
        File.Move(path + ".part", path);
        return new StoredFile { Id = id, Name = Path.GetFileName(name), ContentType = contentType, Length = content.Length, Sha256 = hash, CreatedAt = clock.UtcNow() };
    }

    public FileStream Open(Guid id) => new(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);

    public bool Has(Guid id) => File.Exists(PathOf(id));

    public void Remove(Guid id) => File.Delete(PathOf(id));

    private string PathOf(Guid id)
    {
        var name = id.ToString("N");
        // The last digits of a version 7 id are random; the first would put everything into one folder.
        return Path.Combine(home.Files, name[^2..], name);
    }
}
