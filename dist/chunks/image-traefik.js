"use strict";
const {
  image,
  software,
  web
} = require("./chunk-U5QIIT4Q.js");
require("./chunk-BSXH2SDL.js");
const {
  runAudit
} = require("./chunk-KQT5WLV5.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-DUS4DF5K.js");
require("./chunk-ENZE5ASX.js");
require("./chunk-NKJYXU72.js");
require("./chunk-YXT6UML4.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-AAQLWITA.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/traefik.ts
var traefik_default = software(
  "traefik",
  "Traefik",
  "proxy",
  [
    image("official", ["traefik", "traefik/traefik", "ghcr.io/traefik/traefik"], {
      builtInHealthcheck: false,
      runsAs: "root",
      // Only answers when `--ping=true` is set too: https://doc.traefik.io/traefik/operations/cli/#healthcheck
      healthCommand: "traefik healthcheck --ping",
      healthNeeds: "switch its answer on with `--ping=true` in the command (or `ping: {}` in traefik.yml)"
    })
  ],
  {
    ports: [web(80), web(443), { port: 8080, purpose: "admin" }]
  }
);
module.exports = {
  default: traefik_default,
  house: runAudit
};
