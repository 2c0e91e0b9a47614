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
        if (!user || names.some((one) => commanded?.has(`Secret/${one}`)) || isFilledIn(text, tree)) return [];
        return [{ secret: shown, key, signing, by: `${user.object.kind} ${user.object.name}`, at }];
      });
    });
  });
});
const {
  madeByCommands
} = require("./chunk-OWA5T3DM.js");
const {
  sameNamespace
} = require("./chunk-BJO5UXI5.js");
const {
  runAudit
} = require("./chunk-XOYSDTDP.js");
require("./chunk-6RRQKHF6.js");
const {
  child,
  decoded,
  descend,
  entriesOf,
  fileName,
  isKustomizationName,
  itemsOf,
  secretIn,
  textOf
} = require("./chunk-KHVWFIBF.js");
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
function isFilledIn(text, tree) {
  return tree.files.some(({ path, format }) => SCRIPTS.has(format) && tree.read(path)?.text.includes(text) === true);
}
module.exports = {
  appliedPlaceholders,
  house: runAudit
};
