using System.Text.Json.Nodes;
using Sen.Web.Features.Registrations.Lists;

namespace Sen.Web.Tests.Features.Registrations.Lists;

public sealed class ExpectedListsTests
{
    [Theory]
    [InlineData("participants-sample", 54, 0)]
    [InlineData("participants-faulty", 53, 10)]
    public void A_list_is_proposed_exactly_as_expected(string name, int people, int problems)
    {
        var expected = JsonNode.Parse(File.ReadAllText(ListFiles.PathOf(name + ".expected.json")))!;

        var proposal = ListFiles.Read(name + ".xlsx", ListFiles.Of2026);

        Assert.Equal(people, proposal.Rows.Count);
        Assert.Equal(problems, proposal.Problems.Count);
        Assert.Equal(expected["rows"]!.AsArray().Select(Text), proposal.Rows.Select(Text));
        Assert.Equal(
            expected["problems"]!.AsArray().Select(p => $"{p!["sheet"]}!{p["column"]}{p["row"]} {p["value"]?.ToString() ?? "null"}"),
            proposal.Problems.Select(p => $"{p.Sheet}!{p.Column}{p.Row} {p.Value ?? "null"}"));
    }

    [Fact]
    public void Each_problem_is_said_in_both_languages()
    {
        var proposal = ListFiles.Read("participants-faulty.xlsx", ListFiles.Of2026);

        Assert.Equal(
            [
                ListProblemKind.NotAnEmail, ListProblemKind.NameMissing, ListProblemKind.AgencyKindNotCertain, ListProblemKind.NotAPhone, ListProblemKind.SharedEmail,
                ListProblemKind.SharedEmail, ListProblemKind.NotInForce, ListProblemKind.Formula, ListProblemKind.BothSexes, ListProblemKind.RepeatedPerson,
            ],
            proposal.Problems.Select(p => p.Kind));
        Assert.Equal("Thư điện tử trùng với người ở dòng 28. Hãy kiểm tra.", proposal.Problems[4].Vi);
        Assert.Equal("This person is already in row 10. Leave this row out if it is the same person.", proposal.Problems[9].En);
        Assert.Equal("Cần Thơ", proposal.Problems[6].Proposal);
    }

    private static string Text(JsonNode? r) => string.Join(" | ", r!["sheet"], r["row"], r["fullName"], r["sex"], r["birthYear"], r["position"], r["agencyKind"], r["agency"],
        r["province"] is { } p ? $"{p["vintage"]} {p["code"]} {p["name"]}" : "", r["phone"], r["email"]);

    private static string Text(ProposedRow r) => string.Join(" | ", r.Sheet, r.Row, r.FullName, r.Sex switch { ListSex.Male => "male", ListSex.Female => "female", _ => null }, r.BirthYear,
        r.Position, r.AgencyKind, r.Agency, r.Province is { } p ? $"{p.Vintage} {p.Code} {p.Name}" : "", r.Phone, r.Email);
}
