import { softwareOf } from './index.js'
import { matchRepositories, mirroredRepository } from './repositories.js'

/** An image that is no longer published or maintained. */
export interface Discontinued {
  /** A clause without capital and full stop. */
  readonly because: string
  /** What to use, in the imperative. */
  readonly instead: string
  /** Where its makers (or the registry) say so. */
  readonly source: string
}

interface Entry extends Discontinued {
  readonly images: string
  /** Restricts the entry to some tags; the tag is empty when there is none. */
  readonly tags?: (tag: string) => boolean
}

const numbered = (tag: string): boolean => /^v?\d/.test(tag)

const ENTRIES: readonly Entry[] = [
  {
    images: 'bitnami/*',
    tags: numbered,
    because: "versioned tags left Bitnami's public catalogue in 2025 and are not updated",
    instead: "Use the software's own official image, or Bitnami Secure Images under a subscription",
    source: 'https://github.com/bitnami/containers/issues/83267',
  },
  {
    images: 'bitnamilegacy/*',
    because: 'this is an archive of old Bitnami images that gets no updates',
    instead: "Use the software's own official image",
    source: 'https://github.com/bitnami/containers/issues/83267',
  },
  {
    images: 'minio/minio minio/mc',
    because: 'its makers took it off Docker Hub in September 2026, and the community edition is archived',
    instead: 'Use a supported object store; quay.io/minio still has the last images, which get no fixes',
    source: 'https://github.com/testcontainers/testcontainers-node/pull/1463',
  },
  {
    images: 'quay.io/minio/minio quay.io/minio/mc',
    because: 'the community edition is archived, and no images are published since October 2025',
    instead: 'Use a supported object store, or build a maintained fork from source',
    source: 'https://github.com/minio/minio',
  },
  {
    images: 'temporalio/auto-setup',
    because: 'its makers deprecated it: it sets up the schema at every start and is meant for development',
    instead: 'Use temporalio/server, and temporalio/admin-tools to set up the schema',
    source: 'https://hub.docker.com/r/temporalio/auto-setup',
  },
  {
    images:
      'jaegertracing/all-in-one jaegertracing/jaeger-collector jaegertracing/jaeger-query jaegertracing/jaeger-agent jaegertracing/jaeger-ingester quay.io/jaegertracing/all-in-one',
    tags: tag => !/^v?2\b/.test(tag),
    because: 'Jaeger v1 reached its end of life on 2025-12-31',
    instead: 'Use jaegertracing/jaeger (v2)',
    source: 'https://www.jaegertracing.io/docs/1.76/',
  },
  {
    images: 'provectuslabs/kafka-ui',
    because: 'it has had no release since 2024; its authors go on with it as kafbat/kafka-ui',
    instead: 'Use ghcr.io/kafbat/kafka-ui',
    source: 'https://github.com/kafbat/kafka-ui',
  },
  {
    images: 'consul',
    because: 'the official image is deprecated and gets no new versions',
    instead: 'Use hashicorp/consul',
    source: 'https://hub.docker.com/_/consul',
  },
  {
    images: 'vault',
    because: 'the official image is deprecated and gets no new versions',
    instead: 'Use hashicorp/vault',
    source: 'https://hub.docker.com/_/vault',
  },
  {
    images: 'eventstore/eventstore',
    because: 'EventStoreDB goes on as KurrentDB; this repository gets no new versions',
    instead: 'Use docker.kurrent.io/kurrent-latest/kurrentdb, and rename EVENTSTORE_ variables to KURRENTDB_',
    source: 'https://docs.kurrent.io/server/v25.0/quick-start/upgrade-guide.html',
  },
  {
    images: 'openjdk',
    tags: tag => !/(?:^|-)ea(?:-|$)/.test(tag),
    because: 'the official image is deprecated since 2022 and gets no security updates',
    instead: 'Use eclipse-temurin, amazoncorretto or ibm-semeru-runtimes',
    source: 'https://github.com/docker-library/openjdk/issues/505',
  },
  {
    images: 'java',
    because: 'the official image is deprecated since 2016',
    instead: 'Use eclipse-temurin',
    source: 'https://hub.docker.com/_/java',
  },
  {
    images: 'adoptopenjdk adoptopenjdk/*',
    because: 'AdoptOpenJDK moved to the Eclipse Foundation; the image gets no updates',
    instead: 'Use eclipse-temurin',
    source: 'https://hub.docker.com/_/adoptopenjdk',
  },
  {
    images: 'centos',
    because: 'CentOS Linux has ended and the image is deprecated',
    instead: 'Use almalinux, rockylinux/rockylinux or quay.io/centos/centos:stream9',
    source: 'https://hub.docker.com/_/centos',
  },
  {
    images: 'wurstmeister/kafka wurstmeister/zookeeper',
    because: 'it is not maintained, and its images were missing from Docker Hub in May 2024',
    instead: 'Use apache/kafka',
    source: 'https://github.com/wurstmeister/kafka-docker/issues/744',
  },
  {
    images: 'spotify/kafka',
    because: 'its repository is archived since 2020-10-01',
    instead: 'Use apache/kafka',
    source: 'https://github.com/spotify/docker-kafka',
  },
  {
    images: 'grafana/agent',
    because: 'Grafana Agent reached its end of life on 2025-11-01',
    instead: 'Use grafana/alloy',
    source: 'https://grafana.com/docs/agent/latest/',
  },
  {
    images: 'grafana/promtail',
    because: 'Promtail reached its end of life on 2026-03-02',
    instead: 'Use grafana/alloy',
    source: 'https://grafana.com/docs/loki/latest/send-data/promtail/',
  },
  {
    images: 'containrrr/watchtower v2tec/watchtower',
    because: 'its repository is archived since 2025-12-17',
    instead: 'Update images by a pull request of Renovate or Dependabot',
    source: 'https://github.com/containrrr/watchtower',
  },
  {
    images: 'jboss/keycloak',
    because: 'it ends with the WildFly distribution of Keycloak (16.1)',
    instead: 'Use quay.io/keycloak/keycloak',
    source: 'https://www.keycloak.org/2022/10/wildfly-deprecation',
  },
  {
    images: 'google/cadvisor gcr.io/cadvisor/cadvisor',
    because: 'the image is no longer published there',
    instead: 'Use ghcr.io/google/cadvisor, where it is published since v0.53',
    source: 'https://github.com/google/cadvisor/pull/3740',
  },
  {
    images: 'wrouesnel/postgres_exporter',
    because: 'the project moved to the Prometheus community',
    instead: 'Use quay.io/prometheuscommunity/postgres-exporter',
    source: 'https://github.com/prometheus-community/postgres_exporter',
  },
  {
    images: 'amazon/opendistro-for-elasticsearch amazon/opendistro-for-elasticsearch-kibana',
    because: 'Open Distro ended in favour of OpenSearch',
    instead: 'Use opensearchproject/opensearch',
    source: 'https://opendistro.github.io/for-elasticsearch/blog/2021/06/forward-to-opensearch/',
  },
  {
    images:
      'vectorized/redpanda docker.redpanda.com/vectorized/redpanda vectorized/console docker.redpanda.com/vectorized/console',
    because: 'the images moved to the redpandadata name space',
    instead: 'Use docker.redpanda.com/redpandadata/redpanda',
    source: 'https://docs.redpanda.com/current/get-started/quick-start/',
  },
  {
    images: 'mcr.microsoft.com/azure-sql-edge mcr.microsoft.com/azure-sql-edge/*',
    because: 'Azure SQL Edge was retired on 2025-09-30',
    instead: 'Use mcr.microsoft.com/mssql/server',
    source: 'https://learn.microsoft.com/azure/azure-sql-edge/overview',
  },
  {
    images: 'k8s.gcr.io/* k8s.gcr.io/*/*',
    because: 'the registry is frozen since 2023-04-03',
    instead: 'Use registry.k8s.io',
    source: 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
  },
  {
    images: 'registry.k8s.io/ingress-nginx/controller',
    because: 'Ingress NGINX was retired in March 2026',
    instead: 'Move to a Gateway API implementation or another ingress controller',
    source: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
  },
  {
    images: 'mysql/mysql-server',
    because: 'the repository gets no new versions since 8.0.32',
    instead: 'Use mysql, or container-registry.oracle.com/mysql/community-server',
    source: 'https://hub.docker.com/r/mysql/mysql-server',
  },
  {
    images: 'circleci/*',
    because: 'legacy convenience images are deprecated since 2021 and get no updates',
    instead: 'Use cimg/… or an official image',
    source:
      'https://circleci.com/blog/announcing-our-next-generation-convenience-images-smaller-faster-more-deterministic/',
  },
  {
    images: 'mcr.microsoft.com/dotnet/core/*',
    because: 'the path ends with .NET Core 3.1',
    instead: 'Use mcr.microsoft.com/dotnet/…',
    source: 'https://dotnet.microsoft.com/platform/support/policy/dotnet-core',
  },
]

const find = matchRepositories(() =>
  ENTRIES.flatMap(entry => entry.images.split(' ').map(pattern => ({ pattern, value: entry }))),
)

/** Why an image should no longer be used, and what to use; undefined when nothing of the kind is known. */
export function discontinued(repository: string, tag: string | undefined): Discontinued | undefined {
  for (const name of [repository, ...mirroredRepository(repository)]) {
    const entry = find(name)
    if (!entry) continue
    if (entry.tags && !entry.tags(tag ?? '')) return undefined
    return { because: entry.because, instead: entry.instead, source: entry.source }
  }
  return softwareOf(repository)?.distribution.retired
}
