using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Places;

/// <summary>A name cut into folded words: «Sở TN&amp;MT TP.HCM» is so, tn, mt, tp, hcm.</summary>
internal static class PlaceWords
{
    public static string[] Of(string? text) =>
        SearchKey.Of(text).Split([' ', '.', '_', '+', '@'], StringSplitOptions.RemoveEmptyEntries);
}
