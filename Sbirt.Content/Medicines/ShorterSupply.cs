namespace Sbirt.Content.Medicines;

/// <summary>
/// An order being written that could be for fewer days. Only the supply would change: the amount a day stays as it
/// is written, so that nothing is stopped and no dose is lowered.
/// </summary>
/// <param name="UseId">As <see cref="MedicineUse.Id"/>; shown to nobody.</param>
/// <param name="FromDays">Days it is written for now.</param>
/// <param name="ToDays">Days it would be for, at least one: the limit, or what is left once the days at hand are used.</param>
public sealed record ShorterSupply(string UseId, Ingredient Ingredient, int FromDays, int ToDays);
