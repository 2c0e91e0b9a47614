"use strict";

// src/knowledge/images/runtimes.ts
var runtime = (function runtime(id, name, ...images) {
  return software(id, name, "runtime", [image("official", images, { builtInHealthcheck: false })]);
});
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

// src/knowledge/images/runtimes.ts

var runtimes_default = [
  runtime(
    "node",
    "Node.js",
    "node",
    "bitnami/node",
    "bitnamilegacy/node",
    "gcr.io/distroless/nodejs*",
    "cgr.dev/chainguard/node",
    "circleci/node",
    "cimg/node"
  ),
  runtime("bun", "Bun", "oven/bun"),
  runtime("deno", "Deno", "denoland/deno"),
  runtime(
    "python",
    "Python",
    "python",
    "bitnami/python",
    "bitnamilegacy/python",
    "gcr.io/distroless/python3*",
    "cgr.dev/chainguard/python",
    "ghcr.io/astral-sh/uv"
  ),
  runtime(
    "fastapi-gunicorn",
    "Uvicorn and Gunicorn base image",
    "tiangolo/uvicorn-gunicorn-fastapi",
    "tiangolo/uvicorn-gunicorn",
    "tiangolo/uwsgi-nginx-flask",
    "tiangolo/uwsgi-nginx"
  ),
  runtime("go", "Go", "golang", "bitnami/golang", "bitnamilegacy/golang", "cgr.dev/chainguard/go"),
  runtime(
    "java",
    "Java",
    "openjdk",
    "eclipse-temurin",
    "amazoncorretto",
    "ibm-semeru-runtimes",
    "sapmachine",
    "adoptopenjdk",
    "adoptopenjdk/*",
    "azul/zulu-openjdk",
    "azul/zulu-openjdk-alpine",
    "azul/zulu-openjdk-debian",
    "bellsoft/liberica-*",
    "ghcr.io/graalvm/*",
    "bitnami/java",
    "bitnamilegacy/java",
    "mcr.microsoft.com/openjdk/jdk",
    "gcr.io/distroless/java*",
    "cgr.dev/chainguard/jre",
    "cgr.dev/chainguard/jdk"
  ),
  runtime("maven", "Maven", "maven"),
  runtime("gradle", "Gradle", "gradle"),
  runtime("tomcat", "Tomcat", "tomcat", "bitnami/tomcat", "bitnamilegacy/tomcat"),
  runtime("jetty", "Jetty", "jetty"),
  runtime("ruby", "Ruby", "ruby", "bitnami/ruby", "bitnamilegacy/ruby"),
  runtime("jruby", "JRuby", "jruby"),
  runtime("php", "PHP", "php", "bitnami/php-fpm", "bitnamilegacy/php-fpm", "webdevops/php*", "thecodingmachine/php"),
  software("php-server", "PHP with its web server", "runtime", [
    // `HEALTHCHECK CMD curl -f http://localhost:2019/metrics`: https://github.com/php/frankenphp/blob/main/Dockerfile
    image("frankenphp", ["dunglas/frankenphp"], { builtInHealthcheck: true }),
    // All but its `cli` tags: https://serversideup.net/open-source/docker-php/docs/deployment-and-production/health-checks
    image("serversideup", ["serversideup/php"], { builtInHealthcheck: true })
  ]),
  runtime("composer", "Composer", "composer"),
  runtime(
    "dotnet",
    ".NET",
    "mcr.microsoft.com/dotnet/aspnet",
    "mcr.microsoft.com/dotnet/runtime",
    "mcr.microsoft.com/dotnet/runtime-deps",
    "mcr.microsoft.com/dotnet/sdk",
    "mcr.microsoft.com/dotnet/nightly/*",
    "mcr.microsoft.com/dotnet/core/*",
    "bitnami/dotnet",
    "bitnamilegacy/dotnet"
  ),
  runtime("rust", "Rust", "rust"),
  runtime("elixir", "Elixir", "elixir", "hexpm/elixir"),
  runtime("erlang", "Erlang", "erlang"),
  runtime("perl", "Perl", "perl"),
  runtime("haskell", "Haskell", "haskell"),
  runtime("swift", "Swift", "swift"),
  runtime("gcc", "GCC", "gcc"),
  runtime("julia", "Julia", "julia"),
  runtime("r-base", "R", "r-base", "rocker/*"),
  runtime("buildpack-deps", "buildpack-deps", "buildpack-deps"),
  runtime("alpine", "Alpine Linux", "alpine"),
  runtime("busybox", "BusyBox", "busybox"),
  runtime("debian", "Debian", "debian", "bitnami/minideb", "bitnamilegacy/minideb"),
  runtime("ubuntu", "Ubuntu", "ubuntu", "phusion/baseimage"),
  runtime("fedora", "Fedora", "fedora", "quay.io/fedora/fedora", "quay.io/fedora/fedora-minimal"),
  runtime("centos", "CentOS", "centos", "quay.io/centos/centos"),
  runtime("rockylinux", "Rocky Linux", "rockylinux", "rockylinux/rockylinux"),
  runtime("almalinux", "AlmaLinux", "almalinux"),
  runtime("oraclelinux", "Oracle Linux", "oraclelinux"),
  runtime("amazonlinux", "Amazon Linux", "amazonlinux", "public.ecr.aws/amazonlinux/amazonlinux"),
  runtime(
    "ubi",
    "Red Hat Universal Base Image",
    "registry.access.redhat.com/ubi*",
    "registry.access.redhat.com/ubi*/ubi",
    "registry.access.redhat.com/ubi*/ubi-*",
    "registry.redhat.io/ubi*/ubi",
    "registry.redhat.io/ubi*/ubi-*",
    "redhat/ubi*"
  ),
  runtime("distroless", "Distroless", "gcr.io/distroless/*"),
  runtime(
    "wolfi",
    "Wolfi",
    "cgr.dev/chainguard/wolfi-base",
    "cgr.dev/chainguard/static",
    "cgr.dev/chainguard/glibc-dynamic",
    "cgr.dev/chainguard/bash",
    "chainguard/wolfi-base"
  ),
  runtime("scratch", "scratch", "scratch"),
  runtime("docker", "Docker", "docker"),
  runtime("aws-cli", "AWS CLI", "amazon/aws-cli", "public.ecr.aws/aws-cli/aws-cli"),
  runtime(
    "google-cloud-cli",
    "Google Cloud CLI",
    "google/cloud-sdk",
    "gcr.io/google.com/cloudsdktool/cloud-sdk",
    "gcr.io/google.com/cloudsdktool/google-cloud-cli"
  ),
  runtime("curl", "curl", "curlimages/curl", "quay.io/curl/curl"),
  runtime("aws-lambda", "AWS Lambda", "public.ecr.aws/lambda/*", "amazon/aws-lambda-*"),
  runtime("playwright", "Playwright", "mcr.microsoft.com/playwright", "mcr.microsoft.com/playwright/*")
];
module.exports = {
  default: runtimes_default,
  house: runAudit
};
