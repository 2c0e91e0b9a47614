"use strict";

// src/knowledge/discontinued.ts
var discontinued = (function discontinued(repository, tag) {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const entry = find(name);
    if (!entry) continue;
    if (entry.tags && !entry.tags(tag ?? "")) return void 0;
    return { because: entry.because, instead: entry.instead, source: entry.source };
  }
  return softwareOf(repository)?.distribution.retired;
});

// src/knowledge/end-of-life-dates.ts
var lifecycle = (function lifecycle(name, source, dates) {
  const ends = /* @__PURE__ */ new Map();
  for (const entry of dates.trim().split(/\s+/)) {
    const [cycle, date] = entry.split("=");
    if (cycle !== void 0 && date !== void 0) ends.set(cycle, date);
  }
  return { name, source, ends };
});

// src/knowledge/end-of-life.ts
var endsOfLife = (function endsOfLife(repository, tag) {
  const text = (tag ?? "").slice(0, 128).toLowerCase();
  const name = repository.slice(0, 255).toLowerCase();
  const found = [...productEnds(name, text), ...systemEnds(name, text)];
  const unique = new Map(found.map((entry) => [`${entry.product} ${entry.cycle}`, entry]));
  return [...unique.values()].sort((one, other) => one.date < other.date ? -1 : one.date > other.date ? 1 : 0);
});
var hasEnded = (function hasEnded(end, today = RULESET_DATE) {
  return end.date < today;
});
var productEnds = (function productEnds(repository, tag) {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const product = productOf(name);
    if (product !== void 0) return lookUp(product, releaseIn(tag) ?? CODENAMES.get(tag.split("-")[0] ?? "")?.[1]);
    if (WITH_POSTGRES(name))
      return lookUp(
        "postgres",
        /(?:^|-)(?:pg|v)?(\d{2}|9\.\d)(?:\.\d+)*$/.exec(tag.replace(/-(?:oss|all|bookworm|trixie|bullseye)$/, ""))?.[1]
      );
  }
  return [];
});
var systemEnds = (function systemEnds(repository, tag) {
  const distroless = DISTROLESS.exec(repository);
  if (distroless) {
    const language = distroless[1] === "nodejs" ? lookUp("node", distroless[2]) : [];
    return [...language, ...lookUp("debian", distroless[3])];
  }
  return tag.split("-").flatMap((part, at) => {
    const codename = CODENAMES.get(part);
    if (codename) return lookUp(codename[0], codename[1]);
    const alpine = /^alpine(\d+\.\d+)/.exec(part)?.[1];
    if (alpine !== void 0) return lookUp("alpine", alpine);
    const debian = at > 0 ? /^(debian|ubuntu)-?(\d+(?:\.\d+)?)$/.exec(part) : null;
    return debian?.[1] ? lookUp(debian[1], debian[2]) : [];
  });
});
var releaseIn = (function releaseIn(tag) {
  return /^v?(\d{1,4}(?:\.\d+)*)(?:$|[-_+])/.exec(tag)?.[1];
});
var lookUp = (function lookUp(product, version) {
  const lifecycle2 = LIFECYCLES.get(product);
  if (!lifecycle2 || version === void 0) return [];
  const [major = "", minor] = version.split(".");
  const cycles = minor === void 0 ? [major] : [`${major}.${minor}`, ...hasMinorCycles(lifecycle2.ends, major) ? [] : [major]];
  for (const cycle of cycles) {
    const date = lifecycle2.ends.get(cycle);
    if (date !== void 0) return [{ product: lifecycle2.name, cycle, date, source: lifecycle2.source }];
  }
  return [];
});
var hasMinorCycles = (function hasMinorCycles(ends, major) {
  for (const cycle of ends.keys()) if (cycle.startsWith(`${major}.`)) return true;
  return false;
});

// rules/image/end-of-life.ts
var ended = (function ended({ product, cycle }) {
  const [, name, support] = /^([^(]+) \(([^)]+)\)$/.exec(product) ?? [];
  return name ? `${name} ${cycle} reached the end of its ${support}` : `${product} ${cycle} reached its end of life`;
});

// src/model/image/told-reference.ts
var toldReference = (function toldReference(image, workloads) {
  const [, registry, name = "", written, variable2, usual] = NAMED.exec(image.name) ?? [];
  if (image.reference?.known !== false || registry === void 0) return knownValue(image.reference);
  if (variable2 !== void 0 && !isUnset(variable2, image, workloads)) return void 0;
  const tag = written ?? usual;
  const reference = parseImageReference(tag === void 0 ? name : `${name}:${tag}`);
  return reference && { ...reference, text: `${registry}${reference.text}` };
});

// rules/image/tag-mutable.ts
var namesBuiltHere = (function namesBuiltHere(system) {
  const images = [
    ...system.images,
    ...system.deployments.flatMap((one) => one.workloads.flatMap((each) => each.image ?? []))
  ];
  return new Set(
    images.flatMap(
      (image) => image.origin === "built" && image.reference?.known ? [image.reference.value.repository] : []
    )
  );
});
var moves = (function moves({ repository, tag, digest }) {
  if (digest !== void 0 || repository === "scratch" || repository.startsWith("gcr.io/distroless/")) return false;
  if (/^(?:library\/)?(?:debian|ubuntu|buildpack-deps)$/.test(repository) && CODENAME.test(tag ?? "")) return false;
  if (tag === void 0 || /^latest-/i.test(tag)) return true;
  return tag.toLowerCase().split(/[-_.]/).every((word) => MOVING.has(word));
});
const {
  isCopiedBefore
} = require("./chunk-XJVA53XR.js");
const {
  LOCKFILES,
  installsOf
} = require("./chunk-TAL56CB4.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  cleanPath,
  commandsOf,
  copyOf,
  defineRule,
  depthOf,
  environmentFilePurpose,
  fileName,
  imageFileAt,
  isOfficialImage,
  isPlaceholder,
  isPlainlyOwn,
  isSecretName,
  isWithin,
  joinPath,
  knownValue,
  listOf,
  literalSecret,
  mask,
  matchRepositories,
  mirroredRepository,
  parseImageReference,
  softwareOf,
  stageNamed,
  toolsOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// door:src/model/image/build-obstacles.ts
var room;
function enter() {
  return room ??= require("./model-image-build-obstacles.js");
}
function buildObstacles(...given) {
  return enter().buildObstacles(...given);
}

// rules/image/build-cannot-succeed.ts
var build_cannot_succeed_default = defineRule({
  id: "image/build-cannot-succeed",
  title: "An image cannot be built from what the repository holds",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Nobody can build the image from a clean checkout: not the pipeline, and not whoever has to rebuild the system in an emergency. What runs today is an image of which the source is no longer known.",
  fix: "Build it once from a fresh clone (`docker build --no-cache`), and mend what stops it.",
  refs: [
    "https://docs.docker.com/reference/dockerfile/#copy",
    "https://docs.npmjs.com/cli/commands/npm-ci",
    "https://docs.docker.com/build/building/multi-stage/"
  ],
  reads: ["compose", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      if (image.origin !== "built") continue;
      const { context, missing, dockerfile } = image;
      if (missing) {
        if (missing.what === "target")
          fail(image, missing.at, `${image.files[0] ?? "the Dockerfile"} has no stage ${missing.name}`, {
            key: "target"
          });
        else if (image.reference || !context?.find("**").some(isSource))
          unverified(image, missing.at, `the folder that it is built from holds no ${missing.name}`);
        else
          fail(image, missing.at, `there is no ${missing.name} in ${folderName(context.path)}`, {
            key: "dockerfile",
            fix: `Commit the ${missing.name} (look whether a .gitignore leaves it out), or name the one to use in \`build.dockerfile\`.`
          });
        continue;
      }
      if (!dockerfile) {
        if (context && !context.present)
          unverified(image, context.at, "the folder that it is built from is not in the repository");
        continue;
      }
      pass(image);
      for (const { at, what, ...options } of buildObstacles(image)) fail(image, at, `${image.name}: ${what}`, options);
    }
  }),
  examples: { bad: [], good: [] }
});
function folderName(path = ".") {
  return path === "." ? "the root of the repository" : path;
}
function isSource(file) {
  return !/\.(?:md|txt|ya?ml|env|example|png|jpe?g|svg)$|(?:^|\/)(?:\.[^/]+|LICENSE|Makefile)$/i.test(file);
}

// rules/image/build-tools-shipped.ts
var BUILDERS = /^(?:golang|rust|maven|gradle|gcc|swift|haskell|mcr\.microsoft\.com\/dotnet\/sdk)$/;
var COMPILERS = new Set(
  "gcc g++ clang build-essential build-base alpine-sdk cmake rustc cargo golang golang-go go gcc-c++ gfortran maven gradle".split(
    " "
  )
);
var build_tools_shipped_default = defineRule({
  id: "image/build-tools-shipped",
  title: "An image carries compilers or packages for development into production",
  category: "performance",
  severity: "low",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: "Hundreds of megabytes travel to every host and have to be patched, and whoever gets in finds a compiler and a package manager waiting.",
  fix: "Build in one stage and copy the result into a second on a slim base: `FROM node:24-slim AS build \u2026 FROM node:24-slim`, `COPY --from=build /app/dist ./dist`.",
  refs: [
    "https://docs.docker.com/build/building/multi-stage/",
    "https://docs.docker.com/build/building/best-practices/#use-multi-stage-builds"
  ],
  reads: ["compose", "dockerfile"],
  check: (function({ system, pass, fail }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile) continue;
      pass(image);
      for (const { at, what, fix, key } of [
        ...baseTools(image.dockerfile),
        ...installedTools(image.dockerfile),
        ...developmentPackages(image, image.dockerfile)
      ])
        fail(image, at, `${image.name} ${what}`, { key, ...fix ? { fix } : {} });
    }
  }),
  examples: { bad: [], good: [] }
});
function baseTools({ base }) {
  if (!base.known) return [];
  const { repository, tag = "", text } = base.value;
  if (BUILDERS.test(repository))
    return [{ at: base.at, key: "base", what: `is shipped on ${text}, an image for building` }];
  if (repository.startsWith("php") || toolsOf(repository, tag).has("gcc") !== true) return [];
  const slim = tag === "" || tag === "latest" ? `${repository}:<version>-slim` : `${repository}:${tag.replace(/-(?:bookworm|bullseye|trixie|buster)$/, "")}-slim`;
  return [
    {
      at: base.at,
      key: "base",
      what: `ships the compilers of ${text}`,
      fix: `Build in a stage on ${text}, and ship on \`FROM ${slim}\`.`
    }
  ];
}
function installedTools({ instructions, shell }) {
  const removed = instructions.some(
    (one) => one.keyword === "RUN" && /\b(?:apk\s+(?:\S+\s+)*del|apt(?:-get)?\s+(?:-\S+\s+)*(?:purge|remove|autoremove)|(?:dnf|yum|microdnf)\s+(?:-\S+\s+)*(?:remove|erase))\b/.test(
      one.text
    )
  );
  if (removed) return [];
  return instructions.flatMap((instruction) => {
    const tools = commandsOf(instruction, shell).flatMap(({ words }) => {
      const [program = "", ...rest] = words;
      const installs = /^(?:apk|apt|apt-get|dnf|yum|microdnf)$/.test(program) && rest.some((word) => word === "add" || word === "install");
      return installs ? rest.map((word) => word.replace(/[=<>~].*$/, "")).filter((word) => COMPILERS.has(word)) : [];
    });
    return tools.length === 0 ? [] : [{ at: instruction.at, key: "packages", what: `ships ${listOf(tools)}` }];
  });
}
function developmentPackages(image, dockerfile) {
  if (!hasDevelopmentPackages(image)) return [];
  let found;
  let production = false;
  for (const instruction of dockerfile.instructions) {
    if (instruction.keyword === "ENV" && /\bNODE_ENV[= ]"?production/.test(instruction.text)) production = true;
    if (instruction.keyword !== "RUN") continue;
    for (const install of installsOf(instruction, dockerfile.shell)) {
      if (!/^(?:npm|yarn|pnpm|bun)$/.test(install.manager) || install.packages.length > 0 || install.global) continue;
      const without = install.production ?? (production || /\bNODE_ENV=production\b/.test(instruction.text));
      if (install.command.conditional || without) found = void 0;
      else found = { instruction, name: install.command.words.slice(0, 2).join(" ") };
    }
    if (/\b(?:npm|pnpm|yarn)\s+prune\b|node-prune|rm\s+-\w+\s+(?:\S+\s+)*\S*node_modules|workspaces\s+focus/.test(
      instruction.text
    ))
      found = void 0;
  }
  if (!found) return [];
  return [
    {
      at: found.instruction.at,
      key: "development",
      what: `ships the packages for development that ${found.name} installs`
    }
  ];
}
function hasDevelopmentPackages(image) {
  const text = image.context?.declared ? image.context.read("package.json")?.text : void 0;
  return text !== void 0 && /"devDependencies"\s*:\s*\{\s*"/.test(text);
}

// src/knowledge/discontinued.ts
var numbered = (tag) => /^v?\d/.test(tag);
var ENTRIES = [
  {
    images: "bitnami/*",
    tags: numbered,
    because: "versioned tags left Bitnami's public catalogue in 2025 and are not updated",
    instead: "Use the software's own official image, or Bitnami Secure Images under a subscription",
    source: "https://github.com/bitnami/containers/issues/83267"
  },
  {
    images: "bitnamilegacy/*",
    because: "this is an archive of old Bitnami images that gets no updates",
    instead: "Use the software's own official image",
    source: "https://github.com/bitnami/containers/issues/83267"
  },
  {
    images: "minio/minio minio/mc",
    because: "its makers took it off Docker Hub in September 2026, and the community edition is archived",
    instead: "Use a supported object store; quay.io/minio still has the last images, which get no fixes",
    source: "https://github.com/testcontainers/testcontainers-node/pull/1463"
  },
  {
    images: "quay.io/minio/minio quay.io/minio/mc",
    because: "the community edition is archived, and no images are published since October 2025",
    instead: "Use a supported object store, or build a maintained fork from source",
    source: "https://github.com/minio/minio"
  },
  {
    images: "temporalio/auto-setup",
    because: "its makers deprecated it: it sets up the schema at every start and is meant for development",
    instead: "Use temporalio/server, and temporalio/admin-tools to set up the schema",
    source: "https://hub.docker.com/r/temporalio/auto-setup"
  },
  {
    images: "jaegertracing/all-in-one jaegertracing/jaeger-collector jaegertracing/jaeger-query jaegertracing/jaeger-agent jaegertracing/jaeger-ingester quay.io/jaegertracing/all-in-one",
    tags: (tag) => !/^v?2\b/.test(tag),
    because: "Jaeger v1 reached its end of life on 2025-12-31",
    instead: "Use jaegertracing/jaeger (v2)",
    source: "https://www.jaegertracing.io/docs/1.76/"
  },
  {
    images: "provectuslabs/kafka-ui",
    because: "it has had no release since 2024; its authors go on with it as kafbat/kafka-ui",
    instead: "Use ghcr.io/kafbat/kafka-ui",
    source: "https://github.com/kafbat/kafka-ui"
  },
  {
    images: "consul",
    because: "the official image is deprecated and gets no new versions",
    instead: "Use hashicorp/consul",
    source: "https://hub.docker.com/_/consul"
  },
  {
    images: "vault",
    because: "the official image is deprecated and gets no new versions",
    instead: "Use hashicorp/vault",
    source: "https://hub.docker.com/_/vault"
  },
  {
    images: "eventstore/eventstore",
    because: "EventStoreDB goes on as KurrentDB; this repository gets no new versions",
    instead: "Use docker.kurrent.io/kurrent-latest/kurrentdb, and rename EVENTSTORE_ variables to KURRENTDB_",
    source: "https://docs.kurrent.io/server/v25.0/quick-start/upgrade-guide.html"
  },
  {
    images: "openjdk",
    tags: (tag) => !/(?:^|-)ea(?:-|$)/.test(tag),
    because: "the official image is deprecated since 2022 and gets no security updates",
    instead: "Use eclipse-temurin, amazoncorretto or ibm-semeru-runtimes",
    source: "https://github.com/docker-library/openjdk/issues/505"
  },
  {
    images: "java",
    because: "the official image is deprecated since 2016",
    instead: "Use eclipse-temurin",
    source: "https://hub.docker.com/_/java"
  },
  {
    images: "adoptopenjdk adoptopenjdk/*",
    because: "AdoptOpenJDK moved to the Eclipse Foundation; the image gets no updates",
    instead: "Use eclipse-temurin",
    source: "https://hub.docker.com/_/adoptopenjdk"
  },
  {
    images: "centos",
    because: "CentOS Linux has ended and the image is deprecated",
    instead: "Use almalinux, rockylinux/rockylinux or quay.io/centos/centos:stream9",
    source: "https://hub.docker.com/_/centos"
  },
  {
    images: "wurstmeister/kafka wurstmeister/zookeeper",
    because: "it is not maintained, and its images were missing from Docker Hub in May 2024",
    instead: "Use apache/kafka",
    source: "https://github.com/wurstmeister/kafka-docker/issues/744"
  },
  {
    images: "spotify/kafka",
    because: "its repository is archived since 2020-10-01",
    instead: "Use apache/kafka",
    source: "https://github.com/spotify/docker-kafka"
  },
  {
    images: "grafana/agent",
    because: "Grafana Agent reached its end of life on 2025-11-01",
    instead: "Use grafana/alloy",
    source: "https://grafana.com/docs/agent/latest/"
  },
  {
    images: "grafana/promtail",
    because: "Promtail reached its end of life on 2026-03-02",
    instead: "Use grafana/alloy",
    source: "https://grafana.com/docs/loki/latest/send-data/promtail/"
  },
  {
    images: "containrrr/watchtower v2tec/watchtower",
    because: "its repository is archived since 2025-12-17",
    instead: "Update images by a pull request of Renovate or Dependabot",
    source: "https://github.com/containrrr/watchtower"
  },
  {
    images: "jboss/keycloak",
    because: "it ends with the WildFly distribution of Keycloak (16.1)",
    instead: "Use quay.io/keycloak/keycloak",
    source: "https://www.keycloak.org/2022/10/wildfly-deprecation"
  },
  {
    images: "google/cadvisor gcr.io/cadvisor/cadvisor",
    because: "the image is no longer published there",
    instead: "Use ghcr.io/google/cadvisor, where it is published since v0.53",
    source: "https://github.com/google/cadvisor/pull/3740"
  },
  {
    images: "wrouesnel/postgres_exporter",
    because: "the project moved to the Prometheus community",
    instead: "Use quay.io/prometheuscommunity/postgres-exporter",
    source: "https://github.com/prometheus-community/postgres_exporter"
  },
  {
    images: "amazon/opendistro-for-elasticsearch amazon/opendistro-for-elasticsearch-kibana",
    because: "Open Distro ended in favour of OpenSearch",
    instead: "Use opensearchproject/opensearch",
    source: "https://opendistro.github.io/for-elasticsearch/blog/2021/06/forward-to-opensearch/"
  },
  {
    images: "vectorized/redpanda docker.redpanda.com/vectorized/redpanda vectorized/console docker.redpanda.com/vectorized/console",
    because: "the images moved to the redpandadata name space",
    instead: "Use docker.redpanda.com/redpandadata/redpanda",
    source: "https://docs.redpanda.com/current/get-started/quick-start/"
  },
  {
    images: "mcr.microsoft.com/azure-sql-edge mcr.microsoft.com/azure-sql-edge/*",
    because: "Azure SQL Edge was retired on 2025-09-30",
    instead: "Use mcr.microsoft.com/mssql/server",
    source: "https://learn.microsoft.com/azure/azure-sql-edge/overview"
  },
  {
    images: "k8s.gcr.io/* k8s.gcr.io/*/*",
    because: "the registry is frozen since 2023-04-03",
    instead: "Use registry.k8s.io",
    source: "https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/"
  },
  {
    images: "registry.k8s.io/ingress-nginx/controller",
    because: "Ingress NGINX was retired in March 2026",
    instead: "Move to a Gateway API implementation or another ingress controller",
    source: "https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/"
  },
  {
    images: "mysql/mysql-server",
    because: "the repository gets no new versions since 8.0.32",
    instead: "Use mysql, or container-registry.oracle.com/mysql/community-server",
    source: "https://hub.docker.com/r/mysql/mysql-server"
  },
  {
    images: "circleci/*",
    because: "legacy convenience images are deprecated since 2021 and get no updates",
    instead: "Use cimg/\u2026 or an official image",
    source: "https://circleci.com/blog/announcing-our-next-generation-convenience-images-smaller-faster-more-deterministic/"
  },
  {
    images: "mcr.microsoft.com/dotnet/core/*",
    because: "the path ends with .NET Core 3.1",
    instead: "Use mcr.microsoft.com/dotnet/\u2026",
    source: "https://dotnet.microsoft.com/platform/support/policy/dotnet-core"
  }
];
var find = matchRepositories(
  () => ENTRIES.flatMap((entry) => entry.images.split(" ").map((pattern) => ({ pattern, value: entry })))
);


// rules/image/discontinued.ts
var discontinued_default = defineRule({
  id: "image/discontinued",
  title: "An image is no longer published or maintained",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "It gets no security updates, and the day the registry removes it no new host can start the system.",
  fix: "Move to the image that takes its place.",
  refs: [
    "https://github.com/bitnami/containers/issues/83267",
    "https://hub.docker.com/search?q=&type=image&image_filter=official"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      const references = image.origin === "pulled" ? [image.reference] : (image.stages ?? []).map((stage) => stage.base).toReversed();
      for (const reference of references) {
        if (!reference) continue;
        pass(image);
        if (!reference.known) {
          if (isPlainlyOwn(image, system.workloads)) continue;
          unverified(image, reference, `the image is not known: ${reference.because}`);
          continue;
        }
        const { repository, tag, text } = reference.value;
        const gone = discontinued(repository, tag);
        if (!gone) continue;
        const at = image.origin === "pulled" ? image.referenceAt ?? reference.at : reference.at;
        const name = image.origin === "pulled" ? text : `${image.name} is built on ${text}`;
        fail(image, at, `${name}: ${gone.because}`, { fix: `${gone.instead} (${gone.source}).`, key: repository });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// src/knowledge/end-of-life-dates.ts

var LIFECYCLES = /* @__PURE__ */ new Map([
  [
    "node",
    lifecycle(
      "Node.js",
      "https://nodejs.org/en/about/previous-releases",
      `4=2018-04-30 5=2016-06-30 6=2019-04-30 7=2017-06-30 8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-01 12=2022-04-30 13=2020-06-01
       14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01
       22=2027-04-30 23=2025-06-01 24=2028-04-30 25=2026-06-01`
    )
  ],
  [
    "python",
    lifecycle(
      "Python",
      "https://devguide.python.org/versions/",
      `2=2020-01-01 2.7=2020-01-01 3.3=2017-09-29 3.4=2019-03-18 3.5=2020-09-30 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07
       3.9=2025-10-31 3.10=2026-10-31 3.11=2027-10-31 3.12=2028-10-31 3.13=2029-10-31 3.14=2030-10-31`
    )
  ],
  [
    "postgres",
    lifecycle(
      "PostgreSQL",
      "https://www.postgresql.org/support/versioning/",
      `9=2021-11-11 9.0=2015-10-08 9.1=2016-10-27 9.2=2017-11-09 9.3=2018-11-08 9.4=2020-02-13 9.5=2021-02-11 9.6=2021-11-11 10=2022-11-10 11=2023-11-09 12=2024-11-21
       13=2025-11-13 14=2026-11-12 15=2027-11-11 16=2028-11-09 17=2029-11-08 18=2030-11-14`
    )
  ],
  [
    "redis",
    lifecycle(
      "Redis",
      "https://github.com/redis/redis/security/policy",
      "4.0=2020-04-30 5=2022-04-27 5.0=2022-04-27 6.0=2022-05-31 7.0=2024-07-29"
    )
  ],
  [
    "mongodb",
    lifecycle(
      "MongoDB",
      "https://www.mongodb.com/legal/support-policy/lifecycles",
      `3.0=2018-02-28 3.2=2018-09-30 3.4=2020-01-31 3.6=2021-04-30 4.0=2022-04-30 4.2=2023-04-30 4.4=2024-02-29 5.0=2024-10-31 5.1=2022-01-18
       5.2=2022-03-23 5.3=2022-07-31 6.0=2025-07-31 6.1=2023-02-09 6.2=2023-04-24 6.3=2023-08-31 7.0=2027-08-31
       7.1=2024-01-23 7.2=2024-03-27 7.3=2024-10-31 8.0=2029-10-31 8.1=2025-09-30 8.2=2026-07-31 4=2024-02-29 5=2024-10-31 6=2025-07-31`
    )
  ],
  [
    "mysql",
    lifecycle(
      "MySQL",
      "https://www.oracle.com/us/support/library/lifetime-support-technology-069183.pdf",
      `5.5=2018-12-31 5.6=2021-02-28 5.7=2023-10-31 5=2023-10-31 8.0=2026-04-30 8.1=2023-10-25 8.2=2024-01-16
       8.3=2024-04-30 8.4=2032-04-30 9.0=2024-10-15 9.1=2025-01-21 9.2=2025-04-15 9.3=2025-07-22 9.4=2025-10-21
       9.5=2026-01-20 9.6=2026-04-21`
    )
  ],
  [
    "mariadb",
    lifecycle(
      "MariaDB",
      "https://mariadb.org/about/#maintenance-policy",
      `5.5=2020-04-11 10.0=2019-03-31 10.1=2020-10-17 10.2=2022-05-23 10.3=2023-05-25 10.4=2024-06-18 10.5=2025-06-24
       10.6=2026-07-06 10.7=2023-02-09 10.8=2023-05-20 10.9=2023-08-22 10.10=2023-11-17 10.11=2028-02-16
       11.0=2024-06-06 11.1=2024-08-21 11.2=2024-11-21 11.3=2024-05-29 11.4=2029-05-29 11.5=2024-11-21
       11.6=2025-02-13 11.7=2025-05-12 11.8=2028-06-04 12.0=2025-11-18 12.1=2026-02-13 12.2=2026-05-13`
    )
  ],
  [
    "elastic",
    lifecycle(
      "Elastic Stack",
      "https://www.elastic.co/support/eol",
      "2=2018-02-28 5=2019-03-11 6=2022-02-10 7=2026-01-15"
    )
  ],
  [
    "rabbitmq",
    lifecycle(
      "RabbitMQ",
      "https://www.rabbitmq.com/release-information",
      `3.6=2018-05-31 3.7=2020-09-30 3.8=2022-07-31 3.9=2023-01-31 3.10=2023-07-31 3.11=2023-12-31 3.12=2024-06-30
       3.13=2024-09-17 3=2024-09-17 4.0=2025-04-15 4.1=2026-01-31`
    )
  ],
  [
    "confluent",
    lifecycle(
      "Confluent Platform",
      "https://docs.confluent.io/platform/current/installation/versions-interoperability.html",
      `3.0=2019-05-24 3.1=2019-11-15 3.2=2020-03-02 3.3=2020-08-01 4.0=2020-11-28 4.1=2021-04-16 5.0=2021-07-31
       5.1=2021-12-14 5.2=2022-03-28 5.3=2022-07-19 5.4=2023-01-10 5.5=2023-04-24 6.0=2023-09-24 6.1=2024-02-09
       6.2=2024-06-08 7.0=2024-10-27 7.1=2025-04-05 7.2=2025-07-06 7.3=2025-11-04 7.4=2026-05-03 7.5=2026-08-25`
    )
  ],
  [
    "debian",
    lifecycle(
      "Debian (long-term support)",
      "https://wiki.debian.org/LTS",
      "6=2016-02-29 7=2018-05-31 8=2020-06-30 9=2022-06-30 10=2024-06-30 11=2026-08-31 12=2028-06-30 13=2030-06-30"
    )
  ],
  [
    "ubuntu",
    lifecycle(
      "Ubuntu (standard support)",
      "https://ubuntu.com/about/release-cycle",
      `12.04=2017-04-28 14.04=2019-04-25 16.04=2021-04-30 18.04=2023-05-31 20.04=2025-05-31 20.10=2021-07-22
       21.04=2022-01-20 21.10=2022-07-14 22.10=2023-07-20 23.04=2024-01-25 23.10=2024-07-11 24.10=2025-07-10
       25.04=2026-01-15 25.10=2026-07-31`
    )
  ],
  [
    "alpine",
    lifecycle(
      "Alpine Linux",
      "https://alpinelinux.org/releases/",
      `3.5=2018-11-01 3.6=2019-05-01 3.7=2019-11-01 3.8=2020-05-01 3.9=2020-11-01 3.10=2021-05-01 3.11=2021-11-01
       3.12=2022-05-01 3.13=2022-11-01 3.14=2023-05-01 3.15=2023-11-01 3.16=2024-05-23 3.17=2024-11-22 3.18=2025-05-09
       3.19=2025-11-01 3.20=2026-04-01 3.21=2026-11-01 3.22=2027-05-01 3.23=2027-11-01`
    )
  ],
  [
    "centos",
    lifecycle(
      "CentOS Linux",
      "https://www.centos.org/centos-linux-eol/",
      "5=2017-03-31 6=2020-11-30 7=2024-06-30 8=2021-12-31"
    )
  ],
  [
    "amazonlinux",
    lifecycle(
      "Amazon Linux",
      "https://aws.amazon.com/amazon-linux-2/faqs/",
      "1=2023-12-31 2018.03=2023-12-31 2=2026-06-30"
    )
  ],
  [
    "php",
    lifecycle(
      "PHP",
      "https://www.php.net/supported-versions.php",
      `5=2018-12-31 5.3=2014-08-14 5.4=2015-09-14 5.5=2016-07-21 5.6=2018-12-31 7=2022-11-28 7.0=2019-01-10 7.1=2019-12-01 7.2=2020-11-30
       7.3=2021-12-06 7.4=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31 8.3=2027-12-31 8.4=2028-12-31
       8.5=2029-12-31`
    )
  ],
  [
    "ruby",
    lifecycle(
      "Ruby",
      "https://www.ruby-lang.org/en/downloads/branches/",
      `2=2023-03-31 2.1=2017-03-31 2.2=2018-03-31 2.3=2019-03-31 2.4=2020-03-31 2.5=2021-04-05 2.6=2022-04-12 2.7=2023-03-31 3.0=2024-04-23
       3.1=2025-03-26 3.2=2026-03-31 3.3=2027-03-31 3.4=2028-03-31 4.0=2029-03-31`
    )
  ],
  [
    "go",
    lifecycle(
      "Go",
      "https://go.dev/doc/devel/release",
      `1.10=2019-02-25 1.11=2019-09-03 1.12=2020-02-25 1.13=2020-08-11 1.14=2021-02-16 1.15=2021-08-16 1.16=2022-03-15 1.17=2022-08-02 1.18=2023-02-01 1.19=2023-08-08
       1.20=2024-02-06 1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12 1.24=2026-02-10 1.25=2026-08-19`
    )
  ],
  [
    "dotnet",
    lifecycle(
      ".NET",
      "https://dotnet.microsoft.com/platform/support/policy/dotnet-core",
      `2.1=2021-08-21 2.2=2019-12-23 3.0=2020-03-03 3.1=2022-12-13 5.0=2022-05-10 6.0=2024-11-12 7.0=2024-05-14
       8.0=2026-11-10 9.0=2026-11-10 10.0=2028-11-14`
    )
  ],
  [
    "nginx",
    lifecycle(
      "nginx",
      "https://nginx.org/en/download.html",
      `1.10=2017-04-12 1.12=2018-04-17 1.14=2019-04-23 1.16=2020-04-21 1.17=2020-05-26 1.18=2021-04-20 1.19=2021-05-25
       1.20=2022-05-24 1.21=2022-06-21 1.22=2023-04-11 1.23=2023-05-23 1.24=2024-04-23 1.25=2024-05-29 1.26=2025-04-23
       1.27=2025-06-24 1.28=2026-04-14 1.29=2026-05-13`
    )
  ],
  // 2.11 is left out: its makers' table ended it in February 2026, and they published fixes for it after that.
  [
    "traefik",
    lifecycle(
      "Traefik",
      "https://doc.traefik.io/traefik/deprecation/releases/",
      `1=2021-12-31 1.7=2021-12-31 2.0=2019-12-11 2.1=2020-03-25 2.2=2020-09-23 2.3=2021-01-19
       2.4=2021-08-17 2.5=2022-01-24 2.6=2022-05-24 2.7=2022-06-29 2.8=2022-10-03 2.9=2023-04-24 2.10=2024-02-12
       3.0=2024-07-15 3.1=2024-10-28 3.2=2025-01-06 3.3=2025-05-05 3.4=2025-07-23 3.5=2025-11-07 3.6=2026-08-16`
    )
  ],
  // Its makers name quarters: here the last day of each, or of the last release where that came later.
  [
    "haproxy",
    lifecycle(
      "HAProxy",
      "https://www.haproxy.org/",
      `1.8=2022-12-31 1.9=2020-07-31 2.0=2024-06-30 2.1=2021-03-31 2.2=2025-06-30 2.3=2022-07-27 2.4=2026-06-30
       2.5=2023-05-02 2.6=2027-06-30 2.7=2024-04-05 2.8=2028-06-30 2.9=2025-03-31 3.0=2029-06-30 3.1=2026-03-31
       3.2=2030-06-30 3.3=2027-03-31`
    )
  ],
  [
    "temurin",
    lifecycle(
      "Eclipse Temurin",
      "https://adoptium.net/support/",
      "16=2021-09-30 18=2022-09-30 19=2023-03-31 20=2023-09-19 22=2024-09-17 23=2025-03-18"
    )
  ],
  [
    "grafana",
    lifecycle(
      "Grafana",
      "https://grafana.com/docs/grafana/latest/upgrade-guide/when-to-upgrade/",
      `6=2021-06-08 7=2022-06-14 8=2023-06-09 9.0=2022-10-11 9.1=2022-11-29 9.2=2023-02-27 9.3=2023-04-06 9.4=2023-06-09
       9.5=2024-05-14 10.0=2023-10-24 10.1=2024-01-23 10.2=2024-07-24 10.3=2024-10-23 10.4=2025-06-05 11.0=2025-02-14
       11.1=2025-04-23 11.2=2025-05-27 11.3=2025-07-22 11.4=2025-09-05 11.5=2025-10-28 11.6=2026-06-25 12.0=2026-02-05
       12.1=2026-04-22 12.2=2026-06-23 12.3=2026-08-19 12.4=2027-05-24 13.0=2027-01-09 13.1=2027-03-20`
    )
  ],
  // Security fixes go to the newest major version only, so each ends when the next one is released.
  [
    "keycloak",
    lifecycle(
      "Keycloak",
      "https://github.com/keycloak/keycloak/security/policy",
      `17=2022-04-20 18=2022-07-27 19=2022-11-01 20=2023-02-23 21=2023-07-11 22=2023-11-23 23=2024-03-04 24=2024-06-10
       25=2024-10-04`
    )
  ]
]);
var CODENAMES = /* @__PURE__ */ new Map([
  ["wheezy", ["debian", "7"]],
  ["jessie", ["debian", "8"]],
  ["stretch", ["debian", "9"]],
  ["buster", ["debian", "10"]],
  ["bullseye", ["debian", "11"]],
  ["bookworm", ["debian", "12"]],
  ["trixie", ["debian", "13"]],
  ["trusty", ["ubuntu", "14.04"]],
  ["xenial", ["ubuntu", "16.04"]],
  ["bionic", ["ubuntu", "18.04"]],
  ["focal", ["ubuntu", "20.04"]],
  ["groovy", ["ubuntu", "20.10"]],
  ["hirsute", ["ubuntu", "21.04"]],
  ["impish", ["ubuntu", "21.10"]],
  ["kinetic", ["ubuntu", "22.10"]],
  ["lunar", ["ubuntu", "23.04"]],
  ["mantic", ["ubuntu", "23.10"]],
  ["oracular", ["ubuntu", "24.10"]],
  ["plucky", ["ubuntu", "25.04"]],
  ["questing", ["ubuntu", "25.10"]]
]);

// src/knowledge/end-of-life.ts
var RULESET_DATE = "2026-11-20";
var IMAGES = [
  ["node", "node bitnami/node bitnamilegacy/node cimg/node circleci/node"],
  ["python", "python bitnami/python bitnamilegacy/python cimg/python circleci/python"],
  ["postgres", "postgres bitnami/postgresql bitnamilegacy/postgresql postgis/postgis cimg/postgres"],
  [
    "redis",
    "redis bitnami/redis bitnamilegacy/redis bitnami/redis-cluster bitnamilegacy/redis-cluster bitnami/redis-sentinel"
  ],
  [
    "mongodb",
    "mongo bitnami/mongodb bitnamilegacy/mongodb mongodb/mongodb-community-server percona/percona-server-mongodb"
  ],
  [
    "mysql",
    "mysql bitnami/mysql bitnamilegacy/mysql mysql/mysql-server percona percona/percona-server container-registry.oracle.com/mysql/*"
  ],
  ["mariadb", "mariadb bitnami/mariadb bitnamilegacy/mariadb bitnami/mariadb-galera bitnamilegacy/mariadb-galera"],
  [
    "elastic",
    "elasticsearch kibana logstash docker.elastic.co/elasticsearch/* docker.elastic.co/kibana/* docker.elastic.co/logstash/* docker.elastic.co/beats/* elastic/elasticsearch elastic/kibana elastic/logstash elastic/filebeat elastic/metricbeat bitnami/elasticsearch bitnamilegacy/elasticsearch bitnami/kibana bitnamilegacy/kibana bitnami/logstash bitnamilegacy/logstash"
  ],
  ["rabbitmq", "rabbitmq bitnami/rabbitmq bitnamilegacy/rabbitmq"],
  ["confluent", "confluentinc/cp-*"],
  ["debian", "debian"],
  ["ubuntu", "ubuntu"],
  ["alpine", "alpine"],
  ["centos", "centos"],
  ["amazonlinux", "amazonlinux public.ecr.aws/amazonlinux/amazonlinux"],
  ["php", "php bitnami/php-fpm bitnamilegacy/php-fpm cimg/php circleci/php"],
  ["ruby", "ruby bitnami/ruby bitnamilegacy/ruby cimg/ruby circleci/ruby"],
  ["go", "golang bitnami/golang bitnamilegacy/golang cimg/go circleci/golang"],
  [
    "dotnet",
    "mcr.microsoft.com/dotnet/aspnet mcr.microsoft.com/dotnet/runtime mcr.microsoft.com/dotnet/runtime-deps mcr.microsoft.com/dotnet/sdk mcr.microsoft.com/dotnet/core/* bitnami/dotnet bitnami/aspnet-core"
  ],
  ["nginx", "nginx nginxinc/nginx-unprivileged bitnami/nginx bitnamilegacy/nginx"],
  ["traefik", "traefik traefik/traefik ghcr.io/traefik/traefik"],
  ["haproxy", "haproxy haproxytech/haproxy-alpine haproxytech/haproxy-debian haproxytech/haproxy-ubuntu"],
  ["temurin", "eclipse-temurin"],
  ["grafana", "grafana/grafana grafana/grafana-oss grafana/grafana-enterprise bitnami/grafana bitnamilegacy/grafana"],
  ["keycloak", "quay.io/keycloak/keycloak keycloak/keycloak bitnami/keycloak bitnamilegacy/keycloak"]
];
var productOf = matchRepositories(
  () => IMAGES.flatMap(([product, images]) => images.split(" ").map((pattern) => ({ pattern, value: product })))
);
var WITH_POSTGRES = matchRepositories(
  () => ["timescale/timescaledb", "timescale/timescaledb-ha", "pgvector/pgvector", "ankane/pgvector", "imresamu/postgis"].map(
    (pattern) => ({ pattern, value: true })
  )
);



var DISTROLESS = /^gcr\.io\/distroless\/([a-z]+?)-?(\d*)-debian(\d+)$/;





// rules/image/end-of-life.ts
var end_of_life_default = defineRule({
  id: "image/end-of-life",
  title: "An image holds software past its end of life",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "Faults and security holes that are found from that day on are not mended any more, and packages, drivers and tools stop supporting it.",
  fix: "Move to a release that is still maintained; for a datastore read its upgrade notes first.",
  refs: [
    "https://endoflife.date/",
    "https://www.postgresql.org/support/versioning/",
    "https://nodejs.org/en/about/previous-releases"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      const references = image.origin === "pulled" ? [image.reference] : shippedBases(image);
      const said = /* @__PURE__ */ new Set();
      for (const reference of references) {
        if (!reference) continue;
        pass(image);
        if (!reference.known) {
          if (isPlainlyOwn(image, system.workloads)) continue;
          unverified(image, reference, `the image is not known: ${reference.because}`);
          continue;
        }
        const { repository, tag, text } = reference.value;
        for (const end of endsOfLife(repository, tag)) {
          const key = `${end.product} ${end.cycle}`;
          if (!hasEnded(end) || said.has(key)) continue;
          if (image.origin === "built" && reference !== image.dockerfile?.base && !LINKED_IN.has(end.product)) continue;
          said.add(key);
          const at = image.origin === "pulled" ? image.referenceAt ?? reference.at : reference.at;
          const what = `${text}: ${ended(end)} on ${end.date}`;
          fail(image, at, image.origin === "pulled" ? what : `${image.name} is built on ${what}`, { key });
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var LINKED_IN = /* @__PURE__ */ new Set(["Go"]);
function shippedBases({ dockerfile, stages = [] }) {
  const linked = stages.flatMap(({ base }) => {
    if (!base.known) return [];
    const { repository, tag } = base.value;
    return endsOfLife(repository, tag).some(({ product }) => LINKED_IN.has(product)) ? [base] : [];
  });
  return [dockerfile?.base, ...linked.filter((base) => base !== dockerfile?.base).toReversed()];
}


// rules/image/ignore-file-missing.ts
var ignore_file_missing_default = defineRule({
  id: "image/ignore-file-missing",
  title: "A whole folder is copied into an image without a .dockerignore",
  category: "security",
  severity: "low",
  confidence: "A",
  security: 3.1,
  since: "0.1.0",
  effort: "minutes",
  why: "Everything that lies in the folder on the machine that builds goes into the image: `.env` files, `.git` with its history, a `node_modules` of another platform that overwrites the one just installed.",
  fix: "Put a `.dockerignore` beside the Dockerfile (at the root of the build context) with at least `.git`, `.env*`, `node_modules`, `dist` and `*.log`.",
  refs: ["https://docs.docker.com/build/concepts/context/#dockerignore-files"],
  reads: ["compose", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile || !image.context?.present) continue;
      const { dockerfile, context } = image;
      const copy = wholeCopy(image);
      if (!copy || dockerfile.ignoreFile) pass(image);
      else if (!context.declared && context.path !== ".")
        unverified(image, copy.at, "no deployment file tells which folder is its build context");
      else
        fail(
          image,
          copy.at,
          `${image.name} copies all of ${context.path === "." ? "the repository" : context.path}, and there is no .dockerignore`
        );
    }
  }),
  examples: { bad: [], good: [] }
});
function wholeCopy({ dockerfile, stages = [] }) {
  for (const image of stages) {
    const shipped = dockerfile?.chain.includes(image.stage) === true;
    for (const { instruction, copy, directory } of copiesOf(image.stage)) {
      if (copy.from || !copy.sources.some((source) => cleanPath(source.text) === ".")) continue;
      if (shipped || isCarriedOn(image.stage, inDirectory(directory, copy.target), stages)) return instruction;
    }
  }
  return void 0;
}
function isCarriedOn(stage, folder, stages) {
  const all = stages[0]?.file.stages ?? [];
  return stages.some(
    ({ stage: other }) => copiesOf(other).some(
      ({ copy }) => copy.from !== void 0 && stageNamed(copy.from, all) === stage && copy.sources.some((source) => isWithin(inDirectory("/", source.text.replace(/\/\*$/, "")), folder))
    )
  );
}
function copiesOf(stage) {
  let directory = "/";
  return stage.instructions.flatMap((instruction) => {
    if (instruction.keyword === "WORKDIR") directory = inDirectory(directory, instruction.words[0]?.text ?? ".");
    const copy = copyOf(instruction);
    return copy ? [{ instruction, copy, directory }] : [];
  });
}
function inDirectory(directory, path) {
  return `/${cleanPath(path.startsWith("/") ? path : `${directory}/${path}`)}`.replace(/^\/\.$/, "/");
}

// rules/image/lockfile-ignored.ts
var INSTALLERS = /* @__PURE__ */ new Set(["pip", "setuptools", "wheel", "uv"]);
var lockfile_ignored_default = defineRule({
  id: "image/lockfile-ignored",
  title: "An image is built from whatever package versions are newest that day",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Two builds of one commit then hold different code. A broken or hijacked release of any dependency reaches production without a change in the repository.",
  fix: "Copy the lockfile and install exactly what it says: `npm ci`, `yarn install --frozen-lockfile` (`--immutable` from Yarn 2 on), `pnpm install --frozen-lockfile`, `pip install -r requirements.txt` with `==` versions.",
  refs: [
    "https://docs.npmjs.com/cli/commands/npm-ci",
    "https://pnpm.io/cli/install#--frozen-lockfile",
    "https://yarnpkg.com/cli/install",
    "https://pip.pypa.io/en/stable/topics/repeatable-installs/"
  ],
  reads: ["compose", "dockerfile"],
  check: (function({ system, pass, fail }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile) continue;
      pass(image);
      for (const stage of image.stages ?? []) {
        for (const instruction of stage.stage.instructions) {
          for (const install of installsOf(instruction, stage.shell)) {
            const found = install.command.conditional ? void 0 : problemOf(install, stage, image);
            if (found) fail(image, instruction, `${image.name}: ${found.what}`, { fix: found.fix, key: found.key });
          }
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function problemOf(install, stage, image) {
  const { manager, packages } = install;
  if (packages.length > 0 || install.global) return unpinned(install);
  if (install.requirements.length > 0) return openRequirements(install, stage, image);
  if (manager === "poetry" || manager === "composer" || manager === "bundler" || manager === "pipenv")
    return withoutLock(install, stage, image);
  if (install.frozen || manager === "pip" || manager === "go" || manager === "corepack") return void 0;
  if (manager !== "npm" && /^(?:true|1)$/i.test(variable(stage, "CI"))) return void 0;
  const berry = manager === "yarn" && isBerry(image);
  if (berry === "immutable") return void 0;
  const lock = committedLock(manager, image) ?? LOCKFILES[manager][0] ?? "";
  const missing = isMissing(manager, image);
  const command = manager === "npm" ? "npm ci" : manager === "yarn" && berry ? "yarn install --immutable" : `${manager} install --frozen-lockfile`;
  const production = install.production ? manager === "npm" ? " --omit=dev" : " --production" : "";
  const run = `\`${command}${berry ? "" : production}\``;
  const key = `${manager} install`;
  if (!missing && committedLock(manager, image) === void 0)
    return {
      what: `${manager} install takes the newest versions that package.json allows where no ${lock} is beside it, and other ones than that names where one is`,
      fix: `Commit ${lock} (\`${WRITES[manager]}\` writes it), copy it beside package.json and run ${run}.`,
      key
    };
  if (!missing)
    return {
      what: `${manager} install may take other versions than ${lock} names`,
      fix: `Copy package.json and ${lock} and run ${run}.`,
      key
    };
  const other = OTHERS.find((one) => one !== manager && committedLock(one, image) !== void 0);
  const foreign = other && committedLock(other, image);
  return {
    what: `${manager} install finds no ${lock} in ${folderOf(image)}${foreign ? `, and does not read ${foreign}` : ""}, so it takes the newest versions that package.json allows`,
    fix: foreign ? `Install with ${other}, which reads ${foreign}, or commit ${lock} and run ${run}.` : `Commit ${lock} (\`${WRITES[manager]}\` writes it), copy it beside package.json and run ${run}.`,
    key
  };
}
var OTHERS = ["npm", "yarn", "pnpm", "bun"];
var WRITES = {
  npm: "npm install --package-lock-only",
  yarn: "yarn install",
  pnpm: "pnpm install --lockfile-only",
  bun: "bun install --lockfile-only"
};
function committedLock(manager, { context }) {
  const found = context?.present ? context.find(".").filter((path) => LOCKFILES[manager].includes(path.slice(path.lastIndexOf("/") + 1))) : [];
  const [first] = found.toSorted((one, other) => depthOf(one) - depthOf(other));
  return first?.slice(first.lastIndexOf("/") + 1);
}
function isMissing(manager, image) {
  return image.context?.present === true && image.context.declared && committedLock(manager, image) === void 0;
}
function folderOf({ context }) {
  return context === void 0 || context.path === "." ? "the repository" : context.path;
}
function unpinned({ manager, packages, global }) {
  const open = packages.filter((each) => !isPinned(manager, each));
  if (open.length === 0) return void 0;
  const [first = ""] = open;
  const name = first.replace(/(?<=.)@.*$/, "");
  const program = `${manager} install${global && manager === "npm" ? " -g" : ""}`;
  const version = manager === "pip" ? `${name}==<version>` : `${name}@<version>`;
  const verb = manager === "corepack" ? "corepack prepare" : manager === "yarn" && global ? "yarn global add" : program;
  return {
    what: `${verb} ${listOf(open)} ${open.length === 1 ? "takes the newest version" : "take the newest versions"}`,
    fix: `Name the version: \`${verb} ${version}\`.`,
    key: `${manager} ${open.join(" ")}`
  };
}
function isPinned(manager, text) {
  if (/[$`]|:\/\/|^[./~]|^git\+|\.(?:tgz|whl|tar\.gz|zip)$/.test(text)) return true;
  if (manager === "pip") return INSTALLERS.has(text.toLowerCase()) || /[=~]=|\s@\s|^-/.test(text);
  const version = /.@(.*)$/.exec(text)?.[1] ?? "";
  return manager === "go" || manager === "corepack" ? version !== "latest" && version !== "next" : /\d/.test(version);
}
var REQUIREMENT = /^([A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?)\s*([^;#]*)/;
function openRequirements({ requirements }, stage, image) {
  const found = requirements.flatMap((written) => {
    const name2 = fileIn(written, stage, image);
    const source = image.context?.read(name2);
    const lines = source?.text.split(/\r?\n/).map((line) => line.trim()) ?? [];
    const listed = lines.flatMap((line) => REQUIREMENT.exec(line) ?? []).length;
    if (listed === 0 || lines.some((line) => /^(?:-r|-c|--requirement|--constraint)\b/.test(line))) return [];
    const open2 = lines.flatMap((line) => {
      const [, distribution = "", versions = ""] = REQUIREMENT.exec(line) ?? [];
      return distribution === "" || /[=~]=|@/.test(versions) || /:\/\/|\.whl$/.test(line) ? [] : [distribution];
    });
    return open2.length > 0 ? [{ name: name2, open: open2 }] : [];
  });
  const [first] = found;
  if (!first) return void 0;
  const { name, open } = first;
  const more = open.length > 3 ? `${open.slice(0, 2).join(", ")} and ${open.length - 2} more` : listOf(open);
  return {
    what: `${name} leaves the ${open.length === 1 ? "version" : "versions"} of ${more} open`,
    fix: `Write every package down with its version: keep what you ask for in ${name.replace(/\.txt$/, ".in")} and let \`pip-compile\` or \`uv pip compile\` write ${name}, or install from \`uv.lock\` or \`poetry.lock\`.`,
    key: `pip ${name}`
  };
}
function fileIn(written, { instructions }, { context, dockerfile }) {
  const bare = written.replace(/^\.\//, "");
  const name = fileName(bare);
  const copied2 = new Set(
    instructions.flatMap((instruction) => {
      const copy = copyOf(instruction);
      if (!copy || copy.from !== void 0) return [];
      return copy.sources.flatMap(({ text }) => fileName(text) === name ? context?.find(text) ?? [] : []);
    })
  );
  const [only, ...others] = copied2;
  if (only !== void 0 && others.length === 0) return only;
  const folder = dockerfile?.workdir?.known ? `${dockerfile.workdir.value}/` : "/";
  const inner = bare.startsWith(folder) ? bare.slice(folder.length) : bare;
  return context?.exists(inner) ? inner : fileName(inner);
}
function withoutLock(install, stage, image) {
  const [lock = ""] = LOCKFILES[install.manager];
  if (isCopiedBefore(install.command.instruction, [lock], stage, image.context) !== false) return void 0;
  const program = install.manager === "bundler" ? "bundle" : install.manager;
  return {
    what: `${program} install finds no ${lock}, so it resolves the versions anew`,
    fix: `Commit ${lock} and copy it before the installation.`,
    key: `${program} install`
  };
}
function isBerry(image) {
  const settings = image.context?.read(".yarnrc.yml")?.text;
  if (settings !== void 0) return /^enableImmutableInstalls:\s*true/m.test(settings) ? "immutable" : true;
  return /"packageManager"\s*:\s*"yarn@[2-9]/.test(image.context?.read("package.json")?.text ?? "");
}
function variable(stage, name) {
  const value = stage.environment.get(name)?.value;
  return value?.known ? value.value : "";
}

// src/knowledge/base-users.ts
var ROOT = new Set(
  `node python golang ruby php perl rust gcc openjdk eclipse-temurin amazoncorretto ibm-semeru-runtimes sapmachine maven gradle
  tomcat jetty elixir erlang swift haskell julia r-base alpine busybox debian ubuntu fedora centos rockylinux almalinux oraclelinux
  amazonlinux scratch composer oven/bun denoland/deno buildpack-deps docker mcr.microsoft.com/playwright
  mcr.microsoft.com/playwright/python mcr.microsoft.com/openjdk/jdk tiangolo/uvicorn-gunicorn-fastapi tiangolo/uvicorn-gunicorn
  tiangolo/uwsgi-nginx-flask ghcr.io/astral-sh/uv dunglas/frankenphp wordpress public.ecr.aws/docker/library/node
  public.ecr.aws/docker/library/python public.ecr.aws/docker/library/alpine public.ecr.aws/docker/library/debian
  registry.access.redhat.com/ubi8/ubi registry.access.redhat.com/ubi9/ubi registry.access.redhat.com/ubi8/ubi-minimal
  registry.access.redhat.com/ubi9/ubi-minimal redhat/ubi8 redhat/ubi9`.split(/\s+/).filter((name) => name !== "")
);
function defaultUserOf(repository, tag = "") {
  if (repository.startsWith("gcr.io/distroless/")) return /(?:^|-)nonroot(?:-|$)/.test(tag) ? "non-root" : "root";
  if (/^(?:cgr\.dev\/chainguard(?:-private)?|chainguard)\//.test(repository))
    return /-(?:dev|base)$|^latest-dev$/.test(tag) || repository.endsWith("/wolfi-base") ? void 0 : "non-root";
  if (/^(?:bitnami|bitnamilegacy|bitnamisecure)\//.test(repository))
    return /\/minideb$/.test(repository) ? "root" : "non-root";
  if (/-unprivileged$/.test(repository)) return "non-root";
  if (repository === "php") return /apache|fpm/.test(tag) ? "drops-privileges" : "root";
  if (repository.startsWith("mcr.microsoft.com/dotnet/"))
    return /chiseled|distroless|azurelinux.*distroless/.test(tag) ? "non-root" : "root";
  return softwareOf(repository)?.distribution.runsAs ?? (ROOT.has(repository) ? "root" : void 0);
}

// rules/image/runs-as-root.ts
var STEPS_DOWN = /(?:^|[\s"'/=[(;&|])(?:gosu|su-exec|setpriv|runuser|setuidgid|s6-setuidgid|chpst|supercronic-user|suexec|drop-privs|capsh)(?:[\s"',]|$)|(?:^|[\s"'/;&|])su\s+(?:-\S*\s+)*[a-z_][\w-]*(?:\s|$)|\bsudo\s+(?:-\S+\s+)*-u\s/;
var runs_as_root_default = defineRule({
  id: "image/runs-as-root",
  title: "An image that is built here runs as root",
  category: "security",
  severity: "medium",
  confidence: "B",
  security: 5.5,
  since: "0.1.0",
  effort: "minutes",
  why: "Whoever gets into the process owns everything in the container, may write its program, and is root on the host as soon as a fault in the runtime or a mount lets them out.",
  fix: "Make a user and switch to it at the end of the last stage: `USER node` in the Node image, else `RUN useradd -u 10001 app` (on Alpine `RUN adduser -D -u 10001 app`) and `USER 10001`; give it only the folders that it must write.",
  refs: [
    "https://docs.docker.com/build/building/best-practices/#user",
    "https://docs.docker.com/reference/dockerfile/#user"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile) continue;
      const users = usersOf(image, system);
      const root = users.find(({ user }) => user !== void 0 && user !== null && isRoot(user));
      const verdict = judge(image, image.dockerfile);
      const steps = verdict.state === "drops";
      if (root && !steps) fail(image, root.at, `${root.name} runs ${image.name} as root`, { key: root.name });
      else if (users.length > 0 && users.every(({ user }) => user !== void 0 && user !== null)) pass(image);
      else if (verdict.state === "root") fail(image, verdict.at, `${image.name} ${verdict.what}`);
      else if (verdict.state === "unknown") unverified(image, verdict.at, verdict.what);
      else pass(image);
    }
  }),
  examples: { bad: [], good: [] }
});
function usersOf(image, system) {
  return system.workloads.filter((workload) => image.usedBy.includes(workload.id)).map(userOf);
}
function userOf(workload) {
  const { user, nonRoot } = workload.privileges;
  if (!user && nonRoot?.known && nonRoot.value) return { name: workload.name, user: "not root", at: nonRoot.at };
  return {
    name: workload.name,
    user: user === void 0 ? void 0 : user.known ? user.value : null,
    at: user?.at ?? workload.at
  };
}
function isRoot(user) {
  return /^(?:root|0+)(?:$|:)/.test(user.trim());
}
function judge(image, dockerfile) {
  const { user, base } = dockerfile;
  const at = user?.at ?? dockerfile.stage.fromAt;
  if (user && !user.known) return { state: "unknown", at, what: `its USER is not known: ${user.because}` };
  if (user?.known && !isRoot(user.value)) return { state: "other", at, what: "" };
  const own = entrypointSteps(image, dockerfile);
  if (own === "yes") return { state: "drops", at, what: "" };
  const inherited = base.known ? defaultUserOf(base.value.repository, base.value.tag) : void 0;
  const keepsEntrypoint = dockerfile.entrypoint === void 0;
  if (inherited === "drops-privileges" && keepsEntrypoint) return { state: "drops", at, what: "" };
  if (own === "unknown")
    return { state: "unknown", at, what: "its entrypoint may step down from root, and is not in the repository" };
  if (user) return { state: "root", at, what: `ends with USER ${user.known ? user.value : ""}` };
  if (inherited === "non-root") return { state: "other", at, what: "" };
  if (inherited === void 0 || !base.known)
    return { state: "unknown", at, what: "which user its base image runs as is not known" };
  return { state: "root", at, what: `has no USER, and ${base.value.text} runs as root` };
}
function entrypointSteps(image, dockerfile) {
  let result = "no";
  for (const command of [dockerfile.entrypoint, dockerfile.command]) {
    if (!command) continue;
    const words = command.argv ?? command.text.split(/\s+/);
    if (STEPS_DOWN.test(` ${words.join(" ")} `)) return "yes";
    if (words.some((word) => /(?:^|\/)(?:supervisord|s6-svscan|init)$/.test(word))) result = "unknown";
    for (const word of words.slice(0, 4)) {
      if (!/\.sh$|entrypoint|^\/init$/.test(word) || /\s/.test(word)) continue;
      const text = copiedText(word, image.context, dockerfile) ?? textInImage(word, image);
      if (text === void 0) {
        if (!/^(?:\/usr\/local\/bin\/)?docker-entrypoint(?:\.sh)?$|docker-php-entrypoint$/.test(word))
          result = "unknown";
      } else if (STEPS_DOWN.test(text)) return "yes";
    }
  }
  return result;
}
function textInImage(word, image) {
  const folder = knownValue(image.dockerfile?.workdir) ?? "/";
  const path = word.startsWith("/") ? word : `/${joinPath(folder, word)}`;
  const found = word.includes("/") ? imageFileAt(path, image) : void 0;
  return found?.state === "file" ? found.source.text : void 0;
}
function copiedText(path, context, dockerfile) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  for (const instruction of dockerfile.instructions.toReversed()) {
    const heredoc = instruction.keyword === "COPY" ? instruction.heredocs[0] : void 0;
    if (heredoc && instruction.words.at(-1)?.text.endsWith(name)) return heredoc.text;
    const copy = copyOf(instruction);
    if (!copy || copy.from) continue;
    for (const source of copy.sources) {
      const sameTarget = copy.target.endsWith(`/${name}`) || copy.target === name;
      if (sameTarget || source.text.endsWith(name)) {
        const text = context?.read(joinPath(".", source.text))?.text;
        if (text !== void 0) return text;
      }
      const inFolder = context?.find(source.text).find((file) => file === name || file.endsWith(`/${name}`));
      if (inFolder) return context?.read(inFolder)?.text;
    }
  }
  return void 0;
}

// rules/image/secret-baked-in.ts
var KEY_FILE = /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|privkey\.pem|[^/]*(?:private|priv)[-_.]?key[^/]*\.pem|[^/]*[-_.]key\.pem|key\.pem|[^/]+\.key|[^/]+\.(?:p12|pfx)|service-?account[^/]*\.json|credentials\.json|\.git-credentials|\.pgpass)$/i;
var PUBLIC = /pub(?:lic)?[-_.]|\.pub$|example|sample|test/i;
var secret_baked_in_default = defineRule({
  id: "image/secret-baked-in",
  title: "A secret is written into an image",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.8,
  since: "0.1.0",
  effort: "hours",
  why: "Everybody who can pull the image can read it, from `docker history`, `docker inspect` or the file itself, in every copy and for as long as one exists. A later RUN that deletes it changes nothing.",
  fix: "Give it when the container starts (`environment`, `secrets:`), and what only the build needs with `RUN --mount=type=secret,id=\u2026`. Change the secret: it is out.",
  refs: [
    "https://docs.docker.com/build/building/secrets/",
    "https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/"
  ],
  reads: ["compose", "dockerfile"],
  check: (function({ system, pass, fail }) {
    for (const image of system.images) {
      if (image.origin !== "built" || !image.dockerfile) continue;
      pass(image);
      for (const one of [
        ...literals(image),
        ...fromArguments(image),
        ...copied(image, system),
        ...examples(image, system)
      ])
        fail(image, one.at, `${image.name} ${one.what}`, { key: one.key, ...one.fix ? { fix: one.fix } : {} });
    }
  }),
  examples: { bad: [], good: [] }
});
function literals(image) {
  const found = [];
  const file = image.dockerfile?.file;
  for (const { name, defaultValue, at } of file?.globalArguments ?? []) {
    if (isSecretName(name) && literalSecret(defaultValue ?? ""))
      found.push(literal("ARG", name, defaultValue ?? "", at));
  }
  for (const { stage, environment } of image.stages ?? []) {
    for (const instruction of stage.instructions) {
      if (instruction.keyword !== "ARG") continue;
      for (const word of instruction.words) {
        const [, name = "", value = ""] = /^(\w+)=["']?(.*?)["']?$/.exec(word.text) ?? [];
        if (isSecretName(name) && literalSecret(value)) found.push(literal("ARG", name, value, word.at));
      }
    }
    for (const [name, { value, at }] of environment) {
      const here = stage.instructions.some((one) => one.at.start <= at.start && at.end <= one.at.end);
      const written = here && file?.source.text.slice(at.start, at.end).includes("$") === false;
      if (written && value.known && isSecretName(name) && literalSecret(value.value))
        found.push(literal("ENV", name, value.value, at));
    }
  }
  return found;
}
function literal(keyword, name, value, at) {
  return {
    at,
    key: `${keyword} ${name}`,
    what: `bakes a secret in: ${keyword} ${name} holds a literal, ${mask(value)}`
  };
}
function fromArguments(image) {
  const { dockerfile } = image;
  if (!dockerfile) return [];
  const declared = new Set(
    dockerfile.instructions.flatMap(
      (one) => one.keyword === "ARG" ? one.words.map((word) => word.text.replace(/=.*$/s, "")) : []
    )
  );
  return [...dockerfile.environment].flatMap(([name, { at }]) => {
    const written = dockerfile.file.source.text.slice(at.start, at.end);
    const used = /\$\{?([A-Za-z_]\w*)\}?["']?$/.exec(written)?.[1];
    if (used === void 0 || !declared.has(used) || !isSecretName(name) || !isSecretName(used)) return [];
    const what = `bakes a secret in: ENV ${name} keeps the build argument ${used}`;
    return [{ at, key: `ENV ${name}`, what }];
  });
}
function copied(image, system) {
  const { dockerfile, context } = image;
  if (!dockerfile || !context?.present) return [];
  const live = system.environmentFiles.filter((file) => file.purpose === "live");
  return dockerfile.instructions.flatMap((instruction) => {
    const copy = copyOf(instruction);
    if (!copy || copy.from) return [];
    return copy.sources.flatMap((source) => {
      const named = source.text.replace(/^\.\//, "");
      if (KEY_FILE.test(named) && !PUBLIC.test(named))
        return [{ at: source.at, key: named, what: `copies the private key ${named} into the image` }];
      if (isEnvironmentFile(named) && !context.leavesOut(joinPath(".", named)) && !context.exists(named))
        return [{ at: source.at, key: named, what: `copies ${named} into the image, a file that git does not hold` }];
      const taken = context.find(source.text);
      return live.flatMap((found) => {
        const file = context.path === "." ? found.path : found.path.slice(context.path.length + 1);
        if (!isWithin(context.path, found.path) || !taken.includes(file) || context.leavesOut(file)) return [];
        const secret = found.entries.find((entry) => isSecretName(entry.name) && literalSecret(entry.value ?? ""));
        if (!secret) return [];
        return [
          {
            at: source.at,
            key: file,
            what: `copies ${file}, which holds ${secret.name}`,
            fix: `Leave ${file} out with a line \`.env*\` in .dockerignore, and give the variables when the container starts (\`env_file:\`, \`secrets:\`). Change the secret: it is out.`
          }
        ];
      });
    });
  });
}
function examples(image, system) {
  const { dockerfile, context } = image;
  if (!dockerfile || !context?.present) return [];
  const users = system.workloads.filter((workload) => workload.image?.id === image.id);
  const isGiven = (name) => users.length > 0 && users.every((one) => one.environment.has(name) || (one.environmentFiles?.length ?? 0) > 0);
  return dockerfile.instructions.flatMap(
    (instruction) => copiesOf2(instruction).flatMap((one) => {
      if (!isEnvironmentFile(one.target)) return [];
      const path = joinPath(context.path, one.source);
      const example = system.environmentFiles.find((file) => file.path === path && file.purpose === "example");
      const secret = example?.entries.find(
        ({ name, value }) => isSecretName(name) && !isGiven(name) && (literalSecret(value ?? "") || isPlaceholder(value ?? ""))
      );
      if (!secret) return [];
      const target = fileName(one.target);
      return [
        {
          at: instruction.at,
          key: one.source,
          what: `takes ${one.source} for ${target}: ${secret.name} is what stands in the example`,
          fix: `Leave ${target} out of the image, and give the variables when the container starts (\`env_file:\`, \`environment:\`); let the start fail where ${secret.name} is not set.`
        }
      ];
    })
  );
}
function copiesOf2(instruction) {
  const copy = copyOf(instruction);
  const [source, ...more] = copy?.from === void 0 ? copy?.sources ?? [] : [];
  if (copy && source && more.length === 0) return [{ source: joinPath(".", source.text), target: copy.target }];
  return commandsOf(instruction).flatMap(({ words }) => {
    const [program, from, to, ...others] = words.filter((word) => !word.startsWith("-"));
    return program === "cp" && from !== void 0 && to !== void 0 && others.length === 0 ? [{ source: joinPath(".", from), target: to }] : [];
  });
}
function isEnvironmentFile(path) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /^\.env(?:\.(?:local|prod|production|staging|live))?$/.test(name) && environmentFilePurpose(path) === "live";
}

// src/model/image/told-reference.ts
var NAMED = /^(.{1,300}\/)([a-z0-9][a-z0-9._-]{0,100})(?::(?:([\w.-]{1,128})|\$\{(\w{1,100}):?-([\w.-]{1,128})\}))?$/;

function isUnset(variable2, { usedBy }, workloads) {
  const users = workloads.filter(({ id }) => usedBy.includes(id));
  const uses = users.map(({ openVariables = [] }) => openVariables.filter(({ name }) => name === variable2));
  return uses.length > 0 && uses.every((own) => own.length > 0 && own.every(({ source }) => source === "default"));
}

// rules/image/tag-mutable.ts
var MOVING = new Set(
  "latest stable lts current mainline edge nightly main master develop dev devel alpine slim trixie bookworm bullseye buster jammy noble focal full rc beta alpha snapshot release production prod staging otel apache fpm cli management community".split(
    " "
  )
);
var CODENAME = /^(?:trixie|bookworm|bullseye|buster|jammy|noble|focal)(?:-|$)/;
var tag_mutable_default = defineRule({
  id: "image/tag-mutable",
  title: "An image is pulled by a tag that moves",
  category: "infrastructure-stability",
  severity: "medium",
  worst: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The same file then starts another version tomorrow, on another host, or after a rollback: nobody chose it, and nobody tested it. A datastore may refuse the data that another version wrote.",
  fix: "Name a release (`postgres:17.2`), or pin the digest as well (`postgres:17.2@sha256:\u2026`) and let Renovate or Dependabot raise it.",
  refs: [
    "https://docs.docker.com/build/building/best-practices/#pin-base-image-versions",
    "https://docs.docker.com/reference/compose-file/services/#image",
    "https://kubernetes.io/docs/concepts/containers/images/#image-names"
  ],
  reads: ["compose", "kubernetes", "dockerfile"],
  check: (function({ system, pass, fail, unverified }) {
    const builtHere = namesBuiltHere(system);
    for (const image of system.images) {
      if (image.origin === "pulled") {
        const { reference, referenceAt = image.at } = image;
        if (!reference) continue;
        const told = toldReference(image, system.workloads);
        if (told && (!moves(told) || isChosen(image, told))) pass(image);
        else if (told)
          fail(image, referenceAt, `${told.text} ${whatMoves(told)}`, {
            ...severityOf(image, system),
            fix: fixOf(told)
          });
        else if (!reference.known) unverified(image, reference, `the image is not known: ${reference.because}`);
        continue;
      }
      const stages = image.stages ?? [];
      if (stages.length === 0) continue;
      pass(image);
      for (const { base } of stages) judgeBase(image, base);
      for (const { name, value, at } of namedInManifests(image, system)) {
        if (moves(value))
          fail(image, at, `${name} runs ${value.text}, which ${whatMoves(value)}`, {
            key: `manifest.${value.text}`,
            fix: `Give each build a tag of its own (the version, or the commit) and write that into the manifest: \`kustomize edit set image ${value.repository}=${value.repository}:<version>\`.`,
            why: "A rollback to an older manifest then starts the same newest image, pods of one Deployment run different versions as nodes pull at different times, and nobody can say which one made an error."
          });
      }
      for (const { reference, at } of imagesCopiedFrom(image)) {
        if (!builtHere.has(reference.repository) && moves(reference))
          fail(image, at, `${image.name} copies from ${reference.text}, which ${whatMoves(reference)}`, {
            key: reference.text
          });
      }
    }
    function isChosen(image, { repository }) {
      const pods = system.workloads.flatMap((one) => image.usedBy.includes(one.id) && one.pod ? [one.pod] : []);
      return pods.length > 0 ? pods.every((pod) => pod.imageSetAtDeploy) : builtHere.has(repository);
    }
    function judgeBase(image, base) {
      if (!base.known) unverified(image, base, `the base image is not known: ${base.because}`);
      else if (!builtHere.has(base.value.repository) && moves(base.value))
        fail(image, base, `${image.name} is built on ${base.value.text}, which ${whatMoves(base.value)}`, {
          key: base.value.text,
          fix: `Name a release of it (\`FROM ${base.value.repository}:<version>${endingOf(base.value)}\`), and let Renovate or Dependabot raise it.`
        });
    }
  }),
  examples: { bad: [], good: [] }
});

function namedInManifests({ usedBy }, { workloads }) {
  const seen = /* @__PURE__ */ new Set();
  return workloads.flatMap(({ id, name, pod }) => {
    const reference = usedBy.includes(id) && pod && !pod.imageSetAtDeploy ? pod.image : void 0;
    if (!reference?.known || seen.has(reference.value.text)) return [];
    seen.add(reference.value.text);
    return [{ name, value: reference.value, at: reference.at }];
  });
}
function imagesCopiedFrom(image) {
  return (image.stages ?? []).flatMap(
    ({ stage, file }) => stage.instructions.flatMap((instruction) => {
      const flag = instruction.flags.find((one) => one.name === "from");
      const name = flag?.value ?? "";
      if (!flag || !/[:/]/.test(name) || stageNamed(name, file.stages) || image.context?.named.has(name)) return [];
      const reference = parseImageReference(name);
      return reference ? [{ reference, at: flag.at }] : [];
    })
  );
}

function endingOf({ tag = "" }) {
  const words = tag.toLowerCase().split("-");
  return words.filter((word) => /^(?:alpine|slim|trixie|bookworm|bullseye|jammy|noble|fpm|apache|cli|management)$/.test(word)).map((word) => `-${word}`).join("");
}
function whatMoves({ tag }) {
  if (tag === void 0) return "has no tag, which means latest";
  return tag === "latest" ? "is whatever is newest when it is pulled" : "names no release: it is whatever is newest";
}
function fixOf({ text, tag, repository }) {
  const name = tag === void 0 ? text : text.slice(0, text.lastIndexOf(`:${tag}`));
  if (!text.includes("/") && !isOfficialImage(repository))
    return `Give each build a tag of its own (the version, or the commit), and name it here: \`${name}:<version>\`.`;
  return `Name the release that runs today (\`${name}:<version>\`), or pin the digest as well (\`${name}:<version>@sha256:\u2026\`), and let Renovate or Dependabot raise it.`;
}
function severityOf(image, system) {
  const stateful = system.workloads.some((workload) => workload.stateful && image.usedBy.includes(workload.id));
  return stateful ? { severity: "high" } : {};
}

// area:image
var rules = {
  "image/build-cannot-succeed": build_cannot_succeed_default,
  "image/build-tools-shipped": build_tools_shipped_default,
  "image/discontinued": discontinued_default,
  "image/end-of-life": end_of_life_default,
  "image/ignore-file-missing": ignore_file_missing_default,
  "image/lockfile-ignored": lockfile_ignored_default,
  "image/runs-as-root": runs_as_root_default,
  "image/secret-baked-in": secret_baked_in_default,
  "image/tag-mutable": tag_mutable_default
};
module.exports = {
  house: runAudit,
  rules
};
