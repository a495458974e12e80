using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Files;

namespace Sen.Web.Features.Registrations;

internal sealed class RegistrationTable : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> table)
    {
        table.HasOne<Workshop>().WithMany().HasForeignKey(r => r.WorkshopId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Agency>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.SetNull);
        table.HasOne<Province>().WithMany().HasForeignKey(r => r.ProvinceId).OnDelete(DeleteBehavior.Restrict);
        // One registration per person and workshop, whatever path it came by.
        table.HasIndex(r => new { r.WorkshopId, r.PersonId }).IsUnique();
        table.HasIndex(r => new { r.WorkshopId, r.SourceFingerprint }).IsUnique();
        table.HasIndex(r => new { r.WorkshopId, r.State, r.Kind });
        table.HasIndex(r => r.PersonId);
    }
}

internal sealed class ListImportTable : IEntityTypeConfiguration<ListImport>
{
    public void Configure(EntityTypeBuilder<ListImport> table)
    {
        table.HasOne<Workshop>().WithMany().HasForeignKey(i => i.WorkshopId);
        table.HasOne<StoredFile>().WithMany().HasForeignKey(i => i.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
