using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Data;

/// <summary>One way to store each kind of value on both engines.</summary>
internal static class Conventions
{
    public static void ApplyTypes(this ModelConfigurationBuilder builder)
    {
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        builder.Properties<DateTime>().HaveConversion<UtcOrWallTime>();
        builder.ComplexProperties<Bilingual>();
    }

    public static void FinishConventions(this ModelBuilder builder, bool postgres)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType)) builder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
            foreach (var property in entity.GetDeclaredProperties())
            {
                // Records bring their own id: one put into the list of a known record is new, not a change of something that is there.
                if (property.ClrType == typeof(Guid) && property.IsPrimaryKey()) property.ValueGenerated = ValueGenerated.Never;
                if (property.ClrType != typeof(DateTime) && property.ClrType != typeof(DateTime?)) continue;
                if (postgres) property.SetColumnType("timestamp without time zone");
            }
        }
    }

    /// <summary>Instants are UTC, wall times are local to Việt Nam; neither may be shifted by a driver, so the kind is not stored.</summary>
    private sealed class UtcOrWallTime() : ValueConverter<DateTime, DateTime>(
        v => DateTime.SpecifyKind(v, DateTimeKind.Unspecified), v => DateTime.SpecifyKind(v, DateTimeKind.Unspecified));
}
