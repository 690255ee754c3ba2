namespace Sbirt.Service.Doctor.Rules;

/// <summary>What a discovery answer has to hold: rows 6 to 12 and the prefetch templates.</summary>
internal static class DiscoveryRules
{
    public static void Check(PlacedValue root, DoctorNotes notes)
    {
        if (root["services"] is null)
        {
            notes.Add("6", root, "「services」の配列がありません。", "The \"services\" array is missing.");
        }

        foreach (var service in notes.List("6", root["services"]).Where(service => notes.IsObject("6", service)))
        {
            CheckService(service, notes);
        }
    }

    private static void CheckService(PlacedValue service, DoctorNotes notes)
    {
        if (notes.Text("7", service, "hook") is { } hook)
        {
            HookName.Check(hook, service["hook"]!, notes);
        }

        notes.Text("9", service, "description");
        notes.Text("10", service, "id");
        notes.Text("8", service, "title");
        notes.OptionalText("12", service, "usageRequirements");
        if (service["prefetch"] is { } prefetch && notes.IsObject("36", prefetch))
        {
            foreach (var template in prefetch.Members)
            {
                PrefetchTemplateRules.Check(template, notes);
            }
        }
    }
}
