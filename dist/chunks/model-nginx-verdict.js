"use strict";

// src/knowledge/nginx/contexts.ts
var contextWithin = (function contextWithin(context, name) {
  return WITHIN[context]?.[name];
});

// src/knowledge/nginx/versions.ts
var knows = (function knows({ since, until }, version) {
  if (!since && !until) return true;
  if (!version) return void 0;
  const isNew = since ? reaches(version, since) : true;
  const isGone = until ? reaches(version, until) : false;
  if (isNew === false || isGone === true) return false;
  return isNew && isGone === false ? true : void 0;
});
var reaches = (function reaches(version, least) {
  for (const [index, wanted] of least.entries()) {
    const part = version[index];
    if (part === void 0) return void 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
});

// src/model/nginx/verdict/level.ts
var levelWithin = (function levelWithin(level, opening) {
  const context = opening.block && contextWithin(level.context, opening.name);
  return context && { context, directives: opening.block ?? [], parent: level, opening };
});
var levelsOf = (function levelsOf(level) {
  const found = [level];
  for (const each of found) {
    for (const directive of each.directives) {
      const within = levelWithin(each, directive);
      if (within) found.push(within);
    }
  }
  return found;
});
var inOrder = (function inOrder(level, visit) {
  for (const directive of level.directives) {
    visit(directive, level);
    const within = levelWithin(level, directive);
    if (within) inOrder(within, visit);
  }
});
var named = (function named({ directives }, name) {
  let index = indexes.get(directives);
  if (!index) {
    const found = /* @__PURE__ */ new Map();
    for (const directive of directives) {
      const same = found.get(directive.name);
      if (same) same.push(directive);
      else found.set(directive.name, [directive]);
    }
    index = found;
    indexes.set(directives, index);
  }
  return index.get(name) ?? [];
});
var inherited = (function inherited(level, name) {
  for (let each = level; each; each = each.parent) {
    const own = named(each, name);
    if (own.length > 0) return own;
  }
  return [];
});
var plainArgument = (function plainArgument(directive, index) {
  const text = directive.args[index]?.text;
  return text === void 0 || isFilledIn(text) ? void 0 : text;
});
var isFilledIn = (function isFilledIn(text) {
  return /\$\{?[A-Z][A-Z0-9_]*\b|__[A-Za-z]\w*__|@[A-Z][A-Z0-9_]*@|%[A-Z][A-Z0-9_]*%|<[A-Za-z][\w-]*>/.test(text);
});
var hasFilledIn = (function hasFilledIn({ name, args }) {
  return isFilledIn(name) || args.some(({ text }) => isFilledIn(text));
});
var hasVariable = (function hasVariable(text) {
  return text.includes("$");
});

// src/model/nginx/verdict/blocks.ts
var checkTables = (function checkTables({ levels, reject }) {
  for (const { context, directives } of levels) {
    if (context !== "http" && context !== "stream") continue;
    for (const block of directives) {
      if (!block.block || block.args.length === 0) continue;
      if (block.name === "map" || block.name === "geo" || block.name === "split_clients") checkVariable(block, reject);
      if (block.name === "map") checkMap(block.block, reject);
      else if (block.name === "geo") checkGeo(block.block, reject);
    }
  }
});

// src/parse/nginx/units.ts
var nginxNumber = (function nginxNumber(text) {
  return wholeOf(text, 1n);
});
var nginxSizeOf = (function nginxSizeOf(text, kind) {
  const scale = text === "" ? void 0 : { k: 1n << 10n, m: 1n << 20n, g: 1n << 30n }[text.slice(-1).toLowerCase()];
  if (scale === void 0) return wholeOf(text, 1n);
  return scale === 1n << 30n && kind === "size" ? void 0 : wholeOf(text.slice(0, -1), scale);
});
var wholeOf = (function wholeOf(digits, scale) {
  if (!/^\d+$/.test(digits)) return void 0;
  const significant = digits.replace(/^0+(?=\d)/, "");
  if (significant.length > MOST_DIGITS) return void 0;
  const value = BigInt(significant) * scale;
  return value > LARGEST ? void 0 : Number(value);
});
var nginxTimeOf = (function nginxTimeOf(text, kind) {
  let total = 0;
  let last = kind === "seconds" ? -1 : 1;
  let rest = text;
  while (rest !== "") {
    const [part, digits = "", unit = ""] = /^(\d{0,16})(ms|[yMwdhms ]|$) */.exec(rest) ?? [];
    if (part === void 0) return void 0;
    const index = unit.trim() === "" ? SECONDS : UNITS.findIndex(([name]) => name === unit);
    if (unit !== "" && (index <= last || unit === "ms" && kind === "seconds")) return void 0;
    total += Number(digits) * (UNITS[index]?.[1] ?? 0);
    last = unit === " " ? BEHIND : index;
    rest = rest.slice(part.length);
  }
  return /\d/.test(text) ? total : void 0;
});

// src/model/nginx/verdict/buffers.ts
var checkBuffers = (function checkBuffers({ levels, reject }) {
  const hasServers = levels.some(({ context }) => context === "server");
  for (const level of levels) {
    const isUsed = /^(?:server|location|if-location|limit_except)$/.test(level.context);
    if (!isUsed && !(level.context === "http" && hasServers)) continue;
    for (const kind of KINDS) {
      const own = level.directives.filter(({ name }) => namesOf(kind).includes(name));
      const [first] = own;
      if (!first) continue;
      const message = objectionTo(level, kind);
      if (message === void 0) continue;
      const at = own.find(({ name }) => name === `${kind}_buffer_size`) ?? first;
      const fix = `Size them together: \`${kind}_buffer_size 16k; ${kind}_buffers 8 16k; ${kind}_busy_buffers_size 32k;\` (the last may stay away).`;
      reject({ kind: "value", at: at.at, message, fix });
    }
  }
});
var namesOf = (function namesOf(kind) {
  return ["buffer_size", "buffers", "busy_buffers_size", "temp_file_write_size"].map((name) => `${kind}_${name}`);
});

// src/knowledge/nginx/directives/passing.ts
var common = (function common(prefix) {
  return `
    http server location | once 1-2 | ${prefix}_bind
    http server location | flag | ${prefix}_socket_keepalive
    http server location | time | ${prefix}_connect_timeout ${prefix}_send_timeout ${prefix}_read_timeout
    http server location | time | ${prefix}_next_upstream_timeout
    http server location | size | ${prefix}_buffer_size ${prefix}_socket_sndbuf@1.31.3 ${prefix}_socket_rcvbuf@1.31.3
    http server location | number | ${prefix}_next_upstream_tries`;
});
var headers = (function headers(prefix) {
  return `
    http server location | flag | ${prefix}_intercept_errors
    http server location | many 1 | ${prefix}_pass_header ${prefix}_hide_header
    http server location | set 1+ ${IGNORED} | ${prefix}_ignore_headers`;
});
var buffered = (function buffered(prefix, failures) {
  return `
    http | many 2+ | ${prefix}_cache_path
    http server location | set 1+ ${failures} | ${prefix}_next_upstream ${prefix}_cache_use_stale
    http server location | set 1+ GET/HEAD/POST | ${prefix}_cache_methods
    http server location | once 1 | ${prefix}_store ${prefix}_limit_rate ${prefix}_cache ${prefix}_cache_key
    http server location | once 1-3 | ${prefix}_store_access
    http server location | once 1-4 | ${prefix}_temp_path
    http server location | many 1+ | ${prefix}_cache_bypass ${prefix}_no_cache ${prefix}_cache_valid
    http server location | flag | ${prefix}_buffering ${prefix}_request_buffering ${prefix}_ignore_client_abort
    http server location | flag | ${prefix}_pass_request_headers ${prefix}_pass_request_body ${prefix}_force_ranges
    http server location | flag | ${prefix}_cache_lock ${prefix}_cache_revalidate ${prefix}_cache_background_update
    http server location | time | ${prefix}_cache_lock_timeout ${prefix}_cache_lock_age
    http server location | number | ${prefix}_cache_min_uses
    http server location | offset | ${prefix}_cache_max_range_offset
    http server location | buffers | ${prefix}_buffers
    http server location | size | ${prefix}_busy_buffers_size ${prefix}_max_temp_file_size ${prefix}_temp_file_write_size`;
});
var secured = (function secured(prefix) {
  return `
    http server location | flag | ${prefix}_ssl_session_reuse ${prefix}_ssl_server_name ${prefix}_ssl_verify
    http server location | set 1+ ${PROTOCOLS} | ${prefix}_ssl_protocols
    http server location | number | ${prefix}_ssl_verify_depth
    http server location | once 1 | ${prefix}_ssl_ciphers ${prefix}_ssl_name ${prefix}_ssl_trusted_certificate
    http server location | once 1 | ${prefix}_ssl_crl ${prefix}_ssl_certificate ${prefix}_ssl_certificate_key
    http server location | once 1 | ${prefix}_ssl_password_file
    http server location | once 1-3 | ${prefix}_ssl_certificate_cache@1.27.4
    http server location | many 2 | ${prefix}_ssl_conf_command@1.19.4`;
});

// src/knowledge/nginx/table.ts
var directiveTable = (function directiveTable(text) {
  return text.split("\n").flatMap((line) => {
    const [contexts = "", kind = "", names2 = ""] = line.split("|").map((part) => part.trim());
    if (names2 === "") return [];
    const usage = { contexts: contexts.split(" "), ...usageOf(kind) };
    return names2.split(/\s+/).map((name) => ({ ...usage, ...named2(name) }));
  });
});
var named2 = (function named2(written) {
  const [name = "", version = ""] = written.split("@");
  if (version === "") return { name };
  const parts = version.replace("<", "").split(".").map(Number);
  return version.startsWith("<") ? { name, until: parts } : { name, since: parts };
});
var usageOf = (function usageOf(written) {
  const [kind = "", first = "", second = ""] = written.split(" ");
  const one = { least: 1, most: 1, block: false, once: true };
  switch (kind) {
    case "once":
    case "many":
      return { ...countOf(first), once: kind === "once" };
    case "number": {
      const [least = 0, most = Number.POSITIVE_INFINITY] = first === "" ? [] : first.split("..").map(Number);
      return { ...one, value: { kind, least, most } };
    }
    case "enum":
      return { ...one, value: { kind, words: first.split("/") } };
    case "set":
      return { ...countOf(first), once: false, value: { kind, words: second.split("/") } };
    case "buffers":
      return { ...one, least: 2, most: 2, value: { kind } };
    case "flag":
    case "size":
    case "offset":
    case "time":
    case "seconds":
      return { ...one, value: { kind } };
    default:
      throw new Error(`unknown kind of directive: ${written}`);
  }
});
var countOf = (function countOf(written) {
  const [, least = "", most = "", block] = /^(\d)(\+|-\d)?(\{\})?$/.exec(written) ?? [];
  return {
    least: Number(least),
    most: most === "+" ? Number.POSITIVE_INFINITY : Number(most.slice(1) || least),
    block: block !== void 0
  };
});

// src/knowledge/nginx/directives.ts
var directiveForms = (function directiveForms(name) {
  forms ??= byName(allDirectiveForms());
  return forms.get(name);
});
var allDirectiveForms = (function allDirectiveForms() {
  return TABLES.flatMap(directiveTable);
});
var byName = (function byName(list) {
  const found = /* @__PURE__ */ new Map();
  for (const form of list) {
    const same = found.get(form.name);
    if (same) same.push(form);
    else found.set(form.name, [form]);
  }
  return found;
});

// src/model/nginx/verdict/values.ts
var checkValue = (function checkValue(directive, value, reject) {
  const [first, second] = directive.args;
  if (!first) return;
  const wrong = (argument, expected) => reject({
    kind: "value",
    at: argument.at,
    message: `${directive.name} takes ${expected}, not "${shown(argument)}"`
  });
  if (value.kind === "set") {
    const bad = directive.args.find(({ text }) => !isOneOf(text, value.words));
    if (bad) wrong(bad, listed(value.words));
  } else if (value.kind === "buffers") {
    if (!nginxNumber(first.text)) wrong(first, "a number of buffers");
    else if (second && !nginxSizeOf(second.text, "size")) wrong(second, SIZE);
  } else {
    const expected = expectedOf(value, first.text);
    if (expected !== void 0) wrong(first, expected);
  }
});
var expectedOf = (function expectedOf(value, text) {
  switch (value.kind) {
    case "flag":
      return isOneOf(text, ["on", "off"]) ? void 0 : "on or off";
    case "enum":
      return isOneOf(text, value.words) ? void 0 : listed(value.words);
    case "number": {
      const number = nginxNumber(text);
      const bounds = Number.isFinite(value.most) ? ` from ${value.least} to ${value.most}` : "";
      return number === void 0 || number < value.least || number > value.most ? `a whole number${bounds}` : void 0;
    }
    case "size":
      return nginxSizeOf(text, "size") === void 0 ? SIZE : void 0;
    case "offset":
      return nginxSizeOf(text, "offset") === void 0 ? "a size (8k, 10m, 1g)" : void 0;
    case "time":
      return nginxTimeOf(text, "time") === void 0 ? "a time (30s, 500ms, 1h)" : void 0;
    case "seconds":
      return nginxTimeOf(text, "seconds") === void 0 ? "a time in whole seconds (30s, 1h, 7d)" : void 0;
  }
});
var isOneOf = (function isOneOf(text, words) {
  const lower = text.toLowerCase();
  return words.some((word) => word.toLowerCase() === lower);
});

// src/model/nginx/verdict/usage.ts
var checkUsage = (function checkUsage(directive, level, { version, tableIsAll, reject }) {
  const { name, nameAt, at } = directive;
  if (name === "include") {
    const message = `include takes one argument, not ${directive.args.length}`;
    if (directive.args.length !== 1) reject({ kind: "arguments", at, message, ...missingEnd(directive) });
    return void 0;
  }
  const forms2 = directiveForms(name);
  if (!forms2) {
    checkName(directive, reject, tableIsAll ? version : void 0);
    return void 0;
  }
  const here = forms2.filter((form2) => form2.contexts.includes(level.context));
  const count = directive.args.length;
  const usable = here.filter((one) => knows(one, version) !== false);
  const form = usable.find(({ least, most }) => count >= least && count <= most) ?? usable[0];
  const isKnown = forms2.some((one) => knows(one, version) !== false);
  if (!form) {
    if (isKnown && here.length === 0) reject(outOfPlace(directive, level, forms2));
    else
      reject({
        kind: "version",
        at: nameAt,
        message: unknownIn(name, isKnown ? here : forms2, isKnown ? " here" : "", version)
      });
    return void 0;
  }
  if (form.block !== (directive.block !== void 0)) {
    const message = form.block ? `${name} needs a block: a "{" instead of the ";"` : `${name} has no block: it ends in ";"`;
    reject({ kind: "syntax", at, message });
    return void 0;
  }
  if (hasFilledIn(directive)) return void 0;
  if (count < form.least || count > form.most) {
    const message = `${name} takes ${countWords(form)}, not ${count}`;
    reject({ kind: "arguments", at, message, ...missingEnd(directive) });
    return void 0;
  }
  if (form.value) checkValue(directive, form.value, reject);
  return form;
});

// src/model/nginx/verdict/parameters.ts
var checkParameters = (function checkParameters(directive, from, known, reject) {
  const found = /* @__PURE__ */ new Map();
  for (const argument of directive.args.slice(from)) {
    const { text, at } = argument;
    const equals = text.indexOf("=");
    const name = equals === -1 ? text : text.slice(0, equals);
    const kind = Object.hasOwn(known, name) ? known[name] : void 0;
    if (kind && equals === -1 === (kind === "flag") && isRight(text.slice(equals + 1), kind))
      found.set(name, argument);
    else if (isFilledIn(text)) found.set(name, argument);
    else {
      const what = kind && kind !== "flag" ? `takes ${name}= with ${WORDS2[kind]}` : "has no parameter like that";
      const message = `invalid parameter "${shown(argument)}": ${directive.name} ${what}`;
      reject({ kind: "value", at, message, ...missingEnd(directive) });
      break;
    }
  }
  return found;
});

// src/model/nginx/verdict/caches.ts
var checkCaches = (function checkCaches(judging) {
  for (const kind of KINDS2) {
    const zones = /* @__PURE__ */ new Map();
    for (const { directives } of judging.levels) {
      for (const one of directives) {
        if (one.name === `${kind}_cache_path` && one.args.length >= 2) checkPath(one, zones, judging);
      }
    }
    for (const { directives } of judging.levels) {
      for (const one of directives) if (one.name === `${kind}_cache`) checkUse(one, kind, zones, judging);
    }
  }
});

// src/model/nginx/verdict/headers.ts
var checkHeaders = (function checkHeaders({ levels, reject }) {
  for (const { context, directives } of levels) {
    if (context.startsWith("stream") || context.startsWith("mail")) continue;
    for (const directive of directives) {
      const { name, args } = directive;
      if (hasFilledIn(directive)) continue;
      if (name === "add_header" || name === "add_trailer") checkAdded(directive, reject);
      else if (name === "expires" && (args.length === 1 || args.length === 2)) checkExpires(directive, reject);
      else if (name === "keepalive_timeout") checkTimes(directive, reject);
      else if (name.endsWith("_cache_valid")) checkCacheValid(directive, reject);
    }
  }
});
var checkAdded = (function checkAdded({ name, args }, reject) {
  const [, , third] = args;
  if (args.length !== 3 || !third || third.text === "always") return;
  const fix = `Quote a value that has blanks in it: \`${name} Name "the value" always;\`.`;
  reject({
    kind: "value",
    at: third.at,
    message: `behind its value ${name} takes only always, not "${shown(third)}"`,
    fix
  });
});

// src/model/nginx/verdict/limits.ts
var checkLimits = (function checkLimits(judging) {
  for (const outer of ["http", "stream"]) {
    const levels = judging.levels.filter(({ context }) => (context.startsWith("stream") ? "stream" : "http") === outer);
    const made = {
      limit_req: zonesOf("limit_req_zone", levels, judging),
      limit_conn: zonesOf("limit_conn_zone", levels, judging)
    };
    for (const level of levels.filter(({ context }) => USED_IN.has(context))) {
      checkUses(requestLimits(level, judging), "limit_req", made.limit_req, judging);
      checkUses(connectionLimits(level, judging), "limit_conn", made.limit_conn, judging);
    }
  }
});
var named3 = (function named3(level, name, counts) {
  return level.directives.filter((directive) => directive.name === name && counts.includes(directive.args.length));
});
var zonesOf = (function zonesOf(name, levels, { reject }) {
  const zones = /* @__PURE__ */ new Map();
  const count = name === "limit_req_zone" ? 3 : 2;
  for (const directive of levels.flatMap((level) => named3(level, name, [count]))) {
    const known = name === "limit_req_zone" ? { zone: "any", rate: "any" } : { zone: "any" };
    const found = checkParameters(directive, 1, known, reject);
    const rate = found.get("rate");
    if (rate && !isRate(rate.text)) {
      reject({ kind: "value", at: rate.at, message: `"${shown(rate)}" is no rate: rate=10r/s, or r/m for slower ones` });
    }
    const argument = found.get("zone");
    if (!argument || isFilledIn(argument.text)) continue;
    const zone = zoneName(argument, reject);
    const first = zones.get(zone);
    if (first) {
      const other = { at: first.directive.at, message: "the first is here" };
      reject({ kind: "duplicate", at: directive.at, message: `the zone ${zone} is made twice`, other });
    } else zones.set(zone, { name: zone, directive, argument });
  }
  return zones;
});
var requestLimits = (function requestLimits(level, { reject }) {
  if (level.context.startsWith("stream")) return [];
  return named3(level, "limit_req", [1, 2, 3]).flatMap((directive) => {
    const [first] = directive.args;
    if (directive.args.length === 1 && first?.text === "off") {
      reject({
        kind: "value",
        at: directive.at,
        message: 'limit_req has no "off": it takes zone=\u2026',
        fix: "Take it out, and set `limit_req` only in the locations that need it (a location that sets its own has none of those around it); or give what is not to be counted an empty key with `map` or `geo`."
      });
      return [];
    }
    const found = checkParameters(
      directive,
      0,
      { zone: "any", burst: "count", delay: "count", nodelay: "flag" },
      reject
    );
    const argument = found.get("zone");
    if (!argument && found.size === directive.args.length) {
      reject({ kind: "value", at: directive.at, message: "limit_req needs the parameter zone=" });
    }
    return argument ? [{ name: argument.text.slice("zone=".length), directive, argument }] : [];
  });
});
var connectionLimits = (function connectionLimits(level, { reject }) {
  return named3(level, "limit_conn", [2]).flatMap((directive) => {
    const [zone, most] = directive.args;
    if (!zone || !most) return [];
    const number = nginxNumber(most.text);
    if (!isFilledIn(most.text) && (number === void 0 || number < 1 || number > 65535)) {
      const message = `limit_conn takes a number of connections from 1 to 65535, not "${shown(most)}"`;
      reject({ kind: "value", at: most.at, message });
    }
    return [{ name: zone.text, directive, argument: zone }];
  });
});
var checkUses = (function checkUses(uses, name, made, { reject, complete }) {
  const seen = /* @__PURE__ */ new Map();
  for (const use of uses) {
    if (isFilledIn(use.name)) continue;
    const first = seen.get(use.name);
    if (first) {
      const other = { at: first.directive.at, message: "the first is here" };
      reject({ kind: "duplicate", at: use.directive.at, message: `${name} names the zone ${use.name} twice`, other });
    }
    seen.set(use.name, use);
    if (!made.has(use.name) && complete) {
      const message = `the zone ${use.name} is made nowhere: there is no ${name}_zone with that name`;
      reject({ kind: "undefined", at: use.argument.at, message });
    }
  }
});

// src/model/nginx/verdict/listen.ts
var checkListens = (function checkListens(judging) {
  const listens = judging.levels.flatMap((level) => {
    const known = KNOWN[level.context];
    const written = known ? level.directives.filter(({ name, args }) => name === "listen" && args.length > 0) : [];
    return written.flatMap((directive) => readListen(directive, level, known ?? {}, judging) ?? []);
  });
  for (const context of Object.keys(KNOWN))
    checkSockets(
      listens.filter((one) => one.server.context === context),
      judging
    );
  return listens;
});
var readListen = (function readListen(directive, server, known, judging) {
  const { reject, version } = judging;
  const allowed = Object.fromEntries(
    Object.entries(known).filter(([name]) => !version || !SINCE[name] || reaches(version, SINCE[name]) !== false)
  );
  const parameters = new Set(checkParameters(directive, 1, allowed, reject).keys());
  const conflict = parameters.has("quic") && NOT_WITH_QUIC.find((name) => parameters.has(name));
  if (conflict) {
    const message = `${conflict} cannot stand beside quic: QUIC needs a listen of its own`;
    reject({ kind: "value", at: directive.at, message });
  }
  const text = plainArgument(directive, 0);
  const address = text === void 0 ? void 0 : addressOf(text);
  if (address === null) {
    const at = directive.args[0]?.at ?? directive.at;
    reject({ kind: "value", at, message: `"${text}" is no port from 1 to 65535` });
  }
  const protocol = parameters.has("quic") || parameters.has("udp") ? "udp" : "tcp";
  return { directive, server, ...address && { socket: `${protocol} ${address}` }, parameters };
});
var addressOf = (function addressOf(text) {
  if (text.startsWith("unix:")) return text;
  if (/^\d+$/.test(text)) return portOf(text) === void 0 ? null : `0.0.0.0:${portOf(text)}`;
  const [, host, digits] = /^(\[[0-9a-fA-F:.]+\]|\*|\d{1,3}(?:\.\d{1,3}){3})(?::(\d+))?$/.exec(text) ?? [];
  if (host === void 0) return void 0;
  const port = digits === void 0 ? 80 : portOf(digits);
  return port === void 0 ? null : `${host === "*" ? "0.0.0.0" : host.toLowerCase()}:${port}`;
});
var portOf = (function portOf(digits) {
  const port = nginxNumber(digits);
  return port !== void 0 && port > 0 && port < 65536 ? port : void 0;
});
var checkSockets = (function checkSockets(listens, { reject }) {
  const sockets = /* @__PURE__ */ new Map();
  for (const one of listens) {
    if (one.socket === void 0) continue;
    const [, address] = one.socket.split(" ");
    const socket = sockets.get(one.socket) ?? { servers: /* @__PURE__ */ new Map() };
    sockets.set(one.socket, socket);
    const refuse = (first, message) => {
      const other = { at: first.directive.at, message: "the first is here" };
      reject({ kind: "duplicate", at: one.directive.at, message, other });
    };
    const same = socket.servers.get(one.server);
    if (same) refuse(same, `this server listens on ${address} twice`);
    else if (isDefault(one) && socket.standard) refuse(socket.standard, `two servers are the default of ${address}`);
    else if (hasOptions(one) && socket.options) {
      refuse(socket.options, `the socket options of ${address} are given twice: only one server may have them`);
    }
    socket.servers.set(one.server, one);
    if (isDefault(one)) socket.standard ??= one;
    if (hasOptions(one)) socket.options ??= one;
  }
});
var isDefault = (function isDefault({ parameters }) {
  return parameters.has("default_server") || parameters.has("default");
});
var hasOptions = (function hasOptions({ parameters }) {
  return [...parameters].some((name) => !OF_PROTOCOL.has(name));
});

// src/model/nginx/verdict/locations.ts
var matchOf = (function matchOf({ args }) {
  const [first, second] = args;
  if (!first) return void 0;
  if (second && !MODIFIERS.has(first.text)) return void 0;
  const [, sign = "", rest = ""] = second ? ["", first.text, second.text] : splitHead(first.text);
  if (sign === "~" || sign === "~*") return { kind: "regex", text: rest };
  if (sign === "=") return { kind: "exact", text: rest };
  return { kind: !second && rest.startsWith("@") ? "named" : "prefix", text: rest };
});
var splitHead = (function splitHead(text) {
  const [, sign = "", rest = ""] = /^(=|\^~|~\*|~)?(.*)$/s.exec(text) ?? [];
  return [text, sign, rest];
});
var checkLocations = (function checkLocations(judging) {
  for (const level of judging.levels) {
    if (level.context !== "server" && level.context !== "location") continue;
    const seen = /* @__PURE__ */ new Map();
    for (const location of level.directives) {
      if (location.name === "location" && location.block && location.args.length > 0 && location.args.length <= 2) {
        checkLocation(location, level, seen, judging);
      }
    }
  }
});
var checkLocation = (function checkLocation(location, level, seen, { reject, version }) {
  if (location.args.some(({ text }) => isFilledIn(text))) return;
  const match = matchOf(location);
  const { at } = location;
  if (!match) {
    const [first2] = location.args;
    const isOld = version && reaches(version, [1, 31, 5]) === false;
    if (first2 && (isOld || /^[=~^*!<>|&]+$/.test(first2.text))) {
      reject({
        kind: "value",
        at: first2.at,
        message: `"${first2.text}" is no modifier of a location: =, ~, ~* and ^~ are`
      });
    }
    return;
  }
  const around = level.opening && level.context === "location" ? matchOf(level.opening) : void 0;
  const misplaced = around && misplacedIn(match, around);
  if (misplaced) reject({ kind: "context", at, message: misplaced });
  if (match.kind !== "prefix" && match.kind !== "exact") return;
  const key = `${match.kind} ${match.text}`;
  const first = seen.get(key);
  if (first) {
    const message = `the location ${match.kind === "exact" ? "= " : ""}${match.text} is there twice`;
    reject({ kind: "duplicate", at, message, other: { at: first.at, message: "the first is here" } });
  } else seen.set(key, location);
});

// src/model/nginx/verdict/logs.ts
var checkLogs = (function checkLogs(judging) {
  const { levels, reject, stockFormats = [] } = judging;
  const [root] = levels;
  if (!root) return;
  const formats = { http: /* @__PURE__ */ new Set(["combined", ...stockFormats]), stream: /* @__PURE__ */ new Set() };
  const anyCase = { http: new Set([...formats.http].map((name) => name.toLowerCase())), stream: /* @__PURE__ */ new Set() };
  inOrder(root, (directive, { context }) => {
    const outer = context.startsWith("stream") ? "stream" : "http";
    if (directive.name === "log_format") {
      checkFormat(directive, formats[outer], judging);
      anyCase[outer].add(directive.args[0]?.text.toLowerCase() ?? "");
    } else if (directive.name === "access_log") checkAccessLog(directive, anyCase[outer], judging, outer);
    else if (directive.name === "error_log") checkErrorLog(directive, reject);
  });
});

// src/model/nginx/verdict/passes.ts
var checkPasses = (function checkPasses(groups, judging) {
  for (const level of judging.levels) {
    if (!CONTEXTS.has(level.context)) continue;
    for (const directive of level.directives) {
      if (PASSES.has(directive.name) && directive.args.length === 1) checkPass(directive, level, groups, judging);
    }
  }
});
var checkStreamPasses = (function checkStreamPasses(groups, { levels, reject, complete }) {
  for (const { context, directives } of levels) {
    for (const { name, args } of context === "stream-server" ? directives : []) {
      const [argument] = args;
      if (name !== "proxy_pass" || !argument || args.length > 1 || !complete) continue;
      const { text, at } = argument;
      if (hasVariable(text) || isFilledIn(text) || /^unix:|:\d+$|\/\//.test(text) || groups.has(text.toLowerCase()))
        continue;
      const message = `${shown(argument)} is no upstream, and as a host it needs a port`;
      reject({ kind: "value", at, message });
    }
  }
});
var checkPass = (function checkPass(directive, level, groups, { reject, complete }) {
  const [argument] = directive.args;
  const { name } = directive;
  if (!argument || hasVariable(argument.text) || isFilledIn(argument.text)) return;
  const { text, at } = argument;
  const rest = withoutScheme(name, text);
  if (rest === void 0) {
    const message = name === "proxy_pass" ? `proxy_pass takes an address with http:// or https:// in front, not "${shown(argument)}"` : `${name} takes host:port or the name of an upstream, without "${text.slice(0, text.indexOf("//") + 2)}"`;
    reject({ kind: "value", at, message });
    return;
  }
  const target = targetOf(rest);
  if (!target) return;
  const obstacle = name === "proxy_pass" && target.uri !== "" ? obstacleToUri(level) : void 0;
  if (obstacle) {
    const message = `proxy_pass cannot have the path ${target.uri} ${obstacle}`;
    const fix = `End it behind the host (\`proxy_pass ${text.slice(0, text.length - target.uri.length)};\`), and change the path with \`rewrite \u2026 break;\` in front.`;
    reject({ kind: "value", at, message, fix });
  }
  const group = groups.get(target.host.toLowerCase());
  if (group && target.port !== void 0) {
    const message = `${target.host} is an upstream, which has its ports itself: there is none to name here`;
    reject({ kind: "value", at, message, other: { at: group.at, message: "the upstream is here" } });
  } else if (!group && target.port === void 0 && complete && WITHOUT_DEFAULT_PORT.has(name)) {
    reject({
      kind: "value",
      at,
      message: `${target.host} is no upstream, and as a host it needs a port: ${target.host}:9000`
    });
  }
});
var withoutScheme = (function withoutScheme(name, text) {
  if (name === "proxy_pass") return /^https?:\/\/(.*)$/is.exec(text)?.[1];
  if (name === "grpc_pass") return text.replace(/^grpcs?:\/\//i, "");
  if (name === "uwsgi_pass") return text.replace(/^s?uwsgi:\/\//i, "");
  return /^\w+:\/\//.test(text) ? void 0 : text;
});
var targetOf = (function targetOf(text) {
  if (text.startsWith("unix:")) return void 0;
  const [, host = "", port, uri = ""] = /^(\[[^\]]*\]|[^:/?#]+)(?::(\d+))?([/?#].*)?$/s.exec(text) ?? [];
  return host === "" ? void 0 : { host, ...port !== void 0 && { port }, uri };
});

// src/model/nginx/verdict/processes.ts
var checkProcesses = (function checkProcesses(judging) {
  for (const level of judging.levels) {
    if (level.context === "main") checkMain(level, judging);
    else if (level.context === "events") checkEvents(level, judging);
    else if (level.context === "stream-server") checkStreamServer(level, judging);
  }
});

// src/model/nginx/verdict/rewriting.ts
var checkRewriting = (function checkRewriting({ levels, reject }) {
  for (const { context, directives } of levels) {
    if (context.startsWith("stream") || context.startsWith("mail")) continue;
    for (const directive of directives) {
      const check = CHECKS[directive.name];
      if (check && !hasFilledIn(directive)) check(directive, reject);
    }
  }
});

// src/model/nginx/verdict/tls.ts
var checkTls = (function checkTls(listens, judging) {
  const { levels, reject, complete } = judging;
  for (const level of levels) {
    for (const directive of level.directives) if (directive.name === "ssl_session_cache") checkCache(directive, judging);
  }
  if (!complete) return;
  for (const server of levels) {
    if (server.context !== "server") continue;
    const certificates = inherited(server, "ssl_certificate");
    const keys = inherited(server, "ssl_certificate_key");
    const last = certificates.at(-1);
    if (last && keys.length < certificates.length) {
      reject({ kind: "certificate", at: last.at, message: `ssl_certificate has no ssl_certificate_key with it` });
    } else if (last) checkClients(server, judging);
  }
  for (const listen of defaultsOf(listens)) {
    const { server, directive } = listen;
    const hasOne = inherited(server, "ssl_certificate").length > 0;
    if (hasOne || inherited(server, "ssl_reject_handshake").at(-1)?.args[0]?.text.toLowerCase() === "on") continue;
    const message = `this server listens with TLS and has no ssl_certificate, nor has the http block`;
    reject({ kind: "certificate", at: directive.at, message });
  }
});
var defaultsOf = (function defaultsOf(listens) {
  const sockets = /* @__PURE__ */ new Map();
  for (const one of listens) {
    if (one.server.context !== "server" || one.socket === void 0) continue;
    const named4 = one.parameters.has("default_server") || one.parameters.has("default");
    const tls = one.parameters.has("ssl") || one.parameters.has("quic");
    const known = sockets.get(one.socket);
    if (!known) sockets.set(one.socket, { standard: one, tls, named: named4 });
    else {
      known.tls ||= tls;
      if (named4 && !known.named) Object.assign(known, { standard: one, named: named4 });
    }
  }
  return [...sockets.values()].filter((socket) => socket.tls).map((socket) => socket.standard);
});

// src/model/nginx/verdict/upstreams.ts
var checkUpstreams = (function checkUpstreams(outer, judging) {
  const groups = /* @__PURE__ */ new Map();
  for (const level of judging.levels) {
    if (level.context !== outer) continue;
    for (const opening of level.directives) {
      const name = opening.name === "upstream" && opening.args.length === 1 ? opening.args[0]?.text : void 0;
      if (name === void 0 || isFilledIn(name)) continue;
      const first = groups.get(name.toLowerCase());
      if (first) {
        const other = { at: first.at, message: "the first is here" };
        judging.reject({ kind: "duplicate", at: opening.at, message: `the upstream ${name} is there twice`, other });
      } else groups.set(name.toLowerCase(), opening);
      const within = levelWithin(level, opening);
      if (within) checkGroup(within, name, judging);
    }
  }
  return groups;
});
var checkGroup = (function checkGroup(group, name, judging) {
  const { reject } = judging;
  const servers = group.directives.filter((directive) => directive.name === "server");
  const hasMore = group.directives.some((directive) => directive.name === "include" || directive.name === "state");
  if (servers.length === 0 && !hasMore && group.opening) {
    reject({ kind: "missing", at: group.opening.at, message: `the upstream ${name} has no server` });
  }
  const isReserve = ({ args }) => args.slice(1).some(({ text }) => text === "backup");
  if (servers.length > 0 && !hasMore && servers.every(isReserve) && group.opening) {
    const message = `every server of the upstream ${name} is a backup: there is none that they stand in for`;
    reject({ kind: "missing", at: group.opening.at, message });
  }
  checkServers(group, judging);
  checkMethods(group, judging);
  if (!hasMore) checkResolve(group, name, servers, judging);
});
var checkServers = (function checkServers(group, judging) {
  const { reject, version, tableIsAll } = judging;
  const known = Object.fromEntries(
    Object.entries(SERVER).filter(([name]) => {
      if (tableIsAll && COMMERCIAL.has(name)) return false;
      return !version || !SINCE2[name] || reaches(version, SINCE2[name]) !== false;
    })
  );
  let method;
  for (const directive of group.directives) {
    if (WITHOUT_BACKUP.has(directive.name) || directive.name === "least_conn") method = directive.name;
    if (directive.name !== "server" || directive.args.length === 0) continue;
    const backup = checkParameters(directive, 1, known, reject).get("backup");
    if (backup && method && WITHOUT_BACKUP.has(method)) {
      reject({ kind: "value", at: backup.at, message: `${method} knows no backup server` });
    }
    const address = directive.args[0]?.text ?? "";
    if (/^\w+:\/\//.test(address)) {
      const message = `a server of an upstream is host:port, without "${address.slice(0, address.indexOf("//") + 2)}"`;
      reject({ kind: "value", at: directive.args[0]?.at ?? directive.at, message });
    } else if (group.context === "stream-upstream" && !hasFilledIn(directive) && hasNoPort(address)) {
      reject({ kind: "value", at: directive.at, message: `${address} has no port, and in stream there is no default` });
    }
  }
});
var checkMethods = (function checkMethods(group, { reject }) {
  for (const directive of group.directives) {
    const { name, args } = directive;
    if (name === "hash" && args.length === 2) checkParameters(directive, 1, { consistent: "flag" }, reject);
    if (name === "random" && args.length > 0 && args.length <= 2) {
      const [first, second] = args;
      if (first && !isFilledIn(first.text) && first.text !== "two") {
        reject({ kind: "value", at: first.at, message: `random takes "two" and a method, not "${first.text}"` });
      } else if (second && !isFilledIn(second.text) && !/^least_(?:conn|time=)/.test(second.text)) {
        reject({ kind: "value", at: second.at, message: `random two takes least_conn, not "${second.text}"` });
      }
    }
    if (name === "keepalive" && args[0] && !isFilledIn(args[0].text) && !/^0*[1-9]\d{0,9}$/.test(args[0].text)) {
      const message = `keepalive takes a number of connections, not "${args[0].text}"`;
      reject({ kind: "value", at: args[0].at, message });
    }
  }
});
var checkResolve = (function checkResolve(group, name, servers, judging) {
  const resolving = servers.find(({ args }) => args.slice(1).some(({ text }) => text === "resolve"));
  if (!resolving || !group.opening) return;
  const at = resolving.args.find(({ text }) => text === "resolve")?.at ?? resolving.at;
  if (!group.directives.some((directive) => directive.name === "zone")) {
    judging.reject({
      kind: "missing",
      at,
      message: `resolve needs a zone in the upstream ${name}`,
      fix: `Add \`zone ${name} 64k;\` to the upstream.`
    });
  } else if (judging.complete && inherited(group, "resolver").length === 0) {
    const message = `resolve needs a resolver, in the upstream ${name} or in ${group.context === "upstream" ? "http" : "stream"}`;
    judging.reject({ kind: "missing", at, message });
  }
});

// src/knowledge/nginx/variables.ts
var nginxVariables = (function nginxVariables() {
  names ??= new Set(NAMES.trim().split(/\s+/));
  return names;
});
var isNginxVariable = (function isNginxVariable(name) {
  const lower = name.toLowerCase();
  return nginxVariables().has(lower) || FAMILIES.test(lower);
});

// src/model/nginx/verdict/variables.ts
var checkVariables = (function checkVariables(judging) {
  const [root] = judging.levels;
  if (!root) return;
  const isKnown = knownNames(root.directives, judging);
  inOrder(root, (directive, { context }) => {
    if (context === "main" || context.startsWith("stream") || context.startsWith("mail")) return;
    if (context === "http" && MERGED.has(directive.name)) return;
    for (const argument of valuesOf(directive)) {
      if (!argument.text.includes("$")) continue;
      const isOpen = isFilledIn(argument.text);
      if (!isOpen || judging.asWritten.has(argument.at.path)) checkText(argument, isKnown, judging, isOpen);
    }
  });
});
var checkText = (function checkText(argument, isKnown, judging, isOpen) {
  const { text, at } = argument;
  if (/\$(?!\w|\{\w+\})/.test(text)) {
    const message = `the $ in "${shown(argument)}" begins no variable, and nginx has no way to write one that means itself`;
    const fix = 'Take it away; where it has to stay, make a variable of it: `geo $dollar { default "$"; }` in `http`, and `${dollar}` here.';
    judging.reject({ kind: "value", at, message, fix });
    return;
  }
  const name = isKnown && variablesIn(text).find((one) => !isKnown(one));
  if (name === void 0) return;
  if (isOpen) {
    const message = `nothing fills in $${name} before nginx reads it, and it is no variable of nginx`;
    judging.reject({ kind: "undefined", at, message, fix: TEMPLATE_FIX });
    return;
  }
  const near = nearest(name, nginxVariables());
  if (near === void 0 && !judging.version) return;
  const hint = near === void 0 ? "" : `; did you mean $${near}?`;
  judging.reject({ kind: "undefined", at, message: `the variable $${name} is defined nowhere${hint}` });
});
var knownNames = (function knownNames(directives, { complete, ownModulesOnly }) {
  if (!complete || !ownModulesOnly || mayHaveOthers(directives)) return void 0;
  const defined = definedIn(directives);
  return (name) => /^\d/.test(name) || isNginxVariable(name) || defined.has(name.toLowerCase());
});
var mayHaveOthers = (function mayHaveOthers(directives) {
  let others3 = false;
  walkNginx(directives, ({ name }, around) => {
    if (around.some((block) => DATA.has(block.name))) return;
    if (name !== "include" && !directiveForms(name)) others3 = true;
  });
  return others3;
});
var definedIn = (function definedIn(directives) {
  const names2 = /* @__PURE__ */ new Set();
  const add = (argument) => {
    if (argument?.text.startsWith("$")) names2.add(argument.text.slice(1).toLowerCase());
  };
  walkNginx(directives, ({ name, args }) => {
    if (DEFINED_LAST.has(name)) add(args.at(-1));
    if (DEFINED_FIRST.has(name)) add(args[0]);
    for (const text of [name, ...args.map((arg) => arg.text)]) {
      if (text.includes("(?"))
        for (const [, one, other] of text.matchAll(CAPTURES)) names2.add((one ?? other ?? "").toLowerCase());
    }
  });
  return names2;
});
var valuesOf = (function valuesOf(directive) {
  const { name, args } = directive;
  if (name === "if") return conditionOf(directive).filter((_, index) => index === 0);
  if (name === "map") return args.slice(0, 1);
  const from = Object.hasOwn(HOLDERS, name) ? HOLDERS[name] : void 0;
  return from === void 0 ? [] : args.slice(from);
});
var variablesIn = (function variablesIn(text) {
  return text.includes("$") ? [...text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)].map(([, one, other]) => one ?? other ?? "") : [];
});

// src/model/nginx/verdict/zones.ts
var checkZones = (function checkZones({ levels, reject }) {
  const [root] = levels;
  if (!root) return;
  const zones = /* @__PURE__ */ new Map();
  inOrder(root, (directive, level) => {
    for (const zone of zonesOf2(directive, level)) {
      const first = zones.get(zone.name);
      zones.set(zone.name, first?.size === void 0 ? zone : first);
      if (!first) continue;
      const other = { at: first.at, message: "the first is here" };
      const isOtherSize = zone.size !== void 0 && first.size !== void 0 && zone.size !== first.size;
      if (zone.use !== first.use) {
        const message = `the zone ${zone.name} is already one of ${first.use}: each name is for one purpose`;
        reject({ kind: "duplicate", at: zone.at, message, other });
      } else if (isOtherSize && SHARED.has(directive.name)) {
        const message = `the zone ${zone.name} is already made with another size: it is one zone, and has one`;
        reject({ kind: "duplicate", at: zone.at, message, other });
      }
    }
  });
});
var zonesOf2 = (function zonesOf2(directive, { context }) {
  const { name, args } = directive;
  const outer = context.startsWith("stream") ? "stream " : context.startsWith("mail") ? "mail " : "";
  const parameter = (key) => args.flatMap(({ text, at }) => zoneOf(text, key, `${outer}${name}`, at));
  if (name === "limit_req_zone" || name === "limit_conn_zone") return parameter("zone=");
  if (name.endsWith("_cache_path")) return parameter("keys_zone=");
  if (name === "ssl_session_cache") return parameter("shared:");
  if (name !== "zone" || !context.endsWith("upstream")) return [];
  const [zone, size] = args;
  return zone ? zoneOf(`${zone.text}:${size?.text ?? ""}`, "", `${outer}upstream`, zone.at) : [];
});

// src/model/nginx/verdict.ts
var rejections = (function rejections(tree, version) {
  const found = /* @__PURE__ */ new Map();
  const reject = (rejection) => {
    const { path, start } = rejection.at;
    const key = `${path}:${start}:${rejection.kind}:${rejection.message}`;
    if (found.size < MOST && !found.has(key)) found.set(key, rejection);
  };
  const broken = checkSyntax(tree, reject);
  const judged = (rejection) => {
    if (!broken.has(rejection.at.path)) reject(rejection);
  };
  const known = broken.size === 0 ? tree : { ...tree, complete: false };
  if (tree.start) checkFrom({ context: tree.start, directives: tree.directives }, known, version, judged);
  return sorted([...found.values()], tree);
});
var checkSyntax = (function checkSyntax({ files }, reject) {
  const broken = /* @__PURE__ */ new Set();
  for (const { path, problems, directives } of files) {
    const filledIn = /* @__PURE__ */ new Set();
    const unended = /* @__PURE__ */ new Set();
    let cut = false;
    walkNginx(directives, (directive, around) => {
      if (hasFilledIn(directive)) filledIn.add(directive.at.start);
      if (!directive.block) unended.add(directive.at.start);
      const block = around.at(-1);
      if (block && isRestOfExpression(directive, block)) {
        reject(braceInExpression(block));
        cut = true;
      }
    });
    if (cut) broken.add(path);
    for (const { at, message, code } of problems) {
      if (code !== void 0 || !unended.has(at.start)) broken.add(path);
      if (code === void 0 && !cut && !filledIn.has(at.start)) reject({ kind: "syntax", at, message });
    }
  }
  return broken;
});
var isRestOfExpression = (function isRestOfExpression({ name }, block) {
  const isExpression = block.args.length > 0 || block.name.startsWith("~");
  return /^\d+(?:,\d*)?\}/.test(name) && isExpression && block.blockAt?.start === block.at.end;
});
var checkFrom = (function checkFrom(root, tree, version, reject) {
  const levels = levelsOf(root);
  const ownModulesOnly = tree.ownModulesOnly && !mayLoadModules(root);
  const judging = {
    reject,
    ...version && { version },
    complete: tree.complete,
    isStarted: tree.isStarted,
    ownModulesOnly,
    asWritten: tree.asWritten,
    tableIsAll: ownModulesOnly && version !== void 0 && reaches(version, BEYOND_TABLE) === false,
    levels,
    ...tree.stock?.logFormats && { stockFormats: tree.stock.logFormats }
  };
  for (const level of levels) checkLevel(level, tree, judging);
  const listens = checkListens(judging);
  checkLocations(judging);
  checkPasses(checkUpstreams("http", judging), judging);
  checkStreamPasses(checkUpstreams("stream", judging), judging);
  checkLimits(judging);
  checkRewriting(judging);
  checkLogs(judging);
  checkHeaders(judging);
  checkCaches(judging);
  checkTls(listens, judging);
  checkTables(judging);
  checkBuffers(judging);
  checkProcesses(judging);
  checkVariables(judging);
  checkZones(judging);
});
var mayLoadModules = (function mayLoadModules({ context, directives }) {
  return context === "main" && directives.some(({ name }) => name === "load_module" || name === "include");
});
var checkLevel = (function checkLevel(level, tree, judging) {
  const { reject } = judging;
  const isOutermost = !level.parent;
  const before = isOutermost && level.context === "http" ? tree.stock?.sets ?? [] : [];
  const seen = /* @__PURE__ */ new Map();
  for (const directive of level.directives) {
    const form = checkUsage(directive, level, judging);
    if (!form?.once) continue;
    const { name, at } = directive;
    const first = seen.get(name);
    if (first) {
      const message = `${name} stands twice in ${contextName(level.context)}`;
      reject({ kind: "duplicate", at, message, other: { at: first.at, message: "the first is here" } });
    } else if (before.includes(name)) {
      const message = `${name} stands twice in http: the image's own ${tree.stock?.main} sets it, and includes this file`;
      const fix = `Set it in a \`server\` block, or mount a main file of your own over ${tree.stock?.main}.`;
      reject({ kind: "duplicate", at, message, fix });
    }
    seen.set(name, directive);
  }
});
var sorted = (function sorted(found, { files }) {
  const order = new Map(files.map(({ path }, index) => [path, index]));
  const place = ({ at }) => order.get(at.path) ?? files.length;
  return found.toSorted((one, other) => place(one) - place(other) || one.at.start - other.at.start);
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  conditionOf,
  walkNginx
} = require("./chunk-Q3NCOY3T.js");
const {
  didYouMean,
  nearest
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/nginx/contexts.ts

var WITHIN = {
  main: { events: "events", http: "http", stream: "stream", mail: "mail" },
  http: { server: "server", upstream: "upstream" },
  server: { location: "location", if: "if-server" },
  location: { location: "location", if: "if-location", limit_except: "limit_except" },
  stream: { server: "stream-server", upstream: "stream-upstream" },
  mail: { server: "mail-server" }
};
var WORDS = {
  main: "the main level",
  events: "events",
  http: "http",
  server: "server",
  location: "location",
  "if-server": "if (in a server)",
  "if-location": "if (in a location)",
  limit_except: "limit_except",
  upstream: "upstream",
  stream: "stream",
  "stream-server": "server (in stream)",
  "stream-upstream": "upstream (in stream)",
  mail: "mail",
  "mail-server": "server (in mail)"
};
function contextName(context) {
  return WORDS[context];
}

// src/knowledge/nginx/versions.ts
var BEYOND_TABLE = [1, 31, 0];


function versionWords(version) {
  return version.join(".");
}

// src/model/nginx/verdict/level.ts



var indexes = /* @__PURE__ */ new WeakMap();






function shown({ text }) {
  return text.length > 60 ? `${text.slice(0, 60)}\u2026` : text;
}

// src/model/nginx/verdict/blocks.ts

function checkVariable({ name, args }, reject) {
  const made = args.at(-1);
  if (!made || made.text.startsWith("$") || isFilledIn(made.text)) return;
  reject({ kind: "value", at: made.at, message: `${name} makes a variable: $${made.text}, not ${made.text}` });
}
function checkMap(entries, reject) {
  const keys = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const { name, args, at } = entry;
    if (isFilledIn(name)) continue;
    if (args.length === 0 && (name === "hostnames" || name === "volatile")) continue;
    if (args.length !== 1) {
      const message = `an entry of map is one key and one value${args.length === 0 ? ", and this has no value" : ""}`;
      reject({ kind: "arguments", at, message });
      return;
    }
    if (name === "include" || name.startsWith("~")) continue;
    const key = name === "default" ? "default" : `=${name.replace(/^\\/, "").toLowerCase()}`;
    const first = keys.get(key);
    if (first) {
      const other = { at: first.at, message: "the first is here" };
      reject({ kind: "duplicate", at, message: `${name === "" ? '""' : name} is in the map twice`, other });
    } else keys.set(key, entry);
  }
}
function checkGeo(entries, reject) {
  for (const { name, args, at } of entries) {
    if (isFilledIn(name) || args.length === 0 && /^(?:ranges|proxy_recursive|volatile)$/.test(name)) continue;
    if (args.length === 1) continue;
    reject({ kind: "arguments", at, message: "an entry of geo is one network and one value" });
    return;
  }
}

// src/parse/nginx/units.ts
var LARGEST = 2n ** 63n - 1n;
var MOST_DIGITS = 19;



var UNITS = [
  ["y", 31536e6],
  ["M", 2592e6],
  ["w", 6048e5],
  ["d", 864e5],
  ["h", 36e5],
  ["m", 6e4],
  ["s", 1e3],
  ["ms", 1]
];
var SECONDS = 6;
var BEHIND = 8;


// src/model/nginx/verdict/buffers.ts
var KINDS = ["proxy", "fastcgi", "uwsgi", "scgi"];
var PAGE = 4096;
var DEFAULT_NUMBER = 8;


function objectionTo(level, kind) {
  const sizes = sizesAt(level, kind);
  if (!sizes) return void 0;
  const { first, number, each } = sizes;
  const largest = Math.max(first, each);
  const busy = sizes.busy ?? 2 * largest;
  const room = (number - 1) * each;
  if (number < 2) return `${kind}_buffers has to be at least two buffers`;
  if (busy < largest) return `${kind}_busy_buffers_size (${bytes(busy)}) is less than one buffer (${bytes(largest)})`;
  if (busy > room) {
    const why = sizes.busy === void 0 ? `twice the largest buffer, ${bytes(busy)}` : `${kind}_busy_buffers_size, ${bytes(busy)}`;
    return `the ${kind} buffers do not fit each other: ${why}, is more than all of ${kind}_buffers but one (${number - 1} of ${bytes(each)})`;
  }
  const write = sizes.write ?? 2 * largest;
  return write < largest ? `${kind}_temp_file_write_size (${bytes(write)}) is less than one buffer (${bytes(largest)})` : void 0;
}
function sizesAt(level, kind) {
  const first = sizeAt(level, `${kind}_buffer_size`, 0);
  const number = sizeAt(level, `${kind}_buffers`, 0);
  const each = sizeAt(level, `${kind}_buffers`, 1);
  const busy = sizeAt(level, `${kind}_busy_buffers_size`, 0);
  const write = sizeAt(level, `${kind}_temp_file_write_size`, 0);
  if ([first, number, each, busy, write].includes(null)) return void 0;
  return {
    first: first ?? PAGE,
    number: number ?? DEFAULT_NUMBER,
    each: each ?? PAGE,
    ...busy != null && { busy },
    ...write != null && { write }
  };
}
function sizeAt(level, name, index) {
  const directive = inherited(level, name).at(0);
  if (!directive) return void 0;
  const text = directive.args[index]?.text;
  return text === void 0 || hasFilledIn(directive) ? null : nginxSizeOf(text, "size") ?? null;
}
function bytes(size) {
  return size % 1024 === 0 ? `${size / 1024}k` : `${size}`;
}

// src/knowledge/nginx/directives/http.ts
var core = `
  http | many 0{} | server
  http | number | variables_hash_max_size variables_hash_bucket_size
  http | number | server_names_hash_max_size server_names_hash_bucket_size
  http server | size | connection_pool_size request_pool_size client_header_buffer_size
  http server | time | client_header_timeout
  http server | buffers | large_client_header_buffers
  http server | flag | ignore_invalid_headers merge_slashes underscores_in_headers
  http server | number | max_headers@1.29.8
  server | many 1+ | listen server_name
  server location | many 1-2{} | location
  server location | once 2+ | try_files
  location | once 1 | alias
  location | once 0 | internal
  location | once 1+{} | limit_except
  http server location | many 0{} | types
  http server location | number | types_hash_max_size types_hash_bucket_size keepalive_requests max_ranges
  http server location | number | open_file_cache_min_uses
  http server location | once 1 | default_type aio directio server_tokens
  http server location | once 1-2 | keepalive_timeout open_file_cache disable_symlinks
  http server location | once 1-4 | client_body_temp_path
  http server location | once 1+ | resolver
  http server location | offset | client_max_body_size directio_alignment
  http server location | size | client_body_buffer_size sendfile_max_chunk subrequest_output_buffer_size
  http server location | size | read_ahead send_lowat postpone_output
  http server location | buffers | output_buffers
  http server location | seconds | open_file_cache_valid
  http server location | time | client_body_timeout send_timeout lingering_time lingering_timeout
  http server location | time | keepalive_time@1.19.10 keepalive_min_timeout@1.27.4 auth_delay resolver_timeout
  http server location | flag | client_body_in_single_buffer aio_write tcp_nopush tcp_nodelay
  http server location | flag | reset_timedout_connection absolute_redirect server_name_in_redirect
  http server location | flag | port_in_redirect msie_padding msie_refresh log_not_found log_subrequest
  http server location | flag | recursive_error_pages chunked_transfer_encoding etag
  http server location | flag | open_file_cache_errors open_file_cache_events
  http server location | enum off/on/clean | client_body_in_file_only
  http server location | enum off/on/always | lingering_close
  http server location | enum off/exact/before | if_modified_since
  http server location | enum all/any | satisfy
  http server location | set 1-2 none/msie6/safari | keepalive_disable
  http server location | many 1+ | error_log early_hints@1.29.0
  http server location if-location | flag | sendfile
  http server location if-location | once 1 | root limit_rate limit_rate_after post_action
  http server location if-location | many 2+ | error_page
`;
var decisions = `
  server location | many 1+{} | if
  server if-server location if-location | many 2-3 | rewrite
  server if-server location if-location | many 1-2 | return
  server if-server location if-location | many 0 | break
  server if-server location if-location | many 2 | set
  http server if-server location if-location | flag | rewrite_log uninitialized_variable_warn
  http | many 2{} | map split_clients charset_map
  http | many 1-2{} | geo
  http | number | map_hash_max_size map_hash_bucket_size
  http | once 1-2 | geoip_country geoip_org geoip_city
  http | many 1 | geoip_proxy
  http | flag | geoip_proxy_recursive
`;
var access = `
  http | many 3 | limit_req_zone
  http | many 2 | limit_conn_zone
  http server location | many 1-3 | limit_req
  http server location | many 2 | limit_conn
  http server location | enum info/notice/warn/error | limit_req_log_level limit_conn_log_level
  http server location | number 400..599 | limit_req_status limit_conn_status
  http server location | flag | limit_req_dry_run limit_conn_dry_run
  http server location limit_except | many 1 | allow deny
  http server location limit_except | once 1 | auth_basic auth_basic_user_file
  http server location | once 1 | auth_request
  http server location | many 2 | auth_request_set
  http server location | many 1 | set_real_ip_from
  http server location | once 1 | real_ip_header
  http server location | flag | real_ip_recursive
  server location | many 1+ | valid_referers
  server location | number | referer_hash_max_size referer_hash_bucket_size
  http server location | once 1 | secure_link secure_link_md5 secure_link_secret
`;
var answers = `
  http server location if-location | flag | gzip
  http server location | buffers | gzip_buffers gunzip_buffers
  http server location | many 1+ | gzip_types gzip_disable
  http server location | number 1..9 | gzip_comp_level
  http server location | size | gzip_window gzip_hash postpone_gzipping gzip_min_length
  http server location | flag | gzip_no_buffer gzip_vary gunzip
  http server location | enum 1.0/1.1 | gzip_http_version
  http server location | enum off/on/always | gzip_static
  http server location | set 1+ off/expired/no-cache/no-store/private/no_last_modified/no_etag/auth/any | gzip_proxied
  http server location if-location | once 1-2 | expires
  http server location if-location | many 2-3 | add_header add_trailer
  http server location if-location | enum on/off/merge | add_header_inherit@1.29.3 add_trailer_inherit@1.29.3
  http server location if-location | once 1 | charset source_charset
  http server location if-location | flag | override_charset
  http server location | many 1+ | charset_types sub_filter_types ssi_types addition_types
  http server location | many 2 | sub_filter
  http server location | flag | sub_filter_once sub_filter_last_modified
  http server location if-location | flag | ssi
  http server location | flag | ssi_silent_errors ssi_ignore_recycled_buffers ssi_last_modified
  http server location | size | ssi_min_file_chunk ssi_value_length slice
  http server location | once 1 | add_before_body add_after_body
`;
var others = `
  http | many 2+ | log_format
  http server location if-location limit_except | many 1+ | access_log
  http server location | once 1-4 | open_log_file_cache
  http server location | many 1+ | index
  http server location | flag | autoindex autoindex_localtime autoindex_exact_size
  http server location | enum html/json/jsonp/xml | autoindex_format
  location | flag | random_index
  location | many 0 | mp4 flv empty_gif
  server location | many 0-1 | stub_status
  http server location | many 1 | mirror
  http server location | flag | mirror_request_body
  http server location | set 1+ off/put/delete/mkcol/copy/move | dav_methods
  http server location | flag | create_full_put_path
  http server location | number | min_delete_depth
  http server location | once 1-3 | dav_access
  http server location | size | mp4_buffer_size mp4_max_buffer_size
  http server location | flag | mp4_start_key_frame@1.21.4
  http server location | enum off/log/v1/on | userid
  http server location | number | userid_service
  http server location | once 1 | userid_name userid_domain userid_path userid_expires userid_p3p userid_mark
  http server location | set 1-3 off/secure/httponly/samesite=strict/samesite=lax/samesite=none | userid_flags@1.19.3
  http server location | many 1-2 | modern_browser
  http server location | many 1+ | ancient_browser
  http server location | many 1 | modern_browser_value ancient_browser_value
`;
var httpDirectives = core + decisions + access + answers + others;

// src/knowledge/nginx/directives/mail.ts
var mailDirectives = `
  mail | many 0{} | server
  mail-server | many 1+ | listen
  mail-server | many 1 | protocol
  mail mail-server | time | timeout resolver_timeout
  mail mail-server | once 1 | server_name
  mail mail-server | many 1+ | error_log
  mail mail-server | once 1+ | resolver
  mail mail-server | number | max_errors@1.21.0
  mail mail-server | size | imap_client_buffer
  mail mail-server | many 1+ | imap_capabilities
  mail mail-server | set 1+ plain/login/cram-md5/external | imap_auth
  mail mail-server | flag | proxy proxy_pass_error_message xclient proxy_smtp_auth@1.19.4
  mail mail-server | once 1 | proxy_protocol@1.19.8
  mail mail-server | size | proxy_buffer
  mail mail-server | time | proxy_timeout
  mail mail-server | many 1 | set_real_ip_from@1.19.8
  mail mail-server | many 1 | auth_http
  mail mail-server | time | auth_http_timeout
  mail mail-server | many 2 | auth_http_header
  mail mail-server | flag | auth_http_pass_client_cert
  mail mail-server | size | smtp_client_buffer
  mail mail-server | time | smtp_greeting_delay
  mail mail-server | many 1+ | smtp_capabilities
  mail mail-server | set 1+ plain/login/cram-md5/external/none | smtp_auth
  mail mail-server | many 1+ | pop3_capabilities
  mail mail-server | set 1+ plain/apop/cram-md5/external | pop3_auth
  mail mail-server | many 1 | starttls ssl_certificate ssl_certificate_key ssl_session_ticket_key
  mail mail-server | once 1 | ssl_password_file ssl_dhparam ssl_ecdh_curve ssl_ciphers ssl_client_certificate
  mail mail-server | once 1 | ssl_trusted_certificate ssl_crl
  mail mail-server | set 1+ SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3 | ssl_protocols
  mail mail-server | flag | ssl_prefer_server_ciphers ssl_session_tickets
  mail mail-server | many 1-2 | ssl_session_cache
  mail mail-server | seconds | ssl_session_timeout
  mail mail-server | enum off/on/optional/optional_no_ca | ssl_verify_client
  mail mail-server | number | ssl_verify_depth
  mail mail-server | many 2 | ssl_conf_command@1.19.4
  mail mail-server | flag | ssl@<1.25.1
`;

// src/knowledge/nginx/directives/main.ts
var mainDirectives = `
  main | once 0{} | events http stream mail
  main | flag | daemon master_process pcre_jit ssl_object_cache_inheritable@1.27.4 quic_bpf@1.25.0
  main | time | timer_resolution worker_shutdown_timeout
  main | once 1 | pid lock_file worker_processes worker_priority working_directory ssl_engine
  main | enum stop/abort | debug_points
  main | once 1-2 | user
  main | once 1+ | worker_cpu_affinity
  main | number | worker_rlimit_nofile
  main | offset | worker_rlimit_core
  main | many 1 | env load_module
  main | many 1+ | error_log
  main | many 2-3 | thread_pool
  events | once 1 | worker_connections use
  events | flag | multi_accept accept_mutex
  events | time | accept_mutex_delay
  events | many 1 | debug_connection
  events | number | epoll_events worker_aio_requests
`;

// src/knowledge/nginx/directives/passing.ts
var FAILURES = "error/timeout/denied/invalid_header/non_idempotent/http_500/http_502/http_503/http_504/http_403/http_404/http_429/updating/off";
var FEWER_FAILURES = FAILURES.replace("http_502/", "").replace("http_504/", "");
var IGNORED = "X-Accel-Redirect/X-Accel-Expires/X-Accel-Limit-Rate/X-Accel-Buffering/X-Accel-Charset/Expires/Cache-Control/Set-Cookie/Vary";
var PROTOCOLS = "SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3";




var proxy = `${common("proxy")}${headers("proxy")}${buffered("proxy", FAILURES)}${secured("proxy")}
  location if-location limit_except | once 1 | proxy_pass
  http server location | many 1-2 | proxy_redirect proxy_cookie_domain proxy_cookie_path
  http server location | many 1-4 | proxy_cookie_flags@1.19.3
  http server location | once 1 | proxy_set_body proxy_method
  http server location | many 2 | proxy_set_header
  http server location | enum 1.0/1.1/2 | proxy_http_version
  http server location | flag | proxy_pass_trailers@1.27.2 proxy_cache_convert_head
  http server location | size | proxy_send_lowat
  http server location | number | proxy_headers_hash_max_size proxy_headers_hash_bucket_size`;
var others2 = `
  ${common("fastcgi")}${headers("fastcgi")}${buffered("fastcgi", FEWER_FAILURES)}
  location if-location | once 1 | fastcgi_pass
  http server location | once 1 | fastcgi_index
  http server location | many 1 | fastcgi_split_path_info fastcgi_catch_stderr
  http server location | many 2-3 | fastcgi_param
  http server location | flag | fastcgi_keep_conn
  http server location | size | fastcgi_send_lowat
  ${common("uwsgi")}${headers("uwsgi")}${buffered("uwsgi", FEWER_FAILURES)}${secured("uwsgi")}
  location if-location | once 1 | uwsgi_pass
  http server location | once 1 | uwsgi_string
  http server location | many 2-3 | uwsgi_param
  http server location | number 0..255 | uwsgi_modifier1 uwsgi_modifier2
  ${common("scgi")}${headers("scgi")}${buffered("scgi", FEWER_FAILURES)}
  location if-location | once 1 | scgi_pass
  http server location | many 2-3 | scgi_param
  ${common("grpc")}${headers("grpc")}${secured("grpc")}
  location if-location | once 1 | grpc_pass
  http server location | many 2 | grpc_set_header
  http server location | set 1+ ${FAILURES.replace("updating/", "")} | grpc_next_upstream
  ${common("memcached")}
  location if-location | once 1 | memcached_pass
  http server location | set 1+ error/timeout/denied/invalid_response/not_found/off | memcached_next_upstream
  http server location | number | memcached_gzip_flag`;
var upstream = `
  http | many 1{} | upstream
  upstream | many 1+ | server
  upstream | many 0 | least_conn ip_hash
  upstream | many 1-2 | hash zone
  upstream | many 0-2 | random
  upstream | many 0+ | sticky
  upstream | once 1 | keepalive
  upstream | once 2 | keepalive@1.29.7
  upstream | time | keepalive_time@1.19.10 keepalive_timeout resolver_timeout@1.27.3
  upstream | number | keepalive_requests
  upstream | once 1+ | resolver@1.27.3`;
var passingDirectives = `${proxy}${others2}${upstream}`;

// src/knowledge/nginx/directives/stream.ts
var streamDirectives = `
  stream | number | variables_hash_max_size variables_hash_bucket_size server_names_hash_max_size@1.25.5
  stream | number | server_names_hash_bucket_size@1.25.5
  stream | many 0{} | server
  stream-server | many 1+ | listen server_name@1.25.5
  stream stream-server | many 1+ | error_log
  stream stream-server | once 1+ | resolver
  stream stream-server | time | resolver_timeout proxy_protocol_timeout preread_timeout
  stream stream-server | flag | tcp_nodelay
  stream stream-server | size | preread_buffer_size
  stream | many 2+ | log_format
  stream stream-server | many 1+ | access_log
  stream stream-server | once 1-4 | open_log_file_cache
  stream stream-server | many 1 | allow deny
  stream stream-server | many 1 | set_real_ip_from
  stream | many 2 | limit_conn_zone
  stream stream-server | many 2 | limit_conn
  stream stream-server | enum info/notice/warn/error | limit_conn_log_level
  stream stream-server | flag | limit_conn_dry_run
  stream | many 2{} | map
  stream | number | map_hash_max_size map_hash_bucket_size
  stream | many 1-2{} | geo
  stream | once 1-2 | geoip_country geoip_org geoip_city
  stream | many 2{} | split_clients
  stream-server | many 2 | set@1.19.3
  stream-server | once 1 | return
  stream-server | once 1 | pass@1.25.5
  stream stream-server | time | ssl_handshake_timeout
  stream stream-server | many 1 | ssl_certificate ssl_certificate_key ssl_session_ticket_key
  stream stream-server | once 1-3 | ssl_certificate_cache@1.27.4
  stream stream-server | once 1 | ssl_password_file ssl_dhparam ssl_ecdh_curve ssl_ciphers
  stream stream-server | once 1 | ssl_client_certificate ssl_trusted_certificate ssl_crl
  stream stream-server | once 1 | ssl_ocsp_responder@1.27.2 ssl_ocsp_cache@1.27.2 ssl_stapling_file@1.27.2
  stream stream-server | once 1 | ssl_stapling_responder@1.27.2
  stream stream-server | set 1+ SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3 | ssl_protocols
  stream stream-server | enum off/on/optional/optional_no_ca | ssl_verify_client
  stream stream-server | number | ssl_verify_depth
  stream stream-server | flag | ssl_prefer_server_ciphers ssl_session_tickets ssl_stapling@1.27.2
  stream stream-server | flag | ssl_stapling_verify@1.27.2 ssl_reject_handshake@1.25.5
  stream stream-server | many 1-2 | ssl_session_cache
  stream stream-server | seconds | ssl_session_timeout
  stream stream-server | enum off/on/leaf | ssl_ocsp@1.27.2
  stream stream-server | many 2 | ssl_conf_command@1.19.4
  stream stream-server | once 1+ | ssl_alpn@1.21.4
  stream stream-server | flag | ssl_preread
  stream-server | once 1 | proxy_pass
  stream stream-server | once 1-2 | proxy_bind
  stream stream-server | flag | proxy_socket_keepalive proxy_next_upstream
  stream stream-server | once 1 | proxy_protocol
  stream stream-server | flag | proxy_half_close@1.21.4 proxy_ssl proxy_ssl_session_reuse
  stream stream-server | flag | proxy_ssl_server_name proxy_ssl_verify
  stream stream-server | time | proxy_connect_timeout proxy_timeout proxy_next_upstream_timeout
  stream stream-server | size | proxy_buffer_size proxy_downstream_buffer proxy_upstream_buffer
  stream stream-server | once 1 | proxy_upload_rate proxy_download_rate proxy_ssl_ciphers proxy_ssl_name
  stream stream-server | once 1 | proxy_ssl_trusted_certificate proxy_ssl_crl proxy_ssl_certificate
  stream stream-server | once 1 | proxy_ssl_certificate_key proxy_ssl_password_file
  stream stream-server | number | proxy_requests proxy_responses proxy_next_upstream_tries
  stream stream-server | number | proxy_ssl_verify_depth
  stream stream-server | set 1+ SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3 | proxy_ssl_protocols
  stream stream-server | once 1-3 | proxy_ssl_certificate_cache@1.27.4
  stream stream-server | many 2 | proxy_ssl_conf_command@1.19.4
  stream | many 1{} | upstream
  stream-upstream | many 1+ | server
  stream-upstream | once 1+ | resolver@1.27.3
  stream-upstream | time | resolver_timeout@1.27.3
  stream-upstream | many 1-2 | hash
  stream-upstream | many 0 | least_conn
  stream-upstream | many 0-2 | random
  stream-upstream | many 1-2 | zone
  stream stream-server | flag | ssl_certificate_compression@1.29.1
  stream stream-server | many 1 | ssl_ech_file@1.29.4
  stream stream-server | once 1+ | proxy_ssl_alpn@1.31.0
`;

// src/knowledge/nginx/directives/tls.ts
var tlsDirectives = `
  http server | many 1 | ssl_certificate ssl_certificate_key ssl_session_ticket_key ssl_ech_file@1.29.4
  http server | once 1 | ssl_password_file ssl_dhparam ssl_ecdh_curve ssl_ciphers ssl_client_certificate
  http server | once 1 | ssl_trusted_certificate ssl_crl ssl_ocsp_responder@1.19.0 ssl_ocsp_cache@1.19.0
  http server | once 1 | ssl_stapling_file ssl_stapling_responder
  http server | once 1-3 | ssl_certificate_cache@1.27.4
  http server | set 1+ SSLv2/SSLv3/TLSv1/TLSv1.1/TLSv1.2/TLSv1.3 | ssl_protocols
  http server | size | ssl_buffer_size
  http server | enum off/on/optional/optional_no_ca | ssl_verify_client
  http server | enum off/on/leaf | ssl_ocsp@1.19.0
  http server | number | ssl_verify_depth
  http server | flag | ssl@<1.25.1 ssl_prefer_server_ciphers ssl_session_tickets ssl_stapling ssl_stapling_verify
  http server | flag | ssl_early_data ssl_reject_handshake@1.19.4 ssl_certificate_compression@1.29.1
  http server | many 1-2 | ssl_session_cache
  http server | seconds | ssl_session_timeout
  http server | many 2 | ssl_conf_command@1.19.4

  http server | flag | http2@1.25.1
  http | size | http2_recv_buffer_size
  http server | size | http2_pool_size http2_body_preread_size
  http server | number | http2_max_concurrent_streams http2_streams_index_size
  http server | many 1 | http2_max_concurrent_pushes http2_max_requests http2_max_field_size
  http server | many 1 | http2_max_header_size http2_recv_timeout http2_idle_timeout
  http server location | size | http2_chunk_size
  http server location | many 1 | http2_push_preload http2_push

  http server | flag | http3@1.25.0 http3_hq@1.25.0 quic_retry@1.25.0 quic_gso@1.25.0
  http server | number | http3_max_concurrent_streams@1.25.0 quic_active_connection_id_limit@1.25.0
  http server | size | http3_stream_buffer_size@1.25.0
  http server | once 1 | quic_host_key@1.25.0
`;

// src/knowledge/nginx/table.ts





// src/knowledge/nginx/directives.ts
var TABLES = [mainDirectives, httpDirectives, passingDirectives, tlsDirectives, streamDirectives, mailDirectives];
var forms;

function directiveNames() {
  forms ??= byName(allDirectiveForms());
  return [...forms.keys()];
}



// src/model/nginx/verdict/values.ts

var SIZE = "a size (8k, 10m)";


function listed(words) {
  return words.length > 6 ? `only certain words (${words.slice(0, 5).join(", ")} \u2026)` : words.join(" or ");
}

// src/model/nginx/verdict/usage.ts

function checkName({ name, nameAt }, reject, version) {
  if (isFilledIn(name)) return;
  if (/^\w+$/.test(name) && !/^(?:includesubdomains|preload)$/i.test(name)) {
    if (!version) return;
    const hint = didYouMean(name, directiveNames());
    reject({ kind: "unknown", at: nameAt, message: `nginx ${versionWords(version)} has no directive ${name}${hint}` });
    return;
  }
  const message = `"${shown({ text: name })}" is no directive`;
  const fix = /^(?:\/[/*]|<!--|--|;)/.test(name) ? "Begin comments with `#`, every line of them: nginx knows no others." : /^[\w-]+(?:=\S+)?$/.test(name) ? 'Where it belongs to the value before it, quote the value: `add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;`.' : void 0;
  reject({ kind: "unknown", at: nameAt, message, ...fix !== void 0 && { fix } });
}
function outOfPlace({ name, nameAt }, level, forms2) {
  const contexts = [...new Set(forms2.flatMap((form) => form.contexts))];
  const related = contexts.filter((context) => familyOf(context) === familyOf(level.context));
  const places = (related.length > 0 ? related : contexts).map(contextName);
  const message = `${name} is not allowed in ${contextName(level.context)}: it belongs in ${places.join(", ")}`;
  if (places.length > 1 || places[0] !== "http" || related.length === 0) return { kind: "context", at: nameAt, message };
  const fix = `Move \`${name}\` out of the \`server\` into \`http\`: in a file of conf.d to the top, above \`server\`.`;
  return { kind: "context", at: nameAt, message, fix };
}
function familyOf(context) {
  if (context.startsWith("stream")) return "stream";
  if (context.startsWith("mail")) return "mail";
  return context === "main" || context === "events" ? "main" : "http";
}
function unknownIn(name, forms2, where, version) {
  const until = forms2.find((form) => form.until)?.until ?? [];
  const since = forms2.find((form) => form.since)?.since ?? [];
  const change = until.length > 0 ? `it went with ${versionWords(until)}` : `it came with ${versionWords(since)}`;
  return `nginx ${versionWords(version ?? [])} does not know ${name}${where}: ${change}`;
}
function countWords({ least, most }) {
  if (most === 0) return "no arguments";
  if (most === Number.POSITIVE_INFINITY) return `at least ${argumentsOf(least)}`;
  return least === most ? argumentsOf(least) : `${least} to ${argumentsOf(most)}`;
}
function argumentsOf(count) {
  return count === 1 ? "one argument" : `${count} arguments`;
}
function missingEnd({ name, nameAt, args }) {
  const index = args.findIndex(({ startsLine, quoted, text }) => startsLine && !quoted && directiveForms(text));
  const next = args[index];
  if (!next) return void 0;
  const message = `the ";" behind ${name} is missing: nginx takes ${next.text}, on the next line, for one of its arguments`;
  return { at: args[index - 1]?.at ?? nameAt, message };
}

// src/model/nginx/verdict/parameters.ts

function isRight(text, kind) {
  switch (kind) {
    case "number":
      return nginxNumber(text) !== void 0;
    case "count":
      return (nginxNumber(text) ?? 0) > 0;
    case "size":
    case "offset":
      return nginxSizeOf(text, kind) !== void 0;
    case "time":
    case "seconds":
      return nginxTimeOf(text, kind) !== void 0;
    case "switch":
      return text === "on" || text === "off";
    default:
      return true;
  }
}
var WORDS2 = {
  any: "a value",
  number: "a whole number",
  count: "a whole number above 0",
  size: "a size (8k, 10m)",
  offset: "a size (8k, 10m, 1g)",
  time: "a time (30s, 500ms)",
  seconds: "a time in whole seconds (30s, 1h)",
  switch: "on or off"
};

// src/model/nginx/verdict/caches.ts
var PATH = {
  levels: "any",
  use_temp_path: "switch",
  keys_zone: "any",
  inactive: "seconds",
  max_size: "offset",
  min_free: "offset",
  loader_files: "number",
  loader_sleep: "time",
  loader_threshold: "time",
  manager_files: "number",
  manager_sleep: "time",
  manager_threshold: "time",
  // Only in the commercial nginx.
  purger: "switch",
  purger_files: "number",
  purger_sleep: "time",
  purger_threshold: "time"
};
var KINDS2 = ["proxy", "fastcgi", "uwsgi", "scgi"];
var LEAST_ZONE = 2 * 4096;

function checkPath(directive, zones, { reject }) {
  if (hasFilledIn(directive)) {
    zones.set("", directive);
    return;
  }
  const found = checkParameters(directive, 1, PATH, reject);
  const zone = found.get("keys_zone");
  if (!zone) {
    const isSaid = found.size < directive.args.length - 1;
    if (!isSaid) reject({ kind: "value", at: directive.at, message: `${directive.name} needs keys_zone=name:10m` });
    return;
  }
  const [, name = "", size = ""] = /^keys_zone=([^:]*):?(.*)$/.exec(zone.text) ?? [];
  if ((nginxSizeOf(size, "size") ?? 0) < LEAST_ZONE) {
    reject({ kind: "value", at: zone.at, message: `"${shown(zone)}" needs a size of at least 8k: keys_zone=name:10m` });
  }
  const levels = found.get("levels");
  if (levels && !/^levels=[12](?::[12]){0,2}$/.test(levels.text)) {
    reject({
      kind: "value",
      at: levels.at,
      message: `levels are one to three digits of 1 or 2 (levels=1:2), not "${shown(levels)}"`
    });
  }
  const first = zones.get(name);
  if (first) {
    const other = { at: first.at, message: "the first is here" };
    reject({ kind: "duplicate", at: zone.at, message: `the cache zone ${name} is made twice`, other });
  } else zones.set(name, directive);
}
function checkUse(directive, kind, zones, { reject, complete }) {
  const [zone] = directive.args;
  if (!zone || directive.args.length > 1 || !complete || zone.text === "off") return;
  if (hasVariable(zone.text) || isFilledIn(zone.text) || zones.has(zone.text) || zones.has("")) return;
  const message = `the cache zone ${shown(zone)} is made nowhere: there is no ${kind}_cache_path with keys_zone=${shown(zone)}:\u2026`;
  reject({ kind: "undefined", at: zone.at, message });
}

// src/model/nginx/verdict/headers.ts
var DAY = 864e5;


function checkExpires({ args }, reject) {
  const [first] = args;
  const time = args.at(-1);
  if (!first || !time) return;
  const modified = args.length === 2;
  const words = "a time (30d, -1), epoch, max or off";
  if (modified && first.text !== "modified") {
    reject({ kind: "value", at: first.at, message: `expires takes ${words}, or modified in front of a time` });
    return;
  }
  if (hasVariable(time.text) || !modified && /^(?:epoch|max|off)$/.test(time.text)) return;
  const sign = /^[@+-]/.exec(time.text)?.[0] ?? "";
  const milliseconds = nginxTimeOf(time.text.slice(sign.length), "seconds");
  const isWrong = milliseconds === void 0 || sign === "@" && (modified || milliseconds > DAY);
  if (isWrong) reject({ kind: "value", at: time.at, message: `expires takes ${words}, not "${shown(time)}"` });
}
function checkTimes({ name, args }, reject) {
  for (const [index, argument] of args.slice(0, 2).entries()) {
    if (nginxTimeOf(argument.text, index === 0 ? "time" : "seconds") !== void 0) continue;
    reject({ kind: "value", at: argument.at, message: `${name} takes a time (65s), not "${shown(argument)}"` });
  }
}
function checkCacheValid({ name, args }, reject) {
  const time = args.at(-1);
  if (time && nginxTimeOf(time.text, "seconds") === void 0) {
    reject({ kind: "value", at: time.at, message: `${name} ends in a time (10m), not in "${shown(time)}"` });
  }
  for (const code of args.slice(0, -1)) {
    const number = nginxNumber(code.text) ?? 0;
    if (code.text === "any" || number >= 100 && number <= 599) continue;
    reject({ kind: "value", at: code.at, message: `${name} takes status codes and a time, not "${shown(code)}"` });
    return;
  }
}

// src/model/nginx/verdict/limits.ts
var LEAST_ZONE2 = 8 * 4096;
var USED_IN = /* @__PURE__ */ new Set(["http", "server", "location", "stream", "stream-server"]);



function isRate(text) {
  return isFilledIn(text) || /^rate=0*[1-9]\d*(?:r\/[sm])?$/.test(text);
}
function zoneName(argument, reject) {
  const [, name = "", size = ""] = /^zone=([^:]*):?(.*)$/.exec(argument.text) ?? [];
  const bytes2 = nginxSizeOf(size, "size");
  if (bytes2 !== void 0 && bytes2 >= LEAST_ZONE2) return name;
  const why = bytes2 === void 0 ? "needs a size: zone=name:10m" : "is smaller than 32k, too small for a zone";
  reject({ kind: "value", at: argument.at, message: `"${shown(argument)}" ${why}` });
  return name;
}




// src/model/nginx/verdict/listen.ts
var SOCKET = {
  bind: "flag",
  backlog: "count",
  rcvbuf: "size",
  sndbuf: "size",
  ipv6only: "switch",
  so_keepalive: "any",
  reuseport: "flag",
  fastopen: "number",
  setfib: "number",
  accept_filter: "any",
  deferred: "flag",
  multipath: "flag"
};
var KNOWN = {
  server: {
    ...SOCKET,
    default_server: "flag",
    default: "flag",
    ssl: "flag",
    http2: "flag",
    quic: "flag",
    proxy_protocol: "flag"
  },
  "stream-server": {
    ...SOCKET,
    default_server: "flag",
    default: "flag",
    ssl: "flag",
    udp: "flag",
    proxy_protocol: "flag"
  },
  "mail-server": { ...SOCKET, ssl: "flag", proxy_protocol: "flag" }
};
var SINCE = { quic: [1, 25, 0], multipath: [1, 29, 7] };
var NOT_WITH_QUIC = ["ssl", "http2", "proxy_protocol", "so_keepalive", "backlog", "fastopen", "deferred"];
var OF_PROTOCOL = /* @__PURE__ */ new Set(["default_server", "default", "ssl", "http2", "quic", "udp", "proxy_protocol"]);








// src/model/nginx/verdict/locations.ts
var MODIFIERS = /* @__PURE__ */ new Set(["=", "^~", "~", "~*"]);




function misplacedIn(match, around) {
  if (around.kind === "exact") return `a location cannot stand in the exact location = ${around.text}`;
  if (around.kind === "named") return `a location cannot stand in the named location ${around.text}`;
  if (match.kind === "named") return `the named location ${match.text} can only stand in a server`;
  if (match.kind === "regex" || match.text.startsWith(around.text)) return void 0;
  return `the location ${match.text} lies outside the location ${around.text} that it stands in`;
}

// src/model/nginx/verdict/logs.ts
var LEVELS = ["emerg", "alert", "crit", "error", "warn", "notice", "info", "debug"];

function checkFormat(directive, formats, { reject, stockFormats = [] }) {
  const [name, second] = directive.args;
  if (!name || directive.args.length < 2) return;
  if (formats.has(name.text)) {
    const own = name.text === "combined" || stockFormats.includes(name.text) ? `: ${ownFormat(name.text)}` : "";
    reject({ kind: "duplicate", at: directive.at, message: `the log_format ${shown(name)} is defined twice${own}` });
  }
  formats.add(name.text);
  if (!second || !/^escape=/.test(second.text) || /^escape=(?:default|json|none)$|\$/.test(second.text)) return;
  const message = `log_format has the escapes default, json and none, not "${shown(second)}"`;
  reject({ kind: "value", at: second.at, message });
}
function ownFormat(name) {
  return name === "combined" ? "nginx has it built in" : "the main file of the image has it";
}
function checkAccessLog(directive, formats, { reject, complete }, outer) {
  const [path, format] = directive.args;
  if (!path || hasFilledIn(directive)) return;
  if (path.text === "off") {
    if (format) reject({ kind: "value", at: format.at, message: `access_log off has no "${shown(format)}" behind it` });
    return;
  }
  if (!format) {
    if (outer === "stream") reject({ kind: "value", at: directive.at, message: "access_log in stream needs a format" });
    return;
  }
  if (!formats.has(format.text.toLowerCase()) && complete) {
    reject({ kind: "undefined", at: format.at, message: `the log format ${shown(format)} is not defined before this` });
  }
  checkParameters(directive, 2, { buffer: "size", flush: "time", gzip: "flag", if: "any" }, (one) => {
    if (!/^invalid parameter "gzip=[1-9]"/.test(one.message)) reject(one);
  });
}
function checkErrorLog(directive, reject) {
  for (const level of directive.args.slice(1)) {
    if (isFilledIn(level.text) || LEVELS.includes(level.text) || level.text.startsWith("debug_")) continue;
    const message = `error_log has the levels ${LEVELS.join(", ")}, not "${shown(level)}"`;
    reject({ kind: "value", at: level.at, message });
    return;
  }
}

// src/model/nginx/verdict/passes.ts
var PASSES = /* @__PURE__ */ new Set([
  "proxy_pass",
  "grpc_pass",
  "fastcgi_pass",
  "uwsgi_pass",
  "scgi_pass",
  "memcached_pass"
]);
var WITHOUT_DEFAULT_PORT = /* @__PURE__ */ new Set(["fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass"]);
var CONTEXTS = /* @__PURE__ */ new Set(["location", "if-location", "limit_except"]);





function obstacleToUri(level) {
  if (level.context === "if-location") return "in an if";
  if (level.context === "limit_except") return "in limit_except";
  const match = level.opening && matchOf(level.opening);
  if (match?.kind === "regex") return "in a location given by a regular expression";
  return match?.kind === "named" ? "in a named location" : void 0;
}

// src/model/nginx/verdict/processes.ts
var METHODS = ["select", "poll", "epoll", "kqueue", "/dev/poll", "eventport", "iocp"];

function checkMain(main, { reject, complete, isStarted }) {
  if (complete && isStarted && !main.directives.some(({ name }) => name === "events")) {
    const [first] = main.directives;
    if (first) {
      const message = "there is no events block, without which nginx does not start";
      reject({ kind: "missing", at: first.nameAt, message, fix: "Add `events {}` at the top of the main file." });
    }
  }
  let opened;
  for (const directive of main.directives) {
    const text = plainArgument(directive, 0);
    if (directive.name === "load_module" && opened) {
      const message = `load_module stands behind the ${opened} block: modules are loaded before any block`;
      reject({ kind: "context", at: directive.at, message });
    }
    if (directive.name === "worker_processes" && text !== void 0 && text !== "auto" && nginxNumber(text) === void 0) {
      reject({ kind: "value", at: directive.at, message: `worker_processes takes a number or auto, not "${text}"` });
    }
    if (directive.block && /^(?:events|http|stream|mail)$/.test(directive.name)) opened ??= directive.name;
  }
}
function checkEvents(events, { reject }) {
  for (const directive of events.directives) {
    const text = plainArgument(directive, 0);
    if (text === void 0) continue;
    if (directive.name === "worker_connections" && nginxNumber(text) === void 0) {
      reject({ kind: "value", at: directive.at, message: `worker_connections takes a number, not "${text}"` });
    } else if (directive.name === "use" && !METHODS.includes(text)) {
      reject({ kind: "value", at: directive.at, message: `use takes epoll and its kin, not "${text}"` });
    }
  }
}
function checkStreamServer(server, { reject, version, complete }) {
  if (!complete || !server.opening) return;
  const has = (...names2) => server.directives.some(({ name }) => names2.includes(name));
  if (!has("listen")) reject({ kind: "missing", at: server.opening.at, message: "a server in stream needs a listen" });
  const isOld = version && reaches(version, [1, 27, 1]) === false;
  const mayBeHandled = server.directives.some(({ name }) => name !== "include" && !directiveForms(name));
  if (isOld && !mayBeHandled && !has("proxy_pass", "return", "pass")) {
    reject({ kind: "missing", at: server.opening.at, message: "a server in stream needs a proxy_pass or return" });
  }
}

// src/model/nginx/verdict/rewriting.ts

var CHECKS = {
  return: checkReturn,
  rewrite: checkRewrite,
  set: checkSet,
  if: checkIf,
  error_page: checkErrorPage
};
var MOST_CODE = 999;
function checkReturn({ args }, reject) {
  const [code] = args;
  if (!code || args.length > 2) return;
  const number = nginxNumber(code.text);
  if (number === void 0 && args.length === 1 && /^(?:https?:\/\/|\$scheme)/i.test(code.text)) return;
  if (number !== void 0 && number <= MOST_CODE) return;
  const message = `return takes a status code (return 301 \u2026;), not "${shown(code)}"`;
  reject({ kind: "value", at: code.at, message });
}
function checkRewrite({ args }, reject) {
  const [, replacement, flag] = args;
  if (args.length === 3 && flag && !/^(?:last|break|redirect|permanent)$/.test(flag.text)) {
    reject({
      kind: "value",
      at: flag.at,
      message: `rewrite takes last, break, redirect or permanent, not "${shown(flag)}"`
    });
  } else if (replacement?.text === "") {
    reject({ kind: "value", at: replacement.at, message: "rewrite has nothing to put in the place" });
  }
}
function checkSet({ args }, reject) {
  const [name] = args;
  if (name && args.length === 2 && !/^\$./s.test(name.text)) {
    reject({ kind: "value", at: name.at, message: `set takes the name of a variable ($name), not "${shown(name)}"` });
  }
}
var COMPARISONS = /* @__PURE__ */ new Set(["=", "!=", "~", "~*", "!~", "!~*"]);
var FILE_TESTS = /* @__PURE__ */ new Set(["-f", "-d", "-e", "-x", "!-f", "!-d", "!-e", "!-x"]);
function checkIf(directive, reject) {
  const why = directive.block && directive.args.length > 0 ? objectionTo2(directive) : void 0;
  if (why !== void 0) reject({ kind: "value", at: directive.at, message: `the condition of if ${why}` });
}
function objectionTo2(directive) {
  const { args } = directive;
  if (!args[0]?.text.startsWith("(") || !args.at(-1)?.text.endsWith(")")) return "needs parentheses around it";
  const [first, operator, ...rest] = conditionOf(directive);
  if (!first) return "is empty";
  if (!first.text.startsWith("$") || first.text.length === 1) {
    const isTest = FILE_TESTS.has(first.text) && operator && rest.length === 0;
    return isTest ? void 0 : `begins with a variable or a test of a file (-f, !-d, -e), not with "${shown(first)}"`;
  }
  if (!operator) return void 0;
  if (args.some(({ text, quoted }) => !quoted && /^(?:&&|\|\|)$/.test(text)))
    return "is one test: nginx has no && and ||";
  if (rest.length !== 1) return "is a variable alone, or a variable, an operator and a value";
  return COMPARISONS.has(operator.text) ? void 0 : `has the operators =, !=, ~, ~*, !~ and !~*, not "${shown(operator)}"`;
}
function checkErrorPage({ args }, reject) {
  if (args.length < 2) return;
  const answer = args.at(-2);
  const changed = answer?.text.startsWith("=");
  if (changed && answer && (args.length === 2 || answer.text.length > 1 && nginxNumber(answer.text.slice(1)) === void 0)) {
    reject({
      kind: "value",
      at: answer.at,
      message: `error_page takes =code behind the codes it is for, not "${shown(answer)}"`
    });
    return;
  }
  for (const code of args.slice(0, changed ? -2 : -1)) {
    if (isFilledIn(code.text)) continue;
    const number = nginxNumber(code.text);
    if (number !== void 0 && number >= 300 && number <= 599 && number !== 499) continue;
    reject({
      kind: "value",
      at: code.at,
      message: `error_page takes codes from 300 to 599 but 499, not "${shown(code)}"`
    });
    return;
  }
}

// src/model/nginx/verdict/tls.ts


function checkClients(server, { reject }) {
  const verify = inherited(server, "ssl_verify_client").at(-1);
  const mode = verify?.args[0]?.text.toLowerCase();
  if (!verify || mode !== "on" && mode !== "optional") return;
  if (inherited(server, "ssl_client_certificate").length + inherited(server, "ssl_trusted_certificate").length > 0)
    return;
  const message = `ssl_verify_client ${mode} needs ssl_client_certificate: the authorities that clients are checked against`;
  reject({ kind: "certificate", at: verify.at, message });
}
function checkCache(directive, { reject }) {
  for (const argument of directive.args) {
    const { text, at } = argument;
    if (isFilledIn(text) || /^(?:off|none|builtin|builtin:\d+)$/.test(text)) continue;
    if (/^shared:[^:]+:\d+[kKmM]?$/.test(text)) continue;
    const message = `ssl_session_cache takes off, none, builtin or shared:name:10m, not "${shown(argument)}"`;
    reject({ kind: "value", at, message });
    return;
  }
}

// src/model/nginx/verdict/upstreams.ts
var SERVER = {
  weight: "count",
  max_conns: "number",
  max_fails: "number",
  fail_timeout: "seconds",
  backup: "flag",
  down: "flag",
  resolve: "flag",
  service: "any",
  route: "any",
  drain: "flag",
  slow_start: "seconds"
};
var COMMERCIAL = /* @__PURE__ */ new Set(["slow_start"]);
var SINCE2 = {
  resolve: [1, 27, 3],
  service: [1, 27, 3],
  route: [1, 29, 6],
  drain: [1, 29, 6]
};
var WITHOUT_BACKUP = /* @__PURE__ */ new Set(["ip_hash", "hash", "random"]);



function hasNoPort(address) {
  return !address.startsWith("unix:") && !/:\d+$/.test(address);
}



// src/knowledge/nginx/variables.ts
var NAMES = `
  ancient_browser args binary_remote_addr body_bytes_sent bytes_sent connection connection_requests connection_time
  connections_active connections_reading connections_waiting connections_writing content_length content_type date_gmt
  date_local document_root document_uri fastcgi_path_info fastcgi_script_name geoip_area_code geoip_city
  geoip_city_continent_code geoip_city_country_code geoip_city_country_code3 geoip_city_country_name geoip_country_code
  geoip_country_code3 geoip_country_name geoip_dma_code geoip_latitude geoip_longitude geoip_org geoip_postal_code
  geoip_region geoip_region_name grpc_internal_trailers gzip_ratio host hostname http2 http3 https invalid_referer is_args
  is_request_port limit_conn_status limit_rate limit_req_status memcached_key modern_browser msec msie nginx_version pid
  pipe proxy_add_via proxy_add_x_forwarded_for proxy_host proxy_internal_body_length proxy_internal_chunked proxy_port
  proxy_protocol_addr proxy_protocol_port proxy_protocol_server_addr proxy_protocol_server_port query_string
  realip_remote_addr realip_remote_port realpath_root remote_addr remote_port remote_user request request_body
  request_body_file request_completion request_filename request_id request_length request_method request_port request_time
  request_uri scheme secure_link secure_link_expires server_addr server_name server_port server_protocol slice_range
  ssl_alpn_protocol ssl_cipher ssl_ciphers ssl_client_cert ssl_client_escaped_cert ssl_client_fingerprint ssl_client_i_dn
  ssl_client_i_dn_legacy ssl_client_raw_cert ssl_client_s_dn ssl_client_s_dn_legacy ssl_client_serial ssl_client_sigalg
  ssl_client_v_end ssl_client_v_remain ssl_client_v_start ssl_client_verify ssl_curve ssl_curves ssl_early_data
  ssl_protocol ssl_server_name ssl_session_id ssl_session_reused ssl_sigalg ssl_sigalgs status tcpinfo_rcv_space tcpinfo_rtt
  tcpinfo_rttvar tcpinfo_snd_cwnd time_iso8601 time_local uid_got uid_reset uid_set upstream_addr upstream_bytes_received
  upstream_bytes_sent upstream_cache_etag upstream_cache_last_modified upstream_cache_status upstream_connect_time
  upstream_header_time upstream_last_server_name upstream_queue_time upstream_response_length upstream_response_time
  upstream_status uri
`;
var FAMILIES = /^(?:http|sent_http|sent_trailer|upstream_http|upstream_trailer|upstream_cookie|cookie|arg|proxy_protocol_tlv|jwt_\w+|sticky)_./;
var names;



// src/model/nginx/verdict/variables.ts
var HOLDERS = {
  access_log: 0,
  add_header: 1,
  alias: 0,
  auth_basic: 0,
  error_page: 1,
  expires: 0,
  fastcgi_cache_key: 0,
  fastcgi_param: 1,
  fastcgi_pass: 0,
  grpc_set_header: 1,
  hash: 0,
  index: 0,
  limit_conn_zone: 0,
  limit_req_zone: 0,
  log_format: 1,
  map: 0,
  proxy_cache_bypass: 0,
  proxy_cache_key: 0,
  proxy_no_cache: 0,
  proxy_pass: 0,
  proxy_set_body: 0,
  proxy_set_header: 1,
  return: 0,
  rewrite: 1,
  root: 0,
  scgi_param: 1,
  set: 1,
  ssl_certificate: 0,
  ssl_certificate_key: 0,
  sub_filter: 0,
  try_files: 0,
  uwsgi_param: 1,
  uwsgi_pass: 0
};
var MERGED = /* @__PURE__ */ new Set(["proxy_set_header", "grpc_set_header", "fastcgi_param", "uwsgi_param", "scgi_param"]);
var TEMPLATE_FIX = "Mount the file as `/etc/nginx/templates/default.conf.template`: the official image fills in its variables from the environment and writes it to `/etc/nginx/conf.d/default.conf`.";
var DEFINED_LAST = /* @__PURE__ */ new Set(["map", "geo", "split_clients"]);
var DEFINED_FIRST = /* @__PURE__ */ new Set(["set", "auth_request_set", "perl_set"]);
var CAPTURES = /\(\?P?<([A-Za-z]\w*)>|\(\?'([A-Za-z]\w*)'/g;




var DATA = /* @__PURE__ */ new Set(["map", "geo", "split_clients", "types", "charset_map"]);




// src/model/nginx/verdict/zones.ts

var SHARED = /* @__PURE__ */ new Set(["ssl_session_cache", "zone"]);

function zoneOf(text, key, use, at) {
  if (!text.startsWith(key) || isFilledIn(text)) return [];
  const [name = "", written = ""] = text.slice(key.length).split(":");
  const size = nginxSizeOf(written, "size");
  return name === "" ? [] : [{ name, use, ...size !== void 0 && { size }, at }];
}

// src/model/nginx/verdict.ts
var MOST = 100;



function braceInExpression({ at, args, name }) {
  const expression = args.at(-1)?.text ?? name;
  const message = `the brace behind ${shown({ text: expression })} opens the block: a regular expression with braces needs quotes`;
  return { kind: "syntax", at, message, fix: "Put the whole regular expression in quotes." };
}




module.exports = {
  house: runAudit,
  rejections
};
