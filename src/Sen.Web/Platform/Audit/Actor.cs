namespace Sen.Web.Platform.Audit;

/// <summary>On whose behalf this unit of work runs, and why: a signed-in person, a command, or a job.</summary>
public sealed class Actor
{
    public Guid? UserId { get; private set; }
    public string Who { get; private set; } = "system";
    public string? Why { get; private set; }

    public void Is(Guid userId, string name) => (UserId, Who) = (userId, name);

    public void Runs(string command) => (UserId, Who) = (null, command);

    public void Because(string why) => Why = why;
}
