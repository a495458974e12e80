using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Sen.Web.Features.Accounts;

internal sealed class PersonalDataRequestTable : IEntityTypeConfiguration<PersonalDataRequest>
{
    public void Configure(EntityTypeBuilder<PersonalDataRequest> table)
    {
        table.HasIndex(r => r.PersonId);
        table.HasIndex(r => new { r.DoneAt, r.AnswerBy });
    }
}
