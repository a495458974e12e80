namespace Sen.Web.Data;

/// <summary>Rows that two people may have open at once. The form carries the version it was made from; a newer one wins with a 409.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
