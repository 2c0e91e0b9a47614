import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { parseQuantity } from '../../parse/kubernetes/quantity.js'
import { child, descend, type Node, textOf } from '../../parse/node.js'
import { type Fact, known, knownValue, unknown } from '../../source.js'
import { booleanFact, itemsOf, numberFact } from '../read-node.js'
import type { ObjectIndex } from './index.js'
import { sameNamespace } from './selectors.js'

/** How an operator reads one kind of custom resource: what runs then, and how many of it. */
export interface OperatorRecipe {
  /** Group and kind, whatever the version. */
  readonly kind: string
  /** The operator, as people call it. */
  readonly operator: string
  /** The software, by the image that its makers publish; absent where it only serves the stores of the same operator. */
  readonly software?: string
  /** How many nodes, with the operator's default where nothing is written. */
  readonly nodes: (object: KubernetesObject, index: ObjectIndex) => Fact<number>
  /** The Services that it makes. */
  readonly names: (object: KubernetesObject) => readonly string[]
  /** Where `resources` of the server stand, below `spec`. */
  readonly resources?: readonly string[]
  /** Where the image is named, below `spec`. */
  readonly image?: readonly string[]
  /** Whether what it keeps goes with the pod: as the operator's documentation says of these fields. */
  readonly forgets?: (spec: Node | undefined) => { readonly at: Node['at'] } | undefined
  /** Whether it is asked to show metrics to Prometheus. */
  readonly showsMetrics?: (spec: Node | undefined) => boolean
  /** Where the types of its Services stand, below `spec`. */
  readonly serviceTypes?: readonly (readonly string[])[]
}

/** The number at a path below `spec`; `fallback` is the operator's default. */
function count(...path: readonly string[]) {
  return (fallback: number) => (object: KubernetesObject) =>
    numberFact(descend(object.node, 'spec', ...path)) ?? known(fallback, object.at)
}

/** The sum of a number over the items of a list below `spec`. */
function sum(list: readonly string[], key: string, fallback: number) {
  return (object: KubernetesObject): Fact<number> => {
    const items = itemsOf(descend(object.node, 'spec', ...list))
    let total = 0
    for (const item of items) {
      const fact = numberFact(child(item, key))
      if (fact && !fact.known) return fact
      total += fact ? fact.value : fallback
    }
    const [first] = items
    return known(total, (first && child(first, key)?.at) ?? object.at)
  }
}

/** Names made by putting these behind the name of the resource. */
function behind(...endings: readonly string[]) {
  return ({ name }: KubernetesObject) => endings.map(ending => `${name}${ending}`)
}

/** Brokers of Strimzi are counted in node pools where there are any: https://strimzi.io/docs/operators/latest/deploying */
function strimziNodes(object: KubernetesObject, index: ObjectIndex): Fact<number> {
  const pools = index
    .all('kafka.strimzi.io/KafkaNodePool')
    .filter(
      pool =>
        textOf(descend(pool.node, 'metadata', 'labels', 'strimzi.io/cluster')) === object.name &&
        sameNamespace(pool.namespace, object.namespace) &&
        itemsOf(descend(pool.node, 'spec', 'roles')).some(role => textOf(role) === 'broker'),
    )
  let total = 0
  for (const pool of pools) {
    const fact = numberFact(descend(pool.node, 'spec', 'replicas'))
    if (!fact?.known) return fact ?? unknown(pool.at, 'the number of its brokers is not written')
    total += fact.value
  }
  const own = numberFact(descend(object.node, 'spec', 'kafka', 'replicas'))
  if (pools.length > 0) return known(total, child(descend(pools[0]?.node, 'spec'), 'replicas')?.at ?? object.at)
  return own ?? unknown(object.at, 'its node pools are not in the repository')
}

function isEphemeral(...path: readonly string[]) {
  return (spec: Node | undefined) => {
    const type = descend(spec, ...path, 'type')
    return textOf(type) === 'ephemeral' && type ? { at: type.at } : undefined
  }
}

function noVolume(...path: readonly string[]) {
  return (spec: Node | undefined) => {
    const parent = spec ?? undefined
    return parent && descend(parent, ...path) === undefined ? { at: parent.at } : undefined
  }
}

/** https://www.rabbitmq.com/kubernetes/operator/using-operator#persistence: a size of zero means an emptyDir. */
function rabbitForgets(spec: Node | undefined) {
  const size = descend(spec, 'persistence', 'storage')
  return size && parseQuantity(textOf(size) ?? '') === 0 ? { at: size.at } : undefined
}

function isOn(...path: readonly string[]) {
  return (spec: Node | undefined) => knownValue(booleanFact(descend(spec, ...path))) === true
}

const one = (object: KubernetesObject) => known(1, object.kindAt)

/** The custom resources that stand for data services, from the documentation of their operators. */
export const OPERATOR_RECIPES: readonly OperatorRecipe[] = [
  {
    // https://cloudnative-pg.io/documentation/current/service_management/
    kind: 'postgresql.cnpg.io/Cluster',
    operator: 'CloudNativePG',
    software: 'postgres',
    nodes: count('instances')(1),
    names: behind('-rw', '-ro', '-r'),
    resources: ['resources'],
    image: ['imageName'],
    showsMetrics: isOn('monitoring', 'enablePodMonitor'),
  },
  {
    kind: 'postgresql.cnpg.io/Pooler',
    operator: 'CloudNativePG',
    software: 'edoburu/pgbouncer',
    nodes: count('instances')(1),
    names: behind(''),
  },
  {
    // https://access.crunchydata.com/documentation/postgres-operator/latest/references/crd/5.8.x/postgrescluster
    kind: 'postgres-operator.crunchydata.com/PostgresCluster',
    operator: 'PGO',
    software: 'postgres',
    nodes: sum(['instances'], 'replicas', 1),
    names: behind('-primary', '-replicas', '-ha', '-pgbouncer'),
    image: ['image'],
    serviceTypes: [
      ['service', 'type'],
      ['proxy', 'pgBouncer', 'service', 'type'],
    ],
  },
  {
    // https://docs.percona.com/percona-operator-for-postgresql/latest/operator.html
    kind: 'pgv2.percona.com/PerconaPGCluster',
    operator: 'Percona Operator for PostgreSQL',
    software: 'postgres',
    nodes: sum(['instances'], 'replicas', 1),
    names: behind('-primary', '-replicas', '-ha', '-pgbouncer'),
    image: ['image'],
    serviceTypes: [
      ['expose', 'type'],
      ['proxy', 'pgBouncer', 'expose', 'type'],
    ],
  },
  {
    // https://postgres-operator.readthedocs.io/en/latest/reference/cluster_manifest/
    kind: 'acid.zalan.do/postgresql',
    operator: "Zalando's Postgres Operator",
    software: 'postgres',
    nodes: count('numberOfInstances')(1),
    names: behind('', '-repl', '-pooler'),
    resources: ['resources'],
    image: ['dockerImage'],
  },
  {
    // https://docs.percona.com/percona-operator-for-mysql/pxc/operator.html
    kind: 'pxc.percona.com/PerconaXtraDBCluster',
    operator: 'Percona Operator for MySQL',
    software: 'mysql',
    nodes: count('pxc', 'size')(3),
    names: behind('-pxc', '-haproxy', '-haproxy-replicas', '-proxysql'),
    resources: ['pxc', 'resources'],
    image: ['pxc', 'image'],
    serviceTypes: [
      ['pxc', 'expose', 'type'],
      ['haproxy', 'exposePrimary', 'type'],
      ['proxysql', 'expose', 'type'],
    ],
  },
  {
    // https://docs.percona.com/percona-operator-for-mysql/ps/operator.html
    kind: 'ps.percona.com/PerconaServerMySQL',
    operator: 'Percona Operator for MySQL',
    software: 'mysql',
    nodes: count('mysql', 'size')(3),
    names: behind('-mysql', '-haproxy', '-router', '-mysql-primary'),
    resources: ['mysql', 'resources'],
    image: ['mysql', 'image'],
  },
  {
    // https://dev.mysql.com/doc/mysql-operator/en/mysql-operator-properties.html
    kind: 'mysql.oracle.com/InnoDBCluster',
    operator: 'MySQL Operator',
    software: 'mysql',
    nodes: count('instances')(1),
    names: behind('', '-instances'),
  },
  {
    // https://github.com/mariadb-operator/mariadb-operator/blob/main/docs/api_reference.md
    kind: 'k8s.mariadb.com/MariaDB',
    operator: 'MariaDB Operator',
    software: 'mariadb',
    nodes: object => {
      const spec = child(object.node, 'spec')
      const wired = ['galera', 'replication'].some(
        key => knownValue(booleanFact(descend(spec, key, 'enabled'))) === true,
      )
      // Several servers that are not told of each other are as many single ones.
      return wired ? (numberFact(child(spec, 'replicas')) ?? known(1, object.at)) : one(object)
    },
    names: behind('', '-primary', '-secondary', '-internal'),
    resources: ['resources'],
    image: ['image'],
    serviceTypes: [
      ['service', 'type'],
      ['primaryService', 'type'],
    ],
  },
  {
    // https://github.com/mongodb/mongodb-kubernetes
    kind: 'mongodbcommunity.mongodb.com/MongoDBCommunity',
    operator: 'MongoDB Community Operator',
    software: 'mongo',
    nodes: count('members')(1),
    names: behind('-svc'),
  },
  {
    // https://docs.percona.com/percona-operator-for-mongodb/operator.html
    kind: 'psmdb.percona.com/PerconaServerMongoDB',
    operator: 'Percona Operator for MongoDB',
    software: 'mongo',
    nodes: sum(['replsets'], 'size', 3),
    names: object => [
      `${object.name}-mongos`,
      ...itemsOf(descend(object.node, 'spec', 'replsets')).map(
        set => `${object.name}-${textOf(child(set, 'name')) ?? 'rs0'}`,
      ),
    ],
    image: ['image'],
  },
  {
    // https://strimzi.io/docs/operators/latest/configuring
    kind: 'kafka.strimzi.io/Kafka',
    operator: 'Strimzi',
    software: 'apache/kafka',
    nodes: strimziNodes,
    names: behind('-kafka-bootstrap', '-kafka-brokers'),
    showsMetrics: spec => descend(spec, 'kafka', 'metricsConfig') !== undefined,
    forgets: isEphemeral('kafka', 'storage'),
  },
  {
    // https://docs.confluent.io/operator/current/co-api.html
    kind: 'platform.confluent.io/Kafka',
    operator: 'Confluent for Kubernetes',
    software: 'apache/kafka',
    nodes: count('replicas')(3),
    names: object => [object.name, `${object.name}-bootstrap-lb`],
  },
  {
    // https://www.rabbitmq.com/kubernetes/operator/using-operator
    kind: 'rabbitmq.com/RabbitmqCluster',
    operator: 'RabbitMQ Cluster Operator',
    software: 'rabbitmq',
    nodes: count('replicas')(1),
    names: behind('', '-nodes'),
    resources: ['resources'],
    image: ['image'],
    forgets: rabbitForgets,
    serviceTypes: [['service', 'type']],
  },
  {
    // https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s/elasticsearch-deployment-quickstart
    kind: 'elasticsearch.k8s.elastic.co/Elasticsearch',
    operator: 'Elastic Cloud on Kubernetes',
    software: 'elasticsearch',
    nodes: sum(['nodeSets'], 'count', 0),
    names: object => [
      `${object.name}-es-http`,
      `${object.name}-es-internal-http`,
      ...itemsOf(descend(object.node, 'spec', 'nodeSets')).map(
        set => `${object.name}-es-${textOf(child(set, 'name')) ?? 'default'}`,
      ),
    ],
    image: ['image'],
    serviceTypes: [['http', 'service', 'spec', 'type']],
  },
  {
    // https://github.com/opensearch-project/opensearch-k8s-operator/blob/main/docs/userguide/main.md
    kind: 'opensearch.opster.io/OpenSearchCluster',
    operator: 'OpenSearch Operator',
    software: 'opensearchproject/opensearch',
    nodes: sum(['nodePools'], 'replicas', 0),
    names: object => [textOf(descend(object.node, 'spec', 'general', 'serviceName')) ?? object.name, object.name],
  },
  {
    // https://redis-operator.opstree.dev/docs/crd-reference/
    kind: 'redis.redis.opstreelabs.in/Redis',
    operator: 'Redis Operator',
    software: 'redis',
    nodes: one,
    names: behind(''),
    resources: ['kubernetesConfig', 'resources'],
    image: ['kubernetesConfig', 'image'],
    showsMetrics: isOn('redisExporter', 'enabled'),
    forgets: noVolume('storage'),
  },
  {
    kind: 'redis.redis.opstreelabs.in/RedisReplication',
    operator: 'Redis Operator',
    software: 'redis',
    nodes: count('clusterSize')(3),
    names: behind('', '-master', '-replica', '-headless'),
    resources: ['kubernetesConfig', 'resources'],
    image: ['kubernetesConfig', 'image'],
    showsMetrics: isOn('redisExporter', 'enabled'),
    forgets: noVolume('storage'),
  },
  {
    kind: 'redis.redis.opstreelabs.in/RedisCluster',
    operator: 'Redis Operator',
    software: 'redis',
    nodes: count('clusterSize')(3),
    names: behind('-leader', '-follower', '-master'),
    resources: ['kubernetesConfig', 'resources'],
    image: ['kubernetesConfig', 'image'],
    showsMetrics: isOn('redisExporter', 'enabled'),
    forgets: noVolume('storage'),
  },
  {
    kind: 'redis.redis.opstreelabs.in/RedisSentinel',
    operator: 'Redis Operator',
    nodes: count('clusterSize')(3),
    names: behind('-sentinel'),
    resources: ['kubernetesConfig', 'resources'],
  },
  {
    // https://github.com/spotahome/redis-operator
    kind: 'databases.spotahome.com/RedisFailover',
    operator: "Spotahome's Redis Operator",
    software: 'redis',
    nodes: count('redis', 'replicas')(3),
    names: ({ name }) => [`rfs-${name}`, `rfrm-${name}`, `rfrs-${name}`],
    resources: ['redis', 'resources'],
    image: ['redis', 'image'],
    forgets: noVolume('redis', 'storage'),
  },
  {
    // https://www.dragonflydb.io/docs/managing-dragonfly/operator/dragonfly-configuration
    kind: 'dragonflydb.io/Dragonfly',
    operator: 'Dragonfly Operator',
    software: 'docker.dragonflydb.io/dragonflydb/dragonfly',
    nodes: count('replicas')(1),
    names: behind(''),
    resources: ['resources'],
    image: ['image'],
    forgets: noVolume('snapshot', 'persistentVolumeClaimSpec'),
  },
  {
    // https://docs.k8ssandra.io/reference/crd/
    kind: 'cassandra.datastax.com/CassandraDatacenter',
    operator: 'Cass Operator',
    software: 'cassandra',
    nodes: count('size')(1),
    names: object => [
      `${textOf(descend(object.node, 'spec', 'clusterName')) ?? ''}-${object.name}-service`.toLowerCase(),
    ],
    resources: ['resources'],
  },
  {
    // https://docs.altinity.com/altinitykubernetesoperator/
    kind: 'clickhouse.altinity.com/ClickHouseInstallation',
    operator: 'ClickHouse Operator',
    software: 'clickhouse/clickhouse-server',
    nodes: object => {
      const [cluster] = itemsOf(descend(object.node, 'spec', 'configuration', 'clusters'))
      return numberFact(descend(cluster, 'layout', 'replicasCount')) ?? known(1, object.at)
    },
    names: ({ name }) => [`clickhouse-${name}`],
  },
  {
    // https://www.cockroachlabs.com/docs/stable/deploy-cockroachdb-with-kubernetes-operator
    kind: 'crdb.cockroachlabs.com/CrdbCluster',
    operator: 'CockroachDB Operator',
    software: 'cockroachdb/cockroach',
    nodes: count('nodes')(3),
    names: behind('', '-public'),
    resources: ['resources'],
  },
  {
    // https://min.io/docs/minio/kubernetes/upstream/reference/operator-crd.html
    kind: 'minio.min.io/Tenant',
    operator: 'MinIO Operator',
    software: 'minio/minio',
    nodes: sum(['pools'], 'servers', 1),
    names: ({ name }) => ['minio', `${name}-hl`, `${name}-console`],
    image: ['image'],
  },
  {
    // https://prometheus-operator.dev/docs/api-reference/api/
    kind: 'monitoring.coreos.com/Prometheus',
    operator: 'Prometheus Operator',
    software: 'prom/prometheus',
    nodes: count('replicas')(1),
    names: () => ['prometheus-operated'],
    resources: ['resources'],
    image: ['image'],
  },
  {
    kind: 'monitoring.coreos.com/Alertmanager',
    operator: 'Prometheus Operator',
    software: 'prom/alertmanager',
    nodes: count('replicas')(1),
    names: () => ['alertmanager-operated'],
    resources: ['resources'],
    image: ['image'],
  },
]
