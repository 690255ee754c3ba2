using Sbirt.Content.Claims;

namespace Sbirt.Service.Claims.Facts;

/// <summary>
/// Who a claim is about, without saying who. <paramref name="Base"/> stands for insurer, symbol, number, birth date and sex;
/// only twins of one household share it, and they are told apart by branch number, or else by name.
/// </summary>
/// <param name="Base">A hash under the key of the scan.</param>
/// <param name="Branch">枝番 as a number and one; 0: not told.</param>
/// <param name="Name">A hash of カナ氏名 as written; 0: not told.</param>
/// <param name="BirthYear">0: not told.</param>
internal readonly record struct ClaimPerson(UInt128 Base, ushort Branch, ulong Name, ClaimSex Sex, ushort BirthYear);
