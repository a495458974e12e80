using System.Text;
using Sen.Web.Commands.Calc;

namespace Sen.CleanerProduction.Tests;

/// <summary>What holds for every method of «sen calc».</summary>
public sealed class DoorTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"x\":1}}")]
    [InlineData("{\"x\\ud800\":1}")] // half a letter in a key
    public void A_document_that_is_no_single_object_is_bad_input(string text)
    {
        var reply = CalcDoor.Answer("reconcile", Encoding.UTF8.GetBytes(text), force: false);
        Assert.Equal(2, reply.Exit);
        Assert.Null(reply.Document);
        Assert.NotEmpty(reply.Errors);
        Assert.All(reply.Errors, line => Assert.StartsWith("/", line, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_method_is_bad_input() => Assert.Equal(2, CalcDoor.Answer("guess", "{}"u8.ToArray(), force: false).Exit);
}
