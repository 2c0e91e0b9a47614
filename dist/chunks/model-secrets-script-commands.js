"use strict";

// src/model/secrets/script-commands.ts
var scriptCommandSecrets = (function scriptCommandSecrets(tree) {
  return tree.files.flatMap((file) => {
    const { path, format } = file;
    if (!FORMATS.has(format) || isApartFromProduction(path) || FOR_OTHERS.test(fileName(path))) return [];
    const source = tree.read(path);
    if (!source || source.text.length > MOST_TEXT || !/pass|pwd|-p|-u|user|auth|login/i.test(source.text)) return [];
    const found = [
      ...scriptTexts(source, file).flatMap(
        ({ script, name }) => FOR_OTHERS.test(name ?? "") ? [] : inScript(script, { file, remote: false }).map((one) => ({ ...one, from: script.at.start }))
      ),
      ...format === "ci" ? pipelineSecrets(source) : []
    ];
    const seen = /* @__PURE__ */ new Set();
    return found.flatMap(({ name, value, from, fallbackOf }) => {
      const start = source.text.indexOf(value, from);
      if (start === -1 || seen.has(value)) return [];
      seen.add(value);
      return [
        {
          name,
          ...fallbackOf === void 0 ? {} : { fallbackOf },
          at: { path, start, end: start + value.length }
        }
      ];
    });
  });
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  entriesOf,
  fileName,
  isApartFromProduction,
  isGenerated,
  itemsOf,
  parseShell,
  parseYaml,
  scriptTexts,
  secretIn,
  secretsInWords,
  textOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/secrets/script-commands.ts
var FORMATS = /* @__PURE__ */ new Set(["ci", "shell", "makefile", "crontab"]);
var FOR_OTHERS = /test|e2e|dev(?!ops)|local|seed|mock|demo|example|sample|setup|install|init|bootstrap|quick-?start|bench/i;
var FOR_PRODUCTION = /backup|back-up|restore|dump|deploy|release|rollback|prod|cron|migrat|sync|export|archiv|report/i;
var DUMPS = /^(?:mysqldump|mariadb-dump|pg_dump(?:all)?|mongodump|pg_basebackup|xtrabackup|mariabackup)$/;
var CLIENT_VARIABLE = /^(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|SSHPASS|RESTIC_PASSWORD|BORG_PASSPHRASE)$/;
var GUESSED = /^(?:root|toor|postgres|mysql|mariadb|mongo|redis|rabbit(?:mq)?|minio|admin|administrator|user|guest|test|testing|dev|ci|db|app|pass(?:word|wd)?|passw0rd|secret|example|demo|foo|bar|foobar|abc|qwerty|dummy|none)\d*$|admin$|test|example|dummy/i;
var LOCAL = /(?:^|[/@=])(?:localhost|127\.0\.0\.1|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)(?:[:/]|$)/;
var SPEAKS = /^(?:echo|printf|cat|log|info|warn|error|success|print|grep|sed|awk|#)/;
var MOST_TEXT = 2e5;

var LOGS_IN = /ssh|scp|ftp|rsync|log-?in|deploy|publish|push|registry|kube|helm/i;
var SETS_UP = /setup|postgres|mysql|mariadb|mongo|redis|rabbit|service/i;
var SECRET_INPUT = /(?:^|[-_])(?:password|passphrase|passwd|pwd|token|secret|secret[-_]key|api[-_]key)$/i;
var WORKS_ELSEWHERE = /\bssh\b|\bscp\b|\brsync\b|ssh-action|scp-action|kubectl\s+apply|helm\s+upgrade|docker\s+push/;
var DEEPEST = 12;
function pipelineSecrets(source) {
  const found = [];
  const add = (name, value) => {
    const text = textOf(value);
    if (text !== void 0 && isSecret(text)) found.push({ name, value: text, from: value.at.start });
  };
  const visit = (node, deploys, depth) => {
    if (depth > DEEPEST) return;
    for (const item of itemsOf(node)) visit(item, deploys, depth + 1);
    const action = textOf(child(node, "uses")) ?? "";
    const logsIn = LOGS_IN.test(action) && !SETS_UP.test(action);
    for (const [key, value] of entriesOf(node)) {
      if (key === "services" || FOR_OTHERS.test(key)) continue;
      if (key === "with" && logsIn) {
        for (const [input, given] of entriesOf(value))
          if (SECRET_INPUT.test(input)) add(`${input} of ${action.replace(/@.*/, "")}`, given);
        const script = child(value, "script");
        const text = textOf(script);
        if (script && text !== void 0)
          for (const one of inScript(parseShell(text, script.at), {
            file: { path: source.path, format: "ci" },
            remote: true
          }))
            found.push({ ...one, from: script.at.start });
      } else if ((key === "env" || key === "variables") && deploys) {
        for (const [name, given] of entriesOf(value))
          if (!FOR_OTHERS.test(name) && isGenerated(textOf(given) ?? "") && secretIn(name, textOf(given) ?? ""))
            add(name, given);
      } else {
        const isJob = /^(?:script|steps|run)$/.test(key) || child(value, "steps") !== void 0 || child(value, "script") !== void 0;
        const text = isJob ? source.text.slice(value.at.start, value.at.end) : "";
        visit(value, deploys || isJob && WORKS_ELSEWHERE.test(text), depth + 1);
      }
    }
  };
  for (const { root } of parseYaml(source).documents) if (root) visit(root, false, 0);
  return found;
}
var WITH_FALLBACK = /^\$\{([A-Za-z_]\w{0,100}):?-([^${}`]{1,300})\}$/;
function inScript(script, context) {
  return script.commands.flatMap((command) => {
    if (SPEAKS.test(command.words[0] ?? "")) return [];
    return [...inCommand(command, context), ...overSsh(command, context)];
  });
}
function overSsh({ words }, context) {
  const ssh = words.findIndex((word) => /(?:^|\/)ssh$/.test(word));
  if (ssh === -1 || context.remote) return [];
  return words.slice(ssh + 1).flatMap((word) => {
    if (!/\s/.test(word)) return [];
    const at = { path: context.file.path, start: 0, end: word.length };
    return inScript(parseShell(word, at), { ...context, remote: true });
  });
}
function inCommand({ words, assignments }, context) {
  const dumps = words.some((word) => DUMPS.test(word));
  const isHere = words.some((word) => LOCAL.test(word));
  const isForTests = context.file.format === "ci" && !context.remote && !reachesOut(words);
  if (isForTests || isHere && !dumps) return [];
  const own = words[0] === "export" ? words.slice(1) : assignments;
  const variables = own.flatMap((word) => {
    const [, name = "", value = ""] = /^([A-Z][A-Z0-9_]{2,60})=([\s\S]+)$/.exec(word) ?? [];
    return isVariable(name, value, context) ? [{ name, value }] : [];
  });
  const given = secretsInWords(words.filter((word) => !/^[A-Za-z_]\w*=/.test(word))).filter(
    ({ name, value }) => name !== "the SQL password" && (/ of /.test(name) || isGenerated(value))
  );
  return [...variables, ...given].flatMap(({ name, value }) => {
    const bare = value.replace(/^(['"])(.*)\1$/s, "$2");
    const [, fallbackOf, fallback] = WITH_FALLBACK.exec(bare) ?? [];
    const written = fallback?.replace(/^(['"])(.*)\1$/s, "$2") ?? bare;
    if (!isSecret(written) || isNameToo(written, words)) return [];
    return [{ name, value: written, ...fallbackOf === void 0 ? {} : { fallbackOf } }];
  });
}
function isNameToo(value, words) {
  const same = words.filter((word) => word === value || word.endsWith(`=${value}`) || word.slice(2) === value);
  return same.length > 1 || words.some((word) => word.includes(`${value}:${value}`));
}
var LOGS_IN_TO_REGISTRY = /^(?:sudo )?(?:docker|podman|nerdctl|buildah|skopeo) login\b/;
function reachesOut(words) {
  if (words.some((word) => LOCAL.test(word))) return false;
  if (LOGS_IN_TO_REGISTRY.test(words.slice(0, 3).join(" "))) return true;
  return /(?:^|\/)sshpass$/.test(words[0] ?? "") || words.some(
    (word) => /^(?:-h|--host=|https?:\/\/|(?:s?ftps?|ssh):\/\/)?[\w-]+(?:\.[\w-]+)+(?:[:/]|$)/.test(word) && /\.[a-z]{2,}|\d+\.\d+\.\d+\.\d+/i.test(word)
  );
}
function isVariable(name, value, { file }) {
  if (CLIENT_VARIABLE.test(name)) return true;
  return file.format !== "ci" && FOR_PRODUCTION.test(file.path) && secretIn(name, value) !== void 0;
}
function isSecret(value) {
  if (value.length < 4 || /[$`{}<>\s]|^[*x.]+$/.test(value) || GUESSED.test(value)) return false;
  const secret = secretIn("PASSWORD", value, true);
  return secret?.kind === "literal" && !secret.placeholder;
}
module.exports = {
  house: runAudit,
  scriptCommandSecrets
};
