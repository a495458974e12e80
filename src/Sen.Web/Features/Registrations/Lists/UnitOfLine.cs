using Sen.Web.Features.People;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Spreadsheets;
using Province = Sen.Web.Features.People.Places.Province;

namespace Sen.Web.Features.Registrations.Lists;

internal sealed record UnitOfRow(string? AgencyKind, string? Agency, ProposedProvince? Province, UnitSuggestion? Suggestion);

/// <summary>Puts agency and province together from the unit's name, the province column and the group line, in this order of trust.</summary>
internal sealed class UnitOfLine(ListContext context, GroupLine? group, Action<ListField, int?, string?, ListProblemKind, string?> report)
{
    private bool _contradicted;

    /// <param name="provinceUnread">The province column holds a formula or an error, which is a problem already.</param>
    public UnitOfRow Read(Cell? agencyCell, Cell? provinceCell, bool provinceUnread)
    {
        var text = agencyCell is { } a ? PersonName.Clean(a.Value) : "";
        var unit = text.Length > 0 ? context.Unit(text) : group?.Unit;
        if (unit is not null && text.Length == 0) text = unit.Text;

        var column = ReadProvinceColumn(provinceCell);
        var named = unit?.Place ?? PlaceFinding.None;
        // A firm may be named after a province it does not sit in; an agency may not.
        if (unit is { Kind: null } && !column.IsNone) named = PlaceFinding.None;

        var province = provinceUnread ? null : Province(column, provinceCell, named, unit?.Kind is null ? null : agencyCell);
        if (unit is null) return new(null, null, Proposed(province), null);

        var ofName = named.InForce ?? (named.IsNone ? province : null);
        var fallback = province ?? named.InForce ?? named.Successor ?? column.Successor ?? (named.IsNone ? GroupPlace().Successor : null);
        // «Phòng Quản lý công nghiệp» under the line «Sở Công Thương tỉnh Cà Mau» is probably one of its rooms.
        var suggestedKind = unit.KindIsCertain ? unit.Kind : unit.SuggestedKind ?? (unit.Kind is null ? group?.Unit?.SuggestedKind : null);
        var suggestion = new UnitSuggestion(suggestedKind?.Id, Proposed(fallback),
            suggestedKind is { HasOwnName: false } ? suggestedKind.FullName(fallback) : text);

        var where = agencyCell?.Column;
        var value = agencyCell?.Value;
        var needsProvince = unit.Kind is null or { IsProvincial: true } or { HasOwnName: true };
        if (unit.Kind is null)
            report(ListField.Agency, where, value, ListProblemKind.AgencyKindNotCertain, suggestion.AgencyKind);
        else if (!unit.KindInForce || named.NotInForce is not null)
            report(ListField.Agency, where, value, ListProblemKind.NotInForce, suggestedKind is null ? null : suggestion.Agency);
        else if (needsProvince && province is null && !provinceUnread && !_contradicted && (column.IsNone && provinceCell is null || named.IsAmbiguous))
            report(ListField.Agency, where, value, ListProblemKind.ProvinceNotCertain, Proposed(fallback)?.Name);

        var composed = unit.KindIsCertain && named.NotInForce is null && (!unit.Kind!.IsProvincial || ofName is not null);
        var agency = composed && !unit.Kind!.HasOwnName ? unit.Kind.FullName(ofName) : text;
        var certain = composed && province is not null || composed && !unit.Kind!.IsProvincial;
        return new(unit.KindIsCertain ? unit.Kind!.Id : null, agency, Proposed(province), certain ? null : suggestion);
    }

    private Province? Province(PlaceFinding column, Cell? provinceCell, PlaceFinding named, Cell? kindCell)
    {
        if (provinceCell is { } cell && column.InForce is null) return null;
        if (column.InForce is { } written)
        {
            if ((named.InForce ?? GroupProvince) is not { } other || other == written) return written;
            return Contradicted(ListField.Province, provinceCell, other);
        }
        if (named.IsNone) return GroupPlace().InForce;
        if (named.InForce is { } own && kindCell is not null && GroupProvince is { } above && above != own) return Contradicted(ListField.Agency, kindCell, own);
        return named.InForce;
    }

    private Province? Contradicted(ListField field, Cell? cell, Province proposed)
    {
        _contradicted = true;
        report(field, cell!.Value.Column, cell.Value.Value, ListProblemKind.ProvinceNotCertain, proposed.Name);
        return null;
    }

    // «Tỉnh Vĩnh Long» right above the row; «Nhóm 2» under it may bring together whom it likes.
    private Province? GroupProvince => group is { IsProvince: true } ? group.Place.InForce : null;

    private PlaceFinding GroupPlace() => group?.Place ?? PlaceFinding.None;

    private PlaceFinding ReadProvinceColumn(Cell? cell)
    {
        if (cell is not { } filled || PersonName.Clean(filled.Value) is not { Length: > 0 } text) return PlaceFinding.None;
        var place = context.Gazetteer.Find(text, context.InForceOn);
        // «Q. Ninh Kiều, TP. Cần Thơ»
        if (place.IsNone) place = context.Gazetteer.FindWithin(PlaceWords.Of(text), context.InForceOn);
        if (place.InForce is not null) return place;
        report(ListField.Province, filled.Column, filled.Value, place.NotInForce is not null ? ListProblemKind.NotInForce : ListProblemKind.NotAProvince, place.Successor?.Name);
        return place;
    }

    private static ProposedProvince? Proposed(Province? province) => province is null ? null : new(province.Vintage, province.Code, province.Name);
}
