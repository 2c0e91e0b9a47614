"use strict";
const {
  image,
  software
} = require("./chunk-GQEPWX7R.js");
require("./chunk-44IEB5UH.js");
const {
  runAudit
} = require("./chunk-HUJEKKQE.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-3STMCRJV.js");
require("./chunk-RDLTSDF2.js");
require("./chunk-K3BWUSJ6.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
require("./chunk-5CSMBYEA.js");
require("./chunk-O4JLX45A.js");
require("./chunk-AVQHFLF3.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-SLSXQQIR.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-ENTEFACH.js");
require("./chunk-IXIQF7RH.js");
require("./chunk-H6PDCTGH.js");
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
