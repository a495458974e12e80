using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Tests.Platform.Jobs;

/// <summary>The work of these tests writes one setting per portion; what remains is what is not written yet.</summary>
public sealed class JobRunnerTests(EmptySite empty) : IClassFixture<EmptySite>
{
    private TestSite Site => empty.Site;

    [Fact]
    public async Task Work_goes_on_in_portions_to_its_end_in_the_name_of_who_asked_for_it()
    {
        var who = new ConcurrentBag<string>();
        await using var node = Node((_, actor) => Do(() => who.Add(actor.Who)));
        var job = await StartAsync(node, "3:" + Guid.NewGuid());
        Assert.Equal((JobState.Waiting, true), (job.State, job.IsActive));
        Assert.True(await Runner(node).RunNextAsync(CancellationToken.None));
        var ended = await LookAsync(job.Id);
        Assert.Equal((JobState.Done, 3, 3, null), (ended.State, ended.Done, ended.Total, ended.ActiveKey));
        Assert.NotNull(ended.EndedAt);
        Assert.Equal(["Bà Thử", "Bà Thử", "Bà Thử"], who);
        Assert.False(await Runner(node).RunNextAsync(CancellationToken.None));
    }

    [Fact]
    public async Task The_same_work_asked_for_by_twenty_at_once_is_one_job_and_can_be_asked_for_again_when_it_ended()
    {
        await using var node = Node();
        var argument = "2:" + Guid.NewGuid();
        var jobs = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => StartAsync(node, argument)));
        var first = Assert.Single(jobs.Select(j => j.Id).Distinct());
        await Runner(node).RunNextAsync(CancellationToken.None);
        Assert.NotEqual(first, (await StartAsync(node, argument)).Id);
        await Runner(node).RunNextAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Three_nodes_never_do_one_portion_twice()
    {
        var portions = new ConcurrentBag<string>();
        var nodes = Enumerable.Range(0, 3).Select(_ => Node((portion, _) => Do(() => portions.Add(portion)))).ToList();
        var job = await StartAsync(nodes[0], "12:" + Guid.NewGuid());
        await Task.WhenAll(nodes.Select(n => Runner(n).RunNextAsync(CancellationToken.None)));
        Assert.Equal(12, portions.Count);
        Assert.Equal(12, portions.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(JobState.Done, (await LookAsync(job.Id)).State);
        foreach (var node in nodes) await node.DisposeAsync();
    }

    [Fact]
    public async Task What_a_dead_node_left_is_carried_on_by_another_when_its_lease_ended()
    {
        await using var dying = Node((portion, _) => portion.EndsWith("/2", StringComparison.Ordinal) ? throw new OperationCanceledException("the node is killed") : Task.CompletedTask);
        var job = await StartAsync(dying, "4:" + Guid.NewGuid());
        await Assert.ThrowsAsync<OperationCanceledException>(() => Runner(dying).RunNextAsync(CancellationToken.None));
        Assert.Equal((JobState.Running, 2), ((await LookAsync(job.Id)).State, (await LookAsync(job.Id)).Done));

        var rest = new ConcurrentBag<string>();
        await using var other = Node((portion, _) => Do(() => rest.Add(portion)));
        Assert.False(await Runner(other).RunNextAsync(CancellationToken.None));
        using (Site.Clock.At(Site.Clock.GetUtcNow().AddSeconds(31))) Assert.True(await Runner(other).RunNextAsync(CancellationToken.None));
        Assert.Equal(["2", "3"], rest.Select(p => p[(p.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal));
        Assert.Equal(JobState.Done, (await LookAsync(job.Id)).State);
    }

    [Fact]
    public async Task A_stopped_job_keeps_what_is_done_and_the_next_one_does_the_rest()
    {
        var argument = "5:" + Guid.NewGuid();
        var id = Guid.Empty;
        await using var node = Node((portion, _) => portion.EndsWith("/1", StringComparison.Ordinal) ? StopAsync(id) : Task.CompletedTask);
        id = (await StartAsync(node, argument)).Id;
        await Runner(node).RunNextAsync(CancellationToken.None);
        var stopped = await LookAsync(id);
        Assert.Equal((JobState.Stopped, 2), (stopped.State, stopped.Done));
        var again = await StartAsync(node, argument);
        await Runner(node).RunNextAsync(CancellationToken.None);
        Assert.Equal((JobState.Done, 5), ((await LookAsync(again.Id)).State, await WrittenAsync(argument)));
    }

    [Fact]
    public async Task Work_that_stumbles_is_tried_again_and_given_up_after_five_times_in_a_row_and_then_may_be_started_anew()
    {
        var broken = true;
        await using var node = Node((portion, _) => broken && portion.EndsWith("/1", StringComparison.Ordinal) ? throw new IOException("no room on the disk") : Task.CompletedTask);
        var argument = "2:" + Guid.NewGuid();
        var job = await StartAsync(node, argument);
        var start = Site.Clock.GetUtcNow();
        for (var tries = 1; tries <= 5; tries++)
        {
            using var later = Site.Clock.At(start.AddMinutes(tries));
            Assert.True(await Runner(node).RunNextAsync(CancellationToken.None));
        }
        var failed = await LookAsync(job.Id);
        Assert.Equal((JobState.Failed, 1, nameof(IOException), null), (failed.State, failed.Done, failed.LastError, failed.ActiveKey));
        broken = false;
        await StartAsync(node, argument);
        await Runner(node).RunNextAsync(CancellationToken.None);
        Assert.Equal(2, await WrittenAsync(argument));
    }

    private WebApplication Node(Func<string, Actor, Task>? seen = null) => Site.Build(b => b.Services.AddScoped<IJobWork>(s => new Portions(s.GetRequiredService<Sen.Web.Data.AppDb>(), s.GetRequiredService<Actor>(), seen)));

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    private static JobRunner Runner(WebApplication node) => node.Services.GetRequiredService<JobRunner>();

    private static async Task<Job> StartAsync(WebApplication node, string argument)
    {
        await using var scope = node.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Is(Guid.NewGuid(), "Bà Thử");
        var book = scope.ServiceProvider.GetRequiredService<JobBook>();
        return (await book.FindAsync(await book.StartAsync("test-portions", argument, "test", 0, CancellationToken.None), CancellationToken.None))!;
    }

    private Task<bool> StopAsync(Guid id) => Site.InScopeAsync(async s =>
    {
        await s.GetRequiredService<JobBook>().StopAsync(id, CancellationToken.None);
        return true;
    });

    private Task<Job> LookAsync(Guid id) => Site.DbAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id));

    private Task<int> WrittenAsync(string argument) => Site.DbAsync(db => db.Settings.CountAsync(s => s.Name.StartsWith($"portion/{argument}/")));

    private sealed class Portions(Sen.Web.Data.AppDb db, Actor actor, Func<string, Actor, Task>? seen) : IJobWork
    {
        public string Kind => "test-portions";

        public async Task<JobStep> StepAsync(Job job, CancellationToken ct)
        {
            var total = int.Parse(job.Argument.Split(':')[0], System.Globalization.CultureInfo.InvariantCulture);
            var done = await db.Settings.CountAsync(s => s.Name.StartsWith($"portion/{job.Argument}/"), ct);
            if (done == total) return new(done, total, true);
            var portion = $"portion/{job.Argument}/{done}";
            if (seen is not null) await seen(portion, actor);
            db.Settings.Add(new Setting { Name = portion, Value = "" });
            await db.SaveChangesAsync(ct);
            return new(done + 1, total, done + 1 == total);
        }
    }
}
