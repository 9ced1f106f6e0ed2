/** The design tokens that plain pages use, with their values in light and dark; those of app/_ui/theme/tokens.css (tested). */
export const tokens: Record<string, readonly [light: string, dark: string]> = {
  canvas: ["#f3f1ea", "#121719"],
  sheet: ["#ffffff", "#1a2124"],
  hover: ["#f8f6f1", "#20282c"],
  pick: ["#edf3f4", "#1f2f36"],
  line: ["#dfdbd0", "#2d363a"],
  "line-2": ["#c6c1b3", "#414c51"],
  edge: ["#87847a", "#748087"],
  ink: ["#1a2225", "#e8eaea"],
  "ink-2": ["#46525a", "#b6bfc3"],
  on: ["#ffffff", "#0d1a1f"],
  act: ["#1f5266", "#7fb9cc"],
  "act-2": ["#163f50", "#9ccbdb"],
  "act-soft": ["#e0ebee", "#1d353f"],
  "act-line": ["#9dbcc6", "#3c6474"],
  "act-ink": ["#1b4b5e", "#9ccbdb"],
  "amber-ink": ["#774900", "#e9bd69"],
  "amber-soft": ["#fbecc9", "#3a2b0e"],
  "red-ink": ["#a1201a", "#f3948c"],
  "red-soft": ["#fbe4e1", "#43201d"],
  "red-line": ["#e6aaa4", "#7d3a35"],
  "side-a": ["#3a51a6", "#9aabee"],
  "side-b": ["#873672", "#dd96c9"],
  "side-c": ["#5a5f14", "#c2c76a"],
  "side-d": ["#65479a", "#bfa5ea"],
};

const values = (scheme: 0 | 1) =>
  Object.entries(tokens)
    .map(([name, both]) => `--${name}:${both[scheme]}`)
    .join(";");

/**
 * The one style sheet of plain pages, in the page itself: one request less on a slow line. No text is smaller than 16 px and
 * nothing to press lower than 48. Printed is the slip alone: what is marked `data-screen` stays on the screen.
 */
export const look = `
:root{color-scheme:light dark;${values(0)}}
@media (prefers-color-scheme:dark){:root{${values(1)}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding:12px 0 170px}
body{margin:0;background:var(--canvas);color:var(--ink);font:1rem/1.55 "PingFang SC","HarmonyOS Sans SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:anywhere}
h1,h2,h3,p,ul,dl,dd,fieldset{margin:0;padding:0}
h1{font-size:1.5rem;line-height:1.35;font-weight:600}
h2{font-size:1.125rem;line-height:1.4;font-weight:600}
b,legend,label{font-weight:600}
ul{list-style:none;display:grid;gap:12px}
fieldset{border:0;min-width:0;display:grid;gap:8px}
legend{padding:0 0 8px}
a{color:var(--act)}
:focus-visible{outline:2px solid var(--act);outline-offset:2px}
[tabindex="-1"]:focus{outline:none}
.frame{max-width:560px;min-height:100vh;min-height:100dvh;margin:0 auto;display:flex;flex-direction:column}
header{display:flex;align-items:center;gap:10px;min-height:56px;padding:4px 16px 0}
header b{flex:1}
main{flex:1;display:flex;flex-direction:column;gap:12px;min-width:0;padding:4px 16px 24px}
.quiet{color:var(--ink-2)}
.sheet{display:grid;gap:12px;padding:16px;background:var(--sheet);border:1px solid var(--line);border-radius:12px}
.form{display:grid;gap:16px}
.beside{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:0 8px}
.beside .plain{margin:-10px -8px -10px 0}
.head{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:flex-start;gap:10px}
.head>:first-child{flex:1 1 12rem;display:grid;gap:4px;justify-items:start}
.button{display:inline-flex;align-items:center;justify-content:center;gap:8px;min-height:48px;padding:8px 16px;border:1px solid var(--line-2);border-radius:8px;background:var(--sheet);color:var(--ink);font-family:inherit;font-size:1rem;font-weight:500;line-height:1.3;text-align:center;text-decoration:none;cursor:pointer}
.button:hover{background:var(--hover)}
.go{background:var(--act);border-color:var(--act);color:var(--on)}
.go:hover{background:var(--act-2)}
.stop{color:var(--red-ink);border-color:var(--red-line)}
.plain{border-color:transparent;background:none;color:var(--act);padding:8px}
.row{display:flex;flex-wrap:wrap;gap:12px}
.row>*{flex:1 1 8rem}
.field{display:grid;gap:6px}
.input{width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--edge);border-radius:8px;background:var(--sheet);color:var(--ink);font:inherit}
textarea.input{min-height:84px;resize:vertical}
details[open]>summary{display:none}
.digits{font-size:1.5rem;letter-spacing:.3em;text-align:center}
.pick{display:grid;grid-template-columns:auto minmax(0,1fr);align-items:center;gap:12px;min-height:48px;padding:6px 12px;border:1px solid var(--edge);border-radius:8px;background:var(--sheet);font-weight:400;cursor:pointer}
.pick input{width:24px;height:24px;margin:0;accent-color:var(--act)}
.pick:has(:checked){background:var(--pick);border-color:var(--act);font-weight:600}
.bare{border:0;border-radius:0;padding:6px 0;background:none}
.declare{margin:4px -16px -16px;padding:10px 16px;background:var(--pick);border-top:1px solid var(--act-line);border-radius:0 0 12px 12px}
.declare .pick{border:0;background:none;padding:0;font-weight:600}
.note,.wrong{padding:10px 14px;border-radius:8px;background:var(--act-soft);color:var(--act-ink)}
.amber{background:var(--amber-soft);color:var(--amber-ink)}
.wrong{background:var(--red-soft);color:var(--red-ink);font-weight:500}
.seat{display:grid;grid-template-columns:auto minmax(0,1fr);gap:16px;align-items:center}
.line{border-top:1px solid var(--line);padding-top:12px}
.name{display:grid;grid-template-columns:auto minmax(0,1fr);gap:12px;align-items:start}
.stamp{display:grid;place-items:center;min-width:28px;height:28px;padding:0 4px;border-radius:3px;background:var(--ink-2);color:var(--sheet);font-weight:600;line-height:1}
.s0{background:var(--side-a)}.s1{background:var(--side-b)}.s2{background:var(--side-c)}.s3{background:var(--side-d)}
.offer{display:grid;gap:8px}
.held{margin:0 -16px;padding:12px 16px;background:var(--pick);box-shadow:inset 3px 0 0 var(--act)}
.ask{display:none}
.ask:target,.ask.open{display:grid}
.foot{position:sticky;bottom:0;display:grid;gap:10px;margin:auto -16px -24px;padding:12px 16px;background:var(--sheet);border-top:1px solid var(--line-2)}
.ask:target~.foot,.ask.open~.foot{display:none}
.foot .row{gap:8px}
.foot .row>*{flex:1 1 6rem;padding:8px 6px}
[hidden]{display:none!important}
.chain{display:flex;flex-wrap:wrap;gap:10px 16px}
.chain li{display:grid;justify-items:center;gap:4px;min-width:52px;max-width:96px;text-align:center;line-height:1.3}
.dot{display:grid;place-items:center;width:36px;height:36px;border:1.5px solid var(--edge);border-radius:50%;line-height:1}
.done .dot{background:var(--act-soft);border-color:var(--act);color:var(--act-ink)}
.now .dot{background:var(--act);border-color:var(--act);color:var(--on)}
.now b,.now span:last-child{font-weight:600}
.no .dot{border-color:var(--red-line);color:var(--red-ink)}
.terms{display:grid;gap:12px}
.terms>div{display:grid;grid-template-columns:4.5rem minmax(0,1fr);gap:12px;padding-top:12px;border-top:1px solid var(--line)}
.terms>div:first-child{border:0;padding:0}
.terms dt{color:var(--ink-2)}
.terms p+p{margin-top:6px}
summary{min-height:48px;padding:12px 0;color:var(--act);font-weight:500;cursor:pointer}
.text{display:grid;gap:10px}
.pad{display:grid;gap:6px;padding:10px 12px;background:var(--sheet);border:2px solid var(--act);border-radius:12px}
.pad canvas{width:100%;height:200px;border-bottom:2px dashed var(--line-2);color:var(--ink);touch-action:none}
@media (max-height:480px){.pad canvas{height:150px}}
svg{display:block;flex:none}
.ours{fill:var(--act)}.mid{fill:var(--ink)}.rest{fill:none;stroke:var(--edge);stroke-linejoin:round}
.own{fill:var(--act);stroke:var(--act);stroke-width:2.6;stroke-linejoin:round}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wait{display:none}.opening .wait{display:block}.opening main>:not(.wait){display:none}
[data-paper]{display:none}
@media print{
@page{size:A4;margin:20mm}
:root{${values(0)}}
body{background:none}
[data-screen],.ask,.foot{display:none!important}
[data-paper]{display:block}
.frame{max-width:none;min-height:0}
.sheet{border:0;border-top:1px solid var(--line-2);border-radius:0;padding:12px 0;break-inside:avoid}
.held{margin:0;padding:0;box-shadow:none}
}
`.replaceAll("\n", "");
