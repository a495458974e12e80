namespace Sen.CleanerProduction.Balancing.Equations;

/// <summary>What a step of an expression does.</summary>
internal enum Operation : byte
{
    Number,
    Quantity,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Negate,
    Sqrt,
    Exp,
    Ln,
}

/// <summary>One step: its operands are earlier steps (or the quantity's index), so an expression tree of any depth is walked without recursion.</summary>
internal readonly record struct Step(Operation Operation, int Left, int Right, double Number);

/// <summary>An equation as f = left − right, an expression tree laid out in the order of evaluation.</summary>
internal sealed class Expression(Step[] steps, string text)
{
    public Step[] Steps { get; } = steps;

    public string Text { get; } = text;

    /// <summary>Indices of the quantities named, ascending, each once.</summary>
    public int[] Quantities { get; } = [.. steps.Where(s => s.Operation == Operation.Quantity).Select(s => s.Left).Distinct().Order()];

    /// <summary>Whether f is linear in the quantities that are not fixed.</summary>
    public bool IsLinear(Func<int, bool> isFixed)
    {
        var degree = new byte[Steps.Length];
        for (var i = 0; i < Steps.Length; i++)
        {
            var (operation, left, right, _) = Steps[i];
            degree[i] = operation switch
            {
                Operation.Number => 0,
                Operation.Quantity => isFixed(left) ? (byte)0 : (byte)1,
                Operation.Add or Operation.Subtract => Math.Max(degree[left], degree[right]),
                Operation.Negate => degree[left],
                Operation.Multiply => Math.Min((byte)2, (byte)(degree[left] + degree[right])),
                Operation.Divide => degree[right] == 0 ? degree[left] : (byte)2,
                Operation.Power => degree[left] == 0 && degree[right] == 0 ? (byte)0 : Steps[right] is { Operation: Operation.Number, Number: 1 } ? degree[left] : (byte)2,
                _ => degree[left] == 0 ? (byte)0 : (byte)2,
            };
        }
        return degree[^1] < 2;
    }
}
