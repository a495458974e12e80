namespace Sen.Web.Platform.Settings;

/// <summary>A fact about this installation that must survive a restart, such as whether the sample is in.</summary>
public sealed class Setting
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}
