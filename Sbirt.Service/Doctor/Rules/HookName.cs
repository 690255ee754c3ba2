namespace Sbirt.Service.Doctor.Rules;

/// <summary>A hook's name is one that is published, or has a domain in it.</summary>
internal static class HookName
{
    public static void Check(string hook, PlacedValue at, DoctorNotes notes)
    {
        if (RequirementTable.ContextOf(hook) is null && !hook.Contains('.', StringComparison.Ordinal))
        {
            notes.Add(
                "hook-name",
                at,
                "公開されたフックの一覧にない名前です。独自のフックには org.example.name のような名前が使われます。",
                "This hook is not in the published list; a hook of one's own has a name such as org.example.name.");
        }
    }
}
