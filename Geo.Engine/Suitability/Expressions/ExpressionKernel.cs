using System.Numerics.Tensors;

namespace Geo.Engine.Suitability.Expressions;

/// <summary>The operations of expressions on spans of cells; the first span takes the results. NaN is no value and, of truth, unknown.</summary>
internal static class ExpressionKernel
{
    /// <summary>An operation on one operand.</summary>
    public static void Apply(ExpressionOperation operation, Span<double> a)
    {
        switch (operation)
        {
            case ExpressionOperation.Negate:
                TensorPrimitives.Negate(a, a);
                break;
            case ExpressionOperation.Absolute:
                TensorPrimitives.Abs(a, a);
                break;
            case ExpressionOperation.SquareRoot:
                TensorPrimitives.Sqrt(a, a); // of a negative number: NaN
                break;
            case ExpressionOperation.Not:
                TensorPrimitives.Subtract(1, a, a);
                break;
            default:
                for (var i = 0; i < a.Length; i++)
                    a[i] = One(operation, a[i]);
                break;
        }
    }

    /// <summary>An operation on two operands of one length.</summary>
    public static void Apply(ExpressionOperation operation, Span<double> a, ReadOnlySpan<double> b)
    {
        switch (operation)
        {
            case ExpressionOperation.Add:
                TensorPrimitives.Add(a, b, a);
                break;
            case ExpressionOperation.Subtract:
                TensorPrimitives.Subtract(a, b, a);
                break;
            case ExpressionOperation.Multiply:
                TensorPrimitives.Multiply(a, b, a);
                break;
            case ExpressionOperation.Minimum:
                TensorPrimitives.Min(a, b, a); // NaN when one is
                break;
            case ExpressionOperation.Maximum:
                TensorPrimitives.Max(a, b, a);
                break;
            default:
                for (var i = 0; i < a.Length; i++)
                    a[i] = Two(operation, a[i], b[i]);
                break;
        }
    }

    /// <summary>An operation on three operands of one length.</summary>
    public static void Apply(ExpressionOperation operation, Span<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> c)
    {
        for (var i = 0; i < a.Length; i++)
            a[i] = operation == ExpressionOperation.If ? Choice(a[i], b[i], c[i]) : Math.Min(Math.Max(a[i], b[i]), c[i]);
    }

    private static double One(ExpressionOperation operation, double a) => operation switch
    {
        ExpressionOperation.Exponential => Finite(Math.Exp(a)),
        ExpressionOperation.Logarithm => Finite(Math.Log(a)),
        ExpressionOperation.Known => double.IsNaN(a) ? 0 : 1,
        _ => throw new InvalidOperationException($"{operation} is no operation on one operand"),
    };

    private static double Two(ExpressionOperation operation, double a, double b) => operation switch
    {
        ExpressionOperation.Divide => Finite(a / b),
        ExpressionOperation.And => a == 0 || b == 0 ? 0 : a + b - 1,
        ExpressionOperation.Or => a == 1 || b == 1 ? 1 : a + b,
        _ when double.IsNaN(a) || double.IsNaN(b) => double.NaN,
        ExpressionOperation.Power => Finite(Math.Pow(a, b)),
        ExpressionOperation.Less => a < b ? 1 : 0,
        ExpressionOperation.LessOrEqual => a <= b ? 1 : 0,
        ExpressionOperation.Greater => a > b ? 1 : 0,
        ExpressionOperation.GreaterOrEqual => a >= b ? 1 : 0,
        ExpressionOperation.Equal => a == b ? 1 : 0,
        ExpressionOperation.NotEqual => a == b ? 0 : 1,
        _ => throw new InvalidOperationException($"{operation} is no operation on two operands"),
    };

    private static double Choice(double condition, double yes, double no)
    {
        if (double.IsNaN(condition))
            return double.NaN;
        return condition != 0 ? yes : no;
    }

    private static double Finite(double value) => double.IsFinite(value) ? value : double.NaN;
}
