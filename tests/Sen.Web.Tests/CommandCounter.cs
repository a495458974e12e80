using System.Data.Common;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sen.Web.Data;

namespace Sen.Web.Tests;

/// <summary>Counts what a page asks the database, on a node of its own.</summary>
internal sealed class CommandCounter : DbCommandInterceptor
{
    public int Commands { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Commands++;
        return ValueTask.FromResult(result);
    }

    /// <summary>How many commands each address takes, one after the other; each is opened once before it counts.</summary>
    public static async Task<IReadOnlyList<int>> OfAsync(TestSite site, params string[] addresses)
    {
        var counter = new CommandCounter();
        await using var node = site.Build(b => b.Services.ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(counter)).ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(counter)));
        await node.StartAsync();
        using var visitor = new HttpClient { BaseAddress = new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        var counts = new List<int>();
        foreach (var address in addresses)
        {
            await visitor.GetStringAsync(address);
            counter.Commands = 0;
            await visitor.GetStringAsync(address);
            counts.Add(counter.Commands);
        }
        return counts;
    }
}
