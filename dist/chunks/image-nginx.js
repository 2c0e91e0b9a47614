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

// src/knowledge/images/nginx.ts
var dockerfiles = "https://github.com/nginx/docker-nginx";
var nginx_default = software(
  "nginx",
  "nginx",
  "proxy",
  [
    image("official", ["nginx", "public.ecr.aws/nginx/nginx"], {
      builtInHealthcheck: false,
      runsAs: "drops-privileges",
      healthCommand: "curl -fsS http://127.0.0.1/ -o /dev/null",
      variables: {
        reads: [/^NGINX_ENVSUBST_/, /^NGINX_ENTRYPOINT_/],
        ignored: [],
        refused: [],
        required: [],
        // Any variable may be meant for a template under /etc/nginx/templates: no prefix is the image's own.
        prefixes: [],
        source: `${dockerfiles}/blob/master/entrypoint/20-envsubst-on-templates.sh`
      }
    }),
    image("unprivileged", ["nginxinc/nginx-unprivileged", "ghcr.io/nginxinc/nginx-unprivileged"], {
      builtInHealthcheck: false,
      runsAs: "non-root",
      healthCommand: "curl -fsS http://127.0.0.1:8080/ -o /dev/null"
    }),
    image("bitnami", ["bitnami/nginx", "bitnamilegacy/nginx"], { runsAs: "non-root" }),
    image("openresty", ["openresty/openresty"], { builtInHealthcheck: false }),
    image("proxy-manager", ["jc21/nginx-proxy-manager"], {}),
    image("nginx-proxy", ["nginxproxy/nginx-proxy", "jwilder/nginx-proxy"], {})
  ],
  { ports: [web(80), web(443)] }
);
module.exports = {
  default: nginx_default,
  house: runAudit
};
