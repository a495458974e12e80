namespace Sen.CleanerProduction;

/// <summary>One thing wrong with an input: where it stands, what is wrong, and what would be allowed.</summary>
/// <param name="Pointer">Where, as a JSON pointer (RFC 6901) into the input's document form, such as <c>/flows/0/sd</c>.</param>
/// <param name="What">What is wrong, in a few words.</param>
/// <param name="Allowed">What would be accepted there.</param>
public sealed record InputProblem(string Pointer, string What, string Allowed)
{
    /// <summary>The problem in one line: pointer, what is wrong, what is allowed.</summary>
    public override string ToString() => $"{(Pointer.Length == 0 ? "/" : Pointer)}: {What}; allowed: {Allowed}";
}

/// <summary>Thrown where a caller hands over an input that breaks the rules of a method; it carries every problem, not the first only.</summary>
public sealed class InputException : ArgumentException
{
    /// <summary>An exception without problems, for serializers.</summary>
    public InputException() => Problems = [];

    /// <summary>An exception with a message only.</summary>
    /// <param name="message">What is wrong.</param>
    public InputException(string message) : base(message) => Problems = [];

    /// <summary>An exception with a message and its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public InputException(string message, Exception innerException) : base(message, innerException) => Problems = [];

    /// <summary>An exception that carries the problems found.</summary>
    /// <param name="problems">All problems, in the order of the input.</param>
    public InputException(IReadOnlyList<InputProblem> problems) : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>All problems, in the order of the input.</summary>
    public IReadOnlyList<InputProblem> Problems { get; }
}
