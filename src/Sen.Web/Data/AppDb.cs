using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Data;

/// <summary>The one context of all parts. <see cref="SqliteDb"/> and <see cref="PostgresDb"/> differ only in engine and migrations.</summary>
public abstract class AppDb(DbContextOptions options, Actor actor, TimeProvider clock, Changes changes)
    : IdentityUserContext<User, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Workshop> Workshops => Set<Workshop>();
    public DbSet<AgendaSession> AgendaSessions => Set<AgendaSession>();
    public DbSet<AgendaRelease> AgendaReleases => Set<AgendaRelease>();
    public DbSet<Material> Materials => Set<Material>();
    public DbSet<MaterialVersion> MaterialVersions => Set<MaterialVersion>();
    public DbSet<Story> Stories => Set<Story>();
    public DbSet<StoryPhoto> StoryPhotos => Set<StoryPhoto>();
    public DbSet<Province> Provinces => Set<Province>();
    public DbSet<ProvinceMerger> ProvinceMergers => Set<ProvinceMerger>();
    public DbSet<AgencyKind> AgencyKinds => Set<AgencyKind>();
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<PersonMerge> PersonMerges => Set<PersonMerge>();
    public DbSet<AgencyMerge> AgencyMerges => Set<AgencyMerge>();
    public DbSet<KeptApart> KeptAparts => Set<KeptApart>();
    public DbSet<Registration> Registrations => Set<Registration>();
    public DbSet<ListImport> ListImports => Set<ListImport>();
    public DbSet<SeatLimit> SeatLimits => Set<SeatLimit>();
    public DbSet<SeatPlan> SeatPlans => Set<SeatPlan>();
    public DbSet<PrivateLink> PrivateLinks => Set<PrivateLink>();
    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<WorkshopQuestion> WorkshopQuestions => Set<WorkshopQuestion>();
    public DbSet<Answer> Answers => Set<Answer>();
    public DbSet<InvitationBatch> InvitationBatches => Set<InvitationBatch>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<InvitationLink> InvitationLinks => Set<InvitationLink>();
    public DbSet<SavedView> SavedViews => Set<SavedView>();
    public DbSet<GroupLetter> GroupLetters => Set<GroupLetter>();
    public DbSet<LetterTemplate> LetterTemplates => Set<LetterTemplate>();
    public DbSet<LetterRecipient> LetterRecipients => Set<LetterRecipient>();
    public DbSet<NewsRefusal> NewsRefusals => Set<NewsRefusal>();
    public DbSet<PersonalDataRequest> PersonalDataRequests => Set<PersonalDataRequest>();
    public DbSet<RoleGrant> RoleGrants => Set<RoleGrant>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<MailAttachment> MailAttachments => Set<MailAttachment>();
    public DbSet<FailedAddress> FailedAddresses => Set<FailedAddress>();
    public DbSet<Job> Jobs => Set<Job>();
    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var named = StandingAgencies.NamedIn(ChangeTracker);
        if (named.Count == 0 || Database.CurrentTransaction is not null)
        {
            await StandingAgencies.HoldAsync(this, named, cancellationToken);
            return await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        await using var own = await Database.BeginTransactionAsync(cancellationToken);
        await StandingAgencies.HoldAsync(this, named, cancellationToken);
        var rows = await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        await own.CommitAsync(cancellationToken);
        await ToldAsync(cancellationToken);
        return rows;
    }

    private async Task<int> SaveAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var kinds = ChangeTracker.Entries().Where(e => e.State != EntityState.Unchanged).Select(e => e.Metadata.ClrType).ToHashSet();
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(e => e.State == EntityState.Modified)) entry.Entity.Version++;
        AuditEntries.AddRange(AuditTrail.Of(ChangeTracker, actor, clock.UtcNow()));
        foreach (var entry in ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added)) entry.Entity.FillSearchKey();
        var mails = Outbox.TakeNew(ChangeTracker);
        var calendars = CalendarEdition.Of(ChangeTracker, clock.UtcNow());
        var rows = mails.Count == 0 && calendars.Count == 0
            ? await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken)
            : await SaveTogetherAsync(mails, calendars, acceptAllChangesOnSuccess, cancellationToken);
        // Pages made before the commit is visible would be stale again, so a transaction tells at its own commit.
        if (Database.CurrentTransaction is null) await TellAsync(kinds, cancellationToken);
        else changes.Remember(kinds);
        return rows;
    }

    /// <summary>To be called after a transaction's commit: only then may pages be made afresh.</summary>
    public Task ToldAsync(CancellationToken ct) => TellAsync([], ct);

    private async Task TellAsync(IEnumerable<Type> kinds, CancellationToken ct)
    {
        if (await changes.TellAsync(kinds, ct) && Database.IsNpgsql()) await Database.ExecuteSqlRawAsync($"notify {ForeignChanges.Channel}", ct);
    }

    /// <summary>A change, the mails that tell of it and the number calendars know it by are one transaction: all or none.</summary>
    private async Task<int> SaveTogetherAsync(List<OutboxMessage> mails, IReadOnlyList<CalendarEdition> calendars, bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null;
        await using (own)
        {
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
            foreach (var calendar in calendars) await calendar.WriteAsync(this, clock.UtcNow(), ct);
            await Outbox.WriteAsync(this, mails, clock.UtcNow(), ct);
            if (own is not null) await own.CommitAsync(ct);
            return rows + mails.Count;
        }
    }

    /// <summary>The framework saves its keys synchronously; what the trail watches is saved by the awaiting path only.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) => ChangeTracker.Entries<IAudited>().Any(e => e.State != EntityState.Unchanged)
        ? throw new InvalidOperationException("Use SaveChangesAsync.")
        : base.SaveChanges(acceptAllChangesOnSuccess);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        builder.FinishConventions(Database.IsNpgsql());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder builder)
    {
        base.ConfigureConventions(builder);
        builder.ApplyTypes();
    }
}

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, Actor actor, TimeProvider clock, Changes changes) : AppDb(options, actor, clock, changes);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, Actor actor, TimeProvider clock, Changes changes) : AppDb(options, actor, clock, changes);
