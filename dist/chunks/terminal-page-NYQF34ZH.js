import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  painter
} from "./chunk-DL4LL53B.js";
import {
  pad,
  widthOf,
  wrap
} from "./chunk-QTWCEECB.js";
import "./chunk-R5U37ZOC.js";

// src/report/terminal-page.ts
function renderMarkdown(page, options) {
  const paint = painter(options.color);
  const width = Math.max(40, Math.min(100, options.width));
  const lines = [];
  let fence;
  for (const line of page.split("\n")) {
    const mark = /^`{3,}/.exec(line)?.[0];
    if (fence !== void 0) {
      if (line === fence) fence = void 0;
      else lines.push(/(#|\/\/) [◀▼] /.test(line) ? paint("red", `    ${line}`) : `    ${line}`);
    } else if (mark !== void 0) fence = mark;
    else if (line.startsWith("#")) lines.push(paint("bold", line.replace(/^#+ /, "")));
    else if (/^\|[- |]*\|$/.test(line)) continue;
    else if (line.startsWith("|")) lines.push(factLine(line));
    else if (line.startsWith("- ")) lines.push(`  ${line.replace(/^- <(.*)>$/, "$1")}`);
    else if (line === "") lines.push("");
    else lines.push(...wrap(line, width));
  }
  const text = lines.map((line) => widthOf(line) === 0 ? "" : line).join("\n");
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}
`;
}
function factLine(line) {
  const [name = "", value = ""] = line.slice(1, -1).split("|").map((cell) => cell.trim().replaceAll("`", ""));
  return `  ${pad(name, 12)}  ${value}`;
}
export {
  renderMarkdown
};
