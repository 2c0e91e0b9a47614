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
const {
  WELL_KNOWN_PASSWORDS,
  firstSet,
  guarded,
  open,
  undecided,
  variable
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/admin-tools.ts
function tool(id, name, port, images, access, facts) {
  const distributions = [image("official", images, facts)];
  return software(id, name, "admin-tool", distributions, { ports: [web(port)], ...access ? { access } : {} });
}
var unguarded = (source, ...variables) => ({ byDefault: "none", variables, source });
var target = (source) => ({ byDefault: "target", variables: [], source });
var firstVisitor = (source, ...variables) => ({
  byDefault: "first-visitor",
  variables,
  source
});
var login = (source, user, password, ...variables) => ({
  byDefault: "login",
  variables,
  defaultLogin: { user, password },
  source
});
function mongoExpress(facts) {
  const fix = "Set ME_CONFIG_BASICAUTH=true with ME_CONFIG_BASICAUTH_USERNAME and ME_CONFIG_BASICAUTH_PASSWORD.";
  const name = firstSet(facts, ["ME_CONFIG_BASICAUTH_ENABLED", "ME_CONFIG_BASICAUTH"]);
  const value = name === void 0 ? void 0 : facts.environment(name);
  if (name !== void 0 && value === null) return undecided(`${name} is set to something unknown`, fix, variable(name));
  if (name !== void 0 && value?.toLowerCase() === "false")
    return open(`${name}=false lets everybody in`, fix, variable(name));
  return guarded("mongo-express asks for a login");
}
var MONGO_EXPRESS_LOGINS = [
  {
    user: { variable: "ME_CONFIG_BASICAUTH_USERNAME", default: "admin" },
    password: {
      variable: "ME_CONFIG_BASICAUTH_PASSWORD",
      default: "pass",
      wellKnown: WELL_KNOWN_PASSWORDS,
      alternatives: ["ME_CONFIG_BASICAUTH_PASSWORD_FILE"]
    },
    unless: { variable: "ME_CONFIG_BASICAUTH", values: ["false"] },
    source: "https://github.com/mongo-express/mongo-express-docker"
  }
];
var admin_tools_default = [
  tool("adminer", "Adminer", 8080, ["adminer", "dockette/adminer"], target("https://hub.docker.com/_/adminer")),
  tool(
    "phpmyadmin",
    "phpMyAdmin",
    80,
    ["phpmyadmin", "phpmyadmin/phpmyadmin", "bitnami/phpmyadmin", "bitnamilegacy/phpmyadmin"],
    target("https://hub.docker.com/_/phpmyadmin")
  ),
  tool("phppgadmin", "phpPgAdmin", 8080, ["bitnami/phppgadmin", "bitnamilegacy/phppgadmin", "dockage/phppgadmin"]),
  // The image does not start without PGADMIN_DEFAULT_EMAIL and PGADMIN_DEFAULT_PASSWORD: there is no default login.
  tool("pgadmin", "pgAdmin", 80, ["dpage/pgadmin4"], {
    byDefault: "login",
    variables: ["PGADMIN_DEFAULT_PASSWORD", "PGADMIN_DEFAULT_PASSWORD_FILE"],
    source: "https://www.pgadmin.org/docs/pgadmin4/latest/container_deployment.html"
  }),
  tool(
    "pgweb",
    "pgweb",
    8081,
    ["sosedoff/pgweb", "ghcr.io/sosedoff/pgweb"],
    unguarded("https://github.com/sosedoff/pgweb/wiki", "PGWEB_AUTH_PASS")
  ),
  tool(
    "pghero",
    "PgHero",
    8080,
    ["ankane/pghero"],
    unguarded("https://github.com/ankane/pghero/blob/master/guides/Docker.md", "PGHERO_PASSWORD")
  ),
  tool(
    "dbgate",
    "DbGate",
    3e3,
    ["dbgate/dbgate"],
    unguarded(
      "https://docs.dbgate.io/env-variables/",
      "PASSWORD",
      "LOGIN_PASSWORD_admin",
      "LOGIN",
      "LOGINS",
      "OAUTH_AUTH"
    )
  ),
  tool(
    "cloudbeaver",
    "CloudBeaver",
    8978,
    ["dbeaver/cloudbeaver"],
    firstVisitor("https://github.com/dbeaver/cloudbeaver/wiki", "CB_ADMIN_PASSWORD")
  ),
  tool(
    "sqlpad",
    "SQLPad",
    3e3,
    ["sqlpad/sqlpad"],
    firstVisitor("https://getsqlpad.com/en/configuration/", "SQLPAD_ADMIN_PASSWORD")
  ),
  tool(
    "mongo-express",
    "mongo-express",
    8081,
    ["mongo-express"],
    login(
      "https://github.com/mongo-express/mongo-express-docker",
      "admin",
      "pass",
      "ME_CONFIG_BASICAUTH_PASSWORD",
      "ME_CONFIG_BASICAUTH_PASSWORD_FILE"
    ),
    { authentication: mongoExpress, defaultCredentials: MONGO_EXPRESS_LOGINS }
  ),
  tool("nosqlclient", "Nosqlclient", 3e3, ["mongoclient/mongoclient"]),
  tool(
    "kafka-ui",
    "UI for Apache Kafka",
    8080,
    ["provectuslabs/kafka-ui", "kafbat/kafka-ui", "ghcr.io/kafbat/kafka-ui"],
    unguarded("https://ui.docs.kafbat.io/configuration/misc-configuration-properties", "AUTH_TYPE")
  ),
  tool(
    "kafdrop",
    "Kafdrop",
    9e3,
    ["obsidiandynamics/kafdrop"],
    unguarded("https://github.com/obsidiandynamics/kafdrop")
  ),
  tool(
    "akhq",
    "AKHQ",
    8080,
    ["tchiotludo/akhq"],
    unguarded(
      "https://akhq.io/docs/configuration/authentifications/",
      "AKHQ_CONFIGURATION",
      "MICRONAUT_SECURITY_ENABLED"
    )
  ),
  tool(
    "kafka-manager",
    "CMAK (Kafka Manager)",
    9e3,
    ["hlebalbau/kafka-manager", "sheepkiller/kafka-manager", "kafkamanager/kafka-manager", "eshepelyuk/cmak-operator"],
    unguarded("https://github.com/yahoo/CMAK", "KAFKA_MANAGER_AUTH_ENABLED")
  ),
  tool(
    "kowl",
    "Redpanda Console",
    8080,
    [
      "redpandadata/console",
      "docker.redpanda.com/redpandadata/console",
      "docker.redpanda.com/vectorized/console",
      "quay.io/cloudhut/kowl"
    ],
    unguarded(
      "https://docs.redpanda.com/current/console/config/security/",
      "LOGIN_ENABLED",
      "AUTHENTICATION_BASIC_ENABLED",
      "AUTHENTICATION_OIDC_ENABLED"
    )
  ),
  tool("conduktor", "Conduktor Console", 8080, ["conduktor/conduktor-console", "conduktor/conduktor-platform"]),
  tool(
    "kafka-control-center",
    "Confluent Control Center",
    9021,
    ["confluentinc/cp-enterprise-control-center", "confluentinc/cp-enterprise-control-center-next-gen"],
    unguarded(
      "https://docs.confluent.io/control-center/current/security/overview.html",
      "CONTROL_CENTER_REST_AUTHENTICATION_METHOD"
    )
  ),
  tool("lenses", "Lenses", 9991, [
    "lensesio/lenses",
    "lensesio/box",
    "lensesio/fast-data-dev",
    "landoop/fast-data-dev"
  ]),
  tool("kafka-topics-ui", "Kafka Topics UI", 8e3, [
    "landoop/kafka-topics-ui",
    "landoop/schema-registry-ui",
    "landoop/kafka-connect-ui"
  ]),
  tool(
    "zoonavigator",
    "ZooNavigator",
    9e3,
    ["elkozmon/zoonavigator"],
    unguarded("https://zoonavigator.elkozmon.com/")
  ),
  tool(
    "redis-commander",
    "Redis Commander",
    8081,
    ["rediscommander/redis-commander", "ghcr.io/joeferner/redis-commander"],
    unguarded(
      "https://github.com/joeferner/redis-commander/blob/master/docs/configuration.md",
      "HTTP_PASSWORD",
      "HTTP_PASSWORD_FILE",
      "HTTP_PASSWORD_HASH"
    ),
    // HEALTHCHECK in the Dockerfile: https://github.com/joeferner/redis-commander/blob/master/Dockerfile
    { builtInHealthcheck: true }
  ),
  tool(
    "redisinsight",
    "Redis Insight",
    5540,
    ["redis/redisinsight", "redislabs/redisinsight"],
    unguarded("https://redis.io/docs/latest/operate/redisinsight/")
  ),
  tool(
    "phpredisadmin",
    "phpRedisAdmin",
    80,
    ["erikdubbelboer/phpredisadmin"],
    unguarded("https://github.com/erikdubbelboer/phpRedisAdmin", "ADMIN_PASS")
  ),
  tool(
    "bull-board",
    "Bull Board",
    3e3,
    ["deadly0/bull-board"],
    unguarded("https://github.com/Deadly0/bull-board-docker", "USER_PASSWORD")
  ),
  tool("elasticvue", "Elasticvue", 8080, ["cars10/elasticvue"], target("https://elasticvue.com/installation")),
  tool("cerebro", "Cerebro", 9e3, ["lmenezes/cerebro"], unguarded("https://github.com/lmenezes/cerebro", "AUTH_TYPE")),
  tool("dejavu", "Dejavu", 1358, ["appbaseio/dejavu"], target("https://github.com/appbaseio/dejavu")),
  tool("rabbitmq-scout", "RabbitScout", 3e3, ["ralve/rabbitscout"]),
  tool("nui", "NATS NUI", 31311, ["ghcr.io/nats-nui/nui", "natsnui/nui"], unguarded("https://natsnui.app/")),
  tool(
    "temporal-ui",
    "Temporal UI",
    8080,
    ["temporalio/ui", "temporalio/web"],
    unguarded("https://docs.temporal.io/references/web-ui-configuration", "TEMPORAL_AUTH_ENABLED")
  ),
  tool(
    "flower",
    "Flower",
    5555,
    ["mher/flower"],
    unguarded("https://flower.readthedocs.io/en/latest/auth.html", "FLOWER_BASIC_AUTH", "FLOWER_AUTH")
  ),
  tool(
    "rq-dashboard",
    "RQ Dashboard",
    9181,
    ["eoranged/rq-dashboard"],
    unguarded("https://github.com/Parallels/rq-dashboard", "RQ_DASHBOARD_PASSWORD")
  ),
  tool(
    "portainer",
    "Portainer",
    9e3,
    ["portainer/portainer", "portainer/portainer-ce", "portainer/portainer-ee"],
    firstVisitor("https://docs.portainer.io/start/install-ce/server/setup"),
    {
      dataPaths: [{ paths: ["/data"], source: "https://docs.portainer.io/start/install-ce/server/docker/linux" }]
    }
  ),
  software("portainer-agent", "Portainer agent", "agent", [image("official", ["portainer/agent"])], {
    ports: [{ port: 9001, purpose: "admin" }]
  }),
  tool(
    "dozzle",
    "Dozzle",
    8080,
    ["amir20/dozzle", "ghcr.io/amir20/dozzle"],
    unguarded("https://dozzle.dev/guide/authentication", "DOZZLE_AUTH_PROVIDER", "DOZZLE_USERNAME")
  ),
  tool("dockge", "Dockge", 5001, ["louislam/dockge"], firstVisitor("https://github.com/louislam/dockge")),
  tool(
    "yacht",
    "Yacht",
    8e3,
    ["selfhostedpro/yacht"],
    login("https://yacht.sh/docs/Installation/Getting_Started", "admin@yacht.local", "pass", "ADMIN_PASSWORD")
  ),
  tool("swarmpit", "Swarmpit", 8080, ["swarmpit/swarmpit"]),
  tool("filebrowser", "File Browser", 80, ["filebrowser/filebrowser", "hurlenko/filebrowser"], {
    byDefault: "login",
    variables: [],
    source: "https://filebrowser.org/installation"
  }),
  tool("code-server", "code-server", 8080, [
    "codercom/code-server",
    "ghcr.io/coder/code-server",
    "linuxserver/code-server",
    "lscr.io/linuxserver/code-server"
  ]),
  tool("jupyter", "Jupyter", 8888, ["jupyter/*", "quay.io/jupyter/*"], {
    byDefault: "login",
    variables: ["JUPYTER_TOKEN"],
    source: "https://jupyter-server.readthedocs.io/en/latest/operators/security.html"
  }),
  tool(
    "chronograf",
    "Chronograf",
    8888,
    ["chronograf"],
    unguarded("https://docs.influxdata.com/chronograf/v1/administration/managing-security/", "TOKEN_SECRET")
  ),
  software("watchtower", "Watchtower", "agent", [
    image("official", ["containrrr/watchtower", "v2tec/watchtower", "nickfedor/watchtower"])
  ])
];
module.exports = {
  default: admin_tools_default,
  house: runAudit
};
