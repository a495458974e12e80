using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Platform.Files;

namespace Sen.Web.Features.Programmes.Materials;

internal sealed class MaterialTable : IEntityTypeConfiguration<Material>
{
    public void Configure(EntityTypeBuilder<Material> table)
    {
        table.HasIndex(m => m.WorkshopId);
        table.HasOne<Programme>().WithMany().HasForeignKey(m => m.ProgrammeId);
        table.HasOne<Workshop>().WithMany().HasForeignKey(m => m.WorkshopId).OnDelete(DeleteBehavior.Cascade);
        table.HasMany(m => m.Versions).WithOne().HasForeignKey(v => v.MaterialId);
        table.Ignore(m => m.Current);
    }
}

internal sealed class MaterialVersionTable : IEntityTypeConfiguration<MaterialVersion>
{
    public void Configure(EntityTypeBuilder<MaterialVersion> table)
    {
        table.HasIndex(v => new { v.MaterialId, v.Number }).IsUnique();
        // Copied workshops share the files of their source.
        table.HasOne<StoredFile>().WithMany().HasForeignKey(v => v.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
