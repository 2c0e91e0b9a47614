"use strict";
const {
  image,
  metrics,
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

// src/knowledge/images/proxies.ts
var proxies_default = [
  software(
    "haproxy",
    "HAProxy",
    "proxy",
    [
      image(
        "official",
        ["haproxy", "haproxytech/haproxy-alpine", "haproxytech/haproxy-debian", "haproxytech/haproxy-ubuntu"],
        // `haproxy -c` reads the configuration and asks nothing of the process that runs.
        { builtInHealthcheck: false }
      ),
      image("bitnami", ["bitnami/haproxy", "bitnamilegacy/haproxy"], { runsAs: "non-root" })
    ],
    { ports: [] }
  ),
  software(
    "caddy",
    "Caddy",
    "proxy",
    [
      image("official", ["caddy", "lucaslorentz/caddy-docker-proxy"], {
        builtInHealthcheck: false,
        healthCommand: "wget -q --spider http://127.0.0.1:2019/config/",
        // Certificates and account keys; the container starts without them and asks for new ones.
        dataPaths: [{ paths: ["/data"], source: "https://github.com/caddyserver/caddy-docker" }]
      })
    ],
    { ports: [web(80), web(443), { port: 2019, purpose: "admin" }] }
  ),
  software(
    "envoy",
    "Envoy",
    "proxy",
    [
      image("official", ["envoyproxy/envoy", "envoyproxy/envoy-alpine"], { builtInHealthcheck: false }),
      image("distroless", ["envoyproxy/envoy-distroless"], {
        builtInHealthcheck: false,
        tools: { has: [], lacks: ["curl", "wget"], shell: false }
      })
    ],
    { ports: [web(1e4)] }
  ),
  software(
    "kong",
    "Kong Gateway",
    "proxy",
    [
      image("official", ["kong", "kong/kong", "kong/kong-gateway", "kong/kong-gateway-dev"], {
        runsAs: "non-root",
        healthCommand: "kong health"
      })
    ],
    {
      ports: [web(8e3), web(8443), { port: 8001, purpose: "admin" }, { port: 8444, purpose: "admin" }]
    }
  ),
  software(
    "httpd",
    "Apache HTTP Server",
    "proxy",
    [
      image("official", ["httpd"], { builtInHealthcheck: false, runsAs: "drops-privileges" }),
      image("bitnami", ["bitnami/apache", "bitnamilegacy/apache"], { runsAs: "non-root" })
    ],
    { ports: [web(80)] }
  ),
  software(
    "oauth2-proxy",
    "OAuth2 Proxy",
    "proxy",
    [
      image("official", ["quay.io/oauth2-proxy/oauth2-proxy"], {
        runsAs: "non-root",
        // Distroless since 7.6, with Alpine (and its wget) before that and in `-alpine` tags.
        tools: { has: ["oauth2-proxy"], lacks: ["curl"] }
      })
    ],
    { ports: [web(4180), metrics(44180)] }
  ),
  software("varnish", "Varnish", "proxy", [image("official", ["varnish"], { builtInHealthcheck: false })], {
    ports: [web(80), web(8443)]
  }),
  software("cloudflared", "cloudflared", "proxy", [
    image("official", ["cloudflare/cloudflared"], {
      runsAs: "non-root",
      tools: { has: ["cloudflared"], lacks: ["curl", "wget"], shell: false }
    })
  ]),
  software("certbot", "Certbot", "agent", [image("official", ["certbot/certbot", "certbot/dns-*"], {})])
];
module.exports = {
  default: proxies_default,
  house: runAudit
};
