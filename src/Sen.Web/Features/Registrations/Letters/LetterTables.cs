using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;

namespace Sen.Web.Features.Registrations.Letters;

internal sealed class GroupLetterTable : IEntityTypeConfiguration<GroupLetter>
{
    public void Configure(EntityTypeBuilder<GroupLetter> table)
    {
        table.HasOne<Workshop>().WithMany().HasForeignKey(l => l.WorkshopId);
        // What the letter clock looks for every few seconds.
        table.HasIndex(l => new { l.State, l.DueAt });
        table.Ignore(l => l.PickedIds);
        table.Ignore(l => l.MayBeEdited);
    }
}

internal sealed class LetterTemplateTable : IEntityTypeConfiguration<LetterTemplate>
{
    public void Configure(EntityTypeBuilder<LetterTemplate> table) => table.HasOne<Programme>().WithMany().HasForeignKey(t => t.ProgrammeId);
}

internal sealed class LetterRecipientTable : IEntityTypeConfiguration<LetterRecipient>
{
    public void Configure(EntityTypeBuilder<LetterRecipient> table)
    {
        table.HasOne<GroupLetter>().WithMany().HasForeignKey(r => r.LetterId);
        table.HasOne<Registration>().WithMany().HasForeignKey(r => r.RegistrationId).OnDelete(DeleteBehavior.Cascade);
        // However often a letter is started, a person stands in it once.
        table.HasIndex(r => new { r.LetterId, r.RegistrationId }).IsUnique();
        table.HasIndex(r => new { r.LetterId, r.State });
        table.HasIndex(r => r.StopHash).IsUnique();
    }
}

internal sealed class NewsRefusalTable : IEntityTypeConfiguration<NewsRefusal>
{
    public void Configure(EntityTypeBuilder<NewsRefusal> table)
    {
        table.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId).OnDelete(DeleteBehavior.Cascade);
        table.HasIndex(r => r.Address);
    }
}
