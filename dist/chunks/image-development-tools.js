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

// src/knowledge/images/development-tools.ts
function helper(id, name, ports, images, access, health) {
  const facts = health === void 0 ? {} : { healthCommand: health };
  return software(id, name, "development-tool", [image("official", images, facts)], {
    ports: ports.map(web),
    ...access ? { access } : {}
  });
}
var open = (source, ...variables) => ({ byDefault: "none", variables, source });
var development_tools_default = [
  helper(
    "mailhog",
    "MailHog",
    [8025],
    ["mailhog/mailhog", "cd2team/mailhog", "jcalonso/mailhog"],
    open("https://github.com/mailhog/MailHog/blob/master/docs/Auth.md", "MH_AUTH_FILE")
  ),
  helper(
    "mailpit",
    "Mailpit",
    [8025],
    ["axllent/mailpit", "ghcr.io/axllent/mailpit"],
    open("https://mailpit.axllent.org/docs/configuration/http/", "MP_UI_AUTH", "MP_UI_AUTH_FILE")
  ),
  helper(
    "maildev",
    "MailDev",
    [1080],
    ["maildev/maildev", "djfarrelly/maildev"],
    open("https://github.com/maildev/maildev", "MAILDEV_WEB_PASS")
  ),
  helper(
    "mailcatcher",
    "MailCatcher",
    [1080],
    ["schickling/mailcatcher", "sj26/mailcatcher", "dockage/mailcatcher"],
    open("https://mailcatcher.me/")
  ),
  helper("smtp4dev", "smtp4dev", [80], ["rnwood/smtp4dev"], open("https://github.com/rnwood/smtp4dev")),
  helper("greenmail", "GreenMail", [8080], ["greenmail/standalone"]),
  helper(
    "fake-smtp",
    "Fake SMTP server",
    [1080],
    ["gessnerfl/fake-smtp-server", "reachfive/fake-smtp-server", "haravich/fake-smtp-server"]
  ),
  helper("verdaccio", "Verdaccio", [4873], ["verdaccio/verdaccio"], open("https://verdaccio.org/docs/configuration/")),
  helper(
    "swagger-ui",
    "Swagger UI",
    [8080],
    ["swaggerapi/swagger-ui", "docker.swagger.io/swaggerapi/swagger-ui"],
    open("https://github.com/swagger-api/swagger-ui")
  ),
  helper(
    "swagger-editor",
    "Swagger Editor",
    [8080],
    ["swaggerapi/swagger-editor", "docker.swagger.io/swaggerapi/swagger-editor"],
    open("https://github.com/swagger-api/swagger-editor")
  ),
  helper("redoc", "Redoc", [80], ["redocly/redoc"], open("https://github.com/Redocly/redoc")),
  helper(
    "localstack",
    "LocalStack",
    [4566],
    ["localstack/localstack", "localstack/localstack-pro", "gresau/localstack-persist"],
    open("https://docs.localstack.cloud/")
  ),
  helper(
    "moto",
    "Moto server",
    [5e3],
    ["motoserver/moto", "ghcr.io/getmoto/motoserver"],
    open("https://docs.getmoto.org/")
  ),
  helper(
    "elasticmq",
    "ElasticMQ",
    [9324],
    ["softwaremill/elasticmq", "softwaremill/elasticmq-native"],
    open("https://github.com/softwaremill/elasticmq")
  ),
  helper(
    "dynamodb-local",
    "DynamoDB local",
    [8e3],
    ["amazon/dynamodb-local", "public.ecr.aws/aws-dynamodb-local/aws-dynamodb-local"],
    open("https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html")
  ),
  helper(
    "dynamodb-admin",
    "dynamodb-admin",
    [8001],
    ["aaronshaf/dynamodb-admin"],
    open("https://github.com/aaronshaf/dynamodb-admin")
  ),
  helper(
    "azurite",
    "Azurite",
    [1e4],
    ["mcr.microsoft.com/azure-storage/azurite"],
    open("https://learn.microsoft.com/azure/storage/common/storage-use-azurite")
  ),
  helper(
    "fake-gcs-server",
    "fake-gcs-server",
    [4443],
    ["fsouza/fake-gcs-server"],
    open("https://github.com/fsouza/fake-gcs-server")
  ),
  helper("s3mock", "S3Mock", [9090], ["adobe/s3mock"], open("https://github.com/adobe/S3Mock")),
  helper("firebase-emulator", "Firebase emulators", [4e3], ["andreysenov/firebase-tools", "spine3/firebase-emulator"]),
  helper(
    "wiremock",
    "WireMock",
    [8080],
    ["wiremock/wiremock", "rodolpheche/wiremock"],
    open("https://wiremock.org/docs/")
  ),
  helper(
    "mockserver",
    "MockServer",
    [1080],
    ["mockserver/mockserver", "jamesdbloom/mockserver"],
    open("https://www.mock-server.com/")
  ),
  helper(
    "httpbin",
    "httpbin",
    [80],
    ["kennethreitz/httpbin", "kong/httpbin", "mccutchen/go-httpbin", "ghcr.io/mccutchen/go-httpbin"],
    open("https://httpbin.org/")
  ),
  helper(
    "whoami",
    "whoami",
    [80],
    ["traefik/whoami", "containous/whoami", "jwilder/whoami"],
    open("https://github.com/traefik/whoami")
  ),
  helper("http-echo", "http-echo", [5678], ["hashicorp/http-echo", "mendhak/http-https-echo", "ealen/echo-server"]),
  helper(
    "selenium",
    "Selenium",
    [4444],
    ["selenium/*", "seleniarm/*"],
    open("https://github.com/SeleniumHQ/docker-selenium", "SE_ROUTER_PASSWORD")
  ),
  helper("stripe-mock", "stripe-mock", [12111], ["stripe/stripe-mock"], open("https://github.com/stripe/stripe-mock")),
  helper("stripe-cli", "Stripe CLI", [], ["stripe/stripe-cli"]),
  helper("ngrok", "ngrok", [4040], ["ngrok/ngrok", "wernight/ngrok", "shkoliar/ngrok"]),
  helper(
    "toxiproxy",
    "Toxiproxy",
    [8474],
    ["ghcr.io/shopify/toxiproxy", "shopify/toxiproxy"],
    open("https://github.com/Shopify/toxiproxy")
  ),
  helper("temporal-admin-tools", "Temporal admin tools", [], ["temporalio/admin-tools"]),
  helper(
    "mock-oauth2-server",
    "mock-oauth2-server",
    [8080],
    ["ghcr.io/navikt/mock-oauth2-server"],
    open("https://github.com/navikt/mock-oauth2-server")
  ),
  helper("prism", "Prism", [4010], ["stoplight/prism"], open("https://github.com/stoplightio/prism")),
  helper("json-server", "JSON Server", [3e3], ["clue/json-server", "codfish/json-server"])
];
module.exports = {
  default: development_tools_default,
  house: runAudit
};
