using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Data;

/// <summary>Brings the database to what this build needs: a copy before a migration, the migration, reference data, the sample.</summary>
public sealed class Preparation(IServiceScopeFactory scopes, IConfiguration settings, SenHome home, TimeProvider clock, ILogger<Preparation> log)
{
    public const string ReferenceSetting = "reference";

    public bool WantsSample { get; } = !string.Equals(settings["SEN_SAMPLE"], "off", StringComparison.OrdinalIgnoreCase);

    public async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await MigrateAsync(db, ct);
        await PersonWords.EnsureAsync(db, ct);
        await BringReferenceAsync(db, scope.ServiceProvider.GetRequiredService<ReferenceData>(), ct);
        await FirstReleases.EnsureAsync(db, clock, ct);
        if (WantsSample && !await db.Settings.AnyAsync(s => s.Name == SampleFlag.Name, ct))
            await scope.ServiceProvider.GetRequiredService<Sample>().BringAsync(ct);
    }

    private async Task MigrateAsync(AppDb db, CancellationToken ct)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
        if (pending.Count == 0) return;
        var exists = (await db.Database.GetAppliedMigrationsAsync(ct)).Any();
        if (exists)
        {
            var copy = await Backup.BeforeAsync(db, home, pending[^1], ct);
            log.LogWarning("Database copied to {Copy} before migration {Migration}", copy, pending[^1]);
        }
        await db.Database.MigrateAsync(ct);
    }

    private static async Task BringReferenceAsync(AppDb db, ReferenceData reference, CancellationToken ct)
    {
        var version = ReferenceData.Version();
        var known = await db.Settings.FirstOrDefaultAsync(s => s.Name == ReferenceSetting, ct);
        if (known?.Value == version) return;
        await using var work = await db.Database.BeginTransactionAsync(ct);
        await reference.BringAsync(ct);
        if (known is null) db.Settings.Add(new Setting { Name = ReferenceSetting, Value = version });
        else known.Value = version;
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
    }
}
