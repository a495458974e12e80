using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;

namespace Sen.Web.Features.Registrations.Invitations;

internal sealed class InvitationBatchTable : IEntityTypeConfiguration<InvitationBatch>
{
    public void Configure(EntityTypeBuilder<InvitationBatch> table)
    {
        table.HasOne<Workshop>().WithMany().HasForeignKey(b => b.WorkshopId);
        table.Ignore(b => b.Days).Ignore(b => b.IsDraft);
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> table)
    {
        table.HasOne<InvitationBatch>().WithMany().HasForeignKey(i => i.BatchId);
        table.HasOne<Workshop>().WithMany().HasForeignKey(i => i.WorkshopId);
        table.HasOne<Agency>().WithMany().HasForeignKey(i => i.AgencyId).OnDelete(DeleteBehavior.Restrict);
        table.HasIndex(i => new { i.BatchId, i.AgencyId }).IsUnique().HasFilter("duplicate_of_id is null");
        table.HasIndex(i => new { i.ReleasedAt, i.KeptUntil });
        table.HasIndex(i => i.MailKey);
        table.HasIndex(i => i.Email);
        // Two nodes at the same letter: one of them writes nothing.
        table.Property(i => i.SentAt).IsConcurrencyToken();
        table.Ignore(i => i.Stands);
    }
}

internal sealed class InvitationLinkTable : IEntityTypeConfiguration<InvitationLink>
{
    public void Configure(EntityTypeBuilder<InvitationLink> table)
    {
        table.HasOne<Invitation>().WithMany().HasForeignKey(l => l.InvitationId);
        table.HasIndex(l => l.SecretHash).IsUnique();
    }
}
