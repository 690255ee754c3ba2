namespace Sbirt.Service.Claims.Synthesis;

/// <summary>Names that nobody bears, in CP932. A few hold a character of the writer's own (外字), which no table maps.</summary>
internal static class MadeUpNames
{
    public const int Families = 10;
    public const int Given = 24;

    // The first character of the range for users' own characters in CP932.
    private static readonly byte[] OwnCharacter = [0xF0, 0x40];

    private static readonly (string Name, string Kana)[] FamilyNames =
    [
        ("見本", "ミホン"), ("例示", "レイジ"), ("試験", "シケン"), ("架空", "カクウ"), ("仮名", "カメイ"),
        ("雛形", "ヒナガタ"), ("模擬", "モギ"), ("練習", "レンシュウ"), ("標本", "ヒョウホン"), ("外字", "ガイジ"),
    ];

    private static readonly (string Name, string Kana)[] GivenNames =
    [
        ("太郎", "タロウ"), ("次郎", "ジロウ"), ("三郎", "サブロウ"), ("四郎", "シロウ"), ("一夫", "カズオ"), ("二夫", "ツギオ"),
        ("春男", "ハルオ"), ("夏男", "ナツオ"), ("秋男", "アキオ"), ("冬男", "フユオ"), ("東", "アズマ"), ("西男", "ニシオ"),
        ("花子", "ハナコ"), ("桜子", "サクラコ"), ("梅子", "ウメコ"), ("桃子", "モモコ"), ("菊子", "キクコ"), ("松子", "マツコ"),
        ("春子", "ハルコ"), ("夏子", "ナツコ"), ("秋子", "アキコ"), ("冬子", "フユコ"), ("雪子", "ユキコ"), ("月子", "ツキコ"),
    ];

    private static readonly byte[][] Written = [.. Enumerable.Range(0, Families * Given).Select(name => WrittenOf(name))];
    private static readonly byte[][] Kanas = [.. Enumerable.Range(0, Families * Given).Select(name => District.Bytes(Text(name).Kana))];

    /// <summary>保険医氏名.</summary>
    public static byte[] Doctor { get; } = District.Bytes("見本　医師");

    /// <summary>The number of a name for this sex (1 male, 2 female).</summary>
    public static int Of(int family, int sex, int given) => (family * Given) + ((sex - 1) * (Given / 2)) + (given % (Given / 2));

    public static byte[] Bytes(int name) => Written[name];

    public static byte[] Kana(int name) => Kanas[name];

    /// <summary>The name in reading letters, as the list of planted persons shows it.</summary>
    public static string KanaText(int name) => Text(name).Kana;

    private static (string Name, string Kana) Text(int name)
    {
        var family = FamilyNames[name / Given];
        var given = GivenNames[name % Given];
        return (family.Name + "　" + given.Name, family.Kana + "　" + given.Kana);
    }

    private static byte[] WrittenOf(int name)
    {
        var plain = District.Bytes(Text(name).Name);
        return name / Given == Families - 1 ? [.. OwnCharacter, .. plain.AsSpan(2)] : plain;
    }
}
