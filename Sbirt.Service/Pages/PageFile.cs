using System.Security.Cryptography;
using System.Text;
using Sbirt.Content.Languages;

namespace Sbirt.Service.Pages;

/// <summary>
/// A page that is a file of its own and holds both languages: nothing runs and nothing is fetched, whatever program shows
/// it. Which language is seen is decided by the address (<c>#en</c>), and only that one is printed and read out.
/// </summary>
internal static class PageFile
{
    private const string Style = PageStyle.Css + """

        .tongue{padding-bottom:1rem}#en{display:none}#en:target{display:block}#en:target~#ja{display:none}
        .tongue[lang=en]{font-family:"Noto Sans","DejaVu Sans","Helvetica Neue",Arial,sans-serif;line-height:1.5}
        .top{background:#123b57;color:#fff}.top header{padding-top:1.4rem;padding-bottom:1.6rem}.top h1{font-size:1.9rem;margin:.2rem 0 .3rem}
        .top p{margin:.15rem 0}.top .soft{color:#d5e3ec}.top .tongues{text-align:right;font-size:.9rem}.top a{color:#fff}
        main>p:first-child,.lead{font-size:1.08rem;margin:1.2rem 0}
        .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:.4rem 2rem;align-items:start}
        .pair figure{margin-top:.6rem}.pair>.whole{grid-column:1/-1}
        tfoot th,tfoot td{border-top:2px solid var(--line);border-bottom:0;font-weight:600}
        td small{font-size:.8rem;color:var(--soft)}
        .ok{border-left:4px solid #2f7d5b;padding:.2rem .8rem;margin:.6rem 0}
        ol.plain{padding-left:1.3rem}ol.plain li{margin:.35rem 0}
        svg .blue{fill:#1f6089}svg .amber{fill:#d99a2b}svg .pale{fill:#b9c7d0}svg .green{fill:#4d9a7c}svg .violet{fill:#7a5c99}
        svg .kept{fill:#fff;stroke:#5b6a74;stroke-width:1;stroke-dasharray:2 2}
        svg .zero{stroke:#1c2a33;stroke-width:1.5}svg .whisker,svg .slope{stroke-width:2.5;stroke-linecap:round}
        svg line.blue{stroke:#1f6089}svg line.pale{stroke:#9aabb6}svg circle.pale{fill:#9aabb6}svg line.amber{stroke:#d99a2b}
        svg .halo{paint-order:stroke;stroke:#fff;stroke-width:4px}
        @media (max-width:46rem){.pair{display:block}.top h1{font-size:1.5rem}}
        @media print{.tongues{display:none}.top{print-color-adjust:exact;-webkit-print-color-adjust:exact}h2,h3{break-after:avoid}.pair{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}tr{break-inside:avoid}p,li{orphans:3;widows:3}}
        """;

    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; base-uri 'none'; form-action 'none'";

    /// <param name="body">The page's header and all below it, in each language.</param>
    public static byte[] Of(Localized title, Func<Language, (Html Head, Html Main)> body) => Encoding.UTF8.GetBytes(new Html().Add($"""
        <!DOCTYPE html>
        <html lang="ja">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <title>{title.Ja} / {title.En}</title>
        <style>{new Html().AddPlain(Style)}</style>
        </head>
        <body>
        {Tongue(Language.En, body)}{Tongue(Language.Ja, body)}</body>
        </html>

        """).ToString());

    private static Html Tongue(Language language, Func<Language, (Html Head, Html Main)> body)
    {
        var (head, main) = body(language);
        var other = language == Language.En ? Language.Ja : Language.En;
        return new Html().Add($"""
            <div class="tongue" id="{LanguageTag.Of(language)}" lang="{LanguageTag.Of(language)}">
            <div class="top"><header>
            <p class="tongues"><a href="#{LanguageTag.Of(other)}" lang="{LanguageTag.Of(other)}" hreflang="{LanguageTag.Of(other)}">{PageWords.Otherwise.In(language)}</a></p>
            {head}</header></div>
            <main>
            {main}</main>
            </div>

            """);
    }
}
