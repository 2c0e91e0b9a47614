import { child, descend, textOf } from '../../../parse/node.js'
import { known } from '../../../source.js'
import { itemsOf, numberFact } from '../../read-node.js'
import { behind, count, isOn, noVolume, type OperatorRecipe, one, sum } from './recipe.js'

/** Operators of caches, search engines, column stores and object stores, from their documentation. */
export const STORES: readonly OperatorRecipe[] = [
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
]
