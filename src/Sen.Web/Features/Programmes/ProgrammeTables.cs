using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Features.People;

namespace Sen.Web.Features.Programmes;

internal sealed class ProgrammeTable : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> table)
    {
        table.HasIndex(p => p.Code).IsUnique();
        table.ComplexProperty(p => p.Completion);
        table.HasMany(p => p.Organisers).WithOne().HasForeignKey(o => o.ProgrammeId);
        table.HasMany(p => p.Topics).WithOne().HasForeignKey(t => t.ProgrammeId);
        table.HasMany(p => p.Workshops).WithOne(w => w.Programme).HasForeignKey(w => w.ProgrammeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WorkshopTable : IEntityTypeConfiguration<Workshop>
{
    public void Configure(EntityTypeBuilder<Workshop> table)
    {
        table.HasIndex(w => w.Code).IsUnique();
        table.HasIndex(w => new { w.ProgrammeId, w.Sequence });
        table.ComplexProperty(w => w.Completion);
        table.HasOne<Province>().WithMany().HasForeignKey(w => w.HostProvinceId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(w => w.RegionProvinces).WithOne().HasForeignKey(p => p.WorkshopId);
        table.HasMany(w => w.Sessions).WithOne().HasForeignKey(s => s.WorkshopId);
        table.HasMany(w => w.StatedFigures).WithOne().HasForeignKey(f => f.WorkshopId);
        table.HasMany(w => w.Facts).WithOne().HasForeignKey(f => f.WorkshopId);
        // A row read some time ago must not put an old number back: these are written by one conditional update.
        foreach (var name in new[] { nameof(Workshop.CalendarNumber), nameof(Workshop.CalendarChangedAt), nameof(Workshop.CalendarDays), nameof(Workshop.StartsOnBefore) })
            table.Property(name).Metadata.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        // Whatever path a seat is taken on, the row itself refuses a negative count.
        table.ToTable(t => t.HasCheckConstraint("ck_workshops_seats_taken", "seats_taken >= 0"));
    }
}

internal sealed class WorkshopProvinceTable : IEntityTypeConfiguration<WorkshopProvince>
{
    public void Configure(EntityTypeBuilder<WorkshopProvince> table)
    {
        table.HasKey(p => new { p.WorkshopId, p.ProvinceId });
        table.HasOne<Province>().WithMany().HasForeignKey(p => p.ProvinceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AgendaSessionTable : IEntityTypeConfiguration<AgendaSession>
{
    public void Configure(EntityTypeBuilder<AgendaSession> table)
    {
        table.HasOne<CurriculumTopic>().WithMany().HasForeignKey(s => s.TopicId).OnDelete(DeleteBehavior.SetNull);
        table.HasMany(s => s.Speakers).WithOne().HasForeignKey(s => s.SessionId);
    }
}

internal sealed class StoryTable : IEntityTypeConfiguration<Story>
{
    public void Configure(EntityTypeBuilder<Story> table)
    {
        table.HasIndex(s => s.WorkshopId).IsUnique();
        table.HasOne<Workshop>().WithOne().HasForeignKey<Story>(s => s.WorkshopId);
        table.HasMany(s => s.Photos).WithOne().HasForeignKey(p => p.StoryId);
    }
}
