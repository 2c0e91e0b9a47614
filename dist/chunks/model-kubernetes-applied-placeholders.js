"use strict";

// src/model/kubernetes/applied-placeholders.ts
var appliedPlaceholders = (function appliedPlaceholders(production, tree) {
  let commanded;
  return production.flatMap(({ files, cluster }) => {
    if (!cluster || cluster.missingFiles.length > 0 || !isKustomizationName(fileName(files[0] ?? ""))) return [];
    const secrets = cluster.objects.filter(({ kind, apiVersion }) => kind === "Secret" && apiVersion === "v1");
    return secrets.flatMap((secret) => {
      const { at: place, name } = secret;
      const written = tree.read(place.path)?.text.slice(place.start, place.end) ?? name;
      const names = [name, written];
      const shown = isKustomizationName(fileName(place.path)) ? written : name;
      return placeholdersIn(secret).flatMap(({ key, text, signing, at }) => {
        const user = cluster.controllers.find((one) => takes(one, secret, key));
        commanded ??= madeByCommands(tree);
        const isMade = names.some((one) => commanded?.has(`Secret/${one}`)) && !isMadeBefore(names, files[0] ?? "", tree);
        if (!user || isMade || isFilledIn(text, tree)) return [];
        return [{ secret: shown, key, signing, by: `${user.object.kind} ${user.object.name}`, at }];
      });
    });
  });
});
const {
  madeByCommands
} = require("./chunk-TZGBOUZZ.js");
const {
  sameNamespace
} = require("./chunk-YXRK3UZL.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  decoded,
  descend,
  directoryOf,
  entriesOf,
  fileName,
  isKustomizationName,
  itemsOf,
  secretIn,
  textOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/kubernetes/applied-placeholders.ts
var SCRIPTS = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci"]);

function placeholdersIn({ node }) {
  if (child(node, "sops")) return [];
  return ["data", "stringData"].flatMap(
    (part) => entriesOf(child(node, part)).flatMap(([key, value]) => {
      const written = textOf(value) ?? "";
      const text = part === "data" ? decoded(written) : written;
      const found = secretIn(key, text);
      return found?.placeholder ? [{ key, text, signing: found.signing, at: value.at }] : [];
    })
  );
}
function takes({ object, spec }, secret, key) {
  if (!sameNamespace(object.namespace, secret.namespace)) return false;
  const isWhole = (reference, name = "name") => textOf(child(reference, name)) === secret.name;
  const containers = [...itemsOf(child(spec, "containers")), ...itemsOf(child(spec, "initContainers"))];
  return itemsOf(child(spec, "volumes")).some((volume) => isWhole(child(volume, "secret"), "secretName")) || containers.some(
    (container) => itemsOf(child(container, "envFrom")).some((source) => isWhole(child(source, "secretRef"))) || itemsOf(child(container, "env")).some((variable) => {
      const reference = descend(variable, "valueFrom", "secretKeyRef");
      return isWhole(reference) && textOf(child(reference, "key")) === key;
    })
  );
}
function isMadeBefore(names, kustomization, tree) {
  const folder = directoryOf(kustomization);
  if (folder === ".") return false;
  let made = 0;
  for (const { path, format } of tree.files) {
    const text = SCRIPTS.has(format) ? tree.read(path)?.text : void 0;
    const last = text === void 0 ? -1 : lastMaking(text, names);
    if (text === void 0 || last === -1) continue;
    made++;
    const behind = text.slice(last).split("\n", MOST_LINES);
    if (!behind.some((line) => appliesFolder(line, folder))) return false;
  }
  return made > 0;
}
var MOST_LINES = 5e3;
var MAKES = /\bcreate\s+secret\s+(?:generic|docker-registry|tls)\s+["']?([\w.-]{1,253})/g;
function lastMaking(text, names) {
  let last = -1;
  for (const { 1: name = "", index } of text.matchAll(MAKES)) if (names.includes(name)) last = index;
  return last;
}
function appliesFolder(line, folder) {
  const found = /^\s*(?:sudo\s+)?(?:kubectl|oc|k3s\s+kubectl)\s[^#\n]{0,300}?\bapply\s[^#\n]{0,300}?(?:-k|--kustomize)[ =]["']?([^\s"']{1,300})/.exec(
    line
  );
  const target = found?.[1]?.replace(/\/+$/, "");
  return target !== void 0 && (target === folder || target === `./${folder}` || target.endsWith(`}/${folder}`) || /\$\w+\//.test(target) && target.endsWith(`/${folder}`));
}
function isFilledIn(text, tree) {
  return tree.files.some(({ path, format }) => SCRIPTS.has(format) && tree.read(path)?.text.includes(text) === true);
}
module.exports = {
  appliedPlaceholders,
  house: runAudit
};
