using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sen.Web.Features.People;

internal sealed class ProvinceTable : IEntityTypeConfiguration<Province>
{
    public void Configure(EntityTypeBuilder<Province> table) => table.HasIndex(p => new { p.Vintage, p.Code }).IsUnique();
}

internal sealed class ProvinceMergerTable : IEntityTypeConfiguration<ProvinceMerger>
{
    public void Configure(EntityTypeBuilder<ProvinceMerger> table)
    {
        table.HasKey(m => m.OldId);
        table.HasOne<Province>().WithMany().HasForeignKey(m => m.OldId);
        table.HasOne<Province>().WithMany().HasForeignKey(m => m.NewId);
    }
}

internal sealed class AgencyTable : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> table)
    {
        table.HasOne<AgencyKind>().WithMany().HasForeignKey(a => a.KindId).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Province>().WithMany().HasForeignKey(a => a.ProvinceId).OnDelete(DeleteBehavior.Restrict);
        // No action and not restrict: the sample's rows go all at once, merged ones among them.
        table.HasOne<Agency>().WithMany().HasForeignKey(a => a.MergedIntoId).OnDelete(DeleteBehavior.NoAction);
        table.HasQueryFilter(a => a.MergedIntoId == null);
        table.HasIndex(a => a.SearchKey);
        table.HasIndex(a => a.SortKey);
    }
}

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> table)
    {
        table.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.SetNull);
        table.HasOne<Province>().WithMany().HasForeignKey(p => p.ProvinceId).OnDelete(DeleteBehavior.Restrict);
        // No action and not restrict: the sample's rows go all at once, merged ones among them.
        table.HasOne<Person>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.NoAction);
        table.HasIndex(p => p.SortKey);
        table.HasIndex(p => new { p.CreatedAt, p.SortKey }).IsDescending(true, false);
        table.HasIndex(p => p.Phone);
        table.HasIndex(p => p.Email);
    }
}
