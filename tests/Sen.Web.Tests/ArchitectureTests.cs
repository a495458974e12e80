using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests;

/// <summary>What docs/architecture.md promises about the sources, read from the sources.</summary>
public sealed partial class ArchitectureTests(TestSite site)
{
    /// <summary>Whom a part may call and change things with; arrows are followed further. Data and the root may use everything.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Platform"] = [],
        ["Features.Accounts"] = ["Platform"],
        ["Features.People"] = ["Features.Accounts"],
        ["Features.Programmes"] = ["Features.People"],
        ["Features.Registrations"] = ["Features.Programmes", "Features.People"],
        ["Features.Home"] = ["Features.Registrations"],
        ["Features.Exchange"] = ["Features.Registrations"],
        ["Commands"] = ["Features.Registrations"],
    };

    /// <summary>Queries that read the rows of a part further up. Rows only: entities and their lists of choices, never a desk.</summary>
    private static readonly Dictionary<(string Part, string Reads), string> MayRead = new()
    {
        [("Features.Programmes", "Features.Registrations")] = "a workshop shows its free seats and counts its participants from the records",
        [("Features.People", "Features.Programmes")] = "a person's page shows the workshops this person took part in",
        [("Features.People", "Features.Registrations")] = "a person's page shows the history of registrations",
    };

    private static readonly string Root = FindRoot();

    [Fact]
    public void Each_part_uses_only_the_parts_it_may()
    {
        var types = typeof(SenHost).Assembly.GetTypes().Where(t => !t.IsNested && t.Namespace is not null && !t.Name.Contains('<'))
            .Select(t => new Named(PartOf(t.Namespace!), t.Name.Split('`')[0], t)).Where(t => t.Part is not null).ToList();
        var rows = RowTypes();
        var breaches = new List<string>();
        foreach (var file in Sources("*.cs", "*.cshtml"))
        {
            if (PartOf(Path.GetDirectoryName(file)!) is not { } part || !MayUse.ContainsKey(part)) continue;
            var source = new Source(file, Code(File.ReadAllText(Path.Combine(Root, "src", "Sen.Web", file))));
            var allowed = Reach(part);
            var own = types.Where(t => allowed.Contains(t.Part!)).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
            breaches.AddRange(types
                .Where(t => !allowed.Contains(t.Part!) && (part == "Platform" || t.Part != "Data") && !own.Contains(t.Name) && source.Names(t))
                .Where(t => !(MayRead.ContainsKey((part, t.Part!)) && rows.Contains(t.Type)))
                .Select(t => $"{file} uses {t.Name} of {t.Part}"));
        }
        Assert.True(breaches.Count == 0, "docs/architecture.md, «Who may use whom», does not allow:\n" + string.Join('\n', breaches));
    }

    [Fact]
    public void No_file_is_over_300_lines()
    {
        var tooLong = AllSources().Select(f => (File: f, Lines: File.ReadLines(Path.Combine(Root, f)).Count())).Where(f => f.Lines > 300).Select(f => $"{f.File}: {f.Lines} lines");
        Assert.Equal([], tooLong);
    }

    [Fact]
    public void Nobody_asks_the_machine_for_the_time()
    {
        var asking = AllSources().Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(f => MachineTime().IsMatch(Code(File.ReadAllText(Path.Combine(Root, f)))));
        Assert.Equal([], asking);
    }

    [Fact]
    public void Every_page_has_an_access_rule()
    {
        var rules = site.Services.GetRequiredService<AccessRules>();
        Assert.Equal([], Pages().Where(p => rules.Of(p) is null));
    }

    [Fact]
    public void Exactly_these_pages_are_public()
    {
        var rules = site.Services.GetRequiredService<AccessRules>();
        Assert.Equal(
        [
            "/Accounts/FirstAdministrator", "/Accounts/Forgot", "/Accounts/Invitation", "/Accounts/Reset", "/Accounts/SignIn",
            "/Exchange/ApiPage",
            "/Home/Accessibility", "/Home/Error", "/Home/Index", "/Home/Privacy",
            "/People/PlacePage", "/People/PlacesPage",
            "/Programmes/Materials/ReadPage", "/Programmes/Now/NowPage", "/Programmes/Printing/ProgrammePrint", "/Programmes/ProgrammePage", "/Programmes/WorkshopPage", "/Programmes/Workshops",
            "/Registrations/Invitations/OfficerPage",
            "/Registrations/Letters/StopLettersPage", "/Registrations/LinksAgainPage", "/Registrations/OwnFormPage", "/Registrations/OwnPage", "/Registrations/OwnPaperPage", "/Registrations/OwnReadPage", "/Registrations/RegisterPage", "/Registrations/SentPage",
        ], Pages().Where(rules.IsPublic));
    }

    private IEnumerable<string> Pages() => site.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
        .OfType<PageActionDescriptor>().Select(p => p.ViewEnginePath).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Tables' classes, their lists of choices, and the words for them.</summary>
    private HashSet<Type> RowTypes()
    {
        using var scope = site.Services.CreateScope();
        var entities = scope.ServiceProvider.GetRequiredService<Sen.Web.Data.AppDb>().Model.GetEntityTypes().Select(e => e.ClrType);
        var choices = typeof(SenHost).Assembly.GetTypes().Where(t => t.IsEnum || (t.IsAbstract && t.IsSealed && t.Name.EndsWith("Words", StringComparison.Ordinal)));
        return [.. entities, .. choices];
    }

    private static HashSet<string> Reach(string part)
    {
        var reach = new HashSet<string>(StringComparer.Ordinal) { part };
        var next = new Queue<string>(MayUse[part]);
        while (next.TryDequeue(out var other))
            if (reach.Add(other)) foreach (var further in MayUse[other]) next.Enqueue(further);
        return reach;
    }

    /// <summary>«Features.People» of «Sen.Web.Features.People.Places» and of «Features/People/Places»; null for the root.</summary>
    private static string? PartOf(string path)
    {
        var steps = path.Replace("Sen.Web", "", StringComparison.Ordinal).Split('.', '/').Where(s => s.Length > 0).ToList();
        if (steps.Count == 0) return null;
        return steps[0] == "Features" ? steps.Count > 1 ? "Features." + steps[1] : null : steps[0];
    }

    private sealed record Named(string? Part, string Name, Type Type);

    /// <summary>A file's code, without comments and texts. It names a type if it opens its namespace and says its name, or says both together.</summary>
    private sealed class Source(string file, string code)
    {
        private readonly HashSet<string> words = [.. Words().Matches(code).Select(m => m.Value)];
        private readonly HashSet<string> opened = [.. Opened().Matches(code).Select(m => m.Groups[1].Value)];

        public bool Names(Named type) =>
            (words.Contains(type.Name) && (file.EndsWith(".cshtml", StringComparison.Ordinal) || opened.Contains(type.Type.Namespace!)))
            || code.Contains($"{type.Type.Namespace!.Split('.')[^1]}.{type.Name}", StringComparison.Ordinal);
    }

    private static string Code(string source) => NoCode().Replace(source, " ");

    private static IEnumerable<string> Sources(params string[] patterns)
    {
        var folder = Path.Combine(Root, "src", "Sen.Web");
        return patterns.SelectMany(p => Directory.EnumerateFiles(folder, p, SearchOption.AllDirectories)).Select(f => Path.GetRelativePath(folder, f)).Where(IsOurs);
    }

    private static IEnumerable<string> AllSources() => new[] { "*.cs", "*.cshtml", "*.ts", "*.css", "*.mjs", "*.sh" }
        .SelectMany(p => new[] { "src", "tests", "scripts" }.SelectMany(d => Directory.EnumerateFiles(Path.Combine(Root, d), p, SearchOption.AllDirectories)))
        .Select(f => Path.GetRelativePath(Root, f)).Where(IsOurs);

    private static bool IsOurs(string file) => !file.Split('/').Any(step => step is "bin" or "obj" or "node_modules" or "dist" or "Migrations");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sen.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The sources are not above the tests.");
    }

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*")]
    private static partial Regex Words();

    [GeneratedRegex(@"using (?:static )?(Sen\.Web\.[\w.]+);")]
    private static partial Regex Opened();

    [GeneratedRegex("""//[^\n]*|@\*.*?\*@|/\*.*?\*/|"{3}.*?"{3}|@?"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'""", RegexOptions.Singleline)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b")]
    private static partial Regex MachineTime();
}
