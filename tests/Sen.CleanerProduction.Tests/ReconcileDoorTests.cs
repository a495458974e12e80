namespace Sen.CleanerProduction.Tests;

/// <summary>Whole documents of «sen calc reconcile», in and out.</summary>
public sealed class ReconcileDoorTests
{
    [Theory]
    [InlineData("reconcile-bypass")]
    [InlineData("reconcile-bypass-unmeasured")]
    [InlineData("reconcile-stan")]
    [InlineData("reconcile-contradiction")]
    [InlineData("reconcile-bad")]
    public void The_document_comes_back_as_given(string name) => DoorCases.Holds(name);
}
