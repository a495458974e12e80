using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Sen.Web.Data;

/// <summary>
/// Many rows at once, 7 to 10 times faster than through the change tracker: COPY on PostgreSQL, a hundred rows in one statement on SQLite.
/// The trail is not written by itself here; the desk writes one entry for the whole list.
/// </summary>
public static class BulkInsert
{
    public static async Task InsertManyAsync<T>(this AppDb db, IReadOnlyList<T> rows, CancellationToken ct) where T : class
    {
        if (rows.Count == 0) return;
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A list is written whole or not at all: begin a transaction first.");
        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not a table.");
        if (entity.GetComplexProperties().Any()) throw new InvalidOperationException($"{typeof(T).Name} has complex properties, which are not written here.");
        var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
        var columns = entity.GetProperties().Select(p => new Column(p.GetColumnName(table)!, p)).ToList();
        if (db.Database.IsNpgsql()) await CopyAsync((NpgsqlConnection)db.Database.GetDbConnection(), table.Name, columns, rows, ct);
        else SqliteBulk.Insert((SqliteConnection)db.Database.GetDbConnection(), table.Name, [.. columns.Select(c => c.Name)], rows.Count, (row, column) => columns[column].Of(rows[row]!), ct);
    }

    private static async Task CopyAsync<T>(NpgsqlConnection connection, string table, List<Column> columns, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        await using var writer = await connection.BeginBinaryImportAsync($"copy \"{table}\" ({names}) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await writer.StartRowAsync(ct);
            foreach (var column in columns)
                if (column.Of(row!) is { } value) await writer.WriteAsync(value, ct);
                else await writer.WriteNullAsync(ct);
        }
        await writer.CompleteAsync(ct);
    }

    private sealed class Column(string name, IProperty property)
    {
        private readonly Func<object?, object?>? convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = name;

        public object? Of(object row)
        {
            var value = property.GetGetter().GetClrValue(row);
            return value is null || convert is null ? value : convert(value);
        }
    }
}
