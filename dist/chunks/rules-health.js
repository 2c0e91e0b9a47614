"use strict";

// src/model/health-demand.ts
var needsHealthCheck = (function needsHealthCheck(workload) {
  if (!workload.longRunning || workload.clientOf || workload.platform === "pm2") return false;
  const { pod } = workload;
  if (workload.role === "tool" && workload.listens.length === 0 && !pod?.served) return false;
  return !pod || pod.part === "main" || pod.served || pod.routed;
});
var isAsked = (function isAsked(workload) {
  if (workload.pod && workload.role === "service" && !workload.pod.served && workload.listens.length === 0) return false;
  return workload.userFacing || workload.stateful || workload.role === "service" || workload.role === "cache";
});

// rules/health/check-cannot-fail.ts
var weakness = (function weakness(check, workload) {
  const commands = commandsOf(check);
  if (cannotFail(check, commands))
    return {
      what: `cannot fail: "${check.text.slice(0, 80)}" always ends with 0`,
      fix: "Remove what turns the result into success (`|| true`, `exit 0`, `echo`), and let the check ask the program."
    };
  return blindCurl(check, commands) ?? blindRedis(commands, workload) ?? asksNobody(commands, workload) ?? looksForPidFile(commands) ?? earlyMysql(commands);
});
var commandsOf = (function commandsOf(check) {
  if (check.script) return check.script.commands;
  return check.argv ? [{ words: check.argv.map((word) => word ?? "?"), assignments: [], followed: "end", inside: [] }] : [];
});
var cannotFail = (function cannotFail(check, commands) {
  if (check.script && !canFail(check.script)) return true;
  const [only] = commands;
  if (commands.length !== 1 || !only) return false;
  const [program, ...rest] = only.words;
  if (check.form === "exec" && (program === "true" || program === "echo")) return true;
  const code = rest.join(" ");
  return /^(node|python3?|php|ruby|bun|deno)$/.test(program ?? "") && /^-(e|c|r|-eval)\s+["']?(process\.exit\(0?\)|import sys; ?sys\.exit\(0?\)|sys\.exit\(0?\)|exit\(0?\)|print\([^)]*\)|console\.log\([^)]*\));?["']?$/.test(
    code
  );
});
var blindCurl = (function blindCurl(check, commands) {
  const curl = commands.find(
    (command) => programOf(command.words) === "curl" && /https?:\/\/|localhost|127\.0\.0\.1/.test(command.words.join(" "))
  );
  if (!curl || curl.followed === "|" || curl.inside.includes("substitution")) return void 0;
  const fails = curl.words.some(
    (word) => /^--fail(-with-body|-early)?$/.test(word) || /^-[a-zA-Z]*f[a-zA-Z]*$/.test(word)
  );
  if (fails || curl.words.some((word) => /telnet:|^-w$|^--write-out/.test(word))) return void 0;
  return {
    what: `passes on HTTP errors: curl without --fail ends with 0 for a 404 or a 500`,
    fix: `Add \`--fail\`: \`${check.text.replace(/\bcurl\b/, "curl --fail").slice(0, 100)}\`.`
  };
});
var blindRedis = (function blindRedis(commands, workload) {
  const facts = serviceFactsOf(workload);
  const isRedis = workload.software?.id === "redis" || workload.software?.speaks === "redis";
  const client = commands.find((command) => /^(redis|valkey|keydb)-cli$/.test(programOf(command.words) ?? ""));
  if (!facts || !isRedis || !client || client.followed === "|" || client.inside.includes("substitution"))
    return void 0;
  const knowsPassword = client.words.some((word) => /^(-a|--pass|-u)$/.test(word)) || commands.some((command) => command.assignments.some((word) => /^(REDIS|VALKEY)CLI_AUTH=/.test(word))) || facts.environment("REDISCLI_AUTH") !== void 0 || facts.environment("VALKEYCLI_AUTH") !== void 0;
  const ping = authenticatedPing(workload);
  if (knowsPassword || !ping) return void 0;
  return {
    what: "is refused for want of a password and still ends with 0 (NOAUTH)",
    fix: `Let it know the password and compare the answer: \`test: ["CMD-SHELL", ${JSON.stringify(ping.command)}]\`${ping.needs ? `, and ${ping.needs}` : ""}.`
  };
});
var looksForPidFile = (function looksForPidFile(commands) {
  const [only, other] = commands.filter(({ words }) => !/^(?:exit|false)$/.test(words[0] ?? ""));
  if (!only || other || only.followed === "|" || only.inside.includes("substitution")) return void 0;
  const [program = "", ...rest] = only.words;
  const [file, more] = rest.filter((word) => !/^(?:-\w+|\])$/.test(word));
  const looks = /^(?:test|\[|\[\[|ls|stat|cat)$/.test(program) && more === void 0;
  if (!looks || !file || !/^[\w./-]+\.pid$/.test(file)) return void 0;
  return {
    what: `only looks for ${file}, which stays there when the program hangs or is killed`,
    fix: 'Let the check ask the program: its HTTP endpoint, its client, or at least `kill -0 "$(cat \u2026)"` on the number in the file.'
  };
});
var asksNobody = (function asksNobody(commands, workload) {
  const found = commands.map(({ words: all }) => {
    const [program = "", ...rest] = unwrapCommand(all);
    const name = program.slice(program.lastIndexOf("/") + 1);
    return ASKS_NOBODY.find(([of, option]) => of.test(name) && rest.some((word) => option.test(word)));
  });
  const [first] = found;
  const others = commands.filter((_, at) => found[at] === void 0);
  if (!first || !others.every(({ words }) => /^(?:exit|true|test|\[)$/.test(words[0] ?? ""))) return void 0;
  const url = `http://127.0.0.1:${workload.listens[0] ?? 80}/`;
  return {
    what: `${first[2]} and asks no server: it passes while the server hangs`,
    fix: workload.software?.kind === "proxy" ? `Ask it over HTTP: \`test: ["CMD-SHELL", "curl -fsS ${url} || wget -q --spider ${url}"]\`, or a path of its own that answers 200.` : "Let the check send the server a request and look at the answer."
  };
});
var earlyMysql = (function earlyMysql(commands) {
  const ping = commands.find(
    (command) => /^(mysqladmin|mariadb-admin)$/.test(programOf(command.words) ?? "") && command.words.includes("ping")
  );
  if (!ping) return void 0;
  const words = ping.words.join(" ");
  if (/(-h|--host)[= ]?(?!localhost)\S+|--protocol[= ]tcp/i.test(words)) return void 0;
  return {
    what: "passes during the first initialisation, when the server does not accept connections yet",
    fix: "Ask over TCP: `mysqladmin ping -h 127.0.0.1 --silent` (MariaDB: `healthcheck.sh --connect --innodb_initialized`).",
    minor: true
  };
});

// src/model/traefik/ping.ts
var unansweredPing = (function unansweredPing(check, workload, proxies) {
  if (workload.software?.id !== "traefik") return void 0;
  const traefik = proxies.find((proxy) => proxy.workloads.includes(workload))?.traefik;
  if (!traefik?.static.complete) return void 0;
  const { settings, source } = traefik.static;
  const command = /\btraefik\s+healthcheck\b(.*)$/s.exec(check.text)?.[1];
  const asked = ASKS_PING.exec(check.text)?.[1];
  const entryPoint = (textAt(settings, "ping", "entrypoint") ?? "traefik").toLowerCase();
  const answering = traefik.entryPoints.find(({ name }) => name === entryPoint)?.port;
  const isPingOn = isOn(settings, "ping");
  if (command === void 0) {
    const own = traefik.entryPoints.find(({ name }) => name === "traefik")?.port;
    const isOwnPort = asked !== void 0 && (Number(asked) === 8080 || own?.known && own.value === Number(asked));
    return isOwnPort && !isPingOn ? { because: "nothing answers /ping, which is off by default", fix: SWITCH_ON } : void 0;
  }
  if (!isPingOn) return { because: "nothing answers it: ping is off by default", fix: SWITCH_ON };
  if (!/--ping/i.test(command)) {
    if (source?.kind !== "arguments" || /--/.test(command)) return void 0;
    return {
      because: 'it does not know the flags of the server, and ends with "please enable ping"',
      fix: "Check with `traefik healthcheck --ping`."
    };
  }
  if (/--(?:ping\.entrypoint|entrypoints)/i.test(command) || source?.kind === "file") return void 0;
  if (!answering?.known || answering.value === 8080) return void 0;
  return {
    because: `it asks port 8080, and ping answers on port ${answering.value}`,
    fix: `Give the check the same entry point: \`traefik healthcheck --ping --entrypoints.traefik.address=:${answering.value}\`.`
  };
});

// rules/health/check-cannot-pass.ts
var wrongForm = (function wrongForm(check) {
  if (check.form !== "exec" || !check.argv) return void 0;
  const [runner, setting] = check.kind === "container" ? ["Docker", "CMD"] : ["the kubelet", "the list"];
  const [program, ...rest] = check.argv;
  if (rest.length === 0 && program && /^\S+\s+\S/.test(program.trim()) && !program.startsWith("/"))
    return {
      because: `the whole command is one word of ${setting}, so ${runner} looks for a program of that name`,
      fix: `Write \`["CMD-SHELL", "${program.slice(0, 100)}"]\`, or one list item for each word.`
    };
  const operator = rest.find((word) => word === "||" || word === "&&" || word === "|" || word === ";");
  if (operator)
    return {
      because: `${operator} is only understood by a shell, and ${check.kind === "container" ? "CMD" : "exec"} runs none`,
      fix: `Write it as one text: \`["CMD-SHELL", "${check.text.slice(0, 100)}"]\`.`
    };
  return void 0;
});
var missingProgram = (function missingProgram(check, workload) {
  const tools = imageTools(workload.builtFrom ?? workload.image);
  if (check.form === "shell" && tools.shell === false)
    return {
      because: `there is no shell in ${tools.name}`,
      fix: 'Use the exec form with a program of the image, `["CMD", "/app", "healthcheck"]`, or a probe of the platform.'
    };
  const gone = goneIn(workload.distribution ?? { id: "", images: [], dataPaths: [] }, workload.version);
  for (const program of programsOf(check)) {
    const removed = gone.find((one) => one.program === program);
    if (removed) return { because: `${program}: ${removed.because}`, fix: `Use ${removed.instead}.` };
    if (tools.has(program) === false)
      return { because: `${program} is not in ${tools.name}`, fix: fixFor(program, check, workload) };
  }
  return void 0;
});
var programsOf = (function programsOf(check) {
  if (check.argv)
    return [programOf(check.argv.map((word) => word ?? "?"))].flatMap((name) => name === void 0 ? [] : [name]);
  const commands = check.script?.commands ?? [];
  const needed = [];
  for (const command of commands) {
    if (command.inside.length > 0) continue;
    if (command.joined === "||" || command.joined === ";") break;
    const name = programOf(command.words);
    if (name !== void 0 && !BUILT_IN.has(name)) needed.push(name);
    if (command.followed === "||" && !isExit(commands[commands.indexOf(command) + 1]?.words)) return [];
  }
  return needed;
});
var refused = (function refused(check, workload) {
  const facts = serviceFactsOf(workload);
  const commands = check.script?.commands ?? [];
  if (!facts) return void 0;
  const text = check.text;
  if (/\b(redis|valkey)-cli\b/.test(text) && /grep\b.*PONG/.test(text)) {
    const knowsPassword = /(^|\s)(-a|--pass|-u)\s|(REDIS|VALKEY)CLI_AUTH=/.test(text) || facts.environment("REDISCLI_AUTH") !== void 0;
    if (!knowsPassword && workload.distribution?.authentication?.(facts).state === "on")
      return {
        because: "the server asks for a password that the check does not give",
        fix: workload.pod ? "Set `REDISCLI_AUTH` in `env` of the container, from the Secret that the server takes its password from." : "Set `REDISCLI_AUTH: ${REDIS_PASSWORD}` in the environment of the service."
      };
  }
  if (workload.software?.id === "zookeeper" && commands.some((command) => command.words.includes("ruok")) && /imok/.test(text)) {
    const official = workload.distribution?.id === "official";
    const variable = official ? "ZOO_4LW_COMMANDS_WHITELIST" : "ZOOKEEPER_4LW_COMMANDS_WHITELIST";
    const allowed = facts.environment(variable);
    const listed = allowed === null || /\bruok\b|\*/.test(allowed ?? "") || facts.environment("KAFKA_OPTS") !== void 0 || facts.configMounted;
    const first = FIRST_WITH_LIST.get(workload.distribution?.id ?? "");
    if (!listed && first && isBefore(facts.version, first) === false)
      return {
        because: `ruok is not on the list of allowed commands (${variable} allows only srvr)`,
        fix: official ? `Use \`zkServer.sh status\`, or set \`${variable}: ruok,srvr\`.` : `Set \`${variable}: ruok,srvr\`.`
      };
  }
  return void 0;
});

// rules/health/check-missing.ts
var commandOf = (function commandOf(workload) {
  const { distribution } = workload;
  const ping = authenticatedPing(workload);
  const command = ping?.command ?? healthCommandOf(distribution, serviceFactsOf(workload));
  const needs = ping ? ping.needs : distribution?.healthNeeds;
  return command === void 0 ? void 0 : { command, needs: needs === void 0 ? "" : `, and ${needs}` };
});
var composeWords = (function composeWords(workload) {
  if (workload.commandPort?.port === null) return { fix: workerFix(workload) };
  const known2 = commandOf(workload);
  if (!known2) return {};
  const test = `healthcheck: { test: ["CMD-SHELL", ${JSON.stringify(known2.command)}], interval: 10s, timeout: 5s, retries: 5 }`;
  return { fix: `Add \`${test}\` to ${workload.name}${known2.needs}.` };
});

// src/model/known-ports.ts
var askedPorts = (function askedPorts(check) {
  if (check.port) return check.port.known ? [check.port.value] : [];
  if (check.form !== "exec" && check.form !== "shell") return [];
  if (!check.text.includes("://")) return [];
  return [...check.text.slice(0, LONGEST_TEXT).matchAll(LOCAL_URL)].map(
    ([, scheme, port]) => port === void 0 ? /^https$/i.test(scheme ?? "") ? 443 : 80 : Number(port)
  );
});

// rules/health/probe-port-mismatch.ts
var mismatch = (function mismatch(check, workload, system) {
  for (const port of askedPorts(check)) {
    if (typeof port === "string") {
      const names = [...workload.pod?.portNames.keys() ?? []];
      if (names.includes(port)) continue;
      const [first] = names;
      return {
        what: `asks the port "${port}", and no port of the container has that name`,
        fix: first ? `Write \`port: ${first}\`, or give the port that is meant the name ${port} under \`ports\`.` : `Declare it: \`ports: [{ name: ${port}, containerPort: ${workload.listens[0] ?? 8080} }]\`.`
      };
    }
    if (check.http?.path.known && /actuator|management|metrics/i.test(check.http.path.value)) continue;
    const other = otherPort(port, workload, system);
    if (other?.port === null) return { what: noneListens(port, check, workload), fix: workerFix(workload) };
    if (other)
      return {
        what: `asks port ${port}, and ${workload.name} listens on ${other.port}${other.by}`,
        fix: `Ask port ${other.port}, or let the program listen on ${port}.`
      };
  }
  return void 0;
});
const {
  dataClientCalls
} = require("./chunk-MB3AHJVN.js");
const {
  authenticatedPing
} = require("./chunk-PALE3IBA.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  answersPath,
  answersRequests,
  askedPathsOf,
  canFail,
  codePortsOf,
  dataClientsOf,
  defineRule,
  goneIn,
  healthCommandOf,
  healthKindOf,
  imageHealth,
  imageTools,
  inWordsOf,
  isBefore,
  isOn,
  judgedWorkloads,
  knownValue,
  lacksHealthRoute,
  listOf,
  listensElsewhere,
  pathsAskedBy,
  programOf,
  routeTargets,
  servedBy,
  serviceFactsOf,
  sourceTextOf,
  standsAside,
  textAt2: textAt,
  unwrapCommand,
  wordsFor
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/health-demand.ts


function checkName(check, workload) {
  return `the ${check.kind === "container" ? "healthcheck" : `${check.kind} probe`} of ${workload.name}`;
}
function asProbe(command) {
  return `exec: { command: [sh, -c, ${JSON.stringify(command.replaceAll("$$", "$"))}] }`;
}
function testFix(fix, { platform }) {
  if (platform !== "kubernetes") return fix;
  return fix.replace(
    /`test: \["CMD-SHELL", ("(?:[^"\\]|\\.)*")\]`/g,
    (_, text) => `\`exec: { command: [sh, -c, ${text.replaceAll("$$", "$")}] }\``
  ).replace(/\["CMD-SHELL", /g, '["sh", "-c", ').replace(/\["CMD", /g, "[").replaceAll("$$", "$");
}
function workerFix(workload) {
  const ping = workload.commandPort?.ping;
  const how = ping ? "Ask it over its broker" : "Let it touch a file in every round, and look at the age of that";
  const command = ping ?? 'test -n "$$(find /tmp/alive -mmin -5)"';
  return workload.pod ? `${how}: \`livenessProbe: { ${asProbe(command)}, periodSeconds: 60, timeoutSeconds: 30 }\` in the container ${workload.pod.container}.` : `${how}: \`healthcheck: { test: ["CMD-SHELL", ${JSON.stringify(command)}], interval: 60s, timeout: 30s, retries: 3 }\` in ${workload.name}.`;
}

// rules/health/check-cannot-fail.ts
var KUBERNETES_WHY = "The kubelet looks at the exit status alone. A probe that ends with 0 in every case keeps a container in service that answers errors, and restarts none that hangs.";
var check_cannot_fail_default = defineRule({
  id: "health/check-cannot-fail",
  title: "A healthcheck passes whatever state the service is in",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Docker looks at the exit status alone. A check that ends with 0 in every case reports "healthy" for a service that answers errors, and everything that waits for it is misled.',
  fix: "Let the check end with another status than 0 when the answer is wrong: `curl --fail`, `wget --spider`, `| grep -q PONG`, no `|| true` behind it.",
  refs: [
    "https://docs.docker.com/reference/dockerfile/#healthcheck",
    "https://curl.se/docs/manpage.html#-f",
    "https://dev.mysql.com/doc/refman/8.4/en/mysqladmin.html",
    "https://redis.io/docs/latest/develop/tools/cli/"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check: (function({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      if (workload.health.state === "none" || workload.health.state === "disabled")
        implied(workload, "health/check-missing");
      for (const check of workload.health.checks) {
        const found = weakness(check, workload);
        if (found)
          fail(workload, check, `${checkName(check, workload)} ${found.what}`, {
            fix: testFix(found.fix, workload),
            ...wordsFor(workload, { kubernetes: { why: KUBERNETES_WHY } }),
            ...found.minor ? { severity: "low" } : {}
          });
        else pass(workload);
      }
    }
  }),
  examples: { bad: [], good: [] }
});






var ASKS_NOBODY = [
  [/^(?:nginx|openresty|angie)$/, /^-[qtT]+$/, "tests the configuration file"],
  [/^(?:httpd|apache2|apachectl|apache2ctl)$/, /^(?:-t|configtest)$/, "tests the configuration file"],
  [/^haproxy$/, /^-c$/, "tests the configuration file"],
  [/^caddy$/, /^validate$/, "tests the configuration file"],
  [/^\S+$/, /^--version$/, "prints the version"]
];



// src/model/traefik/ping.ts
var SWITCH_ON = "Add `--ping=true` to the command (in a file: `ping: {}`), and check with `traefik healthcheck --ping`.";
var ASKS_PING = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]):(\d{1,5})\/ping\b/;


// rules/health/check-cannot-pass.ts
var WHY = {
  liveness: "A liveness probe that never passes restarts the container again and again, however well it works.",
  readiness: "A readiness probe that never passes keeps the pod out of every Service: it runs, and nobody reaches it.",
  startup: "A startup probe that never passes ends the container before it is ever used, again and again."
};
var check_cannot_pass_default = defineRule({
  id: "health/check-cannot-pass",
  title: "A healthcheck fails even when the service works",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The container is reported unhealthy for ever: what waits for it never starts, a swarm kills it again and again, and people learn to ignore the status.",
  fix: 'Use a tool that the image has, in the form that runs it: `["CMD", "wget", "--spider", "-q", "http://localhost:3000/health"]` or `["CMD-SHELL", "\u2026 || exit 1"]`.',
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#healthcheck",
    "https://docs.docker.com/reference/dockerfile/#healthcheck"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check: (function({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      if (workload.health.state === "none" || workload.health.state === "disabled")
        implied(workload, "health/check-missing");
      for (const check of workload.health.checks) {
        const found = wrongForm(check) ?? missingProgram(check, workload) ?? refused(check, workload) ?? unansweredPing(check, workload, system.proxies);
        if (found)
          fail(workload, check, `${checkName(check, workload)} cannot pass: ${found.because}`, {
            fix: testFix(found.fix, workload),
            ...check.kind === "container" ? {} : { why: WHY[check.kind] }
          });
        else pass(workload);
      }
    }
  }),
  examples: { bad: [], good: [] }
});



var BUILT_IN = /* @__PURE__ */ new Set([
  "exit",
  "test",
  "[",
  "[[",
  "echo",
  "true",
  "false",
  ":",
  "set",
  "cd",
  "export",
  "read",
  "printf",
  "exec",
  "eval",
  ".",
  "source",
  "command",
  "kill",
  "return"
]);
function isExit(words) {
  return words === void 0 || words[0] === "exit" || words[0] === "false" || words[0] === "kill";
}
function fixFor(program, check, workload) {
  const own = healthCommandOf(workload.distribution, serviceFactsOf(workload));
  if (own) return `Use what the image has: \`test: ["CMD-SHELL", ${JSON.stringify(own)}]\`.`;
  const url = /https?:\/\/[^\s"'|)]+/.exec(check.text)?.[0] ?? "http://localhost:3000/health";
  if (imageTools(workload.builtFrom ?? workload.image).has("wget") && program !== "wget")
    return `Use wget, which the image has: \`["CMD", "wget", "--spider", "-q", "${url}"]\`.`;
  if (imageTools(workload.builtFrom ?? workload.image).has("node"))
    return `Use Node itself: \`["CMD", "node", "-e", "fetch('${url}').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]\`.`;
  if (imageTools(workload.builtFrom ?? workload.image).has("python3") || imageTools(workload.builtFrom ?? workload.image).has("python"))
    return `Use Python itself: \`["CMD", "python", "-c", "import urllib.request; urllib.request.urlopen('${url}')"]\`.`;
  return `Install ${program} in the image, or ask with a program that it has.`;
}
var FIRST_WITH_LIST = /* @__PURE__ */ new Map([
  ["official", [3, 5]],
  ["confluent", [5, 4]]
]);


// rules/health/check-missing.ts
var check_missing_default = defineRule({
  id: "health/check-missing",
  title: "Nothing checks whether a workload works",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A process that hangs is still running: without a check it stays in service, nothing that depends on it can wait for it, and nobody is told.",
  fix: "Add a `healthcheck:` to the service (or HEALTHCHECK to its Dockerfile) that asks the program itself, with a tool that the image has.",
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#healthcheck",
    "https://docs.docker.com/reference/dockerfile/#healthcheck",
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      const { state, at } = workload.health;
      if (state === "checked") pass(workload);
      else if (state === "unknown") unverified(workload, at, whyUnknown(workload));
      else {
        const what = state === "disabled" ? "has its healthcheck switched off" : `has no ${workload.pod ? "probe" : "healthcheck"}`;
        fail(workload, at, `${workload.name} ${what}`, {
          severity: isAsked(workload) ? "high" : "medium",
          ...workload.pod ? probeWords(workload) : composeWords(workload)
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});


function probeWords(workload) {
  if (workload.commandPort?.port === null) return { fix: workerFix(workload) };
  const known2 = commandOf(workload);
  const port = workload.listens[0] ?? 8080;
  const how = known2 ? asProbe(known2.command) : `httpGet: { path: /health/ready, port: ${port} }`;
  const path = known2 ? "" : ", with the path that it answers when it can work";
  const fix = `Add \`readinessProbe: { ${how} }\` to the container ${workload.pod?.container}${known2?.needs ?? path}; a \`livenessProbe\` that asks the process alone restarts it when it hangs.`;
  return {
    fix: inWordsOf(workload, fix),
    why: "A process that hangs is still running. Without a probe Kubernetes takes a container for ready as soon as it has started: requests reach it before it can answer, and go on when it no longer does."
  };
}
function whyUnknown(workload) {
  if (workload.image?.origin === "built")
    return workload.image.dockerfile ? "whether its base image brings a HEALTHCHECK is not known" : "its Dockerfile is not in the repository";
  return "whether its image brings a HEALTHCHECK of its own is not known";
}

// rules/health/endpoint-behind-auth.ts
var endpoint_behind_auth_default = defineRule({
  id: "health/endpoint-behind-auth",
  title: "The route that a check asks for turns away who is not signed in",
  category: "service-health",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The check sends no token, so it gets 401 from a service that works. The platform restarts it for ever, or never sends it a request.",
  fix: "Take the health route out of the guard: register it before the middleware, or mark it with the decorator that the guard lets through.",
  refs: [
    "https://docs.nestjs.com/security/authentication#enable-authentication-globally",
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes"
  ],
  reads: ["compose", "kubernetes", "dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      for (const workload of judgedWorkloads(service)) {
        for (const asked of askedPathsOf(workload)) {
          const route = service.routes.routes.find((one) => answersPath(one, asked.path));
          if (!route) continue;
          const guard = route.guards.find(({ purpose, redirects }) => purpose === "auth" && !redirects);
          if (guard && !/authorization|x-api-key|\b-u\b|--user/i.test(asked.check.text)) {
            fail(
              workload,
              guard,
              `${checkName(asked.check, workload)} asks for ${asked.path}, which ${guard.name} guards`,
              {
                key: asked.path,
                related: [
                  { at: route.at, message: `${route.path} is declared here` },
                  { at: asked.at, message: "it is asked here" }
                ]
              }
            );
          } else pass(workload);
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/health/endpoint-missing.ts
var endpoint_missing_default = defineRule({
  id: "health/endpoint-missing",
  title: "A service has no route that tells whether it works",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Nothing can ask the service whether it works: neither the platform before it sends requests, nor a load balancer, nor the one who is called at night. A process that runs and serves nobody looks healthy.",
  fix: "Add `GET /health` that answers 200 while the process works, and `GET /ready` that asks the database and answers 503 when it is away.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    "https://docs.nestjs.com/recipes/terminus",
    "https://expressjs.com/en/advanced/healthcheck-graceful-shutdown.html"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      if (!answersRequests(service)) continue;
      const [first] = service.routes.routes;
      if (service.health.length > 0) pass(service);
      else if (lacksHealthRoute(service) && service.isCertain && service.isWhole && first) {
        const { length } = service.routes.routes;
        fail(
          service,
          first,
          length === 1 ? `the only route of ${service.name} does not tell whether it works` : `none of the ${length} routes of ${service.name} tells whether it works`
        );
      } else unverified(service, service, `not all routes of ${service.name} are known`);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/health/endpoint-unregistered.ts
var REGISTRATIONS = {
  node: "`app.use(healthRouter)`, in NestJS `controllers` of a module that the application imports",
  python: "`app.include_router(health.router)` in FastAPI, `app.register_blueprint(health)` in Flask",
  go: "register its handler at the router that the server is given"
};
var endpoint_unregistered_default = defineRule({
  id: "health/endpoint-unregistered",
  title: "Health routes are declared and never registered",
  category: "service-health",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The code says how to tell whether the service works, and nobody can ask it: the path answers 404. Whoever reads the code believes that it is there.",
  fix: "Register it: put the controller into `controllers` of a module that the application imports, `app.use(healthRouter)`, `app.include_router(health.router)`. Or delete it, if another one has taken its place.",
  refs: [
    "https://docs.nestjs.com/modules",
    "https://expressjs.com/en/guide/routing.html#express-router",
    "https://fastapi.tiangolo.com/tutorial/bigger-applications/"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      const dead = service.routes.unregistered.flatMap((one) => {
        const route = one.routes.find(({ path }) => healthKindOf(path, service.name));
        return route ? [{ one, route }] : [];
      });
      const registered = new Set(service.health.map(({ route }) => route.path.split("/").at(-1)));
      const missed = dead.filter(({ route }) => !registered.has(route.path.split("/").at(-1)));
      const [first, ...others] = missed;
      if (first) {
        fail(
          service,
          first.one,
          `${first.one.name} declares ${first.route.path}, and nothing of ${service.name} registers it`,
          {
            fix: `Register it: ${REGISTRATIONS[service.runtime]}. Or delete it, if another one has taken its place.`,
            related: others.map(({ one, route }) => ({ at: one.at, message: `${one.name} declares ${route.path}` }))
          }
        );
      } else if (service.health.length > 0) pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/health/failure-answers-success.ts
var UNAVAILABLE = /* @__PURE__ */ new Map([
  ["nestjs", "`throw new ServiceUnavailableException(\u2026)`"],
  ["fastify", "`reply.code(503).send(\u2026)`"],
  ["koa", "`ctx.status = 503`"],
  ["hono", "`return c.json(\u2026, 503)`"],
  ["next", "`return Response.json(\u2026, { status: 503 })`"],
  ["fastapi", "`raise HTTPException(503)`"],
  ["flask", '`return {"status": "down"}, 503`'],
  ["django", "`JsonResponse(\u2026, status=503)`"],
  ["net/http", "`w.WriteHeader(http.StatusServiceUnavailable)`"],
  ["fiber", "`c.Status(http.StatusServiceUnavailable).JSON(\u2026)`"],
  ["gin", "`c.JSON(http.StatusServiceUnavailable, \u2026)`"],
  ["echo", "`return c.JSON(http.StatusServiceUnavailable, \u2026)`"]
]);
var ANSWERS = {
  node: "`res.status(503).json(\u2026)`",
  python: "an answer with `status=503`",
  go: "`w.WriteHeader(http.StatusServiceUnavailable)`"
};
var failure_answers_success_default = defineRule({
  id: "health/failure-answers-success",
  title: "A health route answers success when what it checks is down",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Whoever asks looks at the status alone. A 200 with "database: down" in its body keeps requests coming to a service that can answer none of them, and no alarm sounds.',
  fix: "Answer 503 when a dependency is down: `res.status(503).json(\u2026)`, `throw new ServiceUnavailableException(\u2026)`, `raise HTTPException(503)`.",
  refs: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request",
    "https://docs.nestjs.com/recipes/terminus",
    "https://datatracker.ietf.org/doc/html/rfc9110#name-503-service-unavailable"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, implied }) {
    for (const service of system.services) {
      if (service.routes.routes.length > 0 && lacksHealthRoute(service)) implied(service, "health/endpoint-missing");
      for (const health of service.health) {
        const { depth } = health.found;
        if (depth === "hard") pass(service);
        if (depth !== "soft") continue;
        fail(service, health.found.takenAt ?? health.route, describe(health, service), {
          key: `${health.route.method} ${health.route.path}`,
          fix: `Answer 503 when a dependency is down: ${UNAVAILABLE.get(health.route.framework) ?? ANSWERS[service.runtime]}.`,
          ...isAsked2(health, service) ? {} : { severity: "medium" },
          related: [
            { at: health.route.at, message: "the route" },
            ...health.found.dependencyAt ? [{ at: health.found.dependencyAt, message: "what it asks" }] : []
          ]
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function isAsked2({ route }, { workloads, platform }) {
  const asked = [...workloads.flatMap(askedPathsOf), ...platform?.checks ?? []];
  return asked.some(({ path }) => answersPath(route, path));
}
function describe({ route, found }, service) {
  return `${route.method === "*" ? "GET" : route.method} ${route.path} of ${service.name} answers success when ${found.dependency ?? "what it asks"} fails`;
}

// rules/health/liveness-checks-dependency.ts
var liveness_checks_dependency_default = defineRule({
  id: "health/liveness-checks-dependency",
  title: "A liveness probe fails when a dependency is down",
  category: "service-health",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "When the database is away for a minute, Kubernetes restarts every replica of every service that asks it this way. Restarting cures nothing, and all of them come back at once onto a database that has just come up.",
  fix: "Point the liveness probe at a route that only shows that the process answers, and keep the one that asks the database for the readiness probe.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#liveness-probe",
    "https://docs.spring.io/spring-boot/reference/actuator/endpoints.html#actuator.endpoints.kubernetes-probes"
  ],
  reads: ["kubernetes", "dockerfile", "source"],
  check: (function({ system, pass, fail }) {
    for (const service of system.services) {
      for (const workload of service.workloads) {
        for (const asked of askedPathsOf(workload)) {
          if (asked.check.kind !== "liveness") continue;
          const health = service.health.find(({ route }) => answersPath(route, asked.path));
          if (!health || health.found.depth === "unknown") continue;
          if (health.found.depth === "hard" && health.found.dependency !== void 0) {
            fail(
              workload,
              asked,
              `the liveness probe of ${workload.name} asks ${health.route.path}, which fails with ${health.found.dependency}`,
              {
                related: [
                  { at: health.found.dependencyAt ?? health.route.at, message: "the dependency is asked here" }
                ]
              }
            );
          } else pass(workload);
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/health/liveness-probe-missing.ts
var liveness_probe_missing_default = defineRule({
  id: "health/liveness-probe-missing",
  title: "A container that hangs is never started again",
  category: "service-health",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Kubernetes restarts a process that ends. One that hangs, in a deadlock or with its event loop blocked, is out of service until somebody deletes the pod by hand, and with it one of the replicas.",
  fix: "Add a `livenessProbe` that asks the process alone, not its database: `httpGet: { path: /health/live, port: http }`.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (!workload.pod || workload.pod.operator || !needsHealthCheck(workload) || keepsData(workload)) continue;
      const { health } = workload;
      if (health.checks.some((check) => check.kind === "liveness")) pass(workload);
      else if (health.state !== "checked") implied(workload, "health/check-missing");
      else fail(workload, health, `${workload.name} has no liveness probe`, { fix: fixFor2(workload) });
    }
  }),
  examples: { bad: [], good: [] }
});
function keepsData({ role, stateful }) {
  return stateful || role === "cache";
}
function fixFor2({ health, pod }) {
  const http = health.checks.find((check) => check.http)?.http;
  const port = http?.port.known ? http.port.value : "http";
  return `Add \`livenessProbe: { httpGet: { path: /health/live, port: ${port} } }\` to the container ${pod?.container}, with a path that asks the process alone, not its database.`;
}

// src/model/code/health/grpc.ts
var HEALTH = /^(?:grpc\.health\.v1\.)?Health$/;
var LIBRARY = /^(?:google\.golang\.org\/grpc\/health(?:\/.*)?|connectrpc\.com\/grpchealth|(?:@[\w-]+\/)?[\w-]*grpc[\w-]*health[\w-]*|grpc_health(?:\..*)?|grpclib(?:\.health.*)?)$/;
function asksGrpc({ form, text }) {
  return form === "grpc" || /(?:^|[\s/;&|])grpc[_-]health[_-]probe(?:\s|$)/.test(text);
}
function answersGrpcHealth(service) {
  const { rpc, packages, isCertain, isWhole } = service;
  if (rpc.services.some(({ name }) => HEALTH.test(name)) || [...packages].some((name) => LIBRARY.test(name))) return "yes";
  if (rpc.services.some(({ name }) => /health/i.test(name))) return "unknown";
  const isKnown = isCertain && isWhole && rpc.unresolved.length === 0;
  return rpc.services.length > 0 && isKnown ? "no" : "unknown";
}

// src/model/code/health/other-askers.ts
var known = /* @__PURE__ */ new WeakMap();
function proxyAskers(system) {
  const before = known.get(system);
  if (before) return before;
  const found = /* @__PURE__ */ new Map();
  for (const { proxy, route, targets } of routeTargets(system)) {
    const { check } = route.upstream;
    const path = knownValue(check?.path);
    if (!check || path === void 0) continue;
    for (const { workload, port: target } of targets) {
      const askers = found.get(workload.id) ?? [];
      found.set(workload.id, askers);
      if (askers.some((one) => one.at === check.at)) continue;
      const port = check.port ? knownValue(check.port) : target;
      askers.push({
        who: proxy.software === "kubernetes" ? `the load balancer of ${proxy.name}` : `the health check of ${proxy.name}`,
        effect: "The answer is 404 for ever, so all servers count as broken and users get 503 or 504.",
        path,
        method: check.method,
        ...port !== void 0 && { port },
        at: check.at
      });
    }
  }
  known.set(system, found);
  return found;
}
function platformAskers({ platform, workloads }) {
  if (!platform || workloads.length > 0) return [];
  return platform.checks.map(({ path, port, at }) => ({
    who: "the platform",
    effect: "The answer is 404 for ever, and the platform takes no release for one that works.",
    path,
    method: "GET",
    ...port !== void 0 && { port },
    at
  }));
}
function imageAskers({ image, workloads }) {
  if (!image?.dockerfile?.healthcheck || workloads.length > 0) return [];
  return imageHealth({ image, files: image.files }, image.at).checks.flatMap(
    (check) => pathsAskedBy(check).map(({ path, port, at }) => ({
      who: `the HEALTHCHECK of ${image.name}`,
      effect: "The answer is 404 for ever: every container of the image counts as unhealthy, and Swarm and others replace it again and again.",
      path,
      method: "GET",
      ...port !== void 0 && { port },
      at
    }))
  );
}

// rules/health/probe-path-not-served.ts
var probe_path_not_served_default = defineRule({
  id: "health/probe-path-not-served",
  title: "A check asks for a path that the service does not serve",
  category: "service-health",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The answer is 404 for ever. Kubernetes restarts the container again and again or never sends it a request; Compose calls it unhealthy, and what waits for it never starts.",
  fix: 'Ask for the path as the service serves it, prefix included, or take the route out of the prefix: `app.setGlobalPrefix("api", { exclude: ["health"] })`.',
  refs: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request",
    "https://docs.nestjs.com/faq/global-prefix",
    "https://fastapi.tiangolo.com/tutorial/bigger-applications/",
    "https://docs.docker.com/reference/compose-file/services/#healthcheck",
    "https://docs.haproxy.org/3.2/configuration.html#4.2-option%20httpchk",
    "https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/#health-check",
    "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#health-check",
    "https://github.com/grpc/grpc/blob/master/doc/health-checking.md"
  ],
  reads: ["compose", "kubernetes", "dockerfile", "haproxy", "traefik", "source"],
  check: (function({ system, pass, fail, unverified, implied }) {
    for (const service of system.services) {
      for (const workload of judgedWorkloads(service)) {
        const { state, checks } = workload.health;
        if (state === "none" || state === "disabled") {
          if (service.routes.routes.length > 0) implied(workload, "health/check-missing");
        }
        const all = askedPathsOf(workload).filter(({ port }) => !listensElsewhere(service, port));
        for (const asked of all) {
          const served = servedBy(service.routes, asked.path);
          const others = all.filter(({ check }) => check === asked.check);
          if (served.state !== "yes" && others.some(({ path }) => servedBy(service.routes, path).state === "yes"))
            continue;
          if (served.state === "yes") pass(workload);
          else if (served.state === "unknown" || !service.isCertain || !service.isWhole)
            unverified(workload, asked, notKnown(asked.path, served, service));
          else
            fail(
              workload,
              asked,
              describe2(checkName(asked.check, workload), asked.path, service),
              fixFor3(asked.path, asked.check.kind, service)
            );
        }
        for (const check of checks.filter(asksGrpc)) {
          const answer = answersGrpcHealth(service);
          if (answer === "yes") pass(workload);
          else if (answer === "no")
            fail(workload, check, withoutGrpc(check, workload, service), grpcFix(check, service));
          else unverified(workload, check, `whether ${service.name} registers the health service of gRPC is not known`);
        }
        for (const asker of proxyAskers(system).get(workload.id) ?? []) judge(asker, workload, service);
      }
      for (const asker of platformAskers(service)) judge(asker, service, service);
      for (const asker of imageAskers(service)) judge(asker, service, service);
    }
    function judge(asker, subject, service) {
      if (listensElsewhere(service, asker.port)) return;
      const served = servedBy(service.routes, asker.path, asker.method);
      if (served.state === "yes") pass(subject);
      else if (served.state === "unknown" || !service.isCertain || !service.isWhole)
        unverified(subject, asker, notKnown(asker.path, served, service));
      else {
        const options = fixFor3(asker.path, asker.who, service);
        fail(subject, asker, describe2(asker.who, asker.path, service), { ...options, why: asker.effect });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function notKnown(path, served, service) {
  const because = served.state === "unknown" ? served.because : "not all of its code is seen";
  return `whether ${service.name} serves ${path} is not known: ${because}`;
}
function describe2(who, path, service) {
  const near = nearest(path, service);
  const served = near ? `; it serves ${near.path}` : "";
  return `${who} asks for ${path}, and ${service.name} serves no such path${served}`;
}
function withoutGrpc(check, workload, service) {
  const names = service.rpc.services.map(({ name }) => name);
  return `${checkName(check, workload)} asks the health service of gRPC, and ${service.name} registers ${listOf(names)} alone`;
}
var REGISTER = {
  go: "`healthpb.RegisterHealthServer(server, health.NewServer())` of google.golang.org/grpc/health",
  node: "`new HealthImplementation({ '': 'SERVING' }).addToServer(server)` of grpc-health-check (NestJS: in `onLoadPackageDefinition`)",
  python: "`health_pb2_grpc.add_HealthServicer_to_server(health.HealthServicer(), server)` of grpcio-health-checking (`health.aio.HealthServicer()` for `grpc.aio`)"
};
function grpcFix(check, { rpc, runtime }) {
  return {
    key: `${check.kind}.grpc`,
    why: "The server answers UNIMPLEMENTED, which counts as a failure: Kubernetes restarts the container again and again or never sends it a request.",
    fix: `Register it at the same server: ${REGISTER[runtime]}.`,
    related: rpc.services.slice(0, 3).map(({ name, at }) => ({ at, message: `${name} is registered here` }))
  };
}
function nearest(path, service) {
  const last = path.split("/").at(-1);
  const health = service.health.filter((one) => one.kind).map((one) => one.route);
  return health.find((route) => route.path.split("/").at(-1) === last) ?? health[0];
}
function fixFor3(path, by, service) {
  const near = nearest(path, service);
  const key = `${by}.${path}`;
  if (!near)
    return {
      key,
      fix: `Add a route for ${path} to ${service.name} that answers 200 while it can serve and 503 when it cannot.`
    };
  return {
    key,
    fix: `Ask for \`${near.path}\` instead of \`${path}\`.`,
    related: [
      { at: near.at, message: `${near.path} is declared here` },
      ...near.prefixes.map((prefix) => ({ at: prefix.at, message: `${prefix.path} is put in front here` }))
    ]
  };
}

// src/model/known-ports.ts
var PORT_VARIABLE = /^(?:HTTP_|SERVER_|APP_|LISTEN_|WEB_|NODE_|API_|SERVICE_)?PORT$/;
var LOCAL_URL = /\b(https?):\/\/(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)(?::(\d{1,5}))?(?=[/\s"'?#]|$)/gi;
var MOST_FILES = 400;
var LONGEST_TEXT = 5e5;

function otherPort(asked, workload, system) {
  const told = workload.commandPort;
  if (told)
    return told.port === asked || mayListenToo(asked, told, workload) ? void 0 : { port: told.port, by: told.port === null ? "" : ` by its command` };
  const code = ofCode(asked, workload, system);
  if (code) return code;
  const plain = plainPort(workload);
  if (!plain || plain.port === asked || mentions(asked, workload, system)) return void 0;
  return plain;
}
function ofCode(asked, workload, system) {
  const code = codePortsOf(workload, system);
  const [port] = code?.ports ?? [];
  if (!code || port === void 0 || code.ports.includes(asked)) return void 0;
  if (workload.pod && system.workloads.some((other) => other !== workload && isSamePod(other, workload))) return void 0;
  const isOneOfSeveral = workload.listens.length > 1 && workload.listens.includes(asked);
  const number = new RegExp(`(?<!\\d)${asked}(?!\\d)`);
  const isTold = textsOf({ ...workload, published: [] }).some((text) => number.test(text));
  if (isOneOfSeveral || isTold || sourceTextOf(code.context).inCode(asked)) return void 0;
  return { port, by: " as its code says" };
}
function plainPort({ environment, software, listens }) {
  const variables = [...environment.values()].filter((variable) => PORT_VARIABLE.test(variable.name));
  const numbers = variables.map((variable) => Number(knownValue(variable.value)));
  const [port] = numbers;
  if (variables.length === 1 && port !== void 0 && Number.isInteger(port) && port > 0)
    return { port, by: ` by ${variables[0]?.name}` };
  const own = software && ["database", "cache", "broker", "search"].includes(software.kind);
  const [data] = own ? software.ports : [];
  return data && variables.length === 0 && listens.includes(data.port) ? { port: data.port, by: "" } : void 0;
}
function mentions(port, workload, system) {
  const beside = workload.pod ? system.workloads.filter((other) => isSamePod(other, workload)) : [workload];
  const number = new RegExp(`(?<!\\d)${port}(?!\\d)`);
  return beside.some((one) => one.listens.includes(port) || textsOf(one).some((text) => number.test(text))) || inImage(number, workload);
}
var OPENS_PORT = /\b(?:start_http_server|start_wsgi_server|HTTPServer|TCPServer|make_server|start_server|MultiProcessCollector)\b/;
function mayListenToo(asked, { port }, { image, pod, mounts, environment }) {
  const context = image?.context;
  if (pod || !image?.dockerfile || !context?.present) return true;
  const number = new RegExp(`(?<!://[\\w.\${}-]{0,80}:)(?<!\\d)${asked}(?!\\d)`);
  if ([...environment.values()].some(({ value, raw }) => (value.known ? value.value : raw) === String(asked)))
    return true;
  if (port !== null && mounts.some((mount) => mount.files?.some(({ source }) => number.test(source.text)))) return true;
  const sources = context.find(".").filter((path) => path.endsWith(".py") && !standsAside(path));
  if (sources.length > MOST_FILES) return true;
  return sources.some((path) => {
    const text = context.read(path)?.text ?? "";
    return OPENS_PORT.test(text) || port !== null && number.test(text);
  });
}
function isSamePod(one, { pod, deployment }) {
  return one.deployment === deployment && one.pod?.kind === pod?.kind && one.pod?.name === pod?.name && one.pod?.namespace === pod?.namespace;
}
function textsOf({ environment, start, mounts, published, labels }) {
  const variables = [...environment.values()].map(textOf);
  const files = mounts.flatMap((mount) => mount.files?.map((file) => file.source.text.slice(0, LONGEST_TEXT)) ?? []);
  const ports = published.map((one) => String(knownValue(one.container) ?? ""));
  return [
    ...variables,
    start?.text ?? "",
    ...files,
    ...ports,
    ...[...labels.values()].map((one) => knownValue(one.value) ?? "")
  ];
}
function textOf({ name, value, raw }) {
  if (value.known) return value.value;
  return raw ?? (/PORT/.test(name) ? name : "");
}
function inImage(number, { image }) {
  const { dockerfile, context } = image ?? {};
  if (dockerfile && number.test(dockerfile.file.source.text)) return true;
  if (!context?.present) return false;
  const files = context.find(".");
  if (files.length > MOST_FILES) return true;
  return files.some((path) => {
    const text = context.read(path)?.text;
    return text !== void 0 && text.length <= LONGEST_TEXT && number.test(text);
  });
}

// rules/health/probe-port-mismatch.ts
var probe_port_mismatch_default = defineRule({
  id: "health/probe-port-mismatch",
  title: "A check asks a port that nothing listens on",
  category: "service-health",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "The connection is refused each time, so the container counts as broken although it works: it is restarted for ever, or never gets a request.",
  fix: "Ask the port that the program listens on, best by a name that the port bears: `ports: [{ name: http, containerPort: 3000 }]` and `port: http`.",
  refs: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-http-request",
    "https://docs.docker.com/reference/compose-file/services/#healthcheck"
  ],
  reads: ["compose", "kubernetes", "dockerfile", "source"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      if (!needsHealthCheck(workload)) continue;
      const { state, checks } = workload.health;
      if (state === "none" || state === "disabled") implied(workload, "health/check-missing");
      for (const check of checks) {
        if (check.port && !check.port.known) unverified(workload, check, check.port.because);
        const found = mismatch(check, workload, system);
        if (found)
          fail(workload, check, `${checkName(check, workload)} ${found.what}`, { fix: found.fix, key: check.kind });
        else pass(workload);
      }
    }
    for (const service of system.services) {
      for (const { port, at, path } of platformAskers(service)) {
        if (port === void 0) continue;
        if (!service.isCertain || !service.isWhole || !listensElsewhere(service, port)) {
          if (answersRequests(service)) pass(service);
          continue;
        }
        const own = service.listening.map((one) => one.port.kind === "known" ? String(one.port.value) : "").join(", ");
        fail(service, at, `the platform asks port ${port}, and ${service.name} listens on ${own}`, {
          key: `${path} ${port}`,
          fix: `Write \`internal_port = ${own}\`, or let the program listen on \`process.env.PORT\` and set PORT to ${port}.`,
          related: service.listening.map((one) => ({ at: one.at, message: `${service.name} listens here` }))
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

function noneListens(port, check, { commandPort }) {
  const from = check.source === "dockerfile" ? ", as its Dockerfile has it," : "";
  return `asks port ${port}${from} and ${commandPort?.program} listens on no port`;
}

// rules/health/readiness-probe-missing.ts
var readiness_probe_missing_default = defineRule({
  id: "health/readiness-probe-missing",
  title: "Requests are sent to a container that nobody asks if it is ready",
  category: "service-health",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Without a readiness probe a Service sends requests to a pod from the moment that its process exists. During each rollout, and whenever it has lost its database, users get errors that another replica could have answered.",
  fix: "Add a `readinessProbe` that asks whether the container can do its work: `httpGet: { path: /health/ready, port: http }`.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/",
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      const { pod, health } = workload;
      if (!pod || pod.operator || !needsHealthCheck(workload) || !(pod.served || pod.routed)) continue;
      if (health.checks.some((check) => check.kind === "readiness")) pass(workload);
      else if (health.state !== "checked") implied(workload, "health/check-missing");
      else
        fail(workload, health, `${workload.name} is behind a Service and has no readiness probe`, {
          fix: fixFor4(workload)
        });
    }
  }),
  examples: { bad: [], good: [] }
});
function fixFor4(workload) {
  const { distribution, health, pod } = workload;
  const command = healthCommandOf(distribution, serviceFactsOf(workload));
  const http = health.checks.find((check) => check.http)?.http;
  const port = http?.port.known ? http.port.value : "http";
  const how = command ? asProbe(command) : `httpGet: { path: /health/ready, port: ${port} }`;
  return `Add \`readinessProbe: { ${how} }\` to the container ${pod?.container}.`;
}

// rules/health/readiness-shallow.ts
var PINGS = {
  python: '`session.execute(text("SELECT 1"))` of SQLAlchemy, `connection.cursor().execute("SELECT 1")` of Django',
  go: "`db.PingContext(ctx)`"
};
var readiness_shallow_default = defineRule({
  id: "health/readiness-shallow",
  title: "The route that tells readiness looks at nothing the service depends on",
  category: "service-health",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "The service says that it is ready while its database is away, so requests keep coming to an instance that answers each with an error. The platform could have sent them elsewhere, or shown that something is wrong.",
  fix: 'Ask the database in the readiness route and answer 503 when it is away: `await pool.query("SELECT 1")`, `health.check([() => db.pingCheck("database")])`. Leave the liveness route as it is.',
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe",
    "https://docs.nestjs.com/recipes/terminus"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const service of system.services) {
      const clients = dataClientsOf(service);
      if (clients.length === 0 || !answersRequests(service)) continue;
      if (lacksHealthRoute(service)) {
        implied(service, "health/endpoint-missing");
        continue;
      }
      const routes = readinessRoutes(service);
      const [first] = routes;
      if (!first) continue;
      if (routes.some(({ found }) => found.depth === "hard" || found.depth === "soft")) pass(service);
      else if (routes.some(({ found }) => found.depth === "unknown"))
        unverified(service, first.route, `what ${first.route.path} of ${service.name} looks at is not known`);
      else
        fail(service, first.route, describe3(first, service, clients), {
          fix: `Ask the database in the readiness route and answer 503 when it is away: ${pingOf(service)}. Leave the liveness route as it is.`
        });
    }
  }),
  examples: { bad: [], good: [] }
});
function readinessRoutes({ health }) {
  const ready = health.filter(({ kind }) => kind === "ready");
  return ready.length > 0 ? ready : health.filter(({ kind }) => kind === "generic");
}
function pingOf({ runtime, packages }) {
  if (runtime !== "node") return PINGS[runtime];
  const { ping } = dataClientCalls(packages);
  const nest = packages.has("@nestjs/core") ? ', or with @nestjs/terminus `health.check([() => db.pingCheck("database")])`' : "";
  return `${ping.includes("`") ? `\`\` await ${ping} \`\`` : `\`await ${ping}\``}${nest}`;
}
function describe3({ route, found }, service, clients) {
  const named = clients.filter((one) => !clients.some((other) => one.startsWith(`${other}/`)));
  const looks = found.depth === "process" ? "looks at the process alone and at nothing" : "looks at nothing";
  return `${route.path} of ${service.name} ${looks} that ${service.name} depends on (${named.slice(0, 3).join(", ")})`;
}

// area:health
var rules = {
  "health/check-cannot-fail": check_cannot_fail_default,
  "health/check-cannot-pass": check_cannot_pass_default,
  "health/check-missing": check_missing_default,
  "health/endpoint-behind-auth": endpoint_behind_auth_default,
  "health/endpoint-missing": endpoint_missing_default,
  "health/endpoint-unregistered": endpoint_unregistered_default,
  "health/failure-answers-success": failure_answers_success_default,
  "health/liveness-checks-dependency": liveness_checks_dependency_default,
  "health/liveness-probe-missing": liveness_probe_missing_default,
  "health/probe-path-not-served": probe_path_not_served_default,
  "health/probe-port-mismatch": probe_port_mismatch_default,
  "health/readiness-probe-missing": readiness_probe_missing_default,
  "health/readiness-shallow": readiness_shallow_default
};
module.exports = {
  house: runAudit,
  rules
};
