using System.Text;
using Sen.Web.Features.People.Places;
using Sen.Web.Features.Registrations.Lists;

namespace Sen.Web.Tests.Features.Registrations.Lists;

/// <summary>Lists as files beside these tests, and small ones written in a test.</summary>
internal static class ListFiles
{
    public static readonly Gazetteer Gazetteer = Gazetteer.Load(Path.Combine(AppContext.BaseDirectory, "data"));
    public static readonly AgencyKinds Kinds = AgencyKinds.Load(Path.Combine(AppContext.BaseDirectory, "data"));

    public static readonly ListContext Of2026 = new(new DateOnly(2026, 11, 23), Gazetteer, Kinds);
    public static readonly ListContext Of2016 = new(new DateOnly(2016, 8, 18), Gazetteer, Kinds);

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Features", "Registrations", "Lists", "files", name);

    public static ListProposal Read(string name, ListContext context)
    {
        using var file = File.OpenRead(PathOf(name));
        var reading = ListReading.Read(file, context);
        Assert.Null(reading.Refusal);
        return reading.Proposal;
    }

    /// <summary>A list as lines of a table, cells between bars; a csv has no types, which makes it the barest of lists.</summary>
    public static ListProposal Table(ListContext context, params string[] lines)
    {
        var csv = string.Join('\n', lines.Select(l => string.Join(';', l.Split('|').Select(c => "\"" + c.Trim().Replace("\"", "\"\"", StringComparison.Ordinal) + "\""))));
        var reading = ListReading.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), context);
        Assert.Null(reading.Refusal);
        return reading.Proposal;
    }

    public static IEnumerable<string> ProblemsOf(ListProposal proposal) =>
        proposal.Problems.Select(p => $"{p.Row}{p.Column} {p.Kind} {p.Value ?? "–"}");
}
