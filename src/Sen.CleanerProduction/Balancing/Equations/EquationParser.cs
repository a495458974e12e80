using System.Globalization;

namespace Sen.CleanerProduction.Balancing.Equations;

/// <summary>A fault of an equation's text.</summary>
internal readonly record struct EquationFault(string What, string Allowed);

/// <summary>A parsed equation, or its faults.</summary>
internal readonly record struct ParsedEquation(Expression? Expression, IReadOnlyList<EquationFault> Faults);

/// <summary>Reads «left = right». Recursive descent with a bound on depth; the text is never run.</summary>
/// <remarks>sum = product {(+|-) product}; product = signed {(*|/) signed}; signed = {+|-} power; power = atom [^ signed].</remarks>
internal sealed class EquationParser
{
    public const int MostEquations = 5000;
    private const int LongestText = 20_000;
    private const int Deepest = 100;
    private const string Grammar = "left = right with + - * / ^ ( ) numbers ids sqrt exp ln";

    private readonly string text;
    private readonly IReadOnlyDictionary<string, int> quantities;
    private readonly List<Step> steps = [];
    private readonly List<string> unknown = [];
    private int position;
    private int depth;
    private EquationFault? fault;

    private EquationParser(string text, IReadOnlyDictionary<string, int> quantities) => (this.text, this.quantities) = (text, quantities);

    public static ParsedEquation Parse(string text, IReadOnlyDictionary<string, int> quantities)
    {
        if (text.Length > LongestText) return new(null, [new("is too long", $"at most {LongestText} characters")]);
        var parser = new EquationParser(text, quantities);
        var left = parser.Sum();
        if (parser.fault is null && !parser.Take('=')) parser.Fail(parser.position < text.Length ? $"«{parser.Here()}» at {parser.position + 1} is not expected" : "has no =");
        var right = parser.fault is null ? parser.Sum() : 0;
        if (parser.fault is null && parser.position < text.Length) parser.Fail($"«{parser.Here()}» at {parser.position + 1} is not expected");
        if (parser.fault is { } found) return new(null, [found]);
        if (parser.unknown.Count > 0) return new(null, [.. parser.unknown.Distinct(StringComparer.Ordinal).Select(id => new EquationFault($"there is no quantity «{id}»", "an id from /flows or /variables"))]);
        parser.Emit(Operation.Subtract, left, right);
        return new(new Expression([.. parser.steps], text), []);
    }

    private int Sum()
    {
        var left = Product();
        while (fault is null)
        {
            if (Take('+')) left = Emit(Operation.Add, left, Product());
            else if (Take('-')) left = Emit(Operation.Subtract, left, Product());
            else break;
        }
        return left;
    }

    private int Product()
    {
        var left = Signed();
        while (fault is null)
        {
            if (Take('*')) left = Emit(Operation.Multiply, left, Signed());
            else if (Take('/')) left = Emit(Operation.Divide, left, Signed());
            else break;
        }
        return left;
    }

    private int Signed()
    {
        var negative = false;
        while (true)
        {
            if (Take('-')) negative = !negative;
            else if (!Take('+')) break;
        }
        var value = Power();
        return negative ? Emit(Operation.Negate, value, 0) : value;
    }

    private int Power()
    {
        if (fault is not null || ++depth > Deepest)
        {
            if (fault is null) Fail($"is nested more than {Deepest} deep");
            return 0;
        }
        var basis = Atom();
        if (fault is null && Take('^')) basis = Emit(Operation.Power, basis, Signed());
        depth--;
        return basis;
    }

    private int Atom()
    {
        Skip();
        if (position >= text.Length) return Fail("ends too early");
        var c = text[position];
        if (c == '(')
        {
            position++;
            var inner = Sum();
            return fault is not null || Take(')') ? inner : Fail(position < text.Length ? $"«{Here()}» at {position + 1} is not expected" : "lacks a )");
        }
        if (char.IsAsciiDigit(c) || c == '.') return Number();
        if (char.IsLetter(c) || c == '_') return Name();
        return Fail($"«{Here()}» at {position + 1} is not expected");
    }

    private int Number()
    {
        var start = position;
        while (position < text.Length && (char.IsAsciiDigit(text[position]) || text[position] == '.')) position++;
        if (position < text.Length && text[position] is 'e' or 'E')
        {
            var exponent = position + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-') exponent++;
            if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
            {
                while (exponent < text.Length && char.IsAsciiDigit(text[exponent])) exponent++;
                position = exponent;
            }
        }
        var digits = text.AsSpan(start, position - start);
        if (double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
        {
            steps.Add(new Step(Operation.Number, 0, 0, value));
            return steps.Count - 1;
        }
        return Fail($"«{digits}» at {start + 1} is no finite number");
    }

    private int Name()
    {
        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '.')) position++;
        var name = text[start..position];
        Skip();
        if (position < text.Length && text[position] == '(')
        {
            Operation? function = name switch { "sqrt" => Operation.Sqrt, "exp" => Operation.Exp, "ln" => Operation.Ln, _ => null };
            if (function is null) return Fail($"there is no function «{name}»");
            var argument = Atom();
            return fault is null ? Emit(function.Value, argument, 0) : 0;
        }
        if (!quantities.TryGetValue(name, out var index)) unknown.Add(name);
        steps.Add(new Step(Operation.Quantity, index, 0, 0));
        return steps.Count - 1;
    }

    private int Emit(Operation operation, int left, int right)
    {
        steps.Add(new Step(operation, left, right, 0));
        return steps.Count - 1;
    }

    private bool Take(char c)
    {
        Skip();
        if (position >= text.Length || text[position] != c) return false;
        position++;
        return true;
    }

    private void Skip()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position])) position++;
    }

    private char Here() => text[Math.Min(position, text.Length - 1)];

    private int Fail(string what)
    {
        fault ??= new(what, Grammar);
        return 0;
    }
}
