namespace Sen.CleanerProduction.Balancing.Sparse;

/// <summary>Elimination order by approximate minimum degree on the quotient graph, with the columns of L it implies.</summary>
/// <remarks>
/// Amestoy, Davis and Duff, SIAM J. Matrix Anal. 17 (1996) 886. Where what remains is so closely joined that it fills in anyway,
/// ordering stops: the rest is one dense block, ordered as it stands. That stop replaces supervariables.
/// </remarks>
internal sealed class MinimumDegree
{
    /// <summary>Below this many the dense block costs next to nothing.</summary>
    private const int SmallTail = 24;

    /// <summary>Part of the remaining nodes that the best pivot must touch before the rest is called dense.</summary>
    private const double DensePart = 0.5;

    private readonly int size;
    private readonly int[] start;
    private readonly int[] elements;
    private readonly int[] length;
    private readonly int[] degree;
    private readonly int[] head;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] mark;
    private readonly int[] weight;
    private readonly int[] scratch;
    private readonly State[] state;
    private int[] lists;
    private int used;
    private int tag;

    private enum State : byte
    {
        Variable,
        Element,
        Absorbed,
    }

    public MinimumDegree(SymmetricMatrix matrix)
    {
        size = matrix.Size;
        used = matrix.Offsets[size];
        lists = new int[(2 * used) + size + 16];
        Array.Copy(matrix.Columns, lists, used);
        start = matrix.Offsets[..size];
        (elements, length, degree, next, previous, mark, weight) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
        head = new int[size + 1];
        scratch = new int[size + 1];
        state = new State[size];
        Array.Fill(head, -1);
        for (var i = 0; i < size; i++)
        {
            length[i] = degree[i] = matrix.Offsets[i + 1] - matrix.Offsets[i];
            Enter(i);
        }
        Order = new int[size];
        Run();
    }

    /// <summary>Node eliminated at each step; the dense block last.</summary>
    public int[] Order { get; }

    /// <summary>How many are eliminated before the dense block.</summary>
    public int Leading { get; private set; }

    /// <summary>Nodes below the diagonal in the column of the k-th pivot, in no order.</summary>
    public ReadOnlySpan<int> Column(int pivot) => lists.AsSpan(start[pivot], length[pivot]);

    private void Run()
    {
        var least = 0;
        var k = 0;
        for (; k < size; k++)
        {
            while (head[least] < 0) least++;
            var remaining = size - k;
            if (remaining <= SmallTail || least >= DensePart * remaining) break;
            var pivot = head[least];
            Leave(pivot);
            Order[k] = pivot;
            Eliminate(pivot, remaining - 1);
            for (var e = start[pivot]; e < start[pivot] + length[pivot]; e++) least = Math.Min(least, degree[lists[e]]);
        }
        Leading = k;
        for (var i = 0; i < size; i++) if (state[i] == State.Variable) Order[k++] = i;
    }

    private void Eliminate(int pivot, int remaining)
    {
        Gather(pivot);
        // How much of each neighbouring element lies outside the new one.
        var stamp = tag;
        for (var e = start[pivot]; e < start[pivot] + length[pivot]; e++)
        {
            var i = lists[e];
            for (var p = start[i]; p < start[i] + elements[i]; p++)
            {
                var element = lists[p];
                if (state[element] != State.Element) continue;
                if (weight[element] < stamp) weight[element] = length[element] + stamp;
                weight[element]--;
            }
        }
        for (var e = start[pivot]; e < start[pivot] + length[pivot]; e++) Update(lists[e], pivot, stamp, remaining);
        tag = stamp + size + 1;
        if (tag > int.MaxValue - (2 * size) - 2) Restart();
    }

    /// <summary>The new element: all variables the pivot touches, directly or through elements it absorbs.</summary>
    private void Gather(int pivot)
    {
        Room(size);
        tag += size + 1;
        var from = used;
        mark[pivot] = tag;
        for (var p = start[pivot]; p < start[pivot] + elements[pivot]; p++)
        {
            var element = lists[p];
            if (state[element] != State.Element) continue;
            for (var q = start[element]; q < start[element] + length[element]; q++) Add(lists[q]);
            state[element] = State.Absorbed;
        }
        for (var p = start[pivot] + elements[pivot]; p < start[pivot] + length[pivot]; p++) Add(lists[p]);
        state[pivot] = State.Element;
        (start[pivot], length[pivot], elements[pivot]) = (from, used - from, 0);
    }

    private void Add(int i)
    {
        if (state[i] != State.Variable || mark[i] == tag) return;
        mark[i] = tag;
        lists[used++] = i;
    }

    private void Update(int i, int pivot, int stamp, int remaining)
    {
        var (kept, outside) = (0, 0);
        var (firstVariable, end) = (start[i] + elements[i], start[i] + length[i]);
        for (var p = start[i]; p < firstVariable; p++)
        {
            var element = lists[p];
            if (state[element] != State.Element || element == pivot) continue;
            var rest = weight[element] - stamp;
            // One wholly inside the new one is absorbed too.
            if (rest <= 0) { state[element] = State.Absorbed; continue; }
            outside += rest;
            scratch[kept++] = element;
        }
        elements[i] = kept + 1;
        for (var p = firstVariable; p < end; p++)
        {
            var v = lists[p];
            if (state[v] != State.Variable || mark[v] == stamp) continue;
            outside++;
            scratch[kept++] = v;
        }
        // The pivot or an absorbed element left a place: the new list is never longer than the old.
        lists[start[i]] = pivot;
        scratch.AsSpan(0, kept).CopyTo(lists.AsSpan(start[i] + 1));
        length[i] = kept + 1;
        Leave(i);
        degree[i] = Math.Min(remaining - 1, Math.Min(degree[i] + length[pivot] - 1, outside + length[pivot] - 1));
        Enter(i);
    }

    private void Enter(int i)
    {
        var d = degree[i];
        (next[i], previous[i]) = (head[d], -1);
        if (head[d] >= 0) previous[head[d]] = i;
        head[d] = i;
    }

    private void Leave(int i)
    {
        if (previous[i] >= 0) next[previous[i]] = next[i];
        else head[degree[i]] = next[i];
        if (next[i] >= 0) previous[next[i]] = previous[i];
    }

    private void Room(int more)
    {
        if (used + more > lists.Length) Array.Resize(ref lists, Math.Max(2 * lists.Length, used + more));
    }

    private void Restart()
    {
        Array.Clear(mark);
        Array.Clear(weight);
        tag = 0;
    }
}
