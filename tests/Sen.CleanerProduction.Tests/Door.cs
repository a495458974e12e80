using System.Text;
using System.Text.Json;
using Sen.Web.Commands.Calc;

namespace Sen.CleanerProduction.Tests;

/// <summary>Asks the door in process and reads its answer.</summary>
internal sealed class Door
{
    private Door(int exit, JsonElement document, IReadOnlyList<string> errors) => (Exit, Document, Errors) = (exit, document, errors);

    public int Exit { get; }
    public JsonElement Document { get; }
    public IReadOnlyList<string> Errors { get; }

    public static Door Ask(string method, string document, bool force = false)
    {
        var reply = CalcDoor.Answer(method, Encoding.UTF8.GetBytes(document), force);
        return new Door(reply.Exit, reply.Document is { } d ? JsonSerializer.Deserialize<JsonElement>(d) : default, reply.Errors);
    }

    /// <summary>Asks for a result and goes to a place in it, such as "line/loss/total".</summary>
    public static JsonElement At(string method, string document, string path, bool force = false)
    {
        var door = Ask(method, document, force);
        Assert.True(door.Exit == 0, $"exit {door.Exit}: {string.Join("; ", door.Errors)} {(door.Exit == 3 ? door.Document.ToString() : "")}");
        return door.At(path);
    }

    public JsonElement At(string path)
    {
        var at = Document;
        foreach (var step in path.Split('/')) at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(step)] : at.GetProperty(step);
        return at;
    }

    public double Number(string path) => At(path).GetDouble();

    public bool IsNull(string path) => At(path).ValueKind == JsonValueKind.Null;
}
