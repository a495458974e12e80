using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Tests.Data;

public sealed class BulkInsertTests(EmptySite empty) : IClassFixture<EmptySite>
{
    private static readonly DateTime Moment = new DateTime(2026, 2, 3, 4, 5, 6).AddTicks(1_234_560);

    private TestSite Site => empty.Site;

    [Fact]
    public async Task A_row_written_in_bulk_is_stored_as_the_same_row_written_one_by_one()
    {
        var about = Guid.NewGuid().ToString();
        var message = new OutboxMessage { Key = about, To = "a@coquan.example", Subject = "Ươm «mầm» 'đậu'\n", Body = "…" };
        await WriteAsync([message], bulk: true);
        await WriteAsync([JobOf(about)], bulk: false);
        await WriteAsync([JobOf(about)], bulk: true);
        await WriteAsync([FileOf(message.Id)], bulk: false);
        await WriteAsync([FileOf(message.Id)], bulk: true);
        Assert.Equal(1, await DistinctAsync("select count(*) as \"Value\" from (select distinct kind, argument, about, active_key, state, done, total, user_id, who, created_at, ended_at, lease_until, stop_asked, stumbles, last_error from jobs where about = {0}) as rows_of_it", about));
        Assert.Equal(1, await DistinctAsync("select count(*) as \"Value\" from (select distinct message_id, position, name, content_type, content from mail_attachments where message_id = {0}) as rows_of_it", message.Id));
        Assert.Equal(2, await Site.DbAsync(db => db.Jobs.CountAsync(j => j.About == about && j.CreatedAt == Moment && j.UserId == Guid.Empty && j.StopAsked)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(350)]
    public async Task As_many_rows_are_there_as_were_given_each_once(int count)
    {
        var about = Guid.NewGuid().ToString();
        var jobs = Enumerable.Range(0, count).Select(i => JobOf(about, i)).ToList();
        await WriteAsync(jobs, bulk: true);
        Assert.Equal(Enumerable.Range(0, count), await Site.DbAsync(db => db.Jobs.Where(j => j.About == about).OrderBy(j => j.Done).Select(j => j.Done).ToListAsync()));
    }

    [Fact]
    public async Task One_row_that_the_database_refuses_leaves_none_of_the_others()
    {
        var about = Guid.NewGuid().ToString();
        var jobs = Enumerable.Range(0, 250).Select(i => JobOf(about, i)).ToList();
        jobs[220] = jobs[7];
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => WriteAsync(jobs, bulk: true));
        Assert.Equal(0, await Site.DbAsync(db => db.Jobs.CountAsync(j => j.About == about)));
    }

    private static Job JobOf(string about, int done = 3) => new()
    {
        Kind = "Kiểu ' \" thử",
        Argument = "",
        About = about,
        State = JobState.Failed,
        Done = done,
        Total = int.MaxValue,
        UserId = Guid.Empty,
        Who = "Bà Thử",
        CreatedAt = Moment,
        LeaseUntil = new DateTime(2026, 12, 31),
        StopAsked = true,
    };

    private static MailAttachment FileOf(Guid message) => new() { MessageId = message, Name = "a.pdf", ContentType = "application/pdf", Content = [0, 1, 255, 0] };

    private Task<int> WriteAsync<T>(List<T> rows, bool bulk) where T : class => Site.DbAsync(async db =>
    {
        await using var work = await db.Database.BeginTransactionAsync();
        if (bulk) await db.InsertManyAsync(rows, CancellationToken.None);
        else db.AddRange(rows);
        await db.SaveChangesAsync();
        await work.CommitAsync();
        return rows.Count;
    });

    private Task<int> DistinctAsync(string select, object value) =>
        Site.DbAsync(db => db.Database.SqlQueryRaw<int>(select, value).SingleAsync());
}
