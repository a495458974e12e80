using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Forms;

/// <summary>The two boxes of a bilingual text on a form.</summary>
public sealed class BilingualInput
{
    [AtMost(20_000)]
    public string Vi { get; set; } = "";

    [AtMost(20_000)]
    public string En { get; set; } = "";

    public Bilingual Text => Bilingual.Of(Vi, En);

    public static BilingualInput Of(Bilingual text) => new() { Vi = text.Vi, En = text.En };
}
