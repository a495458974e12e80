namespace Sen.CleanerProduction.Balancing;

/// <summary>Disjoint sets with path halving and union by size (Tarjan).</summary>
internal sealed class UnionFind
{
    private readonly int[] parent;
    private readonly int[] size;

    public UnionFind(int count)
    {
        parent = new int[count];
        size = new int[count];
        for (var i = 0; i < count; i++) (parent[i], size[i]) = (i, 1);
    }

    public int Find(int i)
    {
        while (parent[i] != i) i = parent[i] = parent[parent[i]];
        return i;
    }

    /// <summary>True where two sets became one.</summary>
    public bool Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b) return false;
        if (size[a] < size[b]) (a, b) = (b, a);
        parent[b] = a;
        size[a] += size[b];
        return true;
    }
}
