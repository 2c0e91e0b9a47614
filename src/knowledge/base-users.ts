import { softwareOf } from './index.js'

/** Base images whose default user is root, by repository: those of languages and systems. */
const ROOT = new Set(
  `node python golang ruby php perl rust gcc openjdk eclipse-temurin amazoncorretto ibm-semeru-runtimes sapmachine maven gradle
  tomcat jetty elixir erlang swift haskell julia r-base alpine busybox debian ubuntu fedora centos rockylinux almalinux oraclelinux
  amazonlinux scratch composer oven/bun denoland/deno buildpack-deps docker mcr.microsoft.com/playwright
  mcr.microsoft.com/playwright/python mcr.microsoft.com/openjdk/jdk tiangolo/uvicorn-gunicorn-fastapi tiangolo/uvicorn-gunicorn
  tiangolo/uwsgi-nginx-flask ghcr.io/astral-sh/uv dunglas/frankenphp wordpress public.ecr.aws/docker/library/node
  public.ecr.aws/docker/library/python public.ecr.aws/docker/library/alpine public.ecr.aws/docker/library/debian
  registry.access.redhat.com/ubi8/ubi registry.access.redhat.com/ubi9/ubi registry.access.redhat.com/ubi8/ubi-minimal
  registry.access.redhat.com/ubi9/ubi-minimal redhat/ubi8 redhat/ubi9`
    .split(/\s+/)
    .filter(name => name !== ''),
)

/**
 * Which user an image runs as when nothing says otherwise: `drops-privileges` starts as root and steps down for the
 * program (its own entrypoint does, or the server for its workers). Undefined: not known.
 * Sources: the Dockerfiles of the official images (https://github.com/docker-library/official-images),
 * https://github.com/GoogleContainerTools/distroless#debug-images, https://learn.microsoft.com/dotnet/core/docker/container-images,
 * https://edu.chainguard.dev/chainguard/chainguard-images/about/faq/.
 */
export function defaultUserOf(repository: string, tag = ''): 'root' | 'drops-privileges' | 'non-root' | undefined {
  if (repository.startsWith('gcr.io/distroless/')) return /(?:^|-)nonroot(?:-|$)/.test(tag) ? 'non-root' : 'root'
  if (/^(?:cgr\.dev\/chainguard(?:-private)?|chainguard)\//.test(repository))
    return /-(?:dev|base)$|^latest-dev$/.test(tag) || repository.endsWith('/wolfi-base') ? undefined : 'non-root'
  if (/^(?:bitnami|bitnamilegacy|bitnamisecure)\//.test(repository))
    return /\/minideb$/.test(repository) ? 'root' : 'non-root'
  if (/-unprivileged$/.test(repository)) return 'non-root'
  if (repository === 'php') return /apache|fpm/.test(tag) ? 'drops-privileges' : 'root'
  if (repository.startsWith('mcr.microsoft.com/dotnet/'))
    return /chiseled|distroless|azurelinux.*distroless/.test(tag) ? 'non-root' : 'root'
  return softwareOf(repository)?.distribution.runsAs ?? (ROOT.has(repository) ? 'root' : undefined)
}
