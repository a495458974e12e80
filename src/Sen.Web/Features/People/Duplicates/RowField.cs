using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>One choice of the merge page: the columns that go together, and what they say in words.</summary>
public sealed record RowField(string Name, Bilingual Words, string[] Columns);
