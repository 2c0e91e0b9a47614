import { volumeAt } from '../data.js'
import { image, software } from '../define.js'
import { firstSet, type ServiceFacts, text, variable } from '../facts.js'
import type { MemoryUse } from '../judgement.js'
import { jvmBytes, shortSize } from '../sizes.js'
import { FILE_DECIDES, guarded, open, undecided } from '../verdicts.js'

const NEO4J = 'https://neo4j.com/docs/operations-manual/current/docker/'

const NEO4J_HEAP = ['NEO4J_server_memory_heap_max__size', 'NEO4J_dbms_memory_heap_max__size']

function neo4jMemory(facts: ServiceFacts): MemoryUse | undefined {
  const name = firstSet(facts, NEO4J_HEAP)
  if (!name) return undefined
  const bytes = jvmBytes(text(facts, name) ?? '')
  return {
    what: 'JVM heap',
    ...(bytes === undefined ? {} : { bytes }),
    by: variable(name),
    share: 0.75,
    usualShare: 0.5,
    setting: wanted => `${name}=${shortSize(wanted)}`,
    source: 'https://neo4j.com/docs/operations-manual/current/performance/memory-configuration/',
  }
}

export default software(
  'neo4j',
  'Neo4j',
  'database',
  [
    image('official', ['neo4j', 'public.ecr.aws/docker/library/neo4j', 'neo4j/neo4j-admin'], {
      ...volumeAt('/data', NEO4J),
      runsAs: 'drops-privileges',
      authentication: facts => {
        const fix = 'Set NEO4J_AUTH to neo4j/<password>, or NEO4J_AUTH_FILE to a secret.'
        const value = facts.environment('NEO4J_AUTH')
        const by = variable('NEO4J_AUTH')
        if (value?.toLowerCase() === 'none') return open('NEO4J_AUTH=none lets everybody in', fix, by)
        if (value === null) return guarded('NEO4J_AUTH is set', by)
        if (facts.configMounted) return undecided(FILE_DECIDES, fix)
        return guarded(value ? 'NEO4J_AUTH sets the login' : 'a login is asked for by default', value ? by : undefined)
      },
      defaultCredentials: [
        {
          user: { default: 'neo4j' },
          password: {
            variable: 'NEO4J_AUTH',
            default: 'neo4j/neo4j',
            wellKnown: ['neo4j/neo4j', 'neo4j/password', 'neo4j/test', 'neo4j/admin', 'neo4j/changeme'],
            alternatives: ['NEO4J_AUTH_FILE', 'NEO4J_AUTH_PATH'],
          },
          source: NEO4J,
        },
      ],
      memory: neo4jMemory,
    }),
  ],
  {
    stateful: true,
    ports: [
      { port: 7687, purpose: 'data' },
      { port: 7474, purpose: 'admin' },
    ],
    backupTools: ['neo4j-admin'],
    schemes: ['neo4j', 'neo4j+s', 'bolt', 'bolt+s'],
  },
)
