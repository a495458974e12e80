using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Platform;

internal sealed class AuditEntryTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> table)
    {
        table.HasIndex(e => new { e.Subject, e.SubjectId });
        table.HasIndex(e => e.At);
    }
}

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.HasIndex(m => m.Key).IsUnique();
        table.HasIndex(m => new { m.SentAt, m.NextAttemptAt });
        table.HasIndex(m => new { m.About, m.CreatedAt });
        table.Property(m => m.To).HasColumnName("recipient");
        table.Ignore(m => m.Attachments);
    }
}

internal sealed class MailAttachmentTable : IEntityTypeConfiguration<MailAttachment>
{
    public void Configure(EntityTypeBuilder<MailAttachment> table)
    {
        table.ToTable("mail_attachments");
        table.HasIndex(f => f.MessageId);
        table.HasOne<OutboxMessage>().WithMany().HasForeignKey(f => f.MessageId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> table)
    {
        table.HasIndex(j => j.ActiveKey).IsUnique();
        table.HasIndex(j => new { j.State, j.LeaseUntil });
        table.HasIndex(j => new { j.About, j.CreatedAt });
    }
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> table) => table.HasKey(s => s.Name);
}
