using Sen.Web.Features.People.Places;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>The group a row stands under: its province and agency as far as the lines above name them.</summary>
internal sealed record GroupLine(string Label, char Numbering, PlaceFinding Place, UnitReading? Unit, GroupLine? Parent)
{
    /// <summary>The line itself is a province, not only a group that stands under one.</summary>
    public bool IsProvince { get; private init; }

    /// <summary>What the line adds to the groups it may stand in.</summary>
    public static GroupLine Read(string line, GroupLine? above, ListContext context)
    {
        var (label, numbering) = RowSorter.WithoutNumber(line);
        var parent = ParentOf(numbering, above);
        var name = NameOf(label);
        var place = context.Gazetteer.Find(name, context.InForceOn);
        if (!place.IsNone) return new(label, numbering, place, null, parent) { IsProvince = true };

        var unit = UnitReading.Read(name, context.InForceOn, context.Gazetteer, context.Kinds);
        if (unit.Kind is not null)
            return new(label, numbering, unit.Place.IsNone ? PlaceAround(numbering, above) : unit.Place, unit with { Text = name }, parent);

        // «Các đại biểu tỉnh Vĩnh Long»: somewhere in the line.
        if (!unit.Place.IsNone && unit.SuggestedKind is null) return new(label, numbering, unit.Place, null, parent);

        // «Nhóm 1» under «I. Tỉnh Vĩnh Long» stands in it; «II. Nhóm khác» ends it.
        return new(label, numbering, parent?.Place ?? PlaceFinding.None, parent?.Unit, parent);
    }

    /// <summary>«Tỉnh Vĩnh Long: 8 người», «Tỉnh Vĩnh Long (8)» and «- Tỉnh Vĩnh Long» are the province too.</summary>
    public static string NameOf(string label) => label.Split([':', '('], 2)[0].Trim(' ', '-', '–', '+', '*', '•');

    // «B» after «A», «I», «II» ends all three: what a line ends is told by the nearest line numbered as it is.
    private static GroupLine? ParentOf(char numbering, GroupLine? above)
    {
        for (var line = above; line is not null; line = line.Parent)
            if (line.Numbering == numbering) return line.Parent;
        return above;
    }

    // Without numbers a province and its agencies are lines of one rank: an agency stands under the province before it.
    private static PlaceFinding PlaceAround(char numbering, GroupLine? above)
    {
        if (ParentOf(numbering, above) is { Place.IsNone: false } parent) return parent.Place;
        return numbering == ' ' && above is { Numbering: ' ' } and ({ IsProvince: true } or { Unit.Place.IsNone: true }) ? above.Place : PlaceFinding.None;
    }
}
