using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sen.Web.Data;

/// <summary>
/// A hundred rows in one statement, with parameters bound by their place. The triggers that keep the index of words cost a savepoint for each
/// statement: 10,000 persons take 800 ms one by one and 300 so. The usual command looks each parameter up by its name, which a statement of
/// two thousand makes slower than one row at a time.
/// </summary>
internal static class SqliteBulk
{
    private const int RowsAtOnce = 100;
    /// <summary>SQLite takes 32,766 in one statement.</summary>
    private const int MostParameters = 30_000;

    public static void Insert(SqliteConnection connection, string table, IReadOnlyList<string> columns, int rows, Func<int, int, object?> value, CancellationToken ct)
    {
        var handle = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        var atOnce = Math.Min(RowsAtOnce, MostParameters / columns.Count);
        var head = $"insert into \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) values ";
        var line = $"({string.Join(',', Enumerable.Repeat('?', columns.Count))})";
        var done = 0;
        while (done < rows)
        {
            var here = Math.Min(atOnce, rows - done);
            Check(handle, raw.sqlite3_prepare_v2(handle, head + string.Join(',', Enumerable.Repeat(line, here)), out var statement));
            using (statement)
                for (; rows - done >= here; done += here)
                {
                    ct.ThrowIfCancellationRequested();
                    for (var row = 0; row < here; row++)
                        for (var column = 0; column < columns.Count; column++)
                            Check(handle, Bind(statement, (row * columns.Count) + column + 1, value(done + row, column)));
                    var result = raw.sqlite3_step(statement);
                    if (result != raw.SQLITE_DONE) Check(handle, result);
                    Check(handle, raw.sqlite3_reset(statement));
                }
        }
    }

    /// <summary>As Microsoft.Data.Sqlite stores each kind of value; a test writes the same row both ways.</summary>
    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        string text => raw.sqlite3_bind_text(statement, place, text),
        bool yes => raw.sqlite3_bind_int64(statement, place, yes ? 1 : 0),
        int or long or short or byte => raw.sqlite3_bind_int64(statement, place, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(statement, place, number),
        Guid id => raw.sqlite3_bind_text(statement, place, id.ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant()),
        DateTime moment => raw.sqlite3_bind_text(statement, place, moment.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly day => raw.sqlite3_bind_text(statement, place, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new NotSupportedException($"Values of {value.GetType().Name} are not written in bulk."),
    };

    private static void Check(sqlite3 handle, int result)
    {
        if (result != raw.SQLITE_OK) throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), result, raw.sqlite3_extended_errcode(handle));
    }
}
