namespace Sbirt.Content.Letters;

/// <summary>To whom a letter goes: the person, never the head of the household.</summary>
public sealed record Addressee(string Name, string Postal, string Address1, string Address2);
