import { dataAt, image, software } from '../define.js'
import { authentication, DOTTED, given, memory, replication, setting } from '../engines/elasticsearch.js'
import { firstSet, isYes, type ServiceFacts, text, variable } from '../facts.js'
import { heapOf } from '../heap.js'
import type { Authentication } from '../judgement.js'
import { GIB } from '../sizes.js'
import type { Distribution, Software, VariableFacts } from '../software.js'
import { alone, FILE_DECIDES, guarded, hostsIn, open, unclear, undecided, wired } from '../verdicts.js'

const DOCKER = 'https://www.elastic.co/docs/deploy-manage/deploy/self-managed/install-elasticsearch-docker-prod'
const SECURITY = 'https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/security-settings'
const _HEAP = 'https://www.elastic.co/docs/reference/elasticsearch/jvm-settings'
const OPENSEARCH = 'https://docs.opensearch.org/latest/install-and-configure/install-opensearch/docker/'
const BITNAMI = 'https://github.com/bitnami/containers/tree/main/bitnami/elasticsearch'

const esVariables: VariableFacts = {
  reads: [
    DOTTED,
    /^ES_/,
    /^CLI_JAVA_OPTS$/,
    'ELASTIC_PASSWORD',
    'ELASTIC_PASSWORD_FILE',
    'KEYSTORE_PASSWORD',
    'KEYSTORE_PASSWORD_FILE',
    'BOOTSTRAP_PASSWORD',
    'TZ',
  ],
  ignored: [
    {
      pattern: /^OPENSEARCH_JAVA_OPTS$/,
      because: 'that variable belongs to OpenSearch; Elasticsearch reads ES_JAVA_OPTS',
      instead: 'ES_JAVA_OPTS',
    },
    {
      pattern: /^(?:ES_HEAP_SIZE|ES_MIN_MEM|ES_MAX_MEM|ELASTICSEARCH_HEAP_SIZE)$/,
      because: 'Elasticsearch images since 5.0 take the heap from ES_JAVA_OPTS only',
      instead: 'ES_JAVA_OPTS=-Xms<size> -Xmx<size>',
    },
    {
      pattern:
        /^(?:XPACK_SECURITY_ENABLED|DISCOVERY_TYPE|DISCOVERY_SEED_HOSTS|BOOTSTRAP_MEMORY_LOCK|ELASTICSEARCH_(?:CLUSTER_NAME|CLUSTER_HOSTS|NODE_NAME|PASSWORD))$/,
      because: 'the official image takes settings under their own dotted names',
      instead: 'the setting as it stands in elasticsearch.yml, for example xpack.security.enabled or discovery.type',
    },
  ],
  refused: [],
  required: [],
  prefixes: [],
  source: DOCKER,
}

const official = image(
  'official',
  [
    'elasticsearch',
    'docker.elastic.co/elasticsearch/elasticsearch',
    'docker.elastic.co/elasticsearch/elasticsearch-oss',
    'docker.elastic.co/elasticsearch/elasticsearch-wolfi',
    'elastic/elasticsearch',
  ],
  {
    ...dataAt('/usr/share/elasticsearch/data', DOCKER),
    dataPath: facts => setting(facts, 'path.data')?.value,
    variables: esVariables,
    builtInHealthcheck: false,
    healthCommand:
      "curl -fsSk -u elastic:$$ELASTIC_PASSWORD 'https://localhost:9200/_cluster/health?wait_for_status=yellow&timeout=5s'",
    // Without security there is no TLS either.
    openHealthCommand: "curl -fsS 'http://localhost:9200/_cluster/health?wait_for_status=yellow&timeout=5s'",
    tools: { has: ['curl', 'bash'], lacks: [] },
    runsAs: 'non-root',
    heap: { variable: 'ES_JAVA_OPTS' },
    authentication,
    defaultCredentials: [
      {
        user: { default: 'elastic' },
        password: { variable: 'ELASTIC_PASSWORD', wellKnown: ['changeme', 'elastic', 'password', 'changethis'] },
        unless: { variable: 'xpack.security.enabled', values: ['false'] },
        source: SECURITY,
      },
    ],
    replication,
    memory,
    setting: given,
  },
)

function openSearchAuthentication(facts: ServiceFacts): Authentication {
  const fix = 'Remove it and set OPENSEARCH_INITIAL_ADMIN_PASSWORD.'
  const disabled = facts.environment('DISABLE_SECURITY_PLUGIN')
  if (isYes(disabled))
    return open('DISABLE_SECURITY_PLUGIN=true lets everybody in', fix, variable('DISABLE_SECURITY_PLUGIN'))
  const found = setting(facts, 'plugins.security.disabled') ?? setting(facts, 'opendistro_security.disabled')
  if (found?.value && /^true$/i.test(found.value))
    return open('plugins.security.disabled=true lets everybody in', fix, found.by)
  if (disabled === null || found?.value === null)
    return undecided('what disables the security plugin is set to something unknown', fix)
  if (facts.configMounted) return undecided(FILE_DECIDES, fix)
  return guarded('the security plugin is on by default', variable('OPENSEARCH_INITIAL_ADMIN_PASSWORD'))
}

const opensearch = image('official', ['opensearchproject/opensearch', 'public.ecr.aws/opensearchproject/opensearch'], {
  ...dataAt('/usr/share/opensearch/data', OPENSEARCH),
  dataPath: facts => setting(facts, 'path.data')?.value,
  variables: {
    reads: [DOTTED, /^OPENSEARCH_/, /^DISABLE_/, 'KEYSTORE_PASSWORD', 'TZ'],
    ignored: [
      {
        pattern: /^ES_JAVA_OPTS$/,
        because: 'that variable belongs to Elasticsearch; OpenSearch reads OPENSEARCH_JAVA_OPTS',
        instead: 'OPENSEARCH_JAVA_OPTS',
      },
      {
        pattern: /^ELASTIC_PASSWORD$/,
        because: 'OpenSearch has no elastic user',
        instead: 'OPENSEARCH_INITIAL_ADMIN_PASSWORD',
      },
      {
        pattern: /^xpack\.security\.enabled$/,
        because: 'OpenSearch has no X-Pack; its security plugin is on unless DISABLE_SECURITY_PLUGIN says otherwise',
        instead: 'OPENSEARCH_INITIAL_ADMIN_PASSWORD, and DISABLE_SECURITY_PLUGIN left out',
      },
    ],
    refused: [],
    required: [
      {
        anyOf: ['OPENSEARCH_INITIAL_ADMIN_PASSWORD'],
        from: [2, 12],
        unless: [
          { variable: 'DISABLE_SECURITY_PLUGIN', values: ['true'] },
          { variable: 'DISABLE_INSTALL_DEMO_CONFIG', values: ['true'] },
        ],
        source: OPENSEARCH,
      },
    ],
    prefixes: [],
    source: OPENSEARCH,
  },
  builtInHealthcheck: false,
  healthCommand: 'curl -fsSk -u admin:$$OPENSEARCH_INITIAL_ADMIN_PASSWORD https://localhost:9200/_cluster/health',
  openHealthCommand: 'curl -fsS http://localhost:9200/_cluster/health',
  tools: { has: ['curl', 'bash'], lacks: [] },
  runsAs: 'non-root',
  heap: { variable: 'OPENSEARCH_JAVA_OPTS', defaultBytes: GIB },
  authentication: openSearchAuthentication,
  defaultCredentials: [
    {
      user: { default: 'admin' },
      password: { variable: 'OPENSEARCH_INITIAL_ADMIN_PASSWORD', default: 'admin', wellKnown: ['admin'] },
      before: [2, 12],
      unless: { variable: 'DISABLE_SECURITY_PLUGIN', values: ['true'] },
      source: 'https://docs.opensearch.org/latest/security/configuration/demo-configuration/',
    },
  ],
  replication,
  setting: given,
  memory: facts =>
    heapOf(facts, {
      variables: ['OPENSEARCH_JAVA_OPTS'],
      defaultBytes: GIB,
      share: 0.5,
      least: GIB,
      source: OPENSEARCH,
    }),
})

const bitnami: Distribution = image('bitnami', ['bitnami/elasticsearch', 'bitnamilegacy/elasticsearch'], {
  ...dataAt('/bitnami/elasticsearch/data', BITNAMI),
  runsAs: 'non-root',
  authentication: facts => {
    const fix = 'Set ELASTICSEARCH_ENABLE_SECURITY=true and ELASTICSEARCH_PASSWORD.'
    const by = variable('ELASTICSEARCH_ENABLE_SECURITY')
    const enabled = facts.environment('ELASTICSEARCH_ENABLE_SECURITY')
    if (isYes(enabled)) return guarded('ELASTICSEARCH_ENABLE_SECURITY is on', by)
    if (enabled === null || facts.configMounted) return undecided(FILE_DECIDES, fix)
    return open('ELASTICSEARCH_ENABLE_SECURITY is not on', fix, by)
  },
  replication: facts => {
    const hosts = firstSet(facts, ['ELASTICSEARCH_CLUSTER_HOSTS'])
    if (hosts)
      return wired(
        'member',
        'ELASTICSEARCH_CLUSTER_HOSTS names its partners',
        hostsIn(text(facts, hosts) ?? ''),
        variable(hosts),
        text(facts, 'ELASTICSEARCH_CLUSTER_NAME'),
      )
    return facts.configMounted ? unclear(FILE_DECIDES) : alone('ELASTICSEARCH_CLUSTER_HOSTS is not set')
  },
})

const shared: Partial<Software> = {
  stateful: true,
  ports: [
    { port: 9200, purpose: 'data' },
    { port: 9300, purpose: 'cluster' },
  ],
  cluster: {
    nodes: 3,
    how: 'three nodes with one cluster.name, discovery.seed_hosts and cluster.initial_master_nodes',
  },
  backupTools: ['elasticdump', '_snapshot', 'curator'],
}

export default [
  software('elasticsearch', 'Elasticsearch', 'search', [official, bitnami], { ...shared, schemes: ['elasticsearch'] }),
  software(
    'opensearch',
    'OpenSearch',
    'search',
    [
      opensearch,
      image('bitnami', ['bitnami/opensearch', 'bitnamilegacy/opensearch'], {
        ...dataAt('/bitnami/opensearch/data', 'https://github.com/bitnami/containers/tree/main/bitnami/opensearch'),
        runsAs: 'non-root',
      }),
    ],
    { ...shared, schemes: ['opensearch'], speaks: 'elasticsearch' },
  ),
]
