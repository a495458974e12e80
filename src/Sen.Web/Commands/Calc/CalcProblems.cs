using Sen.CleanerProduction;

namespace Sen.Web.Commands.Calc;

/// <summary>Everything wrong with one document, and the keys nobody asked for.</summary>
internal sealed class CalcProblems
{
    /// <summary>A document of a million faults needs no million lines.</summary>
    private const int Most = 1000;

    private readonly List<string> lines = [];
    private readonly List<string> ignored = [];
    private int more;

    public bool None => lines.Count == 0;

    public IReadOnlyList<string> Lines => more == 0 ? lines : [.. lines, $"/: {more} more problems; allowed: none"];

    /// <summary>Pointers of keys that no method reads; told in the document, so that nothing is left out quietly.</summary>
    public IReadOnlyList<string> Ignored => ignored;

    public void Add(InputProblem problem)
    {
        if (lines.Count < Most) lines.Add(problem.ToString().ReplaceLineEndings(" "));
        else more++;
    }

    public void Ignore(string pointer)
    {
        if (ignored.Count < Most) ignored.Add(pointer);
    }
}
