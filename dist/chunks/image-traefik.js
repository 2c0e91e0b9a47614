"use strict";
const {
  image,
  software,
  web
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
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
