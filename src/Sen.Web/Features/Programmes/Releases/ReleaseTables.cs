using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sen.Web.Features.Programmes.Releases;

internal sealed class AgendaReleaseTable : IEntityTypeConfiguration<AgendaRelease>
{
    public void Configure(EntityTypeBuilder<AgendaRelease> table)
    {
        table.HasIndex(r => new { r.WorkshopId, r.Number }).IsUnique();
        table.HasOne<Workshop>().WithMany().HasForeignKey(r => r.WorkshopId);
    }
}
