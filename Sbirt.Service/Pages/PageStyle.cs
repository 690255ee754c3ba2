using System.Security.Cryptography;
using System.Text;

namespace Sbirt.Service.Pages;

/// <summary>The one look of our pages, on a phone, on a screen and on paper; nothing is fetched for it.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{color-scheme:light;--ink:#1c2a33;--soft:#4d5b64;--line:#c9d4db;--blue:#1f6089;--amber:#d99a2b;--grey:#d5dde2}
        *{box-sizing:border-box}
        body{margin:0;color:var(--ink);background:#fff;font:1rem/1.65 "Hiragino Sans","Yu Gothic","Noto Sans CJK JP","IPAexGothic","Noto Sans",sans-serif}
        html[lang=en] body{font-family:"Noto Sans","DejaVu Sans","Helvetica Neue",Arial,sans-serif;line-height:1.5}
        main,header,footer{max-width:60rem;margin:0 auto;padding:0 1rem}
        .skip{position:absolute;left:-100vw;background:#fff;padding:.5rem 1rem;border:2px solid var(--blue)}
        .skip:focus{left:.5rem;top:.5rem}
        h1{font-size:1.6rem;line-height:1.3;margin:1.2rem 0 .4rem}
        h2{font-size:1.2rem;line-height:1.4;margin:2.2rem 0 .6rem;padding-bottom:.2rem;border-bottom:2px solid var(--blue)}
        h3{font-size:1rem;margin:1.4rem 0 .3rem}
        p{margin:.4rem 0}a{color:#164e70}
        a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,.wide:focus-visible{outline:3px solid var(--amber);outline-offset:2px}
        .soft,footer,caption,.note{color:var(--soft)}
        .note{border-left:4px solid var(--amber);padding:.2rem .8rem;margin:.6rem 0}
        form{display:flex;flex-wrap:wrap;gap:.6rem 1rem;align-items:end;margin:.8rem 0}
        label{display:block;font-size:.9rem}
        input,button{font:inherit;min-height:2.75rem;padding:.3rem .7rem;border:1px solid #6b7b85;border-radius:.3rem;background:#fff;color:inherit}
        button{background:var(--blue);border-color:var(--blue);color:#fff;cursor:pointer}
        nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:.4rem 0}
        nav a{display:inline-block;padding:.4rem 0}
        .numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:.8rem 0}
        .numbers div{border:1px solid var(--line);border-radius:.4rem;padding:.5rem .8rem}
        .numbers dt{font-size:.85rem;color:var(--soft)}.numbers dd{margin:0;font-size:1.4rem;line-height:1.3}
        .numbers small{font-size:.85rem;color:var(--soft)}
        .wide{overflow-x:auto}
        table{border-collapse:collapse;width:100%;font-size:.92rem;margin:.6rem 0}
        caption{text-align:left;font-size:.9rem;padding:.2rem 0}
        th,td{border-bottom:1px solid var(--line);padding:.4rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
        tbody th{min-width:8.5rem}
        thead th{border-bottom:2px solid var(--line);font-weight:600;font-size:.85rem;overflow-wrap:normal}
        td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        thead th.n{white-space:normal;min-width:4.4rem}thead th.w{min-width:6rem}
        .few{font-size:.8rem;color:#7a4b00;white-space:nowrap}
        code{font-family:"DejaVu Sans Mono",Consolas,monospace;font-size:.88em;overflow-wrap:anywhere}
        figure{margin:.6rem 0;max-width:32rem}figure svg{display:block;width:100%;height:auto}
        figcaption{font-size:.9rem;color:var(--soft)}
        .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;padding:0;margin:.3rem 0;font-size:.9rem}
        .legend svg{display:inline-block;width:.9rem;height:.9rem;vertical-align:-.1rem;margin-right:.35rem}
        svg text{font-size:13px;fill:var(--ink)}svg .tick{font-size:11px;fill:var(--soft)}
        svg .accepted,svg .middle{fill:var(--blue)}svg .overridden,svg .reason{fill:var(--amber)}svg .silent{fill:var(--grey);stroke:#8a979f;stroke-width:.5}
        svg .axis{stroke:var(--line);stroke-width:1}svg .range{fill:#a9c6d8}
        .rule{border:1px solid var(--line);border-radius:.4rem;padding:.2rem 1rem .6rem;margin:.8rem 0;break-inside:avoid}
        .sources{margin:.4rem 0;padding-left:1.2rem;font-size:.88rem;color:var(--soft);overflow-wrap:anywhere}
        footer{font-size:.85rem;border-top:1px solid var(--line);margin-top:2.5rem;padding-top:.8rem;padding-bottom:2rem}
        @media print{form,nav,.skip{display:none}body{font-size:10pt}h2{break-after:avoid}figure,table{break-inside:avoid}.wide{overflow:visible}svg *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        @page{size:A4;margin:15mm}
        """;

    /// <summary>The policy under which exactly this style is used, and nothing runs or is fetched.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}
