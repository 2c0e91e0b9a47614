"use strict";
const {
  image,
  software,
  web
} = require("./chunk-XT6INZAU.js");
require("./chunk-2RL6R4IN.js");
const {
  runAudit
} = require("./chunk-F3TJ3VXB.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-FTFPRJZC.js");
require("./chunk-RW6UJ7QG.js");
require("./chunk-UVC6U27S.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
require("./chunk-QWENVA2Z.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-3RILMBAO.js");
require("./chunk-IXIQF7RH.js");
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
