namespace Sen.Web.Features.People.Duplicates;

/// <summary>
/// How likely another person has the same name, number or agency by chance: counted in the register, and where it is small, leaning on
/// how common a name is in the country. An equal «Nguyễn Văn Hùng» proves little, an equal rare name much.
/// </summary>
internal sealed class Shares
{
    /// <summary>As if the register had this many more people, named as people in the country are.</summary>
    private const double NameBackground = 1_000;
    /// <summary>And this many with numbers of their own: that two strangers share one is rare in a small register too.</summary>
    private const double ContactBackground = 10_000;
    private const double WordBackground = 500;

    // Per thousand, as widely published; what is not here is rare.
    private static readonly Dictionary<string, double> Families = PerThousand(
        "nguyen 384 tran 121 le 95 pham 70 hoang 51 huynh 51 phan 45 vu 39 vo 39 dang 21 bui 20 do 14 ho 13 ngo 13 duong 10 ly 5 dinh 5 truong 5 trinh 4 mai 3 cao 3 luong 3");

    private static readonly Dictionary<string, double> Middles = PerThousand("thi 220 van 180 minh 40 thanh 40 ngoc 40 duc 30 quoc 30 huu 20 thu 20 hong 20 xuan 20 dinh 20");

    private readonly int people;
    private readonly Dictionary<string, int> names = new(StringComparer.Ordinal), sorted = new(StringComparer.Ordinal), ends = new(StringComparer.Ordinal), words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> phones = new(StringComparer.Ordinal), mails = new(StringComparer.Ordinal), mailNames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> units = new(StringComparer.Ordinal), todays = new(StringComparer.Ordinal), places = new(StringComparer.Ordinal);

    public Shares(IReadOnlyCollection<PersonFacts> persons)
    {
        people = persons.Count;
        foreach (var p in persons)
        {
            Add(names, p.Name.Key);
            Add(sorted, p.Name.Sorted);
            Add(ends, Ends(p.Name));
            for (var i = 0; i < p.Name.Words.Length; i++) Add(words, Position(p.Name, i) + p.Name.Words[i]);
            Add(phones, p.Phone);
            Add(mails, p.Email);
            Add(mailNames, p.MailName);
            Add(units, p.Unit.Key);
            Add(todays, p.Unit.TodayKey);
            Add(places, p.Unit.Place);
        }
    }

    public int People => people;
    public int WithName(NameFacts name) => names.GetValueOrDefault(name.Key);
    public int WithSorted(NameFacts name) => sorted.GetValueOrDefault(name.Sorted);
    public int WithEnds(NameFacts name) => ends.GetValueOrDefault(Ends(name));
    public int WithPhone(string phone) => phones.GetValueOrDefault(phone);
    public int WithMail(string mail) => mails.GetValueOrDefault(mail);
    public int WithMailName(string name) => mailNames.GetValueOrDefault(name);

    /// <param name="own">How many of the two compared have this name themselves.</param>
    public double OfName(NameFacts name, int own) => Of(names.GetValueOrDefault(name.Key) - own, own, Prior(name, 0, name.Words.Length));

    public double OfSorted(NameFacts name) => Of(sorted.GetValueOrDefault(name.Sorted) - 2, 2, Prior(name, 0, name.Words.Length));

    public double OfEnds(NameFacts name) => Of(ends.GetValueOrDefault(Ends(name)) - 1, 1, Word(name, 0) * Word(name, name.Words.Length - 1));

    /// <param name="shared">How many strangers share such a number by nature: a desk's telephone has several people behind it.</param>
    public double OfContact(int holders, double shared) => (Math.Max(0, holders - 2) + shared) / (people + ContactBackground);

    public double OfUnit(UnitFacts unit) => Plain(units.GetValueOrDefault(unit.Key));

    public double OfToday(UnitFacts unit) => Plain(todays.GetValueOrDefault(unit.TodayKey));

    public double OfPlace(string place) => Plain(places.GetValueOrDefault(place));

    private double Of(int others, int own, double prior) => Math.Max(1e-7, (Math.Max(0, others) + (prior * NameBackground)) / (people - own + NameBackground));

    // Where people of a register work is the register's own matter: no country stands behind it.
    private double Plain(int count) => Math.Max(1e-4, (double)count / Math.Max(1, people));

    private double Prior(NameFacts name, int from, int to)
    {
        var prior = 1.0;
        for (var i = from; i < to; i++) prior *= Word(name, i);
        return prior;
    }

    private double Word(NameFacts name, int i)
    {
        if (name.Words.Length == 0) return 1;
        var (position, word) = (Position(name, i), name.Words[i]);
        var known = position == 'f' ? Families.GetValueOrDefault(word, .001) : position == 'm' ? Middles.GetValueOrDefault(word, .006) : .004;
        return (words.GetValueOrDefault(position + word) + (known * WordBackground)) / (people + WordBackground);
    }

    private static char Position(NameFacts name, int i) => i == name.Words.Length - 1 ? 'g' : i == 0 ? 'f' : 'm';

    private static string Ends(NameFacts name) => name.Family + " " + name.Given;

    private static Dictionary<string, double> PerThousand(string text) => text.Split(' ').Chunk(2)
        .ToDictionary(x => x[0], x => double.Parse(x[1], System.Globalization.CultureInfo.InvariantCulture) / 1000, StringComparer.Ordinal);

    private static void Add(Dictionary<string, int> counts, string? value)
    {
        if (!string.IsNullOrEmpty(value)) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, value, out _)++;
    }
}
