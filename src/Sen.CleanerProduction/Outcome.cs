using System.Diagnostics.CodeAnalysis;

namespace Sen.CleanerProduction;

/// <summary>A result, or the reasons why the data cannot carry one. A refusal is an expected outcome, not an exception.</summary>
/// <typeparam name="T">The result's type.</typeparam>
public sealed class Outcome<T> where T : class
{
    private Outcome(T? value, IReadOnlyList<string> reasons) => (Value, Reasons) = (value, reasons);

    /// <summary>The result; null where it is refused.</summary>
    public T? Value { get; }

    /// <summary>Why there is no result; empty where there is one.</summary>
    public IReadOnlyList<string> Reasons { get; }

    /// <summary>Whether the data could not carry a result.</summary>
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Value is null;

    /// <summary>The result, for a caller that knows there is one.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message gives the reasons.</exception>
    public T Require() => Value ?? throw new InvalidOperationException(string.Join("; ", Reasons));

    /// <summary>An outcome that carries a result.</summary>
    /// <param name="value">The result.</param>
    [SuppressMessage("Design", "CA1000", Justification = "Reads as what it makes: Outcome<T>.Of, Outcome<T>.Refused.")]
    public static Outcome<T> Of(T value) => new(value, []);

    /// <summary>An outcome without a result.</summary>
    /// <param name="reasons">Why; at least one.</param>
    [SuppressMessage("Design", "CA1000", Justification = "Reads as what it makes: Outcome<T>.Of, Outcome<T>.Refused.")]
    public static Outcome<T> Refused(params IReadOnlyList<string> reasons) =>
        reasons.Count > 0 ? new(null, reasons) : throw new ArgumentException("A refusal needs a reason.", nameof(reasons));
}
