namespace Sen.Web.Features.Registrations.Lists;

/// <summary>A preview as other programs read it. «rows» and «problems» are a contract; more keys may be added.</summary>
public static class ListJson
{
    public static object Of(ListPreview preview, ListWritten? written) => new
    {
        rows = preview.Proposal.Rows.Select(r => new
        {
            sheet = r.Sheet,
            row = r.Row,
            fullName = r.FullName,
            sex = r.Sex switch { ListSex.Male => "male", ListSex.Female => "female", _ => null },
            birthYear = r.BirthYear,
            position = r.Position,
            agencyKind = r.AgencyKind,
            agency = r.Agency,
            province = r.Province is { } p ? new { vintage = p.Vintage, code = p.Code, name = p.Name } : null,
            phone = r.Phone,
            email = r.Email,
        }),
        problems = preview.Proposal.Problems.Select(p => new
        {
            sheet = p.Sheet,
            row = p.Row,
            column = p.Column,
            value = p.Value,
            problem = p.En,
            problemVi = p.Vi,
            kind = p.Kind.ToString(),
            proposal = p.Proposal,
        }),
        skippedSheets = preview.Proposal.SkippedSheets.Select(s => new { name = s.Name, why = s.En }),
        written = written is ListWritten.Done done ? new { added = done.Added, known = done.Known, leftOut = done.LeftOut, waiting = done.Waiting, above = done.Above.En } : null,
    };
}
