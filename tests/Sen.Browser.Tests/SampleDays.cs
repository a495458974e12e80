using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Browser.Tests;

/// <summary>Days of the sample, which move with the day on which it came in.</summary>
internal static class SampleDays
{
    public static DateOnly CanTho { get; } = Series2026.Create(TimeProvider.System.LocalDay()).Workshops.Single(w => w.Code == "can-tho-2026").StartsOn!.Value;
}
