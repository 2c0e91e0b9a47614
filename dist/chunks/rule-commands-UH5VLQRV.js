import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  usesColor
} from "./chunk-JNYXUEVC.js";
import {
  rules
} from "./chunk-ZAPEUE2E.js";
import {
  UsageError
} from "./chunk-GVXPO7B5.js";
import {
  didYouMean
} from "./chunk-ZLFRBKM4.js";
import {
  plain
} from "./chunk-QY2WMQMU.js";
import "./chunk-UGULFUZA.js";
import "./chunk-R5U37ZOC.js";

// src/cli/rule-commands.ts
function runRules(given, world) {
  world.stdout.write(given.json ? rulesJson() : rulesText());
  return 0;
}
function rulesJson() {
  const list = rules.map(({ id, title, category, severity, confidence, effort, since, aliases = [] }) => {
    return { id, title, category, severity, confidence, effort, since, aliases };
  });
  return `${JSON.stringify(list, null, 2)}
`;
}
function rulesText() {
  const width = (of) => Math.max(0, ...rules.map((rule) => of(rule).length));
  const [ids, categories] = [width((rule) => rule.id), width((rule) => rule.category)];
  return rules.map(({ id, severity, confidence, category, title }) => {
    return `${id.padEnd(ids)}  ${severity.padEnd(8)}  ${confidence}  ${category.padEnd(categories)}  ${title}
`;
  }).join("");
}
async function runExplain(given, world) {
  const name = given.operand;
  if (name === void 0) throw new UsageError('explain needs the id of a rule; "erp-audit rules" lists them');
  const rule = rules.find(({ id, aliases }) => id === name || aliases?.includes(name));
  if (!rule) {
    const ids = rules.map(({ id }) => id);
    throw new UsageError(`unknown rule "${plain(name)}"${didYouMean(name, ids) || '; "erp-audit rules" lists them'}`);
  }
  const [{ pageOf }, { renderMarkdown }] = await Promise.all([import("./pages-QSU4LCOW.js"), import("./terminal-page-NYQF34ZH.js")]);
  const color = usesColor(given.values.get("color")?.[0] ?? "auto", world.env, world.stdout);
  world.stdout.write(renderMarkdown(pageOf(rule), { color, width: world.stdout.columns ?? 80 }));
  return 0;
}
export {
  runExplain,
  runRules
};
