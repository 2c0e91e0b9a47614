"use strict";
const {
  image,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
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
