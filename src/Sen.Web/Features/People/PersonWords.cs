using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.People;

/// <summary>
/// The index behind <see cref="PersonSearch"/>: FTS5 on SQLite, kept by triggers; a stored column of lexemes with a GIN index on PostgreSQL,
/// which needs no extension and so no rights. Made at the start and not by a migration, since a migration that rebuilds the table would lose the triggers.
/// </summary>
public static class PersonWords
{
    private const string RowsSetting = "person-words";

    internal const string PostgresVector = "words";

    /// <summary>«"dung"* "nguyen"*»: both, as beginnings.</summary>
    internal static string SqliteQuery(IEnumerable<string> words) => string.Join(' ', words.Select(w => $"\"{w.Replace("\"", "", StringComparison.Ordinal)}\"*"));

    internal static string PostgresQuery(IEnumerable<string> words) =>
        string.Join(" & ", words.Select(w => $"'{w.Replace("'", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal)}':*"));

    public static Task EnsureAsync(AppDb db, CancellationToken ct) => db.Database.IsNpgsql() ? EnsurePostgresAsync(db, ct) : EnsureSqliteAsync(db, ct);

    private static async Task EnsurePostgresAsync(AppDb db, CancellationToken ct)
    {
        await using var work = await db.Database.BeginTransactionAsync(ct);
        // Nodes that start together make it once.
        await db.Database.ExecuteSqlRawAsync("select pg_advisory_xact_lock(7361321)", ct);
        // Stored, because a common name is met by walking the rows, and cutting 100,000 keys into words takes 200 ms. Asked first, because
        // even «if not exists» waits until nobody reads the table.
        await db.Database.ExecuteSqlRawAsync("""
            do $$ begin
              if not exists (select from pg_attribute where attrelid = 'persons'::regclass and attname = 'words' and not attisdropped) then
                drop index if exists ix_persons_words;
                alter table persons add column words tsvector generated always as (array_to_tsvector(string_to_array(search_key, ' '))) stored;
                create index ix_persons_words on persons using gin (words);
              end if;
            end $$
            """, ct);
        await work.CommitAsync(ct);
    }

    private static async Task EnsureSqliteAsync(AppDb db, CancellationToken ct)
    {
        // The letters of SearchKey that are no letters or digits belong to words: e-mail addresses, +84…
        await db.Database.ExecuteSqlRawAsync("""
            create virtual table if not exists person_words using fts5(search_key, content='persons', content_rowid='rowid',
              tokenize="unicode61 remove_diacritics 0 tokenchars '@.+_'", prefix='2 3');
            create trigger if not exists person_words_added after insert on persons begin
              insert into person_words(rowid, search_key) values (new.rowid, new.search_key); end;
            create trigger if not exists person_words_removed after delete on persons begin
              insert into person_words(person_words, rowid, search_key) values ('delete', old.rowid, old.search_key); end;
            create trigger if not exists person_words_changed after update of search_key on persons begin
              insert into person_words(person_words, rowid, search_key) values ('delete', old.rowid, old.search_key);
              insert into person_words(rowid, search_key) values (new.rowid, new.search_key); end;
            """, ct);
        // The schema's version grows with a rebuilt table and with VACUUM, the two things that number rows anew.
        var version = (await db.Database.SqlQueryRaw<long>("select schema_version as \"Value\" from pragma_schema_version()").SingleAsync(ct)).ToString(CultureInfo.InvariantCulture);
        var known = await db.Settings.FirstOrDefaultAsync(s => s.Name == RowsSetting, ct);
        if (known?.Value == version) return;
        await db.Database.ExecuteSqlRawAsync("insert into person_words(person_words) values ('rebuild')", ct);
        if (known is null) db.Settings.Add(new Setting { Name = RowsSetting, Value = version });
        else known.Value = version;
        await db.SaveChangesAsync(ct);
    }
}
