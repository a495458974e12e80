namespace Sen.Web.Commands.Calc;

/// <summary>What the door says: exit code, the document for standard output (null for bad input), lines for standard error.</summary>
internal sealed record CalcReply(int Exit, byte[]? Document, IReadOnlyList<string> Errors)
{
    public static CalcReply Bad(params IReadOnlyList<string> errors) => new(2, null, errors);
}
