"use strict";

// src/model/secrets/setting-secrets.ts
var settingSecretsOf = (function settingSecretsOf(tree) {
  const files = tree.files.flatMap((file) => {
    const found = settingsFileOf(file);
    const source = found && tree.read(found.path);
    if (!found || !source || source.text.length > MOST_TEXT || !HINT.test(source.text)) return [];
    return [{ file: found, source, settings: ofDeployment(found, settingsIn(found, source)) }];
  });
  const replaced = replacedSettings(files);
  const clients = tree.files.flatMap((file) => {
    const reader = credentialReader(file);
    const source = reader && tree.read(file.path);
    return reader && source ? clientCredentials(source, reader).map(ofClient) : [];
  });
  const ofFiles = files.flatMap(({ file, settings }) => {
    const neighbours = neighboursIn(settings);
    const found = /* @__PURE__ */ new Map();
    for (const setting of settings) {
      if (found.size >= MOST_OF_FILE) break;
      const judged = judgeSetting(setting, file, neighbours);
      if (!judged || found.has(setting.at.start) || replaced(file, setting)) continue;
      found.set(setting.at.start, {
        ...judged,
        tool: file.tool,
        replacedBy: replacedBy(judged, setting, file),
        at: setting.at
      });
    }
    return [...found.values()];
  });
  return { secrets: [...ofFiles, ...clients], unreadable: files.flatMap(brokenOf) };
});
var replacedSettings = (function replacedSettings(files) {
  const ofProduction = /* @__PURE__ */ new Set();
  const given = /* @__PURE__ */ new Set();
  for (const { file, settings } of files) {
    for (const { keys, fallbackOf } of settings) {
      if (file.role === "production") ofProduction.add(keyOf(file, keys));
      if (file.tool === "terraform" && fallbackOf === void 0 && (file.role !== "base" || isOfModule(keys)))
        given.add(keys.at(-1) ?? "");
    }
  }
  return (file, setting) => {
    if (file.tool === "terraform") return setting.fallbackOf !== void 0 && given.has(setting.fallbackOf);
    return file.role === "base" && ofProduction.has(keyOf(file, setting.keys));
  };
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  PLAINLY_PRODUCTION,
  PREPRODUCTION,
  child,
  clientCredentials,
  credentialReader,
  credentialsIn,
  directoryOf,
  entriesOf,
  fileName,
  isDevelopmentPath,
  isGenerated,
  isPlaceholder,
  isSecretName,
  isSigningKeyName,
  parseToml,
  parseYaml,
  passwordInUrl,
  secretIn,
  settingsFileOf,
  textOf,
  withoutXmlComments
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/secrets/settings/judge-setting.ts
var FOR_DEVELOPERS = /^(?:dev|devel|development|test|tests|testing|local|debug|ci|example|sample|demo|docker-?dev)$/i;
var IS_PASSWORD = /pass(?:word|wd|phrase|wort|e)?$|pwd$|(?:^|[_-])pw$|passwd$/i;
var GUESSED = /^(?:root|toor|postgres(?:ql)?|mysql|maria(?:db)?|mongo(?:db)?|redis|rabbit(?:mq)?|minio(?:admin)?|admin|administrator|system|manager|user|guest|test|testing|dev|ci|db|app|sa|api|pwd|pass(?:word|wd|wort)?|p[a@]ss?w[o0]rd|secret|example|foo|bar|foobar|abc|qwerty|dummy|none|vagrant|ansible|symfony|laravel|spring|odoo|erp|oracle|tiger|scott|nacos|ruoyi|kafka|elastic|grafana)[\d!@#]*$|admin$|passw[o0]rd|test|example|dummy|sample|demo|123|abc$|qwerty|your|my_?strong|strong!?passw|pass(?:wd|phrase)?\d*$/i;
var FOR_SHOW = /change|example|sample|demo|test|local|default|\bdev\b|[-_]dev|dev[-_]|dummy|insecure|replace|placeholder|(?:your|tu|votre|ihr|seu)[-_]|xxx|todo|fake|mock/i;
var STANDS_FOR_NOTHING = /^(?:x+|[*.?_-]+)$/i;
var RANDOM_BYTES = /^(?=.*\d)(?=.*[a-f])[\da-f]{32,2048}$/i;
var WORD_ALONE = new RegExp("^\\p{L}+[-_@!]?\\d{0,4}[!@#]?$", "u");
var NAMES_ANOTHER = /(?:name|ref|file|path|id|param(?:eter)?|field|column|header|cookie|prefix|suffix|label|title|hint|message|error|placeholder|property|attribute|pattern|regex(?:p)?|encoder|strategy|provider|resolver|store|class|type|format|expir\w*|ttl|lifetime|length)$/i;
var WITH_FALLBACK = /^\$\{\s{0,4}(?:env[:.])?([A-Za-z_][\w.-]{0,100})\s{0,4}:-?([^{}$]{1,500})\}$/;
var INNER_FALLBACK = /\$\{([A-Za-z_][\w.-]{0,100}):-?([^{}$]{1,200})\}/g;
function judgeSetting(setting, file, neighbours) {
  const { keys, text } = setting;
  if (text.length > 4096 || keys.some((key) => FOR_DEVELOPERS.test(key))) return void 0;
  const [, variable, fallback] = WITH_FALLBACK.exec(text) ?? [];
  if (fallback !== void 0 && /^(?:[?+]|\/\/)/.test(fallback)) return void 0;
  if (variable !== void 0 && fallback !== void 0)
    return judgeFallback({ ...setting, text: fallback, fallbackOf: variable }, neighbours, file);
  if (setting.fallbackOf !== void 0) return judgeFallback(setting, neighbours, file);
  const inner = innerFallback(setting);
  if (inner) return judgeFallback(inner, neighbours, file);
  const name = nameOf(keys);
  const isLocal2 = neighbours.whereabouts(setting) === "local";
  const password = passwordInUrl(text);
  if (password !== void 0) {
    if (!isRealInUrl(password, setting, file, isLocal2)) return void 0;
    return { name, kind: "url", signing: false };
  }
  const secret = secretOf(setting);
  if (!secret || !isReal(secret, setting, file, neighbours)) return void 0;
  return { name, kind: "literal", signing: secret.signing };
}
function nameOf(keys) {
  return keys.filter((key) => key !== "-").join(".").replace(/^resource\./, "");
}
function secretOf({ keys, text }) {
  const named = keys.filter((key) => key !== "-");
  const last = named.at(-1) ?? "";
  const two = named.slice(-2).join(".");
  if (NAMES_ANOTHER.test(last)) return void 0;
  const name = isSecretName(last) ? last : isSecretName(two) ? two : void 0;
  const found = name === void 0 ? void 0 : secretIn(name, text);
  if (!found || name === void 0 || found.kind !== "literal") return void 0;
  return {
    value: found.value,
    placeholder: found.placeholder,
    signing: isSigningKeyName(last) || isSigningKeyName(two),
    isPassword: IS_PASSWORD.test(last),
    isKey: /key|cookie|token/i.test(last) && !/secret/i.test(last)
  };
}
function isReal(secret, setting, file, neighbours) {
  const { value, signing, placeholder, isPassword, isKey } = secret;
  if (placeholder || isEncrypted(value)) return false;
  if (isGenerated(value) || RANDOM_BYTES.test(value)) return !(value.startsWith("AIza") || isBrowserKey(setting.keys));
  const isOfProduction = file.role === "production" || setting.keys.some(isProductionWord);
  if (FOR_SHOW.test(value) || /\s/.test(value) || repeatsName(value, setting.keys)) return false;
  if (signing) return isKey ? value.length >= 24 || value.length >= 12 && /\d/.test(value) : value.length >= 8;
  if (!isPassword) return false;
  const where = neighbours.whereabouts(setting);
  if (file.tool === "terraform") return where !== "local" && (file.role !== "base" || setting.keys.length > 1);
  if (where === "local" && GUESSED.test(value)) return false;
  if (isOfProduction) return true;
  if (where === "local" || GUESSED.test(value) || neighbours.isNamed(setting, value)) return false;
  return file.role === "given" || where === "elsewhere" || !(value.length < 8 || WORD_ALONE.test(value));
}
function isRealInUrl(password, setting, file, isLocal2) {
  if (password.length < 3 || isPlaceholder(password) || isEncrypted(password)) return false;
  if (isGenerated(password)) return true;
  if (isLocal2 || FOR_SHOW.test(password)) return false;
  if (file.role === "production" || setting.keys.some(isProductionWord)) return true;
  const { user, host = "" } = credentialsIn(setting.text) ?? {};
  return host.includes(".") || !(GUESSED.test(password) || password === user);
}
function judgeFallback(setting, neighbours, { tool }) {
  const variable = setting.fallbackOf ?? "";
  const asVariable = { ...setting, keys: [variable] };
  const found = secretOf(setting) ?? secretOf(asVariable);
  const isLocal2 = neighbours.whereabouts(setting) === "local";
  const shared = { name: nameOf(setting.keys), kind: "default", variable };
  if (passwordInUrl(setting.text) !== void 0) return isLocal2 ? void 0 : { ...shared, signing: false };
  if (!found || isEncrypted(found.value) || isBrowserKey(setting.keys) || STANDS_FOR_NOTHING.test(found.value))
    return void 0;
  const { isPassword, isKey, value } = found;
  const signing = found.signing || isSigningKeyName(variable);
  if (isKey && !isGenerated(value) && (!signing || value.length < 8)) return void 0;
  if (!signing && !isPassword && !isGenerated(value)) return void 0;
  if (isLocal2 && !signing && tool !== "terraform") return void 0;
  return { ...shared, signing };
}
function innerFallback(setting) {
  const range = setting.text.includes("${") ? credentialsIn(setting.text)?.passwordRange : void 0;
  if (!range) return void 0;
  for (const match of setting.text.matchAll(INNER_FALLBACK)) {
    const [all, variable = "", text = ""] = match;
    if (match.index !== range[0] || match.index + all.length !== range[1]) continue;
    return { ...setting, keys: [...setting.keys.slice(0, -1), "password"], text, fallbackOf: variable };
  }
  return void 0;
}
function isEncrypted(value) {
  return /^(?:ENC\(|\{cipher\}|\{(?:bcrypt|noop|scrypt|argon2|pbkdf2)\}|ENC\[|DEC::|CiQA|\$[\w.-]{1,12}\$|!vault|%env\(|%%|\{aes\}|\{SSHA|dpapi:|@Microsoft)/i.test(
    value
  );
}
function isBrowserKey(keys) {
  return keys.some(
    (key) => /firebase|maps?$|recaptcha|captcha|analytics|algolia|public|client_?side|browser|instrumentation|frontend/i.test(
      key
    )
  );
}
function repeatsName(value, keys) {
  const bare = (text2) => text2.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const text = bare(value);
  return text.length >= 3 && (bare(keys.at(-1) ?? "").includes(text) || bare(keys.join("")).endsWith(text));
}
function isProductionWord(key) {
  const word = key.toLowerCase();
  return PLAINLY_PRODUCTION.includes(word) || PREPRODUCTION.has(word);
}

// src/model/secrets/settings/neighbours.ts
var SAYS_WHERE = /host|server|url|uri|addr|endpoint|domain|dsn|machine|instance|data_?source|connection/i;
var LOCAL = /(?:^|[/@=:({"',\s])(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal|\(local(?:db)?\)|\.\\\w+|jdbc:(?:h2|hsqldb|sqlite|derby))(?=[:/\\;,)}"'\s]|$)|(?:server|data source)=\.(?:;|\\|$)|^(?:jdbc:)?(?:h2|sqlite):/i;
var MOST_HOSTS = 40;
function neighboursIn(settings) {
  const names = /* @__PURE__ */ new Set();
  for (const { keys, text } of settings) {
    const key = keys.at(-1) ?? "";
    if (!IS_NAME.test(key) || NO_NAME.test(key) || text.length > 100) continue;
    names.add(`${keys.slice(0, -1).join("\n")}
${text.toLowerCase()}`);
  }
  return {
    whereabouts: whereaboutsFinder(settings),
    isNamed: ({ keys }, name) => names.has(`${keys.slice(0, -1).join("\n")}
${name.toLowerCase()}`)
  };
}
var IS_NAME = /user|login|name|database|schema|^db$/i;
var NO_NAME = /pass|pwd|secret|token|key/i;
function whereaboutsFinder(settings) {
  const places = /* @__PURE__ */ new Map();
  for (const { keys, text } of settings) {
    const name = keys.at(-1) ?? "";
    if (!SAYS_WHERE.test(name) || text.length > 2e3) continue;
    for (const depth of [1, 2]) {
      if (depth > keys.length) continue;
      const parent = keys.slice(0, keys.length - depth).join("\n");
      const known = places.get(parent);
      if (!known) places.set(parent, [{ name, text }]);
      else if (known.length < MOST_HOSTS) known.push({ name, text });
    }
  }
  return ({ keys, text }) => {
    const own = text.length <= 4096 ? credentialsIn(text)?.host : void 0;
    if (own !== void 0 && own !== "") return isLocal(own) || LOCAL.test(text) ? "local" : "elsewhere";
    if (LOCAL.test(text) && /[;=]|:\/\//.test(text)) return "local";
    const beside = places.get(keys.slice(0, -1).join("\n")) ?? [];
    const stem = stemOf(keys.at(-1) ?? "");
    const alike = stem === "" ? [] : beside.filter(({ name }) => name.toLowerCase().startsWith(stem));
    const said = alike.length > 0 ? alike : stem === "" || keys.length > 1 ? beside : [];
    const nearest = said.length > 0 || keys.length < 3 ? said : places.get(keys.slice(0, -2).join("\n")) ?? [];
    if (nearest.length === 0) return "unknown";
    return nearest.some((one) => isLocal(one.text)) ? "local" : nearest.some((one) => isHost(one.text)) ? "elsewhere" : "unknown";
  };
}
function stemOf(name) {
  return (/^([a-z]+|[A-Z]+)(?=[_\-.A-Z])/.exec(name)?.[1] ?? "").toLowerCase();
}
function isLocal(text) {
  return LOCAL.test(text);
}
function isHost(text) {
  return /^[\w.-]{2,200}(?::\d{1,5})?$/.test(text) || /:\/\/|server=|data source=|host=/i.test(text);
}

// src/model/secrets/settings/settings.ts
var MOST_SETTINGS = 2e4;

// src/model/secrets/settings/read-lines.ts
var LONGEST_LINE = 4096;
function* linesOf(text) {
  let start = 0;
  for (let count = 0; start <= text.length && count < MOST_SETTINGS; count++) {
    const end = text.indexOf("\n", start);
    const stop = end === -1 ? text.length : end;
    if (stop - start <= LONGEST_LINE) yield { text: text.slice(start, stop).replace(/\r$/, ""), start };
    start = stop + 1;
  }
}
function iniSettings(source, isInventory = false) {
  const found = [];
  let section = [];
  for (const { text, start } of linesOf(source.text)) {
    const header = /^\s*\[([^\]]{1,200})\]\s*$/.exec(text)?.[1];
    if (header !== void 0) section = [header.trim()];
    if (header !== void 0 || /^\s*(?:[;#]|$)/.test(text)) continue;
    if (isInventory && !/:vars$/.test(section[0] ?? "")) {
      const host = /^\s*(\S+)/.exec(text)?.[1] ?? "";
      for (const { 0: all, 1: name2 = "", 2: quoted, 3: plain = "", index } of text.matchAll(PAIR_OF_HOST)) {
        const value2 = quoted ?? plain;
        const at = start + index + all.lastIndexOf(value2);
        found.push({ keys: [...section, host, name2], text: value2, at: spanAt(source, at, value2) });
      }
      continue;
    }
    const [, head = "", name = "", rest = ""] = /^(\s*([A-Za-z_][\w.-]{0,120})\s*[=:]\s*)(.*)$/.exec(text) ?? [];
    const value = valueIn(rest, /\s[;#].*$/);
    if (name !== "" && value.text !== "")
      found.push({
        keys: [...section, ...name.split(".")],
        text: value.text,
        at: spanAt(source, start + head.length + value.skip, value.text)
      });
  }
  return found;
}
var PAIR_OF_HOST = /\s(ansible_[a-z_]{1,60}|[a-z_]{1,60}pass(?:word)?)=(?:["']([^"']{1,300})["']|([^\s"'#]{1,300}))/g;
function propertySettings(source) {
  const found = [];
  let part = [];
  let isForDevelopers2 = false;
  const endPart = () => {
    if (!isForDevelopers2) found.push(...part);
    part = [];
    isForDevelopers2 = false;
  };
  for (const { text, start } of linesOf(source.text)) {
    if (/^[#!]---\s*$/.test(text)) endPart();
    const [, head = "", name = "", rest = ""] = /^(\s*([A-Za-z_][\w.[\]-]{0,200})\s*[=:]\s*)(.*)$/.exec(text) ?? [];
    const value = rest.trimEnd();
    if (name === "" || value === "") continue;
    if (/^spring\.(?:config\.activate\.on-profile|profiles)$/.test(name))
      isForDevelopers2 = isDevelopmentPath(`-${value}.`);
    part.push({ keys: name.split("."), text: value, at: spanAt(source, start + head.length, value) });
  }
  endPart();
  return found;
}
function terraformSettings(source, isValues) {
  const found = [];
  const blocks = [];
  let heredoc;
  let isComment = false;
  for (const { text, start } of linesOf(source.text)) {
    if (heredoc !== void 0) {
      if (text.trim() === heredoc) heredoc = void 0;
      continue;
    }
    if (isComment || /^\s*\/\*/.test(text)) {
      isComment = !text.includes("*/");
      continue;
    }
    if (/^\s*(?:#|\/\/|$)/.test(text)) continue;
    heredoc = /<<-?\s*"?(\w{1,40})"?\s*$/.exec(text)?.[1];
    const block = /^\s*([\w-]+(?:\s+"[^"]{0,200}"){0,2})\s*=?\s*\{\s*$/.exec(text)?.[1];
    if (block !== void 0) {
      if (blocks.length < 60) blocks.push(block);
      continue;
    }
    if (/^\s*[})\]]/.test(text)) {
      if (/^\s*\}/.test(text)) blocks.pop();
      continue;
    }
    const line = /^(\s*(?:variable\s+"([\w-]{1,100})"\s*\{[^"{}]{0,200}?)?"?([\w-]{1,100})"?\s*[=:]\s*")((?:[^"\\]|\\.){1,2000})"/.exec(
      text
    );
    if (!line) continue;
    const [, head = "", inline, name = "", value = ""] = line;
    const variable = inline ?? /^variable\s+"([^"]+)"/.exec(blocks[0] ?? "")?.[1];
    if (blocks.some((one) => /^(?:output|validation|locals?_file)\b/.test(one))) continue;
    const at = spanAt(source, start + head.length, value);
    if (variable !== void 0) {
      if (name === "default") found.push({ keys: [variable], text: value, at, fallbackOf: variable });
    } else if (isValues || blocks.length > 0) {
      const keys = isValues ? blocks : blocks.map((one) => one.replaceAll('"', "").replaceAll(/\s+/g, "."));
      found.push({ keys: [...keys, name], text: value, at });
    }
  }
  return found;
}
var PHP_ENTRY = /['"]([\w.-]{1,100})['"](?:\s{0,40}=>\s{0,40}|\]\s{0,10}=\s{0,10}|\s{0,10},\s{0,10})(?:env\(\s{0,10}['"](\w{1,100})['"]\s{0,10},\s{0,10})?(['"])((?:(?!\3)[^\\\n]|\\.){1,500})\3/g;
function phpSettings(source) {
  const found = [];
  let group = "";
  for (const { text, start } of linesOf(source.text)) {
    if (/^\s*(?:\/\/|#|\*|\/\*)/.test(text)) continue;
    group = /['"]([\w.-]{1,100})['"]\s*=>\s*(?:\[|array\()\s*$/.exec(text)?.[1] ?? group;
    for (const match of text.matchAll(PHP_ENTRY)) {
      const [all, name = "", variable, , value = ""] = match;
      if (/^['"][\w.-]+['"]\s*,/.test(all) && !/define\(\s*$/.test(text.slice(0, match.index))) continue;
      const at = spanAt(source, start + match.index + all.lastIndexOf(value), value);
      found.push({
        keys: group === "" ? [name] : [group, name],
        text: value,
        at,
        ...variable === void 0 ? {} : { fallbackOf: variable }
      });
    }
  }
  return found;
}
var XML_ENTRIES = [
  /<(?:add|setting|property|entry|environmentVariable)\b[^<>]{0,300}?\b(?:name|key)="([^"<>]{1,200})"[^<>]{0,300}?\b(?:connectionString|value)="([^"<>]{1,2000})"/g,
  /<(?:property|setting|entry)\s[^<>]{0,300}?\b(?:name|key)="([^"<>]{1,200})"[^<>/]{0,100}>\s{0,100}([^<>\s][^<>\n]{0,500})</g,
  /\s(password|connectionPassword)="([^"<>]{1,300})"/g
];
function xmlSettings(source) {
  const text = withoutXmlComments(source.text);
  const found = /* @__PURE__ */ new Map();
  for (const pattern of XML_ENTRIES) {
    for (const match of text.matchAll(pattern)) {
      const [all, name = "", value = ""] = match;
      const start = match.index + all.lastIndexOf(value);
      if (found.size < MOST_SETTINGS)
        found.set(start, {
          keys: [name],
          text: value.replaceAll("&quot;", '"').replaceAll("&amp;", "&").trim(),
          at: spanAt(source, start, value)
        });
    }
  }
  return [...found.values()];
}
function valueIn(rest, comment) {
  const quoted = /^(["'])(.*?)\1\s*(?:[;#].*)?$/.exec(rest)?.[2];
  return quoted === void 0 ? { text: rest.replace(comment, "").trimEnd(), skip: 0 } : { text: quoted, skip: 1 };
}
function spanAt({ path }, start, text) {
  return { path, start, end: start + text.length };
}

// src/model/secrets/settings/read-tree.ts
var DEEPEST = 40;
function yamlSettings(source) {
  if (/^(?:apiVersion|sops):/m.test(source.text) || source.text.startsWith("$ANSIBLE_VAULT")) return [];
  return parseYaml(source).documents.flatMap(({ root }) => root && !isForDevelopers(root) ? settingsBelow(root) : []);
}
function yamlProblems(source) {
  return /<%|\{%|\{\{/.test(source.text) ? [] : parseYaml(source).problems;
}
function jsonSettings(source) {
  const root = parseYaml({ ...source, text: withoutComments(source.text) }).documents[0]?.root;
  return root && !child(root, "sops") ? settingsBelow(root) : [];
}
function tomlSettings(source) {
  return settingsBelow(parseToml(source).root);
}
function isForDevelopers(root) {
  const spring = child(root, "spring");
  const config = child(child(child(spring, "config"), "activate"), "on-profile");
  const profile = textOf(config) ?? textOf(child(spring, "profiles")) ?? textOf(child(root, "spring.config.activate.on-profile"));
  return profile !== void 0 && isDevelopmentPath(`-${profile}.`);
}
function settingsBelow(root) {
  const found = [];
  let visited = 0;
  const visit = (node, keys) => {
    if (keys.length > DEEPEST || ++visited > MOST_SETTINGS) return;
    if (node.kind === "scalar") {
      if (node.text !== null && node.type !== "boolean" && !node.tag?.includes("vault"))
        found.push({ keys, text: node.text, at: node.at });
    } else if (node.kind === "list") for (const item of node.items) visit(item, [...keys, "-"]);
    else for (const [key, value] of entriesOf(node)) visit(value, [...keys, ...key.split(".").slice(0, DEEPEST)]);
  };
  visit(root, []);
  return found;
}
function withoutComments(text) {
  if (!/\/[/*]/.test(text)) return text;
  let bare = "";
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '"') at = endOfString(text, at);
    else if (text[at] === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) {
      const end = text[at + 1] === "/" ? text.indexOf("\n", at) : text.indexOf("*/", at + 2) + 1;
      const stop = end <= 0 ? text.length : text[at + 1] === "/" ? end : end + 1;
      bare += text.slice(copied, at) + text.slice(at, stop).replace(/[^\n]/g, " ");
      copied = stop;
      at = stop - 1;
    }
  }
  return bare + text.slice(copied);
}
function endOfString(text, start) {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"' || text[at] === "\n") return at;
  }
  return text.length;
}

// src/model/secrets/setting-secrets.ts
var MOST_TEXT = 5e5;
var MOST_OF_FILE = 50;
var HINT = /pass|pwd|secret|token|key|credential|:\/\/|pw\b/i;

function brokenOf({ file: { path, syntax }, source }) {
  const problems = syntax === "yaml" ? yamlProblems(source) : [];
  return problems.length === 0 ? [] : [{ path, format: "settings", production: true, problems, mayDeclare: 1 }];
}
function ofClient({ name, at }) {
  return { name, kind: "literal", signing: false, tool: "client", replacedBy: [], at };
}
function settingsIn({ path, syntax, tool }, source) {
  switch (syntax) {
    case "yaml":
      return yamlSettings(source);
    case "json":
      return jsonSettings(source);
    case "toml":
      return tomlSettings(source);
    case "ini":
      return /^\s*\[/m.test(source.text) ? iniSettings(source, tool === "ansible") : [];
    case "properties":
      return propertySettings(source);
    case "hcl":
      return terraformSettings(source, /\.tfvars$/i.test(path));
    case "php":
      return phpSettings(source);
    case "xml":
      return xmlSettings(source);
  }
}
function ofDeployment({ tool }, settings) {
  const own = tool === "rails" ? settings.filter(({ keys: [first = ""] }) => isProductionWord(first)) : [];
  return own.length > 0 ? own : settings;
}

function keyOf({ path, tool }, keys) {
  return `${directoryOf(path)}
${tool}
${keys.join("\n")}`;
}
function isOfModule(keys) {
  return keys[0]?.startsWith("module.") === true;
}
function replacedBy(judged, { keys }, { tool, path }) {
  const own = judged.variable === void 0 ? [] : [judged.variable];
  if (tool === "spring") return [...own, keys.join("_").replaceAll("-", "").toUpperCase()];
  if (tool === "dotnet") return [...own, keys.join("__")];
  if (tool === "terraform") return own.map((name) => `TF_VAR_${name}`);
  return /\.json5?$|\.ya?ml$/i.test(fileName(path)) ? [...own, keys.join("_").toUpperCase()] : own;
}
module.exports = {
  house: runAudit,
  settingSecretsOf
};
