using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Sen.Web.Tests.Features.Registrations;

/// <summary>Looks for a text in every text column there is.</summary>
internal static class ColumnSearch
{
    public static Task<List<string>> ColumnsWithAsync(this TestSite site, string text) => site.DbAsync(async db =>
    {
        var found = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            foreach (var column in entity.GetFlattenedProperties().Where(p => p.ClrType == typeof(string)).Select(p => p.GetColumnName(table)).OfType<string>().Distinct())
            {
                var sql = string.Concat("select cast(count(*) as int) as \"Value\" from \"", table.Name, "\" where \"", column, "\" like {0}");
                var rows = await db.Database.SqlQueryRaw<int>(sql, $"%{text}%").SingleAsync();
                if (rows > 0) found.Add($"{table.Name}.{column}");
            }
        }
        return found;
    });
}
