using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Features.Registrations.Seats;
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
        table.HasIndex(r => new { r.WorkshopId, r.PersonId }).IsUnique().HasFilter("duplicate_of_id is null");
        table.HasIndex(r => new { r.WorkshopId, r.SourceFingerprint }).IsUnique();
        table.HasIndex(r => new { r.WorkshopId, r.State, r.Kind });
        table.HasIndex(r => r.PersonId);
        table.HasIndex(r => r.Email);
        table.HasIndex(r => r.TicketNumber).IsUnique();
        table.HasOne<Invitation>().WithMany().HasForeignKey(r => r.InvitationId).OnDelete(DeleteBehavior.SetNull);
        // What the seat clock looks for every few seconds.
        table.HasIndex(r => r.SeatKeptUntil);
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

internal sealed class SeatLimitTable : IEntityTypeConfiguration<SeatLimit>
{
    public void Configure(EntityTypeBuilder<SeatLimit> table)
    {
        table.HasOne<Workshop>().WithMany().HasForeignKey(l => l.WorkshopId);
        table.HasIndex(l => new { l.ReleasedAt, l.ReleaseOn });
        table.Ignore(l => l.Rule);
        table.ToTable(t => t.HasCheckConstraint("ck_seat_limits_taken", "taken >= 0"));
    }
}

internal sealed class SeatPlanTable : IEntityTypeConfiguration<SeatPlan>
{
    public void Configure(EntityTypeBuilder<SeatPlan> table)
    {
        table.HasOne<Workshop>().WithMany().HasForeignKey(p => p.WorkshopId);
        table.HasIndex(p => p.WorkshopId).IsUnique();
    }
}

internal sealed class PrivateLinkTable : IEntityTypeConfiguration<PrivateLink>
{
    public void Configure(EntityTypeBuilder<PrivateLink> table)
    {
        table.HasOne<Registration>().WithMany().HasForeignKey(l => l.RegistrationId);
        table.HasIndex(l => l.SecretHash).IsUnique();
    }
}

internal sealed class ConsentTable : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> table) => table.HasOne<Registration>().WithMany().HasForeignKey(c => c.RegistrationId);
}

internal sealed class QuestionTable : IEntityTypeConfiguration<WorkshopQuestion>
{
    public void Configure(EntityTypeBuilder<WorkshopQuestion> table)
    {
        table.HasOne<Workshop>().WithMany().HasForeignKey(q => q.WorkshopId);
        table.Ignore(q => q.OptionList);
    }
}

internal sealed class AnswerTable : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> table)
    {
        table.HasKey(a => new { a.RegistrationId, a.QuestionId });
        table.HasOne<Registration>().WithMany().HasForeignKey(a => a.RegistrationId);
        table.HasOne<WorkshopQuestion>().WithMany().HasForeignKey(a => a.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> table) => table.HasOne<Workshop>().WithMany().HasForeignKey(v => v.WorkshopId);
}
