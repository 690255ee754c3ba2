namespace Sbirt.Service.Security.Scopes;

/// <summary>What SMART tells apart in a scope, in its order: create, read, update, delete, search.</summary>
[Flags]
internal enum Interactions
{
    None = 0,
    Create = 1,
    Read = 2,
    Update = 4,
    Delete = 8,
    Search = 16,
}
