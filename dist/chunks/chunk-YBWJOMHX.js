"use strict";

// src/knowledge/define.ts
var software = (function software(id, name, kind, distributions, facts = {}) {
  const given = facts.access;
  const judged = given ? distributions.map((each) => ({ ...access(name, given), ...each })) : distributions;
  return { id, name, kind, stateful: false, ports: [], backupTools: [], schemes: [], ...facts, distributions: judged };
});
var image = (function image(id, images, facts = {}) {
  return { id, images, dataPaths: [], ...facts };
});
var dataAt = (function dataAt(path, source) {
  return { dataPaths: [{ paths: [path], source }] };
});
var web = (function web(port) {
  return { port, purpose: "web" };
});
const {
  access
} = require("./chunk-Q3NCOY3T.js");

// src/knowledge/define.ts




function metrics(port) {
  return { port, purpose: "metrics" };
}

module.exports = {
  software,
  image,
  dataAt,
  web,
  metrics
};
