using System.Globalization;
using Sen.CleanerProduction.Regression;

namespace Sen.CleanerProduction.Tests.Regression;

/// <summary>NIST Statistical Reference Datasets, linear least squares: certified values to 15 digits, lower to higher difficulty.</summary>
public sealed class StrdTests
{
    private static Fit Fitted(double[] y, double[][] x, bool intercept = true) =>
        LeastSquares.Fit(new RegressionInput { Y = y, X = [.. x.Select((v, i) => new Driver("x" + i, v))], Intercept = intercept }).Require();

    private static double[][] Columns(string file)
    {
        var rows = File.ReadAllLines(Path.Combine(DoorCases.Folder, file)).Skip(1).Where(l => l.Length > 0)
            .Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return [.. Enumerable.Range(0, rows[0].Length).Select(j => rows.Select(r => r[j]).ToArray())];
    }

    private static double[][] Powers(double[] x, int degree) => [.. Enumerable.Range(1, degree).Select(k => x.Select(v => Power(v, k)).ToArray())];

    private static double Power(double v, int k) => (double)Enumerable.Repeat((decimal)v, k).Aggregate(1m, (a, b) => a * b);

    private static void Keeps(double digits, IReadOnlyList<double> certified, IEnumerable<double> actual)
    {
        var found = certified.Zip(actual, Near.Digits).ToList();
        Assert.Equal(certified.Count, found.Count);
        Assert.True(found.Min() >= digits, $"correct digits: {string.Join(", ", found.Select(d => d.ToString("F1")))}");
    }

    [Fact]
    public void Norris_keeps_13_digits()
    {
        var c = Columns("nist_norris.csv");
        var fit = Fitted(c[1], [c[0]]);
        Keeps(13, [-0.262323073774029, 1.00211681802045], fit.Coefficients.Select(b => b.Value));
        Keeps(13, [0.232818234301152, 0.429796848199937E-03], fit.Coefficients.Select(b => b.Se));
        Keeps(13, [0.884796396144373, 0.999993745883712, 5436385.54079785, 26.6173985294224], [fit.S, fit.R2!.Value, fit.F!.Value, fit.Rss]);
    }

    [Fact]
    public void Norris_through_the_door() => DoorCases.Holds("regress-norris");

    [Fact]
    public void Pontius_keeps_12_digits()
    {
        double[] x = [.. Enumerable.Range(1, 20).Concat(Enumerable.Range(1, 20)).Select(i => 150000.0 * i)];
        double[] y =
        [
            .11019, .21956, .32949, .43899, .54803, .65694, .76562, .87487, .98292, 1.09146, 1.20001, 1.30822, 1.41599, 1.52399, 1.63194, 1.73947, 1.84646, 1.95392, 2.06128, 2.16844,
            .11052, .22018, .32939, .43886, .54798, .65739, .76596, .87474, .98300, 1.09150, 1.20004, 1.30818, 1.41613, 1.52408, 1.63159, 1.73965, 1.84696, 1.95445, 2.06177, 2.16829,
        ];
        var fit = Fitted(y, Powers(x, 2));
        Keeps(12, [0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14], fit.Coefficients.Select(b => b.Value));
        Keeps(12, [0.107938612033077E-03, 0.157817399981659E-09, 0.486652849992036E-16], fit.Coefficients.Select(b => b.Se));
    }

    [Fact]
    public void Without_an_intercept_sums_are_about_zero()
    {
        var one = Fitted([.. Enumerable.Range(130, 11).Select(i => (double)i)], [[.. Enumerable.Range(60, 11).Select(i => (double)i)]], intercept: false);
        Keeps(13, [2.07438016528926, 0.165289256198347E-01, 3.56753034006338, 0.999365492298663, 15750.25],
            [one.Coefficients[0].Value, one.Coefficients[0].Se, one.S, one.R2!.Value, one.F!.Value]);
        var two = Fitted([3, 4, 4], [[4, 5, 6]], intercept: false);
        Keeps(13, [0.727272727272727, 0.420827318078432E-01, 0.369274472937998, 0.993348115299335, 298.6666666666667],
            [two.Coefficients[0].Value, two.Coefficients[0].Se, two.S, two.R2!.Value, two.F!.Value]);
    }

    [Fact]
    public void Longley_keeps_13_digits()
    {
        var c = Columns("nist_longley.csv");
        var fit = Fitted(c[0], c[1..]);
        Keeps(13, [-3482258.63459582, 15.0618722713733, -0.0358191792925910, -2.02022980381683, -1.03322686717359, -0.0511041056535807, 1829.15146461355], fit.Coefficients.Select(b => b.Value));
        Keeps(13, [890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675, 0.226073200069370, 455.478499142212], fit.Coefficients.Select(b => b.Se));
        Keeps(13, [304.854073561965, 0.995479004577296, 330.285339234588, 836424.055505915], [fit.S, fit.R2!.Value, fit.F!.Value, fit.Rss]);
    }

    /// <summary>Powers come exactly rounded, from a chain of products and from the library's own power: each is recognised for what it is.</summary>
    [Theory]
    [InlineData("decimal")]
    [InlineData("chain")]
    [InlineData("power")]
    public void Filip_keeps_13_digits(string way)
    {
        var c = Columns("nist_filip.csv");
        var powers = way == "decimal" ? Powers(c[1], 10) : [.. Enumerable.Range(1, 10).Select(k => c[1].Select(v => way == "power" ? Math.Pow(v, k) : Enumerable.Repeat(v, k).Aggregate((a, b) => a * b)).ToArray())];
        // The order of the drivers is nobody's to choose.
        int[] order = [4, 9, 0, 7, 2, 1, 8, 3, 6, 5];
        var fit = Fitted(c[0], [.. order.Select(k => powers[k])]);
        double Certified(double[] inDocumentOrder, int at) => at == 0 ? inDocumentOrder[0] : inDocumentOrder[order[at - 1] + 1];
        double[] values =
        [
            -1467.48961422980, -2772.17959193342, -2316.37108160893, -1127.97394098372, -354.478233703349, -75.1242017393757, -10.8753180355343, -1.06221498588947,
            -0.670191154593408E-01, -0.246781078275479E-02, -0.402962525080404E-04,
        ];
        double[] errors =
        [
            298.084530995537, 559.779865474950, 466.477572127796, 227.204274477751, 71.6478660875927, 15.2897178747400, 2.23691159816033, 0.221624321934227,
            0.142363763154724E-01, 0.535617408889821E-03, 0.896632837373868E-05,
        ];
        Keeps(13, [.. Enumerable.Range(0, 11).Select(i => Certified(values, i))], fit.Coefficients.Select(b => b.Value));
        Keeps(13, [.. Enumerable.Range(0, 11).Select(i => Certified(errors, i))], fit.Coefficients.Select(b => b.Se));
        Keeps(13, [0.334801051324544E-02, 0.996727416185620, 2162.43954511489], [fit.S, fit.R2!.Value, fit.F!.Value]);
    }

    [Fact]
    public void What_is_near_a_power_but_is_none_stays_what_it_is()
    {
        double[] x = [1.5, 2.5, 3.5, 4.5, 5.5];
        var near = x.Select((v, i) => v * v * (i == 3 ? 1 + 1e-12 : 1)).ToArray();
        double[] y = [2, 3, 5, 8, 13];
        var (exact, off) = (Fitted(y, [x, [.. x.Select(v => v * v)]]), Fitted(y, [x, near]));
        Assert.NotEqual(exact.Coefficients[2].Value, off.Coefficients[2].Value);
    }

    private static readonly double[] ZeroTo20 = [.. Enumerable.Range(0, 21).Select(i => (double)i)];

    [Fact]
    public void Wampler_1_and_2_are_exact()
    {
        var one = Fitted([.. ZeroTo20.Select(x => Enumerable.Range(0, 6).Sum(k => Power(x, k)))], Powers(ZeroTo20, 5));
        Keeps(14, [1, 1, 1, 1, 1, 1], one.Coefficients.Select(b => b.Value));
        Assert.Equal((0.0, 0.0, 1.0), (one.S, one.Rss, one.R2!.Value));
        Assert.Null(one.F);
        Assert.All(one.Coefficients, b => Assert.Null(b.P));
        double[] y =
        [
            1.00000, 1.11111, 1.24992, 1.42753, 1.65984, 1.96875, 2.38336, 2.94117, 3.68928, 4.68559, 6.00000, 7.71561, 9.92992, 12.75603, 16.32384, 20.78125, 26.29536, 33.05367,
            41.26528, 51.16209, 63.00000,
        ];
        var two = Fitted(y, Powers(ZeroTo20, 5));
        Keeps(14, [1, 0.1, 0.01, 0.001, 0.0001, 0.00001], two.Coefficients.Select(b => b.Value));
        Assert.Equal(0, two.S);
    }

    [Theory]
    [InlineData(1, new double[] { 760, -2042, 2111, -1684, 3888, 1858, 11379, 17560, 39287, 64382, 113159, 175108, 273291, 400186, 581243, 811568, 1121004, 1506550, 2002767, 2611612, 3369180 })]
    [InlineData(100, new double[] { 75901, -204794, 204863, -204436, 253665, -200894, 214131, -185192, 221249, -138370, 315911, -27644, 455253, 197434, 783995, 608816, 1370781, 1303798, 2205519, 2408860, 3444321 })]
    [InlineData(10000, new double[] { 7590001, -20479994, 20480063, -20479636, 25231365, -20476094, 20489331, -20460392, 18417449, -20413570, 20591111, -20302844, 18651453, -20077766, 21059195, -19666384, 26348481, -18971402, 22480719, -17866340, 10958421 })]
    public void Wampler_3_to_5_keep_13_digits(double noise, double[] y)
    {
        var fit = Fitted(y, Powers(ZeroTo20, 5));
        Keeps(13, [1, 1, 1, 1, 1, 1], fit.Coefficients.Select(b => b.Value));
        Keeps(13, [.. new[] { 2152.32624678170, 2363.55173469681, 779.343524331583, 101.475507550350, 5.64566512170752, 0.112324854679312 }.Select(se => se * noise)], fit.Coefficients.Select(b => b.Se));
        Keeps(13, [2360.14502379268 * noise], [fit.S]);
    }
}
