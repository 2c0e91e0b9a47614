"use strict";

// rules/workload/command-misread.ts
var dropped = (function dropped(start, { platform }) {
  const { dropped: lost } = start;
  if (lost === void 0 || platform === "kubernetes" || !/^(?:&|;|\|\|)[&\s]*[\w./$]/.test(lost)) return void 0;
  const run = start.argv.map((word) => word ?? "\u2026").join(" ");
  return {
    what: `runs ${quoted(run)} alone: Compose drops ${quoted(lost)}, because no shell reads the command`,
    key: "dropped",
    severity: "critical",
    fix: `Write it as \`command: ["sh", "-c", "\u2026"]\`, with \`exec\` before the last program.`
  };
});
var ignored = (function ignored(start, { image }) {
  const entrypoint = image?.dockerfile?.entrypoint;
  if (start.source !== "deployment" || entrypoint?.form !== "shell" || start.argv[2] !== entrypoint.text)
    return void 0;
  const own = start.argv.slice(3).map((word) => word ?? "\u2026");
  if (own.length === 0 || /\$(?:[@*#0-9]|\{[@*#0-9])/.test(entrypoint.text)) return void 0;
  return {
    what: `is given the command ${quoted(own.join(" "))}, which its image ignores: the ENTRYPOINT is in shell form`,
    key: "ignored",
    severity: "high",
    fix: "Write the ENTRYPOINT of the Dockerfile as a list, or make it the CMD, or set `entrypoint` here."
  };
});
var operator = (function operator(start, workload) {
  const found = start.argv.find((word) => word === "&&" || word === "||");
  const program = start.argv[0];
  if (!found || !program) return void 0;
  if (mayBeScript(program) || !hasKnownEntrypoint(start, workload))
    return { because: "whether its entrypoint has a shell read the command is not known" };
  return {
    what: `gives ${quoted(found)} to ${nameOf(program)} as an argument: no shell runs a list`,
    key: "operator",
    severity: "critical",
    fix: 'Write it as one text for a shell: `["sh", "-c", "\u2026 && exec \u2026"]`.'
  };
});
var variable = (function variable(start, workload) {
  const [program] = start.argv;
  if (start.shell || !program || EXPANDING.test(program)) return void 0;
  for (const word of start.argv.slice(1)) {
    const name = /^(?:--?[\w-]+=)?\$\{?([A-Za-z_]\w*)\}?$/.exec(word ?? "")?.[1];
    if (word === null || name === void 0 || !workload.environment.has(name) || isFilled(word, start)) continue;
    if (mayBeScript(program) || !hasKnownEntrypoint(start, workload))
      return { because: "whether its entrypoint puts the variables of the command in is not known" };
    const isList = workload.platform === "kubernetes";
    if (isList && word.includes("{"))
      return { because: "whether something fills it in before it is applied is not known" };
    return {
      what: `gives ${nameOf(program)} the text ${quoted(word)}: no shell is there to put the variable in`,
      key: `variable.${name}`,
      severity: "high",
      fix: isList ? `Write \`$(${name})\`, which Kubernetes puts in itself.` : `Have a shell run it (\`["sh", "-c", "exec ${nameOf(program)} \u2026 $$${name}"]\`), or let Compose put the value in: \`\${${name}}\`.`
    };
  }
  return void 0;
});

// rules/workload/development-command.ts
var runsOwnCode = (function runsOwnCode(workload) {
  const kind = workload.software?.kind;
  return kind === void 0 || kind === "runtime" || kind === "application" || isKeycloak(workload);
});
var isKeycloak = (function isKeycloak({ software }) {
  return software?.id === "keycloak";
});

// rules/workload/development-mode.ts
var assignedAtStart = (function assignedAtStart({ start }) {
  const last = start?.script?.commands.at(-1);
  return (last?.assignments ?? []).flatMap((one) => {
    const [, name = "", value = ""] = /^(\w+)=([\w.-]+)$/.exec(one) ?? [];
    return name === "" ? [] : [{ name, value }];
  });
});
var isApplication = (function isApplication(workload) {
  return workload.role === "user-facing" || workload.role === "service" || workload.role === "worker";
});

// rules/workload/development-tool-deployed.ts
var isTool = (function isTool(workload) {
  return workload.software?.kind === "admin-tool" || workload.software?.kind === "development-tool";
});

// rules/workload/docker-socket-mounted.ts
var isDockerSocket = (function isDockerSocket(mount) {
  return mount.type === "bind" && /^\/(var\/)?run\/docker\.sock$/.test(sourceOf(mount));
});
var isFolderOfSocket = (function isFolderOfSocket(mount) {
  return mount.type === "bind" && /^\/(var\/)?run\/?$/.test(sourceOf(mount));
});
var sourceOf = (function sourceOf({ source }) {
  return source?.known ? source.value.replace(/\/{2,}/g, "/") : "";
});

// src/model/entry/closed-home.ts
var closedHome = (function closedHome(workload) {
  const { image, start, privileges } = workload;
  const dockerfile = image?.dockerfile;
  const user = privileges.user ?? dockerfile?.user;
  if (!dockerfile || !start || !user?.known || ROOT.test(user.value.trim()) || user.value.includes("$"))
    return void 0;
  const program = startedProgram(workload);
  if (program === void 0 || !INSTALLED.test(program)) return void 0;
  const { instructions } = dockerfile;
  const path = instructions.some(
    ({ keyword, text }) => keyword === "ENV" && /\bPATH\b.*\/root\/\.local\/bin/.test(text)
  );
  const copies = instructions.flatMap((one) => copyOf(one) ?? []);
  const own = copies.find(({ from, target }) => from && /^\/root\/(?:\.local\/?)?$/.test(target));
  if (!path || !own || copies.some((one) => one !== own && mayBring(one.target))) return void 0;
  const runs = instructions.filter(({ keyword }) => keyword === "RUN");
  if (runs.some(({ text }) => text.includes("/root") || INSTALLS.test(text) && mentions(text, program)))
    return void 0;
  return { program, user: user.value, copiedAt: own.instruction.at, at: start.at };
});

// rules/workload/grace-period-too-short.ts
var patienceOf = (function patienceOf({ services }, { id }) {
  return services.filter(({ workloads }) => workloads.some((one) => one.id === id)).flatMap(({ patience }) => patience ?? []).sort((one, other) => other.seconds - one.seconds)[0];
});
var ownShutdown = (function ownShutdown(start) {
  const words2 = start.script ? start.script.commands.flatMap((command) => [...command.words]) : start.argv;
  for (const [index, word] of words2.entries()) {
    const flag = GRACE_FLAGS.find((name) => word === name || word?.startsWith(`${name}=`));
    if (flag === void 0 || word === null) continue;
    const seconds = Number(word === flag ? words2[index + 1] : word.slice(flag.length + 1));
    if (Number.isFinite(seconds)) return seconds;
  }
  return void 0;
});

// rules/workload/memory-limit-missing.ts
var inDeploy = (function inDeploy(name) {
  return `Add \`deploy: { resources: { limits: { memory: 512M } } }\` to ${name}, with a third above what it uses at peak for the 512M (\`docker stats\` shows it).`;
});

// rules/workload/privileged.ts
var setsTheKernel = (function setsTheKernel({ pod, start }) {
  if (pod?.part !== "init" || !start) return false;
  const commands = start.script?.commands.map((command) => command.words) ?? [start.argv.map((word) => word ?? "")];
  return commands.every((words2) => /^(?:sysctl|ulimit|echo)$/.test(programOf(words2) ?? ""));
});
var watchesTheHost = (function watchesTheHost(workload) {
  return workload.software?.kind === "exporter" || workload.software?.kind === "agent";
});

// rules/workload/request-exceeds-limit.ts
var isAbove = (function isAbove(request, limit) {
  return request?.known === true && limit?.known === true && limit.value > 0 && request.value > limit.value;
});

// rules/workload/sensitive-host-path-mounted.ts
var normal = (function normal(path) {
  const clean = path.replace(/\/{2,}/g, "/");
  return clean.length > 1 ? clean.replace(/\/$/, "") : clean;
});

// rules/workload/start-order-unguarded.ts
var isNeededReady = (function isNeededReady(workload) {
  return workload.stateful || workload.role === "cache" || workload.role === "job";
});
const {
  rootMayGain,
  workloadsById
} = require("./chunk-UGPJ6J4O.js");
const {
  hasTwin
} = require("./chunk-ZG65A5YH.js");
require("./chunk-YXRK3UZL.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  copyOf,
  defineRule,
  formatBytes,
  isWithin,
  knownValue,
  kubernetesDeployments,
  listOf,
  programOf,
  routesIn,
  servesTheNode,
  splitWords,
  textOf,
  wordsFor
} = require("./chunk-Q3NCOY3T.js");
const {
  nearest
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/workload/command-misread.ts
var EXPANDING = /(?:^|\/)(?:(?:ba|da|a|k|z)?sh|env|envsubst|printenv|dockerize|confd|gomplate|otelcol\S*|vector)$/;
var command_misread_default = defineRule({
  id: "workload/command-misread",
  title: "A start command is not run as it is written",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "No shell runs a command that is a list, nor one that Compose is given as a text: of `migrate && serve` Compose runs `migrate` and drops the rest without a word, in a list `&&` is an argument like any other, and `$NAME` stays as it is. The container ends, serves nothing, or has a password that everybody can read in the file.",
  fix: 'Have a shell run it: `command: sh -c "migrate && exec serve"`, with `$$NAME` for a variable of the container. A list of a Kubernetes manifest takes `$(NAME)`.',
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#command",
    "https://github.com/mattn/go-shellwords/blob/v1.0.12/shellwords.go",
    "https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact",
    "https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { start } = workload;
      if (workload.platform === "pm2") continue;
      const misread = start && (dropped(start, workload) ?? ignored(start, workload) ?? operator(start, workload) ?? variable(start, workload));
      if (!start || !misread) pass(workload);
      else if (misread.what === void 0) unverified(workload, start, misread.because);
      else {
        const { what, key, fix, severity } = misread;
        fail(workload, start, `${workload.name} ${what}`, { key, fix, severity });
      }
    }
  }),
  examples: { bad: [], good: [] }
});




function isFilled(word, { written = [] }) {
  return written.some((one) => one.uses.length > 0 && one.text.includes(word));
}
function hasKnownEntrypoint({ replacesEntrypoint }, { image, software }) {
  if (replacesEntrypoint || software) return true;
  const entrypoint = image?.dockerfile?.entrypoint;
  return image?.origin === "built" && image.dockerfile !== void 0 && (!entrypoint || entrypoint.form === "exec");
}
function mayBeScript(program) {
  return /(?:\.sh|entrypoint)$/.test(program) || program.includes("/") && !PROGRAMS.test(program);
}
var PROGRAMS = /\/(?:tini|dumb-init|catatonit|python[\d.]*|node|java|npm|npx|yarn|pnpm|bundle|php|dotnet|gunicorn|uvicorn|celery|redis-server|postgres|mysqld|mongod)$/;
function nameOf(program) {
  return program.slice(program.lastIndexOf("/") + 1);
}
function quoted(text) {
  return `"${text.length > 80 ? `${text.slice(0, 80)}\u2026` : text}"`;
}

// rules/workload/container-name-blocks-scaling.ts
var container_name_blocks_scaling_default = defineRule({
  id: "workload/container-name-blocks-scaling",
  title: "A fixed container name keeps a user-facing service at one instance",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A container name must be unique on the host, so Compose refuses `--scale` and more than one replica for a service that has one. The service name already works as a host name.",
  fix: "Remove `container_name`; use the service name to reach the container, and `docker compose exec` to enter it.",
  refs: ["https://docs.docker.com/reference/compose-file/services/#container_name"],
  check: (function({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (workload.role !== "user-facing" || workload.stateful || workload.platform !== "compose") continue;
      const replicated = workload.replicas?.known === true && workload.replicas.value > 1;
      if (!workload.fixedName || hasTwin(workload, system)) pass(workload);
      else if (replicated) implied(workload);
      else fail(workload, workload.fixedName, `${workload.name} has a fixed container_name, so it cannot be scaled`);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/workload/cpu-bound-missing.ts
var cpu_bound_missing_default = defineRule({
  id: "workload/cpu-bound-missing",
  title: "A workload has neither a CPU reservation nor a CPU limit",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Under load every process competes for the same cores: without a share of its own, a report or an import can starve the API beside it.",
  fix: 'Set `deploy.resources.limits.cpus` (Compose) or `resources.requests.cpu` (Kubernetes; a limit is optional there), for example `cpus: "1.0"`.',
  refs: [
    "https://docs.docker.com/reference/compose-file/deploy/#cpus",
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"
  ],
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || workload.platform === "pm2") continue;
      const { cpuLimit, cpuReservation, limitedByDefault } = workload.resources;
      if (cpuLimit || cpuReservation || limitedByDefault) pass(workload);
      else {
        const kubernetes = {
          fix: "Set `resources: { requests: { cpu: 250m } }` on the container; a limit is optional."
        };
        const compose = {
          fix: `Add \`deploy: { resources: { limits: { cpus: "1.0" } } }\` to ${workload.name}, as many cores as it may take from its neighbours.`
        };
        const what = workload.platform === "kubernetes" ? "neither a CPU request nor a CPU limit" : "neither a CPU reservation nor a CPU limit";
        fail(
          workload,
          workload.at,
          `${workload.name} has ${what}`,
          wordsFor(workload, { kubernetes, compose, swarm: compose })
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/workload/development-command.ts
var COMPILES = "a compile-and-run command";
var DJANGO = "Django's development server";
var DEVELOPMENT_COMMANDS = [
  [
    /^(npm|pnpm|yarn|bun)(\s+(-C|--dir|--cwd|--filter|-F|--prefix|-w|--workspace)[= ]\S+|\s+--?[\w-]+|\s+workspace\s+\S+)*(\s+run)?\s+(dev|develop|watch|serve:dev|start:dev|dev:\S+|watch:\S+|start[:-](?:watch|dev|debug))(\s|$)/,
    "a development script"
  ],
  [
    /^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?(next|nuxt|nuxi|astro|remix|svelte-kit|gatsby)\s+(dev|develop)(\s|$)/,
    "a development server"
  ],
  [/^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?vite(\s+(dev|serve)|\s+-\S+|\s*$)/, "a development server"],
  [/^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?(nodemon|ts-node-dev|tsnd|node-dev)(\s|$)/, "a watcher"],
  [/^(npx\s+)?tsx\s+(watch|--watch)(\s|$)/, "a watcher"],
  [/^(node|bun|deno\s+(run|serve))\s+(-\S+\s+)*--(watch|watch-hmr|hot)(=\S*)?(\s|$)/, "a watcher"],
  [/^node\s+(\S+\s+)*--watch(\s|$)/, "a watcher"],
  // https://typestrong.org/ts-node/docs/performance: it compiles each file whenever it is loaded.
  [/^(npx\s+|pnpm\s+(exec\s+)?|yarn\s+)?ts-node(-esm|-script)?(\s|$)/, COMPILES],
  [/^(npx\s+)?pm2-dev(\s|$)/, "a watcher"],
  [/^watchmedo\s+auto-restart(\s|$)/, "a watcher"],
  [
    /^(npx\s+)?(ng\s+serve|react-scripts\s+start|vue-cli-service\s+serve|webpack(-dev-server|\s+serve|\s+(\S+\s+)*--watch))(\s|$)/,
    "a development server"
  ],
  [/^(npx\s+)?nest\s+start\s+(\S+\s+)*(--watch|-w)(\s|$)/, "a watcher"],
  [/^(python3?\s+-m\s+)?uvicorn\s.*--reload(\s|$)/, "a reloading server"],
  [/^(python3?\s+-m\s+)?(gunicorn|hypercorn|granian|litestar)\s.*--reload(\s|$)/, "a reloading server"],
  [/^quart\s+(\S+\s+)*run(\s|$)/, "Quart's development server"],
  [/^fastapi\s+dev(\s|$)/, "a development server"],
  [/^(python3?\s+-m\s+)?flask\s+(\S+\s+)*run(\s|$)/, "Flask's development server"],
  [/^(python[\d.]*\s+(-\S+\s+)*)?(\S*\/)?manage\.py\s+(runserver|runserver_plus)(\s|$)/, DJANGO],
  [
    /^(bundle\s+exec\s+)?(rails|bin\/rails)\s+(s|server)(\s|$)(?!.*(-e\s+|--environment[= ])production)/,
    "Rails' development server"
  ],
  [/^php\s+(artisan\s+serve|-S\s)/, "PHP's development server"],
  [/^(air|reflex|CompileDaemon|gin\s+run)(\s|$)/, "a watcher"],
  [/^cargo\s+watch(\s|$)/, "a watcher"],
  [/^dotnet\s+watch(\s|$)/, "a watcher"],
  [/^(go|cargo|dotnet)\s+run(\s|$)/, COMPILES],
  [/^(mvnw?|gradlew?)\s+(\S+\s+)*(\S*:)?(spring-boot:run|bootRun|quarkus:dev|quarkusDev)(\s|$)/, COMPILES],
  // https://www.keycloak.org/server/configuration#_starting_keycloak
  [/^(?:kc\.sh\s+)?(?:--?\S+\s+)*start-dev(?:\s|$)/, "Keycloak's development mode"]
];
var development_command_default = defineRule({
  id: "workload/development-command",
  title: "Production runs a development server",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Development servers watch files and reload, run one process, are not built for load and often not for security; their authors say so themselves.",
  fix: "Build the application in the image and start the built result with its production server.",
  refs: [
    "https://uvicorn.dev/deployment/",
    "https://flask.palletsprojects.com/en/stable/deploying/",
    "https://docs.djangoproject.com/en/stable/ref/django-admin/#runserver",
    "https://vite.dev/guide/static-deploy.html"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || !runsOwnCode(workload)) continue;
      const { start, image } = workload;
      if (!start) {
        if (image?.origin === "built" && !image.dockerfile)
          unverified(
            workload,
            image.context?.at ?? workload.at,
            "its Dockerfile is not in the repository, so its command is not known"
          );
        else pass(workload);
        continue;
      }
      const found = developmentOf(workload);
      const inCode = system.services.flatMap(({ developmentServers }) => developmentServers).find((one) => one.workload === workload.id);
      if (found && !found.isSure)
        unverified(workload, found, `whether it runs "${shown(found.words)}" is decided when it starts`);
      else if (found)
        fail(
          workload,
          found,
          `${workload.name} runs "${shown(found.words)}", ${nameOf2(found.what, workload, system)}`,
          {
            fix: isKeycloak(workload) ? KEYCLOAK_FIX : fixFor(found.words.join(" ")),
            ...isKeycloak(workload) ? { why: KEYCLOAK_WHY } : {}
          }
        );
      else if (inCode)
        fail(workload, inCode, `the program of ${workload.name} starts \`${inCode.call}\`, ${IN_CODE[inCode.kind]}`, {
          fix: FIX_IN_CODE[inCode.kind]
        });
      else pass(workload);
    }
  }),
  examples: { bad: [], good: [] }
});
function developmentOf(workload) {
  const runs = workload.runs ?? [];
  const found = runs.flatMap((run, index) => {
    const what = whatIs(run.words, workload);
    if (what === COMPILES && runs.slice(index + 1).some((later) => RUNNERS.test(programOf(later.words) ?? ""))) return [];
    const called = run.calledBy && whatIs(run.calledBy, workload);
    if (called !== void 0 && workload.start && (what !== void 0 || !/^node$/.test(run.words[0] ?? "")))
      return [{ words: run.calledBy ?? run.words, at: workload.start.at, isSure: run.isSure, what: called }];
    return what === void 0 ? [] : [{ words: run.words, at: run.at, isSure: run.isSure, what }];
  });
  const sure = found.find((one) => one.isSure);
  if (sure) return sure;
  const others = runs.filter((run) => !run.isSure && RUNNERS.test(programOf(run.words) ?? ""));
  const isOnly = others.every((run) => whatIs(run.words, workload) ?? (run.calledBy && whatIs(run.calledBy, workload)));
  const [first] = found;
  return first && { ...first, isSure: isOnly };
}
var IN_CODE = { flask: "Flask's development server", reload: "a reloading server" };
var FIX_IN_CODE = {
  flask: 'Start a production server in its place: `gunicorn main:app --bind 0.0.0.0:8000 --workers 4`, with the module that has the application. What stands below `if __name__ == "__main__":` is for the machine of a developer.',
  reload: "Take `reload=True` out, or start the server by its command: `uvicorn main:app --host 0.0.0.0 --port 8000 --workers 4`."
};
var RUNNERS = /^(?:node|bun|deno|npm|pnpm|yarn|npx|next|nuxt|serve|nginx|pm2.*|python[\d.]*|gunicorn|uvicorn|java|go)$/;
function nameOf2(what, workload, { services }) {
  const own = services.filter((one) => one.workloads.some(({ id }) => id === workload.id));
  const frameworks = (own.length > 0 ? own : services).flatMap((one) => one.routes.routes.map((route) => route.framework));
  const isFlask = frameworks.includes("flask") && !frameworks.includes("django");
  return what === DJANGO && isFlask ? "Flask's development server" : what;
}
function whatIs(words2, workload) {
  const command = plain(words2.map((word) => word ?? "?").join(" "));
  return saysProduction(workload, command) ? void 0 : DEVELOPMENT_COMMANDS.find(([pattern]) => pattern.test(command))?.[1];
}
function shown(words2) {
  return plain(words2.map((word) => word ?? "?").join(" ")).slice(0, 80);
}


var KEYCLOAK_WHY = "start-dev answers over plain HTTP under any host name, reads its themes anew with every request and, unless KC_DB names a database, keeps realms and users in an H2 file in the container. Its authors do not support it in production.";
var KEYCLOAK_FIX = "Start it with `command: start` (`start --optimized` on an image that ran `kc.sh build`), and give it KC_DB and KC_DB_URL, KC_HOSTNAME, and KC_PROXY_HEADERS=xforwarded with KC_HTTP_ENABLED=true behind a proxy that has the certificate.";
function plain(command) {
  return command.replace(
    /^(exec|tini|dumb-init|\/sbin\/tini|--|-g|command|env|nohup|time|\w+=\S*|poetry run|pipenv run|uv run|pdm run)\s+/g,
    ""
  ).replace(/^(exec|--|poetry run|pipenv run|uv run|pdm run)\s+/, "").replace(
    /^(?:\.\/)?(?:[\w.-]+\/)*(?=(?:nodemon|next|vite|uvicorn|gunicorn|flask|tsx|ts-node|nest|ng|mvnw|gradlew)\b)/,
    ""
  ).replace(/^(?:\/[\w.-]+)+\//, "");
}
function saysProduction(workload, command) {
  if (!/\b(rails|bin\/rails)\b/.test(command)) return false;
  const commands = workload.start?.script?.commands ?? [];
  if (commands.some(({ assignments }) => assignments.some((one) => /^(?:RAILS|RACK)_ENV=production$/.test(one))))
    return true;
  const mode = workload.environment.get("RAILS_ENV") ?? workload.environment.get("RACK_ENV");
  return mode !== void 0 && (!mode.value.known || mode.value.value === "production");
}
function fixFor(command) {
  if (/uvicorn|fastapi/.test(command))
    return "Drop `--reload` and start workers: `uvicorn app.main:app --host 0.0.0.0 --port 8000 --workers 4`.";
  if (/manage\.py|flask|django/.test(command))
    return "Start a production server: `gunicorn project.wsgi:application --bind 0.0.0.0:8000 --workers 4`.";
  if (/\bnext\b/.test(command))
    return 'Run `next build` in the image and start it with `next start` (or `node server.js` with `output: "standalone"`).';
  if (/vite|ng serve|react-scripts|webpack/.test(command))
    return "Run the build in a build stage and serve its output from nginx or another static server.";
  if (/^go run/.test(command)) return "Compile in a build stage (`go build -o /app ./cmd/api`) and start the binary.";
  return 'Build in a build stage and start the result directly, for example `CMD ["node", "dist/main.js"]`.';
}

// rules/workload/development-mode.ts
var MODES = [
  [
    /^(NODE_ENV|APP_ENV|ENVIRONMENT|FLASK_ENV|RAILS_ENV|RACK_ENV|MIX_ENV|ASPNETCORE_ENVIRONMENT|DOTNET_ENVIRONMENT|SPRING_PROFILES_ACTIVE|GO_ENV)$/,
    /^(dev|devel|development|local|debug)$/i,
    "development mode"
  ],
  [/^(DJANGO_DEBUG|FLASK_DEBUG|APP_DEBUG|DEBUG)$/, /^(true|1|yes|on)$/i, "debug mode"],
  [/^GIN_MODE$/, /^debug$/i, "debug mode"]
];
var FIX_VALUES = /* @__PURE__ */ new Map([
  ["GIN_MODE", "release"],
  ["ASPNETCORE_ENVIRONMENT", "Production"],
  ["DOTNET_ENVIRONMENT", "Production"],
  ["MIX_ENV", "prod"],
  ["SPRING_PROFILES_ACTIVE", "prod"]
]);
var development_mode_default = defineRule({
  id: "workload/development-mode",
  title: "Production runs in development mode",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "In development mode frameworks skip caches and minification, keep more in memory, and show stack traces and settings to whoever causes an error.",
  fix: "Set the production value in the files that production uses, and keep the development value in the override file.",
  refs: [
    "https://nodejs.org/en/learn/getting-started/nodejs-the-difference-between-development-and-production",
    "https://docs.djangoproject.com/en/stable/ref/settings/#debug",
    "https://flask.palletsprojects.com/en/stable/config/#DEBUG",
    "https://pm2.keymetrics.io/docs/usage/watch-and-restart/"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "dotenv"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!isApplication(workload)) continue;
      pass(workload);
      const watch = workload.pm2?.watch;
      if (watch?.known && watch.value)
        fail(
          workload,
          watch,
          `${workload.name} runs with watch, so PM2 restarts it whenever a file in its folder changes`,
          {
            key: "watch",
            fix: "Remove `watch`, or keep it in an ecosystem file for development; a deployment restarts the app with `pm2 reload`."
          }
        );
      for (const { name, value } of assignedAtStart(workload)) {
        const mode = MODES.find(([pattern, values]) => pattern.test(name) && values.test(value));
        if (!mode || !workload.start) continue;
        fail(workload, workload.start, `${workload.name} is started with ${name}=${value}, which is ${mode[2]}`, {
          key: name,
          fix: `Take \`${name}=${value}\` out of the command, and set \`${name}: ${productionValue(name, mode[2])}\` in the environment.`
        });
      }
      const assigned = new Set(assignedAtStart(workload).map(({ name }) => name));
      for (const variable2 of workload.environment.values()) {
        if (assigned.has(variable2.name)) continue;
        const mode = MODES.find(([name]) => name.test(variable2.name));
        if (!mode) continue;
        const { value } = variable2;
        if (!value.known) unverified(workload, variable2, `${variable2.name} is not known: ${value.because}`);
        else if (mode[1].test(value.value)) {
          fail(
            workload,
            variable2,
            `${workload.name} runs with ${variable2.name}=${value.value}, which is ${mode[2]}${origin(variable2)}`,
            {
              key: variable2.name,
              fix: `Set \`${variable2.name}: ${productionValue(variable2.name, mode[2])}\` in the files that production uses, and keep ${value.value} in ${workload.platform === "kubernetes" ? "an overlay" : "the override file"} for development.`
            }
          );
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});


function origin(variable2) {
  if (variable2.uses.some((use) => use.source === "default")) return ", the default in force when nothing sets it";
  const elsewhere = variable2.uses.find((use) => use.valueAt && !isEnvironmentFile(use.valueAt.path));
  return elsewhere?.valueAt ? `, as ${elsewhere.valueAt.path} sets it` : "";
}
function isEnvironmentFile(path) {
  return /(?:^|\/)[^/]*\.?env(?:\.[^/]*)?$/.test(path);
}
function productionValue(name, meaning) {
  return FIX_VALUES.get(name) ?? (meaning === "debug mode" ? '"false"' : "production");
}

// rules/workload/development-tool-deployed.ts
var development_tool_deployed_default = defineRule({
  id: "workload/development-tool-deployed",
  title: "A development tool is part of the production deployment",
  category: "security",
  severity: "medium",
  worst: "high",
  confidence: "A",
  security: 6.5,
  since: "0.1.0",
  effort: "minutes",
  why: "Database browsers, queue consoles and mail catchers give full access to data, are rarely updated, and are not needed to serve users.",
  fix: "Put the service behind a profile (`profiles: [tools]`, then `docker compose --profile tools up`) or move it to the override file; if it must run, bind it to 127.0.0.1.",
  refs: ["https://docs.docker.com/compose/how-tos/profiles/"],
  check: (function({ system, pass, fail }) {
    for (const deployment of system.deployments) {
      if (deployment.purpose !== "production") continue;
      const tools = system.workloads.filter((workload) => workload.deployment === deployment.id && isTool(workload));
      pass(deployment);
      if (tools.length === deployment.workloads.length) continue;
      for (const tool of tools) {
        const open = tool.published.find(isReachable);
        if (tool.published.length > 0 && !open) continue;
        const way = open ? void 0 : wayTo(tool, system);
        const where = open ? `, published ${placeOf(open)}` : way ? `, ${way.text}` : "";
        fail(
          deployment,
          open ?? tool,
          `${tool.name} (${tool.software?.name ?? "a development tool"}) is deployed with production${where}`,
          {
            key: tool.name,
            severity: open || way?.open ? "high" : "medium",
            ...wordsFor(tool, {
              swarm: {
                fix: `Take ${tool.name} out of the stack file (a stack has no profiles, and ignores an address before a port), and start it by hand on the network of the stack for the hour that somebody needs it.`
              },
              kubernetes: {
                fix: `Take ${tool.name} out of what production applies. Who needs it for an hour can start it by hand and reach it with \`kubectl port-forward\`.`
              }
            })
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});

function wayTo(tool, system) {
  const ways = routesIn(system, tool, () => true);
  const first = ways.find(({ guard }) => guard === "none") ?? ways[0];
  if (first && first.guard !== "unknown") {
    const open = first.guard === "none";
    return { text: open ? `reached through ${first.through}` : `behind what ${first.through} asks for`, open };
  }
  const labels = [...tool.labels].filter(([label]) => /^traefik\.http\.routers\./i.test(label));
  if (labels.length === 0)
    return tool.pod?.routed === true ? { text: "reached from outside through an Ingress or a route", open: true } : void 0;
  const asks = labels.some(
    ([label, { value }]) => /\.middlewares$/i.test(label) && (!value.known || ASKING.test(value.value))
  );
  return { text: asks ? "routed by Traefik behind a middleware" : "routed by Traefik", open: !asks };
}
var ASKING = /auth|login|sso|oidc|allow-?list|white-?list|secure|protect|admin|users|internal|private|vpn|(?:^|[-_])ip(?:[-_@,]|$)/i;
function isReachable(port) {
  return port.reach !== "loopback";
}
function placeOf({ host, by }) {
  if (by) return `by the ${by.kind === "hostPort" ? "host port" : `${by.kind} Service`} of ${by.name}`;
  return host?.known ? `on port ${host.value}` : "on a host port";
}

// rules/workload/docker-socket-mounted.ts
var docker_socket_mounted_default = defineRule({
  id: "workload/docker-socket-mounted",
  title: "A container can command the Docker daemon of its host",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 8.2,
  since: "0.1.0",
  effort: "hours",
  why: "Whoever can talk to the Docker socket can start a container with the host file system mounted. Mounting the socket read-only protects the file, not the daemon behind it.",
  fix: "Put a socket proxy between (an image that passes only the calls that are needed, such as `CONTAINERS=1`), or give the tool a TLS endpoint with rights of its own.",
  refs: [
    "https://docs.docker.com/engine/security/#docker-daemon-attack-surface",
    "https://doc.traefik.io/traefik/providers/docker/#docker-api-access"
  ],
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const watches = workload.software?.kind === "exporter" || workload.software?.kind === "agent";
      const mount = workload.mounts.find(isDockerSocket) ?? (watches ? void 0 : workload.mounts.find(isFolderOfSocket));
      if (!mount || workload.software?.id === "docker-socket-proxy") {
        pass(workload);
        continue;
      }
      const severity = workload.role === "proxy" && mount.readOnly ? "medium" : "high";
      const kubernetes = {
        fix: "Build images with BuildKit or Kaniko in a pod of their own, and give what manages workloads a ServiceAccount with just the rights that it needs."
      };
      const note = mount.readOnly ? " (read-only does not limit what it can ask for)" : "";
      const what = isDockerSocket(mount) ? "the Docker socket" : `${sourceOf(mount)}, and with it the Docker socket`;
      fail(workload, mount, `${workload.name} mounts ${what}${note}`, {
        severity,
        ...wordsFor(workload, { kubernetes })
      });
    }
  }),
  examples: { bad: [], good: [] }
});




// src/model/entry/closed-home.ts
var INSTALLED = /^(?:gunicorn|uvicorn|hypercorn|granian|daphne|celery|flask|fastapi|streamlit|dramatiq|rq|arq)$/;
var ROOT = /^(?:root|0+)(?:$|:)/;
var INSTALLS = /\b(?:pip3?|pipx|uv|poetry|pipenv|conda|apt-get|apt|apk)\b[^\n&|;]*\b(?:install|add|sync)\b/;

function mayBring(target) {
  return /^\/(?:usr|opt|bin|venv|home)(?:\/|$)|site-packages|\.venv|\$/.test(target);
}
function mentions(text, program) {
  return !/\b(?:apt-get|apt|apk)\b/.test(text) || text.includes(program);
}
function startedProgram({ start }) {
  if (!start) return void 0;
  const commands = start.script?.commands;
  if (commands) return commands.length === 1 ? programOf(commands[0]?.words ?? []) : void 0;
  const words2 = start.argv.flatMap((word) => word ?? []);
  const inner = /^(?:\/bin\/)?(?:ba|da|a)?sh$/.test(words2[0] ?? "") && words2[1] === "-c" ? splitWords(words2[2] ?? "") : words2;
  return inner && !inner[0]?.includes("/") ? programOf(inner) : void 0;
}

// rules/workload/entry-not-runnable.ts
var entry_not_runnable_default = defineRule({
  id: "workload/entry-not-runnable",
  title: "The start command names something that the container does not have",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'The container ends as soon as it starts ("Cannot find module", "No such file or directory"), is started again, and never answers. The build of the image succeeds, so nobody sees it before the deployment.',
  fix: "Name the file where the image has it, or copy it there; then start the image once before it is deployed: `docker run --rm <image>`.",
  refs: [
    "https://docs.docker.com/reference/dockerfile/#cmd",
    "https://www.typescriptlang.org/tsconfig/#rootDir",
    "https://nodejs.org/api/modules.html#all-together",
    "https://docs.npmjs.com/cli/commands/npm-run",
    "https://docs.python.org/3/library/sys_path_init.html"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { entryFiles } = workload;
      const closed = closedHome(workload);
      if (closed) {
        const { program, user, copiedAt, at } = closed;
        const what = `${workload.name} starts ${program}, which lies below /root, and ${user} may not enter that`;
        const related = [{ at: copiedAt, message: "copied to /root, whose mode is 0700" }];
        fail(workload, at, what, { key: `${program}.closed`, fix: HOME_FIX, related });
        continue;
      }
      if (!entryFiles) continue;
      if (entryFiles.state === "there") pass(workload);
      else if (entryFiles.state === "unseen")
        unverified(workload, entryFiles, `it starts ${entryFiles.lacks}, which is mounted and not in the repository`);
      else {
        const { decidedAt, instead } = entryFiles;
        fail(workload, entryFiles, `${workload.name} ${missing(entryFiles)}`, {
          key: entryFiles.name,
          ...fixOf(entryFiles),
          ...decidedAt && { related: [{ at: decidedAt, message: instead ?? "decided here" }] }
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var HOME_FIX = "Install into a folder that everybody may enter: `RUN python -m venv /opt/venv` and `/opt/venv/bin/pip install -r requirements.txt` in the build, `COPY --from=build /opt/venv /opt/venv` and `ENV PATH=/opt/venv/bin:$PATH` in the last stage.";
function missing({ what, name, path, instead }) {
  const because = instead === void 0 ? "" : `: ${instead}`;
  switch (what) {
    case "script":
      return `runs the script ${name}, and ${path} has none of that name`;
    case "build":
      return `runs next start, and nothing in the build of its image runs next build${because}`;
    case "package":
      return `needs ${name} to start, and its image has no package ${path}${because}`;
    case "module":
      return `starts the module ${name}, and its container has no ${path}${because}`;
    default:
      return `starts ${name}, and its container has no ${path}${because}`;
  }
}
function fixOf({ what, name, others = [], fix }) {
  if (what === "build")
    return { fix: "Run `next build` in the build of the image, and copy `.next` into its last stage." };
  if (what !== "script") return fix === void 0 ? {} : { fix };
  const meant = nearest(name, others);
  const known = others.length === 0 ? "it has no scripts" : `it has ${listOf(others.slice(0, 8))}`;
  return {
    fix: `Add "${name}" to its scripts, or run ${meant === void 0 ? "one that is there" : meant} (${known}).`
  };
}

// rules/workload/grace-period-too-short.ts
var GRACE_FLAGS = ["--graceful-timeout", "--timeout-graceful-shutdown", "--graceful-shutdown-timeout"];
var grace_period_too_short_default = defineRule({
  id: "workload/grace-period-too-short",
  title: "A workload is killed before its own shutdown is over",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The server is told to finish open requests for longer than the platform waits before it sends SIGKILL, so a deploy cuts off requests that the configuration promises to finish.",
  fix: "Set `stop_grace_period` (Compose), `terminationGracePeriodSeconds` (Kubernetes) or `kill_timeout` (PM2, in milliseconds) a few seconds above the shutdown timeout of the server, or shorten that.",
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#stop_grace_period",
    "https://docs.gunicorn.org/en/stable/settings.html#graceful-timeout",
    "https://pm2.keymetrics.io/docs/usage/signals-clean-restart/",
    "https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const patience = patienceOf(system, workload);
      const own = patience?.seconds ?? (workload.start && ownShutdown(workload.start));
      const { preStop, stopGracePeriod: period } = workload;
      if (own === void 0 && preStop === void 0) continue;
      if (period && !period.known) {
        unverified(workload, period, period.because);
        continue;
      }
      const { seconds: usual, whose } = usualPeriod(workload);
      const seconds = period?.value ?? usual;
      const held = preStop?.known ? preStop.value : 0;
      if (held > 0 ? seconds > held && seconds >= held + (own ?? 0) : seconds >= (own ?? 0)) pass(workload);
      else {
        const source = period ? "" : `, ${whose} default`;
        const shutdown = own === void 0 ? "" : `${held > 0 ? " and then " : ""}takes up to ${own} s to shut down`;
        const hook = held > 0 ? `holds the stop signal back for ${held} s` : "";
        const at = period ?? (preStop?.known ? preStop : void 0) ?? workload.start ?? workload;
        fail(workload, at, `${workload.name} ${hook}${shutdown} and is killed after ${seconds} s${source}`, {
          ...patience && { related: [{ at: patience.at, message: "the time that its own code waits" }] },
          ...wordsFor(workload, {
            kubernetes: {
              fix: `Set \`terminationGracePeriodSeconds: ${Math.ceil(held + (own ?? 10) + 5)}\` in the \`spec\` of the pod: the time of \`preStop\`, of the shutdown, and a few seconds more.`
            }
          })
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

function usualPeriod({ platform }) {
  if (platform === "kubernetes") return { seconds: 30, whose: "Kubernetes'" };
  return platform === "pm2" ? { seconds: 1.6, whose: "PM2's" } : { seconds: 10, whose: "Docker's" };
}


// rules/workload/host-namespace-shared.ts
var SETTINGS = { network: "hostNetwork", pid: "hostPID", ipc: "hostIPC", uts: "hostname" };
var host_namespace_shared_default = defineRule({
  id: "workload/host-namespace-shared",
  title: "A container shares a namespace with its host",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.5,
  since: "0.1.0",
  effort: "hours",
  why: "With the network of the host every port that the process opens is open on the machine, past all network separation; with its process or IPC namespace it can see and signal everything that runs there.",
  fix: "Remove `network_mode: host` (publish the ports that are needed instead), `pid: host` and `ipc: host`.",
  refs: [
    "https://docs.docker.com/engine/network/drivers/host/",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/"
  ],
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (workload.pod && workload.pod.part !== "main") continue;
      pass(workload);
      if (servesTheNode(workload)) continue;
      const watches = workload.software?.kind === "exporter" || workload.software?.kind === "agent";
      const isJoined = workload.platform === "swarm" && workload.networks.some((one) => one.network === "external:host");
      const joined = isJoined ? [{ namespace: "network", at: workload.at }] : [];
      for (const shared of [...workload.privileges.hostNamespaces, ...joined]) {
        fail(workload, shared, `${workload.name} shares the ${shared.namespace} namespace of the host`, {
          key: shared.namespace,
          severity: watches ? "medium" : "high",
          ...wordsFor(workload, {
            kubernetes: {
              fix: `Remove \`${SETTINGS[shared.namespace]}: true\` from the \`spec\` of the pod${shared.namespace === "network" ? ", and let a Service lead to it" : ""}.`
            }
          })
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/workload/installs-at-start.ts
var INSTALL = /^(sudo\s+)?(npm\s+(\S+\s+)*(install|ci|i)|yarn(\s+(install|--\S+))?|pnpm\s+(install|i)|bun\s+install|pip3?\s+install|python3?\s+-m\s+pip\s+install|poetry\s+install|pipenv\s+(install|sync)|uv\s+(sync|pip\s+install)|apk\s+(\S+\s+)*add|apt(-get)?\s+(\S+\s+)*install|dnf\s+(\S+\s+)*install|yum\s+(\S+\s+)*install|bundle\s+install|composer\s+install|go\s+(mod\s+download|install)|gem\s+install)(\s|$)/;
var INSTALLERS = new Set(
  "sudo npm yarn pnpm bun pip pip3 python python3 poetry pipenv uv apk apt apt-get dnf yum bundle composer go gem".split(
    " "
  )
);
var installs_at_start_default = defineRule({
  id: "workload/installs-at-start",
  title: "A container installs packages each time it starts",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Every restart then depends on a package registry, takes minutes instead of seconds, and may install other versions than the ones that were tested.",
  fix: "Move the installation into the Dockerfile (`RUN npm ci --omit=dev`, `RUN pip install --no-cache-dir -r requirements.txt`) and start the program alone.",
  refs: ["https://docs.docker.com/build/building/best-practices/", "https://12factor.net/build-release-run"],
  reads: ["compose", "kubernetes", "pm2", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { start, image } = workload;
      if (!start) {
        if (image?.origin === "built" && !image.dockerfile)
          unverified(
            workload,
            image.context?.at ?? workload.at,
            "its Dockerfile is not in the repository, so its command is not known"
          );
        else pass(workload);
        continue;
      }
      const commands = start.script ? start.script.commands.map((command) => command.words.join(" ")) : [start.argv.map((word) => word ?? "?").join(" ")];
      const found = commands.find((command) => INSTALLERS.has(/^\S*/.exec(command)?.[0] ?? "") && INSTALL.test(command));
      if (found === void 0) pass(workload);
      else fail(workload, start, `${workload.name} runs "${found.slice(0, 80)}" at every start`);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/workload/log-rotation-missing.ts
var log_rotation_missing_default = defineRule({
  id: "workload/log-rotation-missing",
  title: "Container logs grow until the disk is full",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Docker's default log driver, json-file, keeps everything a container prints in one file without a size limit, unless the daemon is configured otherwise.",
  fix: 'Add `logging: { driver: json-file, options: { max-size: "10m", max-file: "3" } }` (once, as an `x-logging` anchor), or use `driver: local`, which rotates by itself.',
  refs: [
    "https://docs.docker.com/engine/logging/drivers/json-file/",
    "https://docs.docker.com/engine/logging/drivers/local/",
    "https://pm2.keymetrics.io/docs/usage/log-management/"
  ],
  reads: ["compose", "pm2"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning || workload.platform === "kubernetes") continue;
      if (workload.platform === "pm2") {
        if (workload.pm2?.logs !== "unknown") pass(workload);
        else unverified(workload, workload, "whether pm2-logrotate runs on the host is not told by the repository");
        continue;
      }
      const { logging } = workload;
      const driver = logging?.driver;
      if (driver && !driver.known) unverified(workload, driver, driver.because);
      else if (driver && driver.value !== "json-file") pass(workload);
      else if (logging?.options.has("max-size")) pass(workload);
      else fail(workload, logging ?? workload, `${workload.name} logs to json-file without max-size`);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/workload/memory-limit-missing.ts
var memory_limit_missing_default = defineRule({
  id: "workload/memory-limit-missing",
  title: "A workload may use all memory of its host",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Without a memory limit one leaking or busy process takes memory from all others on the host, until the kernel kills whichever it picks, often the database.",
  fix: "Set `deploy.resources.limits.memory` (Compose), `resources.limits.memory` (Kubernetes) or `max_memory_restart` (PM2) a third above what the workload uses at peak, for example `memory: 512M`.",
  refs: [
    "https://docs.docker.com/reference/compose-file/deploy/#resources",
    "https://docs.docker.com/engine/containers/resource_constraints/",
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    "https://pm2.keymetrics.io/docs/usage/memory-limit/"
  ],
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      const { memoryLimit, limitedByDefault } = workload.resources;
      if (memoryLimit || limitedByDefault) pass(workload);
      else
        fail(workload, workload.at, `${workload.name} has no memory limit`, {
          ...wordsFor(workload, {
            compose: { fix: inDeploy(workload.name) },
            swarm: { fix: inDeploy(workload.name) },
            pm2: {
              fix: "Set `max_memory_restart` a third above what the app uses at peak, for example `512M`: PM2 restarts it then."
            },
            kubernetes: {
              fix: `Set \`resources: { requests: { memory: 512Mi }, limits: { memory: 512Mi } }\` on the container ${workload.pod?.container ?? workload.name}, a third above what it uses at peak.`,
              why: "Without a limit one leaking container takes the memory of its whole node, and the kernel or the kubelet ends whichever pod it picks. Without a request the scheduler places it where there is none left."
            }
          })
        });
    }
  }),
  examples: { bad: [], good: [] }
});


// rules/workload/privileged.ts
var privileged_default = defineRule({
  id: "workload/privileged",
  title: "A container has the powers of root on its host",
  category: "security",
  severity: "critical",
  confidence: "A",
  security: 9.3,
  since: "0.1.0",
  effort: "hours",
  why: "A privileged container, or one with SYS_ADMIN or all capabilities, can load kernel modules, mount disks of the host and leave its namespace: whoever takes over the process owns the machine.",
  fix: "Remove `privileged: true`; add only the capability that is needed (`cap_add: [NET_BIND_SERVICE]`) or the one device (`devices:`).",
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#privileged",
    "https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/"
  ],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { privileged, addedCapabilities } = workload.privileges;
      if (watchesTheHost(workload) || servesTheNode(workload) || setsTheKernel(workload)) {
        pass(workload);
        continue;
      }
      const broad = addedCapabilities.filter((one) => one.name === "ALL" || one.name === "SYS_ADMIN");
      if (privileged?.known && privileged.value)
        fail(workload, privileged, `${workload.name} runs privileged`, { key: "privileged", ...words(workload) });
      for (const capability of broad) {
        const what = capability.name === "ALL" ? "has all capabilities" : "has the capability SYS_ADMIN";
        fail(workload, capability, `${workload.name} ${what}`, {
          key: capability.name,
          fix: fixFor2(capability.name, workload)
        });
      }
      const gains = knownValue(privileged) === true || broad.length > 0 ? void 0 : rootMayGain(workload);
      if (gains)
        fail(workload, gains, `${workload.name} runs as root (runAsUser: 0) with allowPrivilegeEscalation: true`, {
          key: "escalation",
          severity: "high",
          why: "A program with the set-user-id bit or file capabilities gets powers that the container was not given, and root inside is root on the node as soon as one bug of the kernel or of the runtime lets it out.",
          fix: "Write `allowPrivilegeEscalation: false`, and `runAsNonRoot: true` with the `runAsUser` that the image has; a port below 1024 needs `capabilities: { add: [NET_BIND_SERVICE] }` alone."
        });
      if (privileged && !privileged.known) unverified(workload, privileged, privileged.because);
      else pass(workload);
    }
  }),
  examples: { bad: [], good: [] }
});
function fixFor2(capability, { platform }) {
  const place = platform === "kubernetes" ? "`capabilities.add`" : "`cap_add`";
  if (capability === "ALL")
    return `Name in ${place} only what the program needs, \`NET_BIND_SERVICE\` for a port below 1024.`;
  return `Take SYS_ADMIN out of ${place}. A browser that wants it for its sandbox gets by with a seccomp profile that allows user namespaces, or with \`--no-sandbox\` in a container that does nothing else; a file system is mounted by the host, and handed in as a volume.`;
}
function words(workload) {
  return wordsFor(workload, {
    kubernetes: {
      fix: "Remove `privileged: true` from the `securityContext` of the container, and add only the capability that it needs: `capabilities: { drop: [ALL], add: [NET_BIND_SERVICE] }`."
    }
  });
}



// rules/workload/replicas-cannot-start.ts
var replicas_cannot_start_default = defineRule({
  id: "workload/replicas-cannot-start",
  title: "Replicas share a name, a host port or a volume that only one can have",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A container name and a host port can be taken once. The second replica cannot be created or cannot bind, so the scaling that the file promises never happens.",
  fix: 'Remove `container_name`, and publish the port on a proxy in front instead of on the replicas (or give a range that is wide enough, `"8080-8082:8080"`).',
  refs: [
    "https://docs.docker.com/reference/compose-file/services/#container_name",
    "https://docs.docker.com/reference/compose-file/services/#ports",
    "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes"
  ],
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const count = workload.replicas?.known ? workload.replicas.value : 1;
      if (workload.pod) judgeClaims(workload, workload.pod);
      if (count < 2 || workload.platform !== "compose") continue;
      pass(workload);
      const { fixedName } = workload;
      if (fixedName)
        fail(workload, fixedName, `${workload.name} asks for ${count} replicas under one container_name`, {
          key: "name"
        });
      for (const port of workload.published) {
        if (!port.host?.known) continue;
        const room = (port.hostEnd ?? port.host.value) - port.host.value + 1;
        if (room >= count) continue;
        const what = `${workload.name} asks for ${count} replicas, and host port ${port.host.value}${port.hostEnd ? `-${port.hostEnd}` : ""} has room for ${room}`;
        fail(workload, port, what, { key: `port.${port.host.value}` });
      }
    }
    function judgeClaims(workload, pod) {
      if (workload.stateful && workload.software) return;
      const least = workload.autoscaledFrom ?? workload.replicas;
      if (!least?.known || least.value < 2 || pod.kind === "StatefulSet" || pod.kind === "DaemonSet") return;
      pass(workload);
      const cluster = system.clusters.find((one) => one.deployment === workload.deployment);
      if (!cluster || isPinned(workload, cluster)) return;
      for (const mount of workload.mounts) {
        const claim = mount.type === "claim" && claimOf(mount, pod, cluster);
        if (!claim) continue;
        fail(
          workload,
          least,
          `${workload.name} asks for ${least.value} replicas that share the claim ${claim.name}, which only one ${claim.by} may mount (${claim.mode})`,
          {
            key: `claim.${claim.name}`,
            related: [{ at: claim.at, message: `${claim.name} is claimed here` }],
            fix: `Keep what ${workload.name} shares in object storage or a database, or claim it with \`accessModes: [ReadWriteMany]\` from a storage class that has it; where each replica needs its own, use a StatefulSet with \`volumeClaimTemplates\`.`,
            why: "A volume that only one node may mount goes to the first replica. The others that the scheduler places on another node wait in ContainerCreating, and so does each new version during a rollout."
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function claimOf(mount, pod, { objects }) {
  const source = mount.source?.known ? mount.source.value : void 0;
  const claim = objects.find(
    (object) => object.kind === "PersistentVolumeClaim" && object.name === source && (object.namespace ?? pod.namespace) === (pod.namespace ?? object.namespace)
  );
  const modes = claim && child(child(claim.node, "spec"), "accessModes");
  const names = modes?.kind === "list" ? modes.items.map((item) => textOf(item) ?? "") : [];
  const [mode = ""] = names;
  if (!claim || names.length === 0 || !names.every((name) => /^ReadWriteOnce(?:Pod)?$/.test(name))) return void 0;
  return { name: claim.name, at: claim.at, mode, by: mode === "ReadWriteOncePod" ? "pod" : "node" };
}
function isPinned(workload, { controllers }) {
  const spec = controllers.find((one) => one.workloads.includes(workload.id))?.spec;
  return ["nodeName", "nodeSelector"].some((key) => child(spec, key)) || child(child(spec, "affinity"), "podAffinity") !== void 0;
}

// rules/workload/request-exceeds-limit.ts
var request_exceeds_limit_default = defineRule({
  id: "workload/request-exceeds-limit",
  title: "A container asks for more than its own limit",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Kubernetes refuses the pod ("must be less than or equal to memory limit"), and Docker the container ("Minimum memory limit can not be less than memory reservation limit"): nothing new comes up, and with Docker what ran before is gone.',
  fix: "Make the request or reservation at most as large as the limit.",
  refs: [
    "https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/",
    "https://docs.docker.com/engine/containers/resource_constraints/"
  ],
  reads: ["compose", "kubernetes"],
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const { platform, resources, name } = workload;
      if (platform !== "kubernetes" && platform !== "compose") continue;
      const { memoryLimit, memoryReservation, cpuLimit, cpuReservation } = resources;
      pass(workload);
      if (isAbove(memoryReservation, memoryLimit))
        fail(
          workload,
          memoryReservation,
          `${name} asks for ${formatBytes(memoryReservation.value)} of memory, and its limit is ${formatBytes(memoryLimit?.known ? memoryLimit.value : 0)}`,
          { key: "memory" }
        );
      if (platform === "kubernetes" && isAbove(cpuReservation, cpuLimit))
        fail(
          workload,
          cpuReservation,
          `${name} asks for ${cpuReservation.value} CPUs, and its limit is ${cpuLimit?.known ? cpuLimit.value : 0}`,
          { key: "cpu" }
        );
    }
  }),
  examples: { bad: [], good: [] }
});


// rules/workload/restart-policy-missing.ts
var restart_policy_missing_default = defineRule({
  id: "workload/restart-policy-missing",
  title: "A long-running workload stays down after a crash",
  category: "infrastructure-stability",
  severity: "medium",
  worst: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Docker does not restart a container by default: after a crash, an out-of-memory kill or a reboot of the host it stays down until somebody notices.",
  fix: "Add `restart: unless-stopped` to the service, or `deploy.restart_policy: { condition: on-failure }` in a swarm.",
  refs: [
    "https://docs.docker.com/engine/containers/start-containers-automatically/",
    "https://docs.docker.com/reference/compose-file/services/#restart",
    "https://pm2.keymetrics.io/docs/usage/restart-strategies/",
    "https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs"
  ],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue;
      if (workload.pod) {
        judgePod(workload, workload.pod);
        continue;
      }
      const { policy, at, written } = workload.restart;
      if (policy === "unknown") unverified(workload, at, "its restart policy is set outside the repository");
      else if (policy !== "none") pass(workload);
      else {
        const what = written ? "says not to restart it" : "has no restart policy, and Docker restarts nothing by default";
        fail(workload, at, `${workload.name} ${what}`, {
          severity: workload.stateful ? "high" : "medium",
          ...workload.platform === "pm2" ? { fix: "Remove `autorestart: false`: PM2 then starts it again when it ends." } : workload.platform === "swarm" ? { fix: "Write `deploy: { restart_policy: { condition: any } }`: a swarm does not read `restart`." } : { fix: `Add \`restart: unless-stopped\` to ${workload.name}.` }
        });
      }
    }
    function judgePod(workload, pod) {
      if (pod.part !== "main") return;
      if (pod.kind !== "Pod") pass(workload);
      else
        fail(workload, pod, `${workload.name} is a Pod that nothing makes anew when its node fails or is drained`, {
          severity: workload.stateful ? "high" : "medium",
          fix: `Let a Deployment make it (a StatefulSet if it keeps data): put its \`metadata.labels\` and \`spec\` below \`spec.template\`.`,
          why: "A Pod belongs to the node that it was placed on. When that is drained, replaced or out of memory, the Pod is deleted and stays away until somebody notices."
        });
    }
  }),
  examples: { bad: [], good: [] }
});

// src/knowledge/cron.ts
var SECOND = { name: "second", least: 0, most: 59 };
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
var DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
var FIELDS = [
  { name: "minute", least: 0, most: 59 },
  { name: "hour", least: 0, most: 23 },
  { name: "day of the month", least: 1, most: 31 },
  { name: "month", least: 1, most: 12, names: MONTHS },
  { name: "day of the week", least: 0, most: 6, names: DAYS }
];
var DESCRIPTORS = /* @__PURE__ */ new Set(["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"]);
var DURATION = /^[-+]?(?:\d+(?:\.\d*)?(?:ns|us|\u00b5s|ms|s|m|h))+$/;
function scheduleProblem(schedule, dialect) {
  const text = schedule.trim();
  if (/[${}%]/.test(text)) return void 0;
  if (/^(?:CRON_)?TZ=/.test(text))
    return dialect === "kubernetes" ? "a time zone has no place in it, and goes to `timeZone`" : void 0;
  if (text.startsWith("@")) return descriptorProblem(text, dialect);
  const words2 = text === "" ? [] : text.split(/\s+/);
  const fields = dialect === "seconds" && words2.length === 6 ? [SECOND, ...FIELDS] : FIELDS;
  if (words2.length !== fields.length)
    return `it has ${words2.length} ${words2.length === 1 ? "field" : "fields"}, and takes ${dialect === "seconds" ? "5 or 6" : "5"}`;
  for (const [index, field] of fields.entries()) {
    const problem = fieldProblem(words2[index] ?? "", field, dialect);
    if (problem !== void 0) return problem;
  }
  return neverComes(words2.slice(-5));
}
function descriptorProblem(text, dialect) {
  if (DESCRIPTORS.has(text)) return void 0;
  if (dialect === "crontab") return text === "@reboot" ? void 0 : `${text} is no time that cron knows`;
  const [, every] = /^@every (.*)$/.exec(text) ?? [];
  if (every === void 0) return `${text} is no time that it knows`;
  return DURATION.test(every) ? void 0 : `${every} is no duration, as 90s or 1h30m are`;
}
function fieldProblem(word, field, dialect) {
  for (const part of word.split(",")) {
    const [range = "", step, ...more] = part.split("/");
    const wrong = more.length > 0 || step !== void 0 && !/^\d+$/.test(step) || range === "";
    if (wrong) return `${part} is no ${field.name}`;
    if (step !== void 0 && Number(step) === 0) return `the step 0 of the ${field.name} leads nowhere`;
    if (range === "*" || range === "?" && dialect !== "crontab") continue;
    const bounds = range.split("-").map((bound) => numberOf(bound, field));
    if (bounds.length > 2 || bounds.includes(void 0)) return `${part} is no ${field.name}`;
    const [from = 0, to = from] = bounds;
    const most = field.names === DAYS && dialect === "crontab" ? 7 : field.most;
    const outside = [from, to].find((value) => value < field.least || value > most);
    if (outside !== void 0) return `${outside} is no ${field.name}: these go from ${field.least} to ${most}`;
    if (from > to && dialect !== "crontab") return `${range} of the ${field.name} goes backwards`;
  }
  return void 0;
}
function numberOf(text, { names }) {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const index = names?.indexOf(text.toLowerCase()) ?? -1;
  return index === -1 ? void 0 : index + (names === MONTHS ? 1 : 0);
}
var LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function neverComes([, , day = "*", month = "*", weekday = "*"]) {
  if (!/^(?:\*|\?)/.test(weekday) || !/^[\d,]+$/.test(day) || !/^[\da-z,]+$/i.test(month)) return void 0;
  const monthField = FIELDS[3];
  const months = month.split(",").map((one) => monthField ? numberOf(one, monthField) : void 0);
  const first = Math.min(...day.split(",").map(Number));
  const longest = Math.max(...months.map((one) => LONGEST_MONTHS[(one ?? 1) - 1] ?? 31));
  return first > longest ? `no month that it names has a day ${first}` : void 0;
}
function isTimeZone(name) {
  const known = (zone) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  };
  return known("Europe/Berlin") ? known(name) : void 0;
}

// rules/workload/schedule-never-runs.ts
var OFELIA = /^ofelia\.job-(?:exec|run|local|service-run)\.([^.]+)\.schedule$/;
var schedule_never_runs_default = defineRule({
  id: "workload/schedule-never-runs",
  title: "A job is scheduled for a time that does not come",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A schedule that is refused, or names a day that no month has, starts nothing: backups, invoices and clean-up do not run, and nothing fails that anybody would see.",
  fix: "Write minute, hour, day of the month, month and day of the week: `30 2 * * 1-5` is half past two on weekdays. Sunday is 0 to Kubernetes.",
  refs: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax",
    "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones",
    "https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format",
    "https://github.com/mcuadros/ofelia#jobs"
  ],
  reads: ["kubernetes", "compose"],
  check: (function({ system, pass, fail, unverified }) {
    const workloads = workloadsById(system);
    for (const { cluster } of kubernetesDeployments(system)) {
      for (const { object, workloads: ids } of cluster.controllers) {
        const workload = ids.flatMap((id) => workloads.get(id) ?? []).find((one) => one.pod?.part === "main");
        if (object.kind !== "CronJob" || !workload) continue;
        const spec = child(object.node, "spec");
        const schedule = child(spec, "schedule");
        const zone = child(spec, "timeZone");
        const text = textOf(schedule);
        const problem = text === void 0 ? void 0 : scheduleProblem(text, "kubernetes");
        const name = textOf(zone);
        pass(workload);
        if (schedule && problem !== void 0)
          fail(workload, schedule, `CronJob ${object.name} never runs with the schedule "${text}": ${problem}`);
        if (zone && name !== void 0 && !/[${}]/.test(name) && (name === "Local" || isTimeZone(name) === false))
          fail(workload, zone, `CronJob ${object.name} never runs with the time zone ${name}, which there is not`, {
            key: "timeZone",
            fix: "Write a name of the time zone database: `Europe/Berlin`, `Etc/UTC`."
          });
      }
    }
    for (const workload of system.workloads) {
      for (const [label, { value, at }] of workload.labels) {
        const [, job] = OFELIA.exec(label) ?? [];
        if (job === void 0) continue;
        pass(workload);
        const problem = value.known ? scheduleProblem(value.value, "seconds") : void 0;
        if (!value.known) unverified(workload, at, `the schedule of ${job} is set outside the repository`);
        else if (problem !== void 0)
          fail(
            workload,
            at,
            `Ofelia never starts ${job} of ${workload.name} with the schedule "${value.value}": ${problem}`,
            {
              key: job
            }
          );
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/workload/secret-file-missing.ts
var FOLDER = "/run/secrets/";
var secret_file_missing_default = defineRule({
  id: "workload/secret-file-missing",
  title: "A variable names a file of a secret that the container is not given",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Below `/run/secrets` there is what the list `secrets` of the service grants, by the names in it. A program that is told another name ends at its start ("No such file or directory"), or goes on without a password.',
  fix: "Grant the secret under `secrets:` of the service and declare it under the top-level `secrets:`, and use the same name in the variable.",
  refs: [
    "https://docs.docker.com/compose/how-tos/use-secrets/",
    "https://docs.docker.com/reference/compose-file/services/#secrets"
  ],
  reads: ["compose"],
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose" && workload.platform !== "swarm") continue;
      for (const { name, value } of workload.environment.values()) {
        const path = value.known ? value.value.trim() : "";
        if (!/_FILE$/.test(name) || !/^\/run\/secrets\/[\w./-]+$/.test(path)) continue;
        if (workload.secretFiles.includes(path) || mayBeMounted(path, workload)) {
          pass(workload);
          continue;
        }
        const granted = workload.secretFiles.map((file) => file.replace(FOLDER, ""));
        const instead = nearest(path.slice(FOLDER.length), granted);
        const what = granted.length === 0 ? "is granted no secret" : `is granted ${granted.slice(0, 3).join(", ")}`;
        fail(workload, value, `${name} of ${workload.name} names ${path}, and ${workload.name} ${what}`, {
          key: name,
          ...instead === void 0 ? {} : { fix: `Write \`${FOLDER}${instead}\`.` }
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function mayBeMounted(path, { mounts }) {
  return mounts.some(({ target }) => {
    const place = knownValue(target);
    return place === void 0 || isWithin(place.replace(/\/+$/, ""), path);
  });
}

// rules/workload/sensitive-host-path-mounted.ts
var SENSITIVE = /^\/($|etc$|etc\/(passwd|shadow|sudoers(\.d)?|ssh)$|root$|root\/\.ssh$|proc$|sys$|boot$|dev$|home$|var$|var\/lib$|usr$|var\/lib\/docker(\/.*)?$|var\/lib\/containerd$|run$|var\/run$)/;
var sensitive_host_path_mounted_default = defineRule({
  id: "workload/sensitive-host-path-mounted",
  title: "A sensitive directory of the host is mounted into a container",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.9,
  since: "0.1.0",
  effort: "hours",
  why: "Through a mount of the root file system, /etc or the data of the Docker daemon, a compromised container reads the secrets of the whole machine, and with write access changes its accounts.",
  fix: "Mount the one file that is needed, read-only (`/etc/localtime:/etc/localtime:ro`), or keep the data in a named volume.",
  refs: [
    "https://docs.docker.com/engine/storage/bind-mounts/",
    "https://kubernetes.io/docs/concepts/storage/volumes/#hostpath"
  ],
  check: (function({ system, pass, fail }) {
    for (const workload of system.workloads) {
      pass(workload);
      for (const mount of workload.mounts) {
        const source = mount.source?.known ? mount.source.value : void 0;
        if (mount.type !== "bind" || source === void 0 || !SENSITIVE.test(normal(source)) || belongsToItsJob(workload, mount) || servesTheNode(workload))
          continue;
        const access = mount.readOnly ? "" : " with write access";
        fail(workload, mount, `${workload.name} mounts ${normal(source)} of the host${access}`, {
          key: normal(source),
          ...wordsFor(workload, {
            kubernetes: {
              fix: "Keep data in a PersistentVolumeClaim, settings in a ConfigMap, and mount of the host only the one file that is needed, with `readOnly: true`."
            }
          })
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

function belongsToItsJob(workload, mount) {
  const kind = workload.software?.kind;
  const watches = kind === "exporter" || kind === "agent" || kind === "logs";
  const target = mount.target.known ? mount.target.value : "";
  return watches && (mount.readOnly || target === "/var/run" || target === "/dev");
}

// src/model/pm2/cluster-mode.ts
var STARTERS = /(?:^|\/)(?:npm|npx|yarn|pnpm|bun|bunx)(?:\.cmd)?$/;
function clusterMode({ pm2 }) {
  const settings = `\`instances: 2\` (or \`'max'\`) and \`exec_mode: 'cluster'\``;
  const script = pm2?.scriptPath;
  if (script === void 0 || !STARTERS.test(script)) return settings;
  return `put the JavaScript file that listens (what the start script of package.json runs) in place of \`script: '${script}'\`, which cluster mode cannot load, with ${settings}`;
}

// rules/workload/single-replica.ts
var single_replica_default = defineRule({
  id: "workload/single-replica",
  title: "A user-facing workload runs as a single instance",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "With one instance every deploy, crash and slow start is an outage that users see, and there is no room to grow but a bigger machine.",
  fix: "Put a proxy in front and run at least two: `deploy.replicas: 2` without `container_name` and without a fixed host port (Compose), `replicas: 2` with a disruption budget (Kubernetes).",
  refs: [
    "https://docs.docker.com/reference/compose-file/deploy/#replicas",
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/"
  ],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (workload.role !== "user-facing" || workload.stateful) continue;
      if (workload.pod?.kind === "DaemonSet") {
        pass(workload);
        continue;
      }
      if (workload.platform === "pm2" && workload.pm2?.perProcessor) {
        pass(workload);
        continue;
      }
      const replicas = workload.autoscaledFrom ?? workload.replicas;
      if (replicas && !replicas.known) unverified(workload, replicas, replicas.because);
      else if ((replicas?.value ?? 1) >= 2 || hasTwin(workload, system)) pass(workload);
      else {
        const severity = workload.platform === "compose" || workload.platform === "pm2" ? "low" : "medium";
        fail(workload, replicas ?? workload.pod ?? workload, `${workload.name} serves users with a single instance`, {
          severity,
          ...sharedFirst(workload, system)
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function sharedFirst(workload, system) {
  const { name, mounts, platform } = workload;
  if (platform === "pm2")
    return {
      fix: `Start several that share the port: ${clusterMode(workload)}; \`pm2 reload\` then replaces one after the other.`
    };
  const kept = mounts.find(
    (mount) => !mount.readOnly && mount.target.known && (mount.type === "volume" || mount.type === "claim" || isData(mount))
  );
  const path = kept?.target.known ? kept.target.value : void 0;
  if (path === void 0 || /node_modules|cache|vendor|target$/.test(path))
    return platform === "kubernetes" ? {
      fix: "Set `replicas: 2` (with an autoscaler `minReplicas: 2`), and add a PodDisruptionBudget, so that a drained node never takes both."
    } : { fix: manyBehindProxy(workload, proxyBefore(workload, system)) };
  return {
    fix: `Move what ${name} keeps in ${path} to a store that several instances can share (object storage, a database), then run two behind a proxy. Software that can only run once stays alone: accept this with that reason.`
  };
}
function proxyBefore(workload, { edges }) {
  const edge = edges.find(
    ({ via, answer, from }) => (via === "proxy" || via === "label") && answer.kind === "workload" && answer.workload.id === workload.id && from.kind === "workload"
  );
  return edge && { name: edge.from.name, byLabel: edge.via === "label" };
}
function manyBehindProxy(workload, proxy) {
  const { name, fixedName, published, platform } = workload;
  if (platform === "swarm")
    return `Add \`deploy: { replicas: 2 }\` to ${name}: the swarm spreads requests over both, whether they come by its name or through a published port.`;
  const obstacles = [
    ...fixedName ? ["`container_name`"] : [],
    ...published.some(({ host, hostEnd }) => host !== void 0 && hostEnd === void 0) ? ["its host port"] : []
  ];
  const first = obstacles.length > 0 ? `take ${listOf(obstacles)} away, and then ` : "";
  const then = `${first}add \`deploy: { replicas: 2 }\``;
  if (!proxy)
    return `Put a proxy in front of ${name}, ${then}: Docker's name service gives the proxy the addresses of both.`;
  const so = `${then.charAt(0).toUpperCase()}${then.slice(1)}`;
  return proxy.byLabel ? `${so} to ${name}: ${proxy.name} finds both by their labels.` : `${so} to ${name}: Docker's name service gives ${proxy.name} the addresses of both.`;
}
function isData({ type, target, source }) {
  const names = [source, target].map((one) => one?.known ? one.value : "");
  return type === "bind" && names.some((name) => /(?:^|[./_-])(?:data|storage|uploads?|media|sessions?|state|files)\/?$/i.test(name));
}

// rules/workload/start-order-unguarded.ts
var start_order_unguarded_default = defineRule({
  id: "workload/start-order-unguarded",
  title: "A workload starts before what it needs is ready",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The short form of `depends_on` waits until the container of the database exists, not until it answers. After a reboot of the host the application meets a closed port and fails or crash-loops.",
  fix: "Use the long form: `depends_on: { db: { condition: service_healthy } }`, and `service_completed_successfully` for a migration job.",
  refs: ["https://docs.docker.com/compose/how-tos/startup-order/"],
  reads: ["compose"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose") continue;
      for (const dependency of workload.dependsOn) {
        const needed = system.workloads.find(
          (other) => other.name === dependency.workload && other.deployment === workload.deployment
        );
        if (!needed || !isNeededReady(needed)) continue;
        if (dependency.condition !== "started") pass(workload);
        else if (needed.role === "job")
          fail(workload, dependency, unfinished(workload, dependency), {
            key: needed.name,
            fix: longForm(workload, needed.name, "service_completed_successfully")
          });
        else if (needed.health.state === "unknown")
          unverified(workload, dependency, `whether ${needed.name} has a healthcheck to wait for is not known`);
        else if (needed.health.state !== "checked") implied(workload);
        else
          fail(workload, dependency, `${workload.name} does not wait until ${needed.name} is healthy`, {
            key: needed.name,
            fix: longForm(workload, needed.name, "service_healthy")
          });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

function longForm({ name }, needed, condition) {
  return `Write \`depends_on: { ${needed}: { condition: ${condition} } }\` in ${name}; the long form is then needed for all it depends on.`;
}
function unfinished(workload, dependency) {
  return `${workload.name} does not wait until ${dependency.workload} has ended successfully`;
}

// rules/workload/waits-for-health-never-reported.ts
var waits_for_health_never_reported_default = defineRule({
  id: "workload/waits-for-health-never-reported",
  title: "A workload waits for a health status that nothing reports",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'With `condition: service_healthy` on a service that has no healthcheck, `docker compose up` stops with "has no healthcheck configured": the system does not start.',
  fix: "Give the dependency a `healthcheck:`, or wait for `service_started` only.",
  refs: [
    "https://docs.docker.com/compose/how-tos/startup-order/",
    "https://docs.docker.com/reference/compose-file/services/#depends_on"
  ],
  reads: ["compose", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (workload.platform !== "compose") continue;
      for (const dependency of workload.dependsOn) {
        if (dependency.condition !== "healthy") continue;
        const needed = system.workloads.find(
          (other) => other.name === dependency.workload && other.deployment === workload.deployment
        );
        if (!needed) continue;
        const { state, at } = needed.health;
        if (state === "checked") pass(workload);
        else if (state === "unknown")
          unverified(workload, dependency, `whether the image of ${needed.name} has a HEALTHCHECK is not known`);
        else {
          const what = state === "disabled" ? "has its healthcheck switched off" : "has no healthcheck";
          const related = [{ at, message: `${needed.name} ${what}` }];
          const health = needed.distribution?.healthCommand;
          const fix = health ? `Give ${needed.name} a healthcheck: \`test: ["CMD-SHELL", "${health}"]\`.` : void 0;
          fail(
            workload,
            dependency,
            `${workload.name} waits for ${needed.name} to be healthy, and ${needed.name} ${what}`,
            {
              key: needed.name,
              related,
              ...fix ? { fix } : {}
            }
          );
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/workload/waits-without-program.ts
var waits_without_program_default = defineRule({
  id: "workload/waits-without-program",
  title: "A start script waits with a program that its image does not have",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: '"nc: not found" counts as no answer: the loop asks again for ever, and the service behind it never starts, with nothing wrong in the logs but that line.',
  fix: "Install the program in the Dockerfile (Debian: `netcat-openbsd`, `postgresql-client`, `curl`), or let Compose wait: `depends_on: { db: { condition: service_healthy } }`.",
  refs: [
    "https://docs.docker.com/compose/how-tos/startup-order/",
    "https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_08_02"
  ],
  reads: ["dockerfile", "script"],
  check: (function({ system, pass, fail, unverified }) {
    for (const { workload, program, has, image, at } of system.startWaits) {
      pass(workload);
      if (has === void 0) unverified(workload, at, `whether ${image} has ${program} is not known`);
      else if (!has)
        fail(
          workload,
          at,
          `${workload.name} waits for ever: ${image} has no ${program}, which its start script asks with`,
          {
            key: program
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});

// area:workload
var rules = {
  "workload/command-misread": command_misread_default,
  "workload/container-name-blocks-scaling": container_name_blocks_scaling_default,
  "workload/cpu-bound-missing": cpu_bound_missing_default,
  "workload/development-command": development_command_default,
  "workload/development-mode": development_mode_default,
  "workload/development-tool-deployed": development_tool_deployed_default,
  "workload/docker-socket-mounted": docker_socket_mounted_default,
  "workload/entry-not-runnable": entry_not_runnable_default,
  "workload/grace-period-too-short": grace_period_too_short_default,
  "workload/host-namespace-shared": host_namespace_shared_default,
  "workload/installs-at-start": installs_at_start_default,
  "workload/log-rotation-missing": log_rotation_missing_default,
  "workload/memory-limit-missing": memory_limit_missing_default,
  "workload/privileged": privileged_default,
  "workload/replicas-cannot-start": replicas_cannot_start_default,
  "workload/request-exceeds-limit": request_exceeds_limit_default,
  "workload/restart-policy-missing": restart_policy_missing_default,
  "workload/schedule-never-runs": schedule_never_runs_default,
  "workload/secret-file-missing": secret_file_missing_default,
  "workload/sensitive-host-path-mounted": sensitive_host_path_mounted_default,
  "workload/single-replica": single_replica_default,
  "workload/start-order-unguarded": start_order_unguarded_default,
  "workload/waits-for-health-never-reported": waits_for_health_never_reported_default,
  "workload/waits-without-program": waits_without_program_default
};
module.exports = {
  house: runAudit,
  rules
};
