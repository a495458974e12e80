using Sen.Web.Features.People.Places;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>The group a row stands under: its province and agency as far as the lines above name them.</summary>
internal sealed record GroupLine(string Label, char Numbering, PlaceFinding Place, UnitReading? Unit)
{
    /// <summary>What the line adds to the groups it may stand in.</summary>
    public static GroupLine Read(string line, GroupLine? above, ListContext context)
    {
        var (label, numbering) = RowSorter.WithoutNumber(line);
        // «Tỉnh Vĩnh Long: 8 người» and «Tỉnh Vĩnh Long (8)» are the province too.
        var name = label.Split([':', '('], 2)[0].Trim();
        var place = context.Gazetteer.Find(name, context.InForceOn);
        if (!place.IsNone) return new(label, numbering, place, null);

        var unit = UnitReading.Read(name, context.InForceOn, context.Gazetteer, context.Kinds);
        if (unit.Kind is not null)
            return new(label, numbering, unit.Place.IsNone && above is not null ? above.Place : unit.Place, unit with { Text = name });

        // «Các đại biểu tỉnh Vĩnh Long»: somewhere in the line.
        if (!unit.Place.IsNone && unit.SuggestedKind is null) return new(label, numbering, unit.Place, null);

        // «Nhóm 1» under «I. Tỉnh Vĩnh Long» stands in it; «II. Nhóm khác» ends it.
        var inside = above is not null && numbering != above.Numbering;
        return new(label, inside ? above!.Numbering : numbering, inside ? above!.Place : PlaceFinding.None, inside ? above!.Unit : null);
    }
}
