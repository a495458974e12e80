using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Tests.Data;

public sealed class BackupTests(EmptySite empty) : IClassFixture<EmptySite>, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("sen-backup-").FullName;
    private TestSite Site => empty.Site;
    private string Database => TestSite.OnPostgres ? "sen.pgdump" : "sen.db";
    private string Archive => Path.Combine(folder, "sen.zip");
    private Guid photo;

    public async ValueTask InitializeAsync()
    {
        await Site.DbAsync(async db =>
        {
            await db.Programmes.ExecuteDeleteAsync();
            await db.Persons.ExecuteDeleteAsync();
            db.Programmes.Add(new Programme { Code = "luu", Title = new("Tên lúc sao lưu", "") });
            db.Persons.Add(Features.People.Sample.Person("Lê Thị Sao Lưu"));
            return await db.SaveChangesAsync();
        });
        photo = (await Site.InScopeAsync(s => s.GetRequiredService<FileStore>().KeepAsync(Encoding.UTF8.GetBytes("ảnh lúc sao lưu"), "anh.webp", "image/webp", default))).Id;
        await InScopeAsync((db, home) => Backup.WriteAsync(db, home, Archive, default));
        await Site.DbAsync(async db =>
        {
            (await db.Programmes.SingleAsync()).Title = new("Tên đổi về sau", "");
            db.Programmes.Add(new Programme { Code = "sau", Title = new("Thêm về sau", "") });
            await db.Persons.ExecuteDeleteAsync();
            return await db.SaveChangesAsync();
        });
        await Site.InScopeAsync(s =>
        {
            s.GetRequiredService<FileStore>().Remove(photo);
            return Task.FromResult(true);
        });
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_saved_comes_back_and_what_was_there_is_kept()
    {
        await RestoreAsync(Archive);

        Assert.Equal(["Tên lúc sao lưu"], await TitlesAsync());
        await using var file = await Site.InScopeAsync(s => Task.FromResult(s.GetRequiredService<FileStore>().Open(photo)));
        Assert.Equal("ảnh lúc sao lưu", await new StreamReader(file).ReadToEndAsync());
        // The words people are searched by come along, or the next start makes them.
        await Site.Services.GetRequiredService<Preparation>().RunAsync(default);
        Assert.Equal(["Lê Thị Sao Lưu"], await Site.DbAsync(db => db.WithWords(PersonSearch.WordsOf("luu sao")).Select(p => p.FullName).ToListAsync()));
        Assert.Contains("Tên đổi về sau", await Site.TextAsync(Assert.Single(Kept())), StringComparison.Ordinal);
        Assert.Equal([], Directory.GetDirectories(Path.Combine(Site.Home, "backups")));
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("a database that is none")]
    [InlineData("half a database")]
    [InlineData("a letter of a photo changed")]
    [InlineData("of another engine")]
    [InlineData("a file outside its folder")]
    public async Task A_broken_archive_is_refused_before_anything_is_touched(string how)
    {
        foreach (var kept in Kept()) File.Delete(kept);
        await BreakAsync(how);

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => RestoreAsync(Archive));
        Assert.True(refusal is IOException or InvalidDataException or InvalidOperationException, refusal.ToString());
        Assert.Equal(["Tên đổi về sau", "Thêm về sau"], await TitlesAsync());
        Assert.Equal([], Kept());
        Assert.Equal([], Directory.GetDirectories(Path.Combine(Site.Home, "backups")));
        Assert.False(File.Exists(Path.Combine(Site.Home, "evil")));
        Assert.ThrowsAny<IOException>(() => Site.Services.GetRequiredService<FileStore>().Open(photo));
    }

    [Fact]
    public void The_programs_are_found_on_the_path_first_then_the_newest_of_Debian()
    {
        foreach (var program in new[] { "path/pg_dump", "debian/9/bin/pg_dump", "debian/15/bin/pg_dump", "debian/15/bin/psql" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, program))!);
            File.WriteAllText(Path.Combine(folder, program), "");
        }
        var (path, debian) = (Path.Combine(folder, "none") + Path.PathSeparator + Path.Combine(folder, "path"), Path.Combine(folder, "debian"));
        Assert.Equal(Path.Combine(folder, "path/pg_dump"), PostgresTools.Find("pg_dump", path, debian));
        Assert.Equal(Path.Combine(folder, "debian/15/bin/psql"), PostgresTools.Find("psql", path, debian));
        Assert.Equal(Path.Combine(folder, "debian/15/bin/pg_dump"), PostgresTools.Find("pg_dump", null, debian));
        Assert.Null(PostgresTools.Find("pg_restore", path, debian));
    }

    private async Task BreakAsync(string how)
    {
        var bytes = await File.ReadAllBytesAsync(Archive);
        if (how == "cut short") await File.WriteAllBytesAsync(Archive, bytes[..(bytes.Length / 2)]);
        else if (how == "a letter of a photo changed")
        {
            bytes[bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("lúc sao"))] = (byte)'L';
            await File.WriteAllBytesAsync(Archive, bytes);
        }
        else
        {
            await using var zip = await ZipFile.OpenAsync(Archive, ZipArchiveMode.Update);
            var entry = zip.GetEntry(Database)!;
            byte[] dump;
            await using (var stream = await entry.OpenAsync())
            {
                using var copy = new MemoryStream();
                await stream.CopyToAsync(copy);
                dump = copy.ToArray();
            }
            if (how == "a file outside its folder") await WriteAsync(zip, "files/../../../evil", dump);
            else
            {
                entry.Delete();
                await WriteAsync(zip, how == "of another engine" ? "sen.other" : Database, how == "half a database" ? dump[..(dump.Length / 2)] : "không phải"u8.ToArray());
            }
        }
    }

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] content)
    {
        await using var stream = await zip.CreateEntry(name).OpenAsync();
        await stream.WriteAsync(content);
    }

    private string[] Kept() => [.. Directory.GetFiles(Site.Home, "sen.db.before-restore").Concat(Directory.GetFiles(Path.Combine(Site.Home, "backups"), "before-restore*"))];

    private Task<List<string>> TitlesAsync() => Site.DbAsync(db => db.Programmes.OrderBy(p => p.Code).Select(p => p.Title.Vi).ToListAsync());

    private Task<bool> RestoreAsync(string archive) => InScopeAsync((db, home) => Restore.FromAsync(db, home, archive, default));

    private Task<bool> InScopeAsync(Func<AppDb, SenHome, Task> work) => Site.InScopeAsync(async s =>
    {
        await work(s.GetRequiredService<AppDb>(), s.GetRequiredService<SenHome>());
        return true;
    });
}
