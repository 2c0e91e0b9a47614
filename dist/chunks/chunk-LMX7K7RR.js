"use strict";

// src/code/modules/python-roots.ts
var pythonLayout = (function pythonLayout(tree) {
  const known = layoutOf.get(tree);
  if (known) return known;
  const files = /* @__PURE__ */ new Set();
  const folders = /* @__PURE__ */ new Set(["."]);
  for (const { path } of tree.files) {
    if (!path.endsWith(".py")) continue;
    files.add(path);
    for (let at = directoryOf(path); !folders.has(at); at = directoryOf(at)) folders.add(at);
  }
  const roots = /* @__PURE__ */ new Set();
  const renamed = /* @__PURE__ */ new Map();
  const installed = /* @__PURE__ */ new Set();
  for (const { path, format } of tree.files) {
    const name = fileName(path);
    const directory = directoryOf(path);
    if (/^(?:pyproject\.toml|setup\.py|setup\.cfg)$/.test(name)) {
      for (const place of [directory, joinPath(directory, "src"), joinPath(directory, "lib")])
        if (folders.has(place)) roots.add(place);
    }
    if (/^(?:requirements[^/]*\.(?:txt|in)|pyproject\.toml|Pipfile)$/.test(name))
      addInstalled(tree.read(path)?.text ?? "", installed);
    if (format === "dockerfile") addDockerfile(tree.read(path)?.text ?? "", directory, { folders, roots, renamed });
  }
  const layout = { files, folders, roots: [...roots], renamed, installed };
  layoutOf.set(tree, layout);
  return layout;
});
var addDockerfile = (function addDockerfile(text, directory, { folders, roots, renamed }) {
  const contexts = ancestors(directory);
  const inContext = (path) => contexts.map((context) => joinPath(context, path)).find((place) => folders.has(place));
  for (const [, value = ""] of text.matchAll(/\bPYTHONPATH[= ]["']?([^\s"']+)/g)) {
    for (const entry of value.split(":")) {
      const parts = entry.split("/").filter((part) => part !== "" && !part.includes("$"));
      for (let skipped = 0; skipped < parts.length; skipped++) {
        const place = inContext(parts.slice(skipped).join("/"));
        if (place === void 0) continue;
        roots.add(place);
        break;
      }
    }
  }
  for (const [, from = "", to = ""] of text.matchAll(
    /^\s*COPY\s+(?:--chown=\S+\s+|--chmod=\S+\s+)*(\S+)\s+(\S+)\s*$/gim
  )) {
    const place = inContext(from);
    const name = to.split("/").findLast((part) => part !== "");
    if (place !== void 0 && place !== "." && name !== void 0 && name !== fileName(place) && /^[A-Za-z_]\w*$/.test(name))
      renamed.set(name, place);
  }
});
var ancestors = (function ancestors(directory) {
  const all = [directory];
  for (let at = directory; at !== "." && !at.startsWith(".."); ) {
    at = directoryOf(at);
    all.push(at);
  }
  return all;
});
const {
  directoryOf,
  fileName,
  joinPath
} = require("./chunk-Q3NCOY3T.js");

// src/code/modules/python-roots.ts
var layoutOf = /* @__PURE__ */ new WeakMap();

function addInstalled(text, installed) {
  for (const [, name = ""] of text.matchAll(/^\s*["']?([A-Za-z][\w.-]*)/gm))
    installed.add(name.toLowerCase().replace(/[-.]/g, "_"));
}



module.exports = {
  pythonLayout,
  ancestors
};
