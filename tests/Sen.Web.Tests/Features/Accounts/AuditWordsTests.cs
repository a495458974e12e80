using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Accounts;

/// <summary>The trail can show every audited record, so each of its names and choices needs words in both languages.</summary>
public sealed class AuditWordsTests(TestSite site)
{
    [Fact]
    public async Task Every_record_field_and_choice_of_the_trail_has_words_in_both_languages()
    {
        var missing = await site.DbAsync(db => Task.FromResult(Missing(db.Model).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()));
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    private static IEnumerable<string> Missing(IModel model)
    {
        foreach (var type in model.GetEntityTypes().Where(t => typeof(IAudited).IsAssignableFrom(t.ClrType)))
        {
            if (Lacks(l => AuditWords.Subject(type.ClrType.Name, l), type.ClrType.Name)) yield return $"kind {type.ClrType.Name}";
            foreach (var (name, property) in Fields(type))
            {
                if (Lacks(l => AuditFields.Of(name, l), name)) yield return $"field {name}";
                var kind = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (!kind.IsEnum) continue;
                foreach (var choice in Enum.GetNames(kind))
                    if (Lacks(l => AuditValues.Of(name, choice, id => id, l) ?? "", choice)) yield return $"choice {name}={choice}";
            }
        }
    }

    private static IEnumerable<(string Name, IProperty Property)> Fields(IEntityType type) =>
        type.GetProperties().Where(p => !p.IsPrimaryKey() && Shown(p.PropertyInfo)).Select(p => (p.Name, p))
            .Concat(type.GetComplexProperties().Where(c => Shown(c.PropertyInfo)).SelectMany(c => c.ComplexType.GetProperties().Select(p => (c.Name + "." + p.Name, p))));

    private static bool Shown(PropertyInfo? info) => info?.IsDefined(typeof(NotInTrailAttribute)) != true;

    // Words stand in both languages or in none; in English some are the very name in the code («Trainer»).
    private static bool Lacks(Func<Language, string> words, string name) => words(new Language(Language.Vietnamese)) == name;
}
