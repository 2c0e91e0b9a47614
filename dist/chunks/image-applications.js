"use strict";
const {
  dataAt,
  image,
  software,
  web
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  guarded,
  isSet,
  open,
  undecided,
  variable
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/applications.ts
function browserless(facts, version) {
  const fix = "Set TOKEN, or bind its port to 127.0.0.1";
  if (isSet(facts, "TOKEN")) return guarded("TOKEN is set", variable("TOKEN"));
  if (version === 2) return undecided("TOKEN is not set, and versions differ in what that means", fix);
  return open("Browserless asks nobody for a token by default", fix);
}
var applications_default = [
  software(
    "browserless",
    "Browserless",
    "application",
    [
      // Version 1: https://hub.docker.com/r/browserless/chrome
      image("official", ["browserless/chrome"], { authentication: (facts) => browserless(facts, 1) }),
      image("v2", ["ghcr.io/browserless/chromium", "ghcr.io/browserless/chrome", "ghcr.io/browserless/multi"], {
        authentication: (facts) => browserless(facts, 2)
      })
    ],
    { ports: [web(3e3)] }
  ),
  software(
    "registry",
    "Distribution registry",
    "application",
    [
      image(
        "official",
        ["registry", "distribution/distribution"],
        dataAt("/var/lib/registry", "https://distribution.github.io/distribution/about/configuration/")
      )
    ],
    {
      stateful: true,
      ports: [web(5e3)],
      access: {
        byDefault: "none",
        variables: ["REGISTRY_AUTH", "REGISTRY_AUTH_HTPASSWD_PATH", "REGISTRY_AUTH_TOKEN_REALM"],
        source: "https://distribution.github.io/distribution/about/configuration/#auth"
      }
    }
  ),
  software(
    "wordpress",
    "WordPress",
    "application",
    [
      image("official", ["wordpress"], dataAt("/var/www/html", "https://hub.docker.com/_/wordpress")),
      image("bitnami", ["bitnami/wordpress", "bitnamilegacy/wordpress"], {
        ...dataAt("/bitnami/wordpress", "https://github.com/bitnami/containers/tree/main/bitnami/wordpress"),
        runsAs: "non-root"
      })
    ],
    { stateful: true, ports: [web(80)] }
  ),
  software(
    "nextcloud",
    "Nextcloud",
    "application",
    [image("official", ["nextcloud"], dataAt("/var/www/html", "https://hub.docker.com/_/nextcloud"))],
    {
      stateful: true,
      ports: [web(80)]
    }
  ),
  software(
    "gitea",
    "Gitea",
    "application",
    [
      image(
        "official",
        ["gitea/gitea", "docker.gitea.com/gitea"],
        dataAt("/data", "https://docs.gitea.com/installation/install-with-docker")
      )
    ],
    {
      stateful: true,
      ports: [web(3e3), { port: 22, purpose: "data" }]
    }
  ),
  software(
    "n8n",
    "n8n",
    "application",
    [
      image("official", ["n8nio/n8n", "docker.n8n.io/n8nio/n8n"], {
        ...dataAt("/home/node/.n8n", "https://docs.n8n.io/hosting/installation/docker/"),
        runsAs: "non-root"
      })
    ],
    { stateful: true, ports: [web(5678)] }
  ),
  software(
    "odoo",
    "Odoo",
    "application",
    [image("official", ["odoo"], dataAt("/var/lib/odoo", "https://hub.docker.com/_/odoo"))],
    { stateful: true, ports: [web(8069)] }
  ),
  software("erpnext", "ERPNext", "application", [image("official", ["frappe/erpnext"])], { ports: [web(8e3)] }),
  software("hasura", "Hasura GraphQL Engine", "application", [image("official", ["hasura/graphql-engine"])], {
    ports: [web(8080)],
    access: {
      byDefault: "none",
      variables: ["HASURA_GRAPHQL_ADMIN_SECRET"],
      source: "https://hasura.io/docs/2.0/deployment/securing-graphql-endpoint/"
    }
  }),
  software("directus", "Directus", "application", [image("official", ["directus/directus"])], { ports: [web(8055)] }),
  software(
    "gotenberg",
    "Gotenberg",
    "application",
    [image("official", ["gotenberg/gotenberg", "thecodingmachine/gotenberg"])],
    { ports: [web(3e3)] }
  ),
  software(
    "livekit",
    "LiveKit",
    "application",
    // WebRTC over TCP and UDP beside the port for signals: https://docs.livekit.io/home/self-hosting/ports-firewall/
    [image("official", ["livekit/livekit-server"])],
    { ports: [web(7880), { port: 7881, purpose: "media" }, { port: 7882, purpose: "media" }] }
  ),
  software(
    "ollama",
    "Ollama",
    "application",
    [image("official", ["ollama/ollama"], dataAt("/root/.ollama", "https://hub.docker.com/r/ollama/ollama"))],
    { ports: [web(11434)] }
  )
];
module.exports = {
  default: applications_default,
  house: runAudit
};
