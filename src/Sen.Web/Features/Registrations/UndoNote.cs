namespace Sen.Web.Features.Registrations;

/// <summary>What the undo button of a flash carries: «state:Seated=id,id;kind:Guest=id». Whoever forges one may do no more than the button could.</summary>
public sealed class UndoNote
{
    private readonly List<string> parts = [];

    public void Add(string what, string value, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count > 0) parts.Add($"{what}:{value}={string.Join(',', ids.Select(i => i.ToString("N")))}");
    }

    public override string ToString() => string.Join(';', parts);

    public static IEnumerable<(string What, string Value, IReadOnlyList<Guid> Ids)> Read(string note)
    {
        foreach (var part in note.Split(';', StringSplitOptions.RemoveEmptyEntries))
            if (part.Split('=') is [var head, var tail] && head.Split(':') is [var what, var value])
                yield return (what, value, [.. tail.Split(',').Select(i => Guid.TryParseExact(i, "N", out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty)]);
    }
}
