"use strict";
const {
  commandsOf
} = require("./chunk-Q3NCOY3T.js");

// src/model/image/package-installs.ts
var VALUED = /^(?:--(?:prefix|workspace|registry|cache|loglevel|omit|include|only|filter|dir|cwd|store-dir|network-timeout|cache-folder|modules-folder|index-url|extra-index-url|find-links|constraint|requirement|target|root|python|timeout|trusted-host|default-timeout|retries|proxy|user|config|fetch-timeout|maxsockets|no-binary|only-binary|platform|with|without|extras|group|only-group|binstubs|jobs|path)|-[CwF])$/;
var VALUED_BY_PIP = /^-[rcift]$/;
function installOf(command) {
  const [program = "", ...rest] = withoutModule(command.words);
  const name = program.slice(program.lastIndexOf("/") + 1);
  const { operands, options } = split(rest, /^(?:pip3?|uv)$/.test(name));
  const [verb = "", ...packages] = operands;
  const has = (pattern) => options.some((option) => pattern.test(option));
  const of = (manager, facts) => ({
    manager,
    packages: [],
    requirements: [],
    global: false,
    frozen: false,
    needsLock: false,
    production: productionOf(options),
    command,
    ...facts
  });
  switch (name) {
    case "npm":
      if (/^(?:ci|clean-install|install-clean|ic)$/.test(verb)) return of("npm", { frozen: true, needsLock: true });
      if (!/^(?:i|in|ins|install|add)$/.test(verb) || has(/^--package-lock-only$/)) return void 0;
      return of("npm", { packages, global: has(/^(?:-g|--global|--location=global)$/) });
    case "yarn": {
      if (verb === "global" && packages[0] === "add") return of("yarn", { packages: packages.slice(1), global: true });
      if (verb === "add") return of("yarn", { packages });
      if (verb !== "install" && (verb !== "" || has(/^(?:-v|--version|-h|--help)$/))) return void 0;
      return of("yarn", {
        frozen: has(/^--(?:frozen-lockfile|immutable|pure-lockfile)$/),
        needsLock: has(/^--immutable$/)
      });
    }
    case "pnpm": {
      if (verb === "add") return of("pnpm", { packages, global: has(/^(?:-g|--global)$/) });
      if (verb !== "install" && verb !== "i") return void 0;
      const frozen = has(/^--frozen-lockfile(?:=true)?$/);
      return of("pnpm", { frozen: frozen || has(/^--offline$/), needsLock: frozen });
    }
    case "bun":
      if (verb === "add") return of("bun", { packages, global: has(/^(?:-g|--global)$/) });
      if (!/^(?:install|i|ci)$/.test(verb)) return void 0;
      return of("bun", { packages, frozen: verb === "ci" || has(/^--frozen-lockfile$/), needsLock: false });
    case "pip":
    case "pip3":
      return verb === "install" ? of("pip", { packages, requirements: requirementsOf(options), frozen: packages.length === 0 }) : void 0;
    case "uv":
      return verb === "pip" && packages[0] === "install" ? of("pip", {
        packages: packages.slice(1),
        requirements: requirementsOf(options),
        frozen: packages.length === 1
      }) : void 0;
    case "poetry":
      return verb === "install" || verb === "sync" ? of("poetry", {}) : void 0;
    case "pipenv":
      return verb === "install" || verb === "sync" ? of("pipenv", { packages, frozen: verb === "sync" || has(/^--(?:deploy|ignore-pipfile)$/) }) : void 0;
    case "composer":
      return verb === "install" ? of("composer", {}) : void 0;
    case "bundle":
      return verb === "install" ? of("bundler", {}) : void 0;
    case "go":
      return verb === "install" ? of("go", { packages: packages.filter((one) => one.includes("@")), global: true }) : void 0;
    case "corepack":
      return verb === "prepare" || verb === "install" ? of("corepack", { packages, global: true }) : void 0;
    default:
      return void 0;
  }
}
function requirementsOf(options) {
  if (options.some((option) => /^(?:-c|--constraint)=/.test(option))) return [];
  return options.flatMap((option) => /^(?:-r|--requirement)=(.+)$/.exec(option)?.[1] ?? []);
}
function withoutModule(words) {
  return /(?:^|\/)python[\d.]*$/.test(words[0] ?? "") && words[1] === "-m" ? words.slice(2) : words;
}
function split(words, pip) {
  const operands = [];
  const options = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (!word.startsWith("-")) operands.push(word);
    else if (pip && word === "--user") options.push(word);
    else if (VALUED.test(word) || pip && VALUED_BY_PIP.test(word)) {
      at++;
      options.push(`${word}=${words[at] ?? ""}`);
    } else options.push(pip && /^-r./.test(word) ? `-r=${word.slice(2)}` : word);
  }
  return { operands, options };
}
function productionOf(options) {
  if (options.some((one) => /^--(?:include=dev|production=false|prod=false|dev)$/.test(one))) return false;
  return options.some(
    (one) => /^(?:--production(?:=true)?|--prod(?:=true)?|-P|--omit=dev|--only=prod(?:uction)?|--no-dev|--no-group=dev)$/.test(
      one
    )
  ) ? true : void 0;
}
var LOCKFILES = {
  npm: ["package-lock.json", "npm-shrinkwrap.json"],
  yarn: ["yarn.lock"],
  pnpm: ["pnpm-lock.yaml"],
  bun: ["bun.lock", "bun.lockb"],
  pip: [],
  poetry: ["poetry.lock"],
  pipenv: ["Pipfile.lock"],
  composer: ["composer.lock"],
  bundler: ["Gemfile.lock"],
  go: [],
  corepack: []
};
function installsOf(...input) {
  return commandsOf(...input).flatMap((command) => installOf(command) ?? []);
}

module.exports = {
  installOf,
  LOCKFILES,
  installsOf
};
