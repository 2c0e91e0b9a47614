"use strict";
const {
  image,
  software
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

// src/knowledge/images/docker-socket-proxy.ts
var docker_socket_proxy_default = software(
  "docker-socket-proxy",
  "Docker socket proxy",
  "proxy",
  [
    image("tecnativa", ["tecnativa/docker-socket-proxy", "ghcr.io/tecnativa/docker-socket-proxy"]),
    image("linuxserver", [
      "linuxserver/socket-proxy",
      "lscr.io/linuxserver/socket-proxy",
      "ghcr.io/linuxserver/socket-proxy"
    ]),
    image("wollomatic", ["wollomatic/socket-proxy", "ghcr.io/wollomatic/socket-proxy"], {
      tools: { has: [], lacks: ["curl", "wget"], shell: false },
      runsAs: "non-root"
    }),
    image("11notes", ["11notes/socket-proxy"]),
    image("fluencelabs", ["fluencelabs/docker-socket-proxy"])
  ],
  { ports: [{ port: 2375, purpose: "admin" }] }
);
module.exports = {
  default: docker_socket_proxy_default,
  house: runAudit
};
