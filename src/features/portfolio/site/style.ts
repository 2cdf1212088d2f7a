import type { Theme } from "./site-project.ts";

type Look = { text: string; head: string; light: string; dark: string };

const LOOKS: Record<Theme, Look> = {
  paper: {
    text: 'Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif',
    head: 'Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif',
    light: "--paper:#fbfaf6;--ink:#1e1d1a;--soft:#5a574f;--line:#d9d5c9;--accent:#7a2e12",
    dark: "--paper:#191814;--ink:#ece8dd;--soft:#b0ab9d;--line:#3b382f;--accent:#eba27f",
  },
  slate: {
    text: 'ui-sans-serif, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    head: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
    light: "--paper:#ffffff;--ink:#14181d;--soft:#505a66;--line:#d5dbe2;--accent:#0b5cad",
    dark: "--paper:#12161b;--ink:#e4e9ee;--soft:#a3adb8;--line:#2c343d;--accent:#83bbf5",
  },
};

/** The whole style sheet of a theme: screen in light and dark by the system's setting, and paper. */
export function styleOf(theme: Theme): string {
  const { text, head, light, dark } = LOOKS[theme];
  return `:root{${light};color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 ${text};overflow-wrap:break-word}
.wrap{max-width:44rem;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1,h2,h3{font-family:${head};line-height:1.2;font-weight:600;margin:0}
h1{font-size:1.9rem}h2{font-size:1.25rem;margin-top:2.5rem}h3{font-size:1.05rem}
p,ul,ol{margin:.6rem 0}ul,ol{padding-left:1.2rem}
a{color:var(--accent);text-underline-offset:.18em}
a:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:2px}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .6rem}
nav{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;font-size:.95rem;margin-bottom:2.25rem}
nav a{color:var(--soft);text-decoration:none;padding:.35rem 0}nav a:hover{text-decoration:underline}
nav a[aria-current]{color:var(--ink);font-weight:600}
.soft{color:var(--soft);font-size:.95rem;margin:.25rem 0}
.lead{font-size:1.15rem}
.cards{list-style:none;padding:0;margin:1rem 0}
.cards>li{border-top:1px solid var(--line);padding:1.1rem 0}
.tags{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.35rem;margin:.5rem 0}
.tags li{border:1px solid var(--line);border-radius:1rem;padding:0 .6rem;font-size:.88rem}
.entry{margin:1rem 0}.entry p{margin:.2rem 0}
.row{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 1rem;align-items:baseline}
footer{border-top:1px solid var(--line);margin-top:3rem;padding-top:.75rem}
@media print{
@page{margin:16mm 15mm}
:root{--paper:#fff;--ink:#000;--soft:#333;--line:#bbb;--accent:#000;color-scheme:light}
body{font-size:10pt;line-height:1.4}.wrap{max-width:none;padding:0}
nav,.skip,footer{display:none}
h1{font-size:18pt}h2{font-size:12pt;margin-top:5mm;border-bottom:1px solid var(--line)}h3{font-size:10.5pt}
.soft{font-size:9pt;margin:0}.entry{margin:2mm 0}p,ul{margin:1mm 0}
h1,h2,h3{break-after:avoid}.entry,.cards>li{break-inside:avoid}p,li{orphans:2;widows:2}
a{text-decoration:none}.url::after{content:" (" attr(href) ")";font-size:8.5pt}
.cards>li{padding:2.5mm 0}
}
`;
}
