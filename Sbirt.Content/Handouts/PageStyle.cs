namespace Sbirt.Content.Handouts;

/// <summary>The look of a printed page: one A4 sheet, fonts of the machine, nothing fetched.</summary>
internal static class PageStyle
{
    public const string Css = """
        @page{size:A4;margin:18mm 20mm}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:170mm;color:#1c2a33;background:#fff;font:12.5pt/1.75 "IPAexGothic","Noto Sans CJK JP","Hiragino Sans","Yu Gothic","Noto Sans",sans-serif}
        html[lang=en] body{font-family:"Noto Sans","DejaVu Sans","Helvetica Neue",Arial,sans-serif;line-height:1.55}
        h1{font-size:22pt;line-height:1.35;margin:4mm 0 7mm;padding-bottom:3mm;border-bottom:2pt solid #3d7ea6}
        h2{font-size:13pt;line-height:1.4;margin:0 0 2mm;color:#2b5f80}
        p{margin:0 0 3mm}ul{margin:0 0 3mm;padding-left:6mm}li{margin:1mm 0}
        section{margin-bottom:7mm;break-inside:avoid}
        .week,.step,.places{border:1pt solid #c9d4db;border-radius:3mm;padding:4mm 6mm}
        .week p{margin:1mm 0}.week svg{width:100%;height:auto;display:block;margin:1mm 0}.guide{color:#6b4700}
        .mark{display:inline-block;width:1mm;height:4mm;background:#8a5a00;margin-right:2mm;vertical-align:-.6mm}
        .step{border-left:3mm solid #3d7ea6}.step p{line-height:2.4;margin:0}
        .places ul{list-style:none;padding:0;margin:0}
        footer{font-size:9.5pt;color:#55646d;border-top:1pt solid #c9d4db;padding-top:2mm}
        """;
}
