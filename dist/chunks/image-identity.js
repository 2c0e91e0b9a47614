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
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/identity.ts
var BITNAMI_LDAP = "https://github.com/bitnami/containers/tree/main/bitnami/openldap";
var identity_default = [
  software(
    "keycloak",
    "Keycloak",
    "identity",
    [
      image("official", ["quay.io/keycloak/keycloak", "keycloak/keycloak"], {
        builtInHealthcheck: false,
        runsAs: "non-root",
        // On ubi-micro since 21, without curl and wget: https://github.com/keycloak/keycloak/discussions/19375.
        // `base-tools.ts` says so by version.
        tools: { has: ["bash", "sh"], lacks: [], shell: true }
      }),
      image("jboss", ["jboss/keycloak"], {}),
      image("bitnami", ["bitnami/keycloak", "bitnamilegacy/keycloak"], { runsAs: "non-root" })
    ],
    {
      ports: [web(8080), web(8443), { port: 9e3, purpose: "admin" }],
      access: {
        byDefault: "login",
        variables: ["KC_BOOTSTRAP_ADMIN_PASSWORD", "KEYCLOAK_ADMIN_PASSWORD"],
        source: "https://www.keycloak.org/server/bootstrap-admin-recovery"
      }
    }
  ),
  software(
    "authentik",
    "authentik",
    "identity",
    [
      image("official", ["ghcr.io/goauthentik/server", "authentik/server", "beryju/authentik"], {
        // `HEALTHCHECK \u2026 CMD [ "ak", "healthcheck" ]`: https://github.com/goauthentik/authentik/blob/main/lifecycle/container/Dockerfile
        builtInHealthcheck: true,
        healthCommand: "ak healthcheck",
        runsAs: "non-root"
      })
    ],
    {
      ports: [web(9e3), web(9443), { port: 9300, purpose: "metrics" }],
      access: {
        byDefault: "first-visitor",
        variables: ["AUTHENTIK_BOOTSTRAP_PASSWORD"],
        source: "https://docs.goauthentik.io/install-config/automated-install/"
      }
    }
  ),
  software(
    "authelia",
    "Authelia",
    "identity",
    [image("official", ["authelia/authelia", "ghcr.io/authelia/authelia"], { builtInHealthcheck: true })],
    {
      ports: [web(9091)]
    }
  ),
  software("hydra", "Ory Hydra", "identity", [image("official", ["oryd/hydra"])], {
    ports: [web(4444), { port: 4445, purpose: "admin" }]
  }),
  software("kratos", "Ory Kratos", "identity", [image("official", ["oryd/kratos"])], {
    ports: [web(4433), { port: 4434, purpose: "admin" }]
  }),
  software(
    "dex",
    "Dex",
    "identity",
    [image("official", ["dexidp/dex", "ghcr.io/dexidp/dex", "bitnami/dex", "bitnamilegacy/dex"])],
    { ports: [web(5556)] }
  ),
  software("zitadel", "ZITADEL", "identity", [image("official", ["ghcr.io/zitadel/zitadel"])], { ports: [web(8080)] }),
  software("logto", "Logto", "identity", [image("official", ["svhd/logto", "ghcr.io/logto-io/logto"])], {
    ports: [web(3001), { port: 3002, purpose: "admin" }]
  }),
  software(
    "supertokens",
    "SuperTokens",
    "identity",
    [
      image("official", [
        "registry.supertokens.io/supertokens/supertokens-postgresql",
        "registry.supertokens.io/supertokens/supertokens-mysql",
        "supertokens/supertokens-postgresql"
      ])
    ],
    { ports: [web(3567)] }
  ),
  software(
    "openldap",
    "OpenLDAP",
    "identity",
    [
      image("osixia", ["osixia/openldap"], dataAt("/var/lib/ldap", "https://github.com/osixia/docker-openldap")),
      image("bitnami", ["bitnami/openldap", "bitnamilegacy/openldap"], {
        ...dataAt("/bitnami/openldap", BITNAMI_LDAP),
        defaultCredentials: [
          {
            user: { variable: "LDAP_ADMIN_USERNAME", default: "admin" },
            password: {
              variable: "LDAP_ADMIN_PASSWORD",
              default: "adminpassword",
              wellKnown: ["adminpassword", "admin", "password", "secret", "bitnami"],
              alternatives: ["LDAP_ADMIN_PASSWORD_FILE"]
            },
            source: BITNAMI_LDAP
          }
        ]
      })
    ],
    {
      stateful: true,
      ports: [
        { port: 389, purpose: "data" },
        { port: 636, purpose: "data" }
      ],
      schemes: ["ldap", "ldaps"],
      access: {
        byDefault: "login",
        variables: ["LDAP_ADMIN_PASSWORD"],
        defaultLogin: { user: "cn=admin,dc=example,dc=org", password: "admin" },
        source: "https://github.com/osixia/docker-openldap#environment-variables"
      }
    }
  )
];
module.exports = {
  default: identity_default,
  house: runAudit
};
