using Sen.Web.Features.People;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Spreadsheets;
using Province = Sen.Web.Features.People.Places.Province;

namespace Sen.Web.Features.Registrations.Lists;

internal sealed record UnitOfRow(string? AgencyKind, string? Agency, ProposedProvince? Province, UnitSuggestion? Suggestion);

/// <summary>Puts agency and province together from the unit's name, the province column and the group line, in this order of trust.</summary>
internal sealed class UnitOfLine(ListContext context, GroupLine? group, Action<ListField, int?, string?, ListProblemKind, string?> report)
{
    public UnitOfRow Read(Cell? agencyCell, Cell? provinceCell)
    {
        var text = agencyCell is { } a ? PersonName.Clean(a.Value) : "";
        var unit = text.Length > 0 ? context.Unit(text) : group?.Unit;
        if (unit is not null && text.Length == 0) text = unit.Text;

        var column = ReadProvinceColumn(provinceCell);
        var named = unit?.Place ?? PlaceFinding.None;
        // A firm may be named after a province it does not sit in; an agency may not.
        if (unit is { Kind: null } && !column.IsNone) named = PlaceFinding.None;

        var province = Province(column, provinceCell, named);
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
        else if (needsProvince && province is null && (column.IsNone && provinceCell is null || named.IsAmbiguous))
            report(ListField.Agency, where, value, ListProblemKind.ProvinceNotCertain, Proposed(fallback)?.Name);

        var composed = unit.KindIsCertain && named.NotInForce is null && (!unit.Kind!.IsProvincial || ofName is not null);
        var agency = composed && !unit.Kind!.HasOwnName ? unit.Kind.FullName(ofName) : text;
        var certain = composed && province is not null || composed && !unit.Kind!.IsProvincial;
        return new(unit.KindIsCertain ? unit.Kind!.Id : null, agency, Proposed(province), certain ? null : suggestion);
    }

    private Province? Province(PlaceFinding column, Cell? provinceCell, PlaceFinding named)
    {
        if (provinceCell is { } cell && column.InForce is null) return null;
        if (column.InForce is { } written)
        {
            if (named.InForce is not { } other || other == written) return written;
            report(ListField.Province, provinceCell!.Value.Column, provinceCell.Value.Value, ListProblemKind.ProvinceNotCertain, other.Name);
            return null;
        }
        if (!named.IsNone) return named.InForce;
        return GroupPlace().InForce;
    }

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
