namespace Sen.CleanerProduction.Balancing.Equations;

/// <summary>Values and exact derivatives of one expression by automatic differentiation: forward for values, backward for the gradient.</summary>
/// <remarks>Griewank and Walther, <i>Evaluating Derivatives</i> (2008): reverse mode ch. 3.2, second order by a tangent of the reverse sweep ch. 5.</remarks>
internal sealed class Evaluation
{
    private readonly Step[] steps;
    private readonly bool[] varies;
    private readonly double[] value;
    private readonly double[] adjoint;
    private readonly double[] tangent;
    private readonly double[] adjointTangent;

    public Evaluation(Expression expression)
    {
        Expression = expression;
        steps = expression.Steps;
        (value, adjoint, tangent, adjointTangent) = (new double[steps.Length], new double[steps.Length], new double[steps.Length], new double[steps.Length]);
        varies = new bool[steps.Length];
        for (var i = 0; i < steps.Length; i++)
        {
            varies[i] = steps[i].Operation switch
            {
                Operation.Number => false,
                Operation.Quantity => true,
                Operation.Negate or Operation.Sqrt or Operation.Exp or Operation.Ln => varies[steps[i].Left],
                _ => varies[steps[i].Left] || varies[steps[i].Right],
            };
        }
    }

    public Expression Expression { get; }

    /// <summary>f(x); not finite outside the domain of a function.</summary>
    public double Value(ReadOnlySpan<double> x)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            var s = steps[i];
            value[i] = s.Operation switch
            {
                Operation.Number => s.Number,
                Operation.Quantity => x[s.Left],
                Operation.Add => value[s.Left] + value[s.Right],
                Operation.Subtract => value[s.Left] - value[s.Right],
                Operation.Multiply => value[s.Left] * value[s.Right],
                Operation.Divide => value[s.Left] / value[s.Right],
                Operation.Power => Math.Pow(value[s.Left], value[s.Right]),
                Operation.Negate => -value[s.Left],
                Operation.Sqrt => Math.Sqrt(value[s.Left]),
                Operation.Exp => Math.Exp(value[s.Left]),
                _ => Math.Log(value[s.Left]),
            };
        }
        return value[^1];
    }

    /// <summary>Adds ∂f/∂xⱼ at the point of the last <see cref="Value"/> to <paramref name="gradient"/>, a row over all quantities.</summary>
    public void AddGradient(Span<double> gradient)
    {
        Array.Clear(adjoint);
        adjoint[^1] = 1;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var (a, s) = (adjoint[i], steps[i]);
            if (s.Operation == Operation.Quantity) { gradient[s.Left] += a; continue; }
            if (a == 0 || !varies[i]) continue;
            var (left, right) = First(i, s);
            if (varies[s.Left]) adjoint[s.Left] += a * left;
            if (IsBinary(s.Operation) && varies[s.Right]) adjoint[s.Right] += a * right;
        }
    }

    /// <summary>Adds weight·(∇²f) e to <paramref name="column"/>, e the unit vector of one quantity, at the point of the last <see cref="Value"/>.</summary>
    public void AddCurvature(int quantity, double weight, Span<double> column)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            var s = steps[i];
            if (s.Operation == Operation.Quantity) { tangent[i] = s.Left == quantity ? 1 : 0; continue; }
            tangent[i] = 0;
            if (!varies[i]) continue;
            var (left, right) = First(i, s);
            if (tangent[s.Left] != 0) tangent[i] += left * tangent[s.Left];
            if (IsBinary(s.Operation) && tangent[s.Right] != 0) tangent[i] += right * tangent[s.Right];
        }
        Array.Clear(adjoint);
        Array.Clear(adjointTangent);
        adjoint[^1] = 1;
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            var (a, da, s) = (adjoint[i], adjointTangent[i], steps[i]);
            if (s.Operation == Operation.Quantity) { column[s.Left] += weight * da; continue; }
            if ((a == 0 && da == 0) || !varies[i]) continue;
            var (left, right) = First(i, s);
            var (ll, lr, rr) = Second(i, s);
            var (dl, dr) = (tangent[s.Left], IsBinary(s.Operation) ? tangent[s.Right] : 0);
            if (varies[s.Left])
            {
                adjoint[s.Left] += a * left;
                adjointTangent[s.Left] += (da * left) + (dl == 0 ? 0 : a * ll * dl) + (dr == 0 ? 0 : a * lr * dr);
            }
            if (IsBinary(s.Operation) && varies[s.Right])
            {
                adjoint[s.Right] += a * right;
                adjointTangent[s.Right] += (da * right) + (dl == 0 ? 0 : a * lr * dl) + (dr == 0 ? 0 : a * rr * dr);
            }
        }
    }

    private static bool IsBinary(Operation operation) => operation is >= Operation.Add and <= Operation.Power;

    /// <summary>Partial derivatives by the operands.</summary>
    private (double Left, double Right) First(int i, Step s)
    {
        var (l, r) = (value[s.Left], IsBinary(s.Operation) ? value[s.Right] : 0);
        return s.Operation switch
        {
            Operation.Add => (1, 1),
            Operation.Subtract => (1, -1),
            Operation.Multiply => (r, l),
            Operation.Divide => (1 / r, -value[i] / r),
            Operation.Power => (r == 0 ? 0 : r * Math.Pow(l, r - 1), varies[s.Right] ? (l == 0 && r > 0 ? 0 : value[i] * Math.Log(l)) : 0),
            Operation.Negate => (-1, 0),
            Operation.Sqrt => (0.5 / value[i], 0),
            Operation.Exp => (value[i], 0),
            _ => (1 / l, 0),
        };
    }

    /// <summary>Second partial derivatives by the operands.</summary>
    private (double LeftLeft, double LeftRight, double RightRight) Second(int i, Step s)
    {
        var (l, r) = (value[s.Left], IsBinary(s.Operation) ? value[s.Right] : 0);
        switch (s.Operation)
        {
            case Operation.Multiply: return (0, 1, 0);
            case Operation.Divide: return (0, -1 / (r * r), 2 * value[i] / (r * r));
            case Operation.Power:
                var curve = r is 0 or 1 ? 0 : r * (r - 1) * Math.Pow(l, r - 2);
                if (!varies[s.Right] || l == 0) return (curve, 0, 0);
                var log = Math.Log(l);
                return (curve, Math.Pow(l, r - 1) * (1 + (r * log)), value[i] * log * log);
            case Operation.Sqrt: return (-0.25 / (value[i] * l), 0, 0);
            case Operation.Exp: return (value[i], 0, 0);
            case Operation.Ln: return (-1 / (l * l), 0, 0);
            default: return (0, 0, 0);
        }
    }
}
