"use strict";
const {
  access
} = require("./chunk-CSZZXOOV.js");

// src/knowledge/define.ts
function software(id, name, kind, distributions, facts = {}) {
  const given = facts.access;
  const judged = given ? distributions.map((each) => ({ ...access(name, given), ...each })) : distributions;
  return { id, name, kind, stateful: false, ports: [], backupTools: [], schemes: [], ...facts, distributions: judged };
}
function image(id, images, facts = {}) {
  return { id, images, dataPaths: [], ...facts };
}
function dataAt(path, source) {
  return { dataPaths: [{ paths: [path], source }] };
}
function web(port) {
  return { port, purpose: "web" };
}
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
