using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests;

/// <summary>Counts what a page asks the database, on a node of its own.</summary>
internal sealed class CommandCounter : DbCommandInterceptor
{
    private readonly HttpContextAccessor request = new();

    public int Commands { get; set; }

    /// <summary>A node whose commands are counted, but only those of requests: its clocks and jobs ask by themselves.</summary>
    public WebApplication Node(TestSite site) => site.Build(b => b.Services.AddHttpContextAccessor()
        .ConfigureDbContext<SqliteDb>(o => o.AddInterceptors(this)).ConfigureDbContext<PostgresDb>(o => o.AddInterceptors(this)));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (request.HttpContext is not null) Commands++;
        return ValueTask.FromResult(result);
    }

    /// <summary>How many commands each address takes, one after the other; each is opened once before it counts.</summary>
    public static async Task<IReadOnlyList<int>> OfAsync(TestSite site, params string[] addresses)
    {
        var counter = new CommandCounter();
        await using var node = counter.Node(site);
        await node.StartAsync();
        using var visitor = new HttpClient { BaseAddress = AddressOf(node) };
        return await counter.CountAsync(visitor, addresses);
    }

    /// <summary>The same for the administrator, who sees the desks.</summary>
    public static async Task<IReadOnlyList<int>> OfDeskAsync(TestSite site, params string[] addresses)
    {
        var counter = new CommandCounter();
        await using var node = counter.Node(site);
        await node.StartAsync();
        using var administrator = new HttpClient(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = AddressOf(node) };
        await administrator.SendFormAsync("/vi/sign-in", new() { ["Email"] = SampleAccounts.Administrator, ["Password"] = SampleAccounts.Password });
        return await counter.CountAsync(administrator, addresses);
    }

    private static Uri AddressOf(WebApplication node) => new(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>
    /// What is remembered is read anew when another test changes something in between, so a page's own count is the smallest of its
    /// visits: three, and up to twelve as long as the pages differ.
    /// </summary>
    private async Task<IReadOnlyList<int>> CountAsync(HttpClient visitor, string[] addresses)
    {
        var counts = addresses.Select(_ => int.MaxValue).ToArray();
        foreach (var address in addresses) await visitor.GetStringAsync(address);
        for (var visit = 0; visit < 3 || (visit < 12 && counts.Distinct().Count() > 1); visit++)
        {
            for (var i = 0; i < addresses.Length; i++)
            {
                Commands = 0;
                await visitor.GetStringAsync(addresses[i]);
                counts[i] = Math.Min(counts[i], Commands);
            }
        }
        return counts;
    }
}
