using Microsoft.EntityFrameworkCore;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Settings;
using Box = Sen.Web.Platform.Outbox.Outbox;

namespace Sen.Web.Tests.Platform.Outbox;

public sealed class OutboxTests(TestSite site)
{
    [Fact]
    public async Task A_person_gets_one_message_for_one_reason_however_often_it_is_added()
    {
        var key = "test:" + Guid.NewGuid();
        for (var run = 0; run < 3; run++)
            await site.DbAsync(async db =>
            {
                Box.Add(db, key, "a@b.example", "Bà Thử", "vi", "Lần " + run, "…");
                Box.Add(db, key, "a@b.example", "Bà Thử", "vi", "Lần hai trong một lượt", "…");
                return await db.SaveChangesAsync();
            });
        Assert.Equal(["Lần 0"], await site.DbAsync(db => db.OutboxMessages.Where(m => m.Key == key).Select(m => m.Subject).ToArrayAsync()));
    }

    [Fact]
    public async Task Twenty_at_once_leave_one_message_and_none_loses_its_own_change()
    {
        var key = "test:" + Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => site.DbAsync(async db =>
        {
            db.Settings.Add(new Setting { Name = $"{key}:{n}", Value = "" });
            Box.Add(db, key, "a@b.example", "", "vi", "Một", "…");
            return await db.SaveChangesAsync();
        })));
        Assert.Equal(1, await site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.Key == key)));
        Assert.Equal(20, await site.DbAsync(db => db.Settings.CountAsync(s => s.Name.StartsWith(key))));
    }

    [Fact]
    public async Task A_message_of_a_transaction_that_fails_is_never_there()
    {
        var key = "test:" + Guid.NewGuid();
        await site.DbAsync(async db =>
        {
            await using var work = await db.Database.BeginTransactionAsync();
            Box.Add(db, key, "a@b.example", "", "vi", "Không gửi", "…");
            await db.SaveChangesAsync();
            Assert.Equal(1, await db.OutboxMessages.CountAsync(m => m.Key == key));
            await work.RollbackAsync();
            return true;
        });
        Assert.Equal(0, await site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.Key == key)));
    }
}
