using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Platform.Audit;
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
        table.Property(m => m.To).HasColumnName("recipient");
    }
}

internal sealed class SettingTable : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> table) => table.HasKey(s => s.Name);
}
