namespace Sbirt.Service.Claims.Uke;

/// <summary>How often 薬剤料点数 was 単位薬剤料 times 調剤数量, which shows that 調剤数量 counts days (claims 4.4).</summary>
internal readonly record struct ArithmeticCheck(long Compared, long Agreed);
