"use strict";

// src/model/code/web/production-files.ts
var productionFiles = (function productionFiles(program, service) {
  const found = known.get(service);
  if (found) return found;
  const reached = program.reachableFrom(service.entries);
  const files = service.code.filter(
    ({ path }) => reached.has(path) || !(standsAside(path) || isDevelopmentPath(fileName(path)))
  );
  known.set(service, files);
  return files;
});
const {
  fileName,
  isDevelopmentPath,
  standsAside
} = require("./chunk-Q3NCOY3T.js");

// src/model/code/web/production-files.ts

var known = /* @__PURE__ */ new WeakMap();

module.exports = {
  productionFiles
};
