"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  containerFilesOf,
  imageTools,
  knownValue,
  parseShellFile,
  scriptsRunBy
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/blind-waits.ts
var ASKS = /^(?:nc|ncat|netcat|telnet|pg_isready|psql|mysql|mysqladmin|mariadb|mariadb-admin|redis-cli|valkey-cli|mongosh|mongo|rabbitmqctl|rabbitmq-diagnostics|curl|wget|dig|nslookup|host|ping|nmap)$/;
var MOST_SCRIPT = 1e5;
function startWaits(workloads, tree) {
  return workloads.flatMap((workload) => {
    if (workload.platform === "pm2" || !workload.image) return [];
    const all = startScripts(workload, tree);
    const scripts = all.filter(({ text }) => /\b(?:until|while)\b/.test(text));
    if (scripts.length === 0) return [];
    const tools = imageTools(workload.image, all);
    return scripts.flatMap(
      (script) => waitsIn(script, workload).map(
        ({ program, command }) => ({
          workload,
          program,
          has: tools.has(program),
          image: tools.name,
          at: spanOf(script, command)
        })
      )
    );
  });
}
function startScripts(workload, tree) {
  const run = scriptsRunBy(workload, tree);
  const files = containerFilesOf(workload, tree);
  const seen = new Set(run.map(({ at }) => at.path));
  const copied = (workload.start?.argv ?? []).flatMap((word) => {
    const found = word?.startsWith("/") ? files.find(word) : void 0;
    const source = found?.state === "file" ? found.file.source : void 0;
    const isShell = source && (/\.(?:sh|bash)$/.test(word ?? "") || /^#!.*\b(?:ba|da|a)?sh\b/.test(source.text));
    if (!source || !isShell || seen.has(source.path)) return [];
    return [parseShellFile(source)];
  });
  return [...run, ...copied];
}
function waitsIn(script, workload) {
  const { text, commands } = script;
  if (text.length > MOST_SCRIPT) return [];
  const sought = new Set([...text.matchAll(LOOKS_FOR)].map(([, program]) => program));
  return commands.flatMap((command, index) => {
    const [program = ""] = command.words;
    const isCondition = command.inside.includes("condition") && command.inside.at(-1) === "condition";
    if (!ASKS.test(program) || !isCondition || !isEntered(index, script, workload)) return [];
    if (command.followed === "||" || command.joined === "||" || command.joined === "&&") return [];
    if (!/\b(?:until|while\s+!)\s+$/.test(text.slice(Math.max(0, command.start - 40), command.start))) return [];
    if (sought.has(program) || givesUp(commands, index + 1)) return [];
    return [{ program, command }];
  });
}
function isEntered(index, { commands, text }, { environment }) {
  const inside = commands[index]?.inside ?? [];
  const branches = inside.filter((one) => one === "branch").length;
  if (branches === 0) return true;
  const before = commands.slice(0, index);
  const asked = before.findLast((one) => one.inside.at(-1) === "condition" && !one.inside.includes("loop"));
  if (!asked || branches > 1 || /\b(?:else|elif|fi|case)\b|;;/.test(text.slice(asked.end, commands[index]?.start)))
    return false;
  const words = asked.words.filter((word) => !/^(?:\[\[?|\]\]?|test)$/.test(word));
  const valueOfWord = (word) => {
    const name = /^\$\{?(\w+)\}?$/.exec(word ?? "")?.[1];
    return name === void 0 ? void 0 : knownValue(environment.get(name)?.value);
  };
  if (asked.followed !== ";" && asked.followed !== "end") return false;
  if (words.length === 2 && words[0] === "-n") return (valueOfWord(words[1]) ?? "") !== "";
  return words.length === 3 && /^==?$/.test(words[1] ?? "") && valueOfWord(words[0]) === words[2];
}
var LOOKS_FOR = /(?:command\s+-v|which|type|hash)\s+(?:-\w+\s+)?([\w.+-]+)/g;
function givesUp(commands, from) {
  for (let index = from; index < commands.length; index++) {
    const { inside = [], words = [] } = commands[index] ?? {};
    if (!inside.includes("loop")) return false;
    if (words[0] === "break" || words[0] === "return") return true;
  }
  return false;
}
function spanOf({ at, text }, { start, end }) {
  return at.end - at.start === text.length ? { path: at.path, start: at.start + start, end: at.start + end } : at;
}
module.exports = {
  house: runAudit,
  startWaits
};
