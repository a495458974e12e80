using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sen.Web.Features.People.Places;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>What somebody may say again later by their private link: where they work, and what they need.</summary>
public class WorkInput
{
    [Needed("Ghi chức vụ, ví dụ: Chuyên viên", "Enter your position, such as: Officer"), AtMost(200)]
    public string Position { get; set; } = "";

    [Needed("Ghi tên cơ quan, đơn vị công tác", "Enter the agency you work for"), AtMost(300)]
    public string Agency { get; set; } = "";

    public string ProvinceId { get; set; } = "";

    [AtMost(500)]
    public string Diet { get; set; } = "";

    [AtMost(500)]
    public string AccessNeeds { get; set; } = "";

    public string? Province => ProvinceId is "" or RegistrationForm.National ? null : ProvinceId;

    public bool SaysNeeds => Diet.Length + AccessNeeds.Length > 0;

    /// <summary>
    /// The unit behind the words. A province nobody chose is taken from the agency, and stands chosen if the form comes back; where the
    /// words do not tell it, the person is asked.
    /// </summary>
    public async Task<RegistrantUnit?> UnitAsync(Workshop workshop, RegistrationForm form, RegistrantUnits units, AgencyKinds kinds, ModelStateDictionary state, Language l, CancellationToken ct)
    {
        const string Box = "Input." + nameof(ProvinceId);
        if (form.Provinces.All(p => p.Value != ProvinceId))
        {
            state.AddModelError(Box, l["Chọn lại tỉnh, thành phố trong danh sách", "Choose a province of the list again"]);
            return null;
        }
        if (Agency.Trim().Length == 0) return null;
        var (unit, _) = await units.OfAsync(workshop, Agency, Province, ct);
        if (ProvinceId.Length > 0) return ProvinceId == RegistrationForm.National ? unit with { ProvinceId = null } : unit;
        if (unit.ProvinceId is { } found)
        {
            ProvinceId = found;
            // A box that was not sent at all has no state; one made here would count as not validated.
            if (state.ContainsKey(Box)) state.SetModelValue(Box, found, found);
        }
        else if (unit.KindId is null || !kinds.TryFind(unit.KindId, out var kind) || kind.Level is not ("national" or "international"))
            state.AddModelError(Box, l["Chọn tỉnh, thành phố nơi Ông/Bà công tác", "Choose the province you work in"]);
        return unit;
    }
}
