// Output: the style sheet of the web page, for light and dark, wide and narrow, screen and paper.

/// The style sheet. Which part of the page is seen is decided here, by the address alone: `#r3` shows the third report. On paper a table's
/// head is printed again on each of its pages; a button in it would not be, only its text is.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1d232b; --quiet: #5b6572; --paper: #fff; --ground: #f4f6f8; --line: #d5dbe2;
      --link: #0b5cad; --error: #b3261e; --warning: #8a5300; --info: #1f5fa8; --error-ground: #fde7e5;
      --warning-ground: #fdf0d5; --info-ground: #e4eefa; --good: #1c6b3a; --focus: #0b5cad; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e4e8ee; --quiet: #9aa6b5; --paper: #171b21; --ground: #0f1216;
      --line: #353d48; --link: #7fb8f5; --error: #ff8f86; --warning: #f2bd5b; --info: #8dbdf4; --error-ground: #4a1d1a;
      --warning-ground: #44320f; --info-ground: #1a3047; --good: #7fd19b; --focus: #7fb8f5; } }
    html[lang=en] [lang=zh-CN], html[lang=zh-CN] [lang=en] { display: none; }
    * { box-sizing: border-box; }
    #language { position: absolute; top: .6rem; right: 1rem; z-index: 1; cursor: pointer; }
    html { font: 15px/1.55 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
    body { margin: 0; background: var(--ground); color: var(--ink); }
    main { max-width: 1360px; margin: 0 auto; padding: 1rem; }
    h1 { font-size: 1.35rem; margin: .4rem 5.5rem .2rem 0; } h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
    h3 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
    a { color: var(--link); } p { margin: .3rem 0; } .quiet { color: var(--quiet); }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
    .card { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: .9rem 1rem; min-width: 0; }
    .cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 310px), 1fr));
      margin: 1rem 0; }
    .stack { display: grid; gap: 1rem; align-content: start; min-width: 0; }
    .figures { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin: .6rem 0; padding: 0; list-style: none; }
    .figures b { font-size: 1.5rem; font-variant-numeric: tabular-nums; margin-right: .3rem; }
    .error { color: var(--error); } .warning { color: var(--warning); } .info { color: var(--info); } .good { color: var(--good); }
    .bars { width: 100%; border-collapse: collapse; table-layout: fixed; }
    .bars th { font-weight: normal; text-align: left; padding: .12rem .5rem .12rem 0; width: 52%; overflow-wrap: anywhere; }
    .bars td { padding: .12rem 0; } .bars td:last-child { text-align: right; width: 3.6em; font-variant-numeric: tabular-nums; }
    .bars svg { display: block; width: 100%; height: .8rem; }
    .bars .error { fill: var(--error); } .bars .warning { fill: var(--warning); } .bars .info { fill: var(--info); }
    .scroll { overflow-x: auto; }
    .tools { display: flex; flex-wrap: wrap; gap: .5rem .8rem; margin: .4rem 0 .8rem; align-items: end; }
    .tools label { display: grid; font-size: .85rem; color: var(--quiet); }
    input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--line);
      border-radius: 5px; padding: .3rem .5rem; }
    input[type=search] { width: min(20rem, 80vw); }
    .list { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    .list th, .list td { border-bottom: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
    .list thead th { position: sticky; top: 0; background: var(--paper); white-space: nowrap; }
    .list th button { border: 0; padding: 0; background: none; font-weight: 600; cursor: pointer; }
    .list th button::after { content: " ↕"; color: var(--quiet); }
    .list th[aria-sort=ascending] button::after { content: " ↑"; } .list th[aria-sort=descending] button::after { content: " ↓"; }
    .list .n { text-align: right; } .list tbody tr:hover { background: var(--ground); }
    .path { overflow-wrap: anywhere; font-size: .85rem; color: var(--quiet); }
    .chip { display: inline-block; border: 1px solid currentColor; border-radius: 4px; padding: 0 .35em; font-size: .85rem;
      margin: 0 .2em .15em 0; white-space: nowrap; }
    article { display: none; } article:target, main.one article { display: block; }
    body:has(article:target) #overview { display: none; }
    .trail { display: flex; flex-wrap: wrap; gap: .3rem 1rem; margin: .3rem 0; }
    .group { display: grid; gap: .8rem 1.2rem; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); align-items: start;
      margin: .8rem 0; }
    .group.bare { grid-template-columns: minmax(0, 1fr); }
    .finding { border-left: 4px solid var(--line); padding: .1rem 0 .1rem .8rem; margin: 0 0 .9rem; overflow-wrap: anywhere; }
    .finding.error { border-color: var(--error); } .finding.warning { border-color: var(--warning); }
    .finding.info { border-color: var(--info); } .finding > * { color: var(--ink); }
    .finding .head .chip { color: var(--chip); } .finding.error { --chip: var(--error); }
    .finding.warning { --chip: var(--warning); } .finding.info { --chip: var(--info); }
    .finding blockquote { margin: .3rem 0; padding: .1rem .6rem; border-left: 2px solid var(--line); color: var(--quiet); }
    .finding .fix { color: var(--good); font-weight: 600; }
    details summary { cursor: pointer; color: var(--quiet); font-size: .9rem; }
    article .card { margin: 0 0 1rem; } .blocks { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: start; }
    figure { margin: 0; min-width: 0; overflow-x: auto; } figcaption { font-size: .85rem; color: var(--quiet); }
    figure svg { display: block; width: 100%; min-width: 560px; height: auto; background: #fff; border: 1px solid var(--line); border-radius: 4px; }
    figure rect { fill: none; stroke-width: 1.4; vector-effect: non-scaling-stroke; }
    figure rect.error { stroke: #c5221f; } figure rect.warning { stroke: #b06a00; } figure rect.info { stroke: #1f5fa8; }
    figure rect.addend { stroke-dasharray: 3 2; stroke-width: 1; } figure rect.hot { fill: #ffd54a55; stroke-width: 3; }
    .grid { border-collapse: collapse; font-size: .87rem; font-variant-numeric: tabular-nums; min-width: 40rem; width: 100%; }
    .grid.small { min-width: 0; width: auto; margin-bottom: .5rem; }
    .grid th, .grid td { border: 1px solid var(--line); padding: .12rem .4rem; }
    .grid thead th { font-weight: 600; background: var(--ground); } .grid tbody th { text-align: left; font-weight: normal; }
    .grid td { text-align: right; } .grid .kind th { background: var(--ground); color: var(--quiet); }
    .grid .in { padding-left: 1.4em; } .grid .z { color: var(--quiet); }
    .grid .off { font-weight: 700; outline: 2px solid currentColor; outline-offset: -2px; }
    .grid .off.error, .grid .fix.error { background: var(--error-ground); } .grid .off.warning { background: var(--warning-ground); }
    .grid .off.info { background: var(--info-ground); } .grid .addend { text-decoration: underline dotted 2px; }
    .grid .fixed { background: var(--error-ground); font-weight: 700; outline: 2px dashed var(--good); outline-offset: -2px; }
    .grid .fixed ins { color: var(--good); text-decoration: none; } .grid .unread { background: var(--warning-ground); }
    .grid .hot { box-shadow: inset 0 0 0 3px var(--focus); }
    @media (max-width: 720px) { main { padding: .5rem; } .group { grid-template-columns: minmax(0, 1fr); }
      .list .wide { display: none; } }
    @media print { :root { color-scheme: light; --ink: #000; --quiet: #444; --paper: #fff; --ground: #fff; --line: #999;
      --error: #a00; --warning: #740; --info: #036; --error-ground: #fee; --warning-ground: #ffd; --info-ground: #eef; }
      html { font-size: 10pt; } main { max-width: none; padding: 0; } .tools, .trail, #language, script { display: none; }
      .card { border: 0; padding: 0; } .finding, figure, tr, thead, .bars { break-inside: avoid; }
      h2, h3, h3 + p, .grid .kind { break-after: avoid; } .list thead th { position: static; }
      .list th button { display: contents; } .list th button::after { content: none; } details:not([open]) { display: none; }
      .group { display: block; } figure { overflow: visible; margin: 0 0 .9rem; break-before: avoid; } figure svg { min-width: 0; max-width: 15cm; }
      .scroll { overflow: visible; } .grid { min-width: 0; font-size: 8.5pt; } a { color: inherit; text-decoration: none; } }
    """
}
