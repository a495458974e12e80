using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sen.Web.Features.People.Duplicates;

internal sealed class PersonMergeTable : IEntityTypeConfiguration<PersonMerge>
{
    public void Configure(EntityTypeBuilder<PersonMerge> table)
    {
        table.HasIndex(m => m.StandingId);
        table.HasIndex(m => m.AwayId);
        table.HasIndex(m => m.MergedAt);
        table.Ignore(m => m.IsErased);
    }
}

internal sealed class AgencyMergeTable : IEntityTypeConfiguration<AgencyMerge>
{
    public void Configure(EntityTypeBuilder<AgencyMerge> table)
    {
        table.HasIndex(m => m.StandingId);
        table.HasIndex(m => m.AwayId);
        table.HasIndex(m => m.MergedAt);
        table.Ignore(m => m.IsErased);
    }
}

internal sealed class KeptApartTable : IEntityTypeConfiguration<KeptApart>
{
    public void Configure(EntityTypeBuilder<KeptApart> table) => table.HasIndex(k => new { k.FirstId, k.SecondId }).IsUnique();
}
