import { volumeAt } from '../data.js'
import { dataAt, image, software } from '../define.js'
import {
  dataPath,
  ignoredSettings,
  login,
  memory,
  mysqlNames,
  officialAuthentication,
  REPLICATION,
  ROOT_KEYS,
  replication,
  setting,
} from '../engines/mysql.js'
import { firstSet, firstUnknown, isSet, isYes, type ServiceFacts, text, variable } from '../facts.js'
import type { Replication } from '../judgement.js'
import type { Distribution, Software, VariableFacts } from '../software.js'
import { alone, claimed, FILE_DECIDES, guarded, hostsIn, open, unclear, wired } from '../verdicts.js'

const MYSQL_HUB = 'https://hub.docker.com/_/mysql'
const ORACLE = 'https://github.com/mysql/mysql-docker/tree/main/mysql-server'
const MARIADB_HUB = 'https://mariadb.com/kb/en/mariadb-server-docker-official-image-environment-variables/'
const BITNAMI = 'https://github.com/bitnami/containers/tree/main/bitnami'
const _VARIABLES = 'https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html'

const common: Partial<Distribution> = {
  dataPath,
  builtInHealthcheck: false,
  runsAs: 'drops-privileges',
  memory,
  setting,
}

/** Names that other images or libraries use for what the entrypoints call otherwise. */
function wrongNames(name: string): VariableFacts['ignored'] {
  const pairs = [
    ['DB|DB_NAME|DBNAME', 'MYSQL_DATABASE'],
    ['USERNAME|DB_USER|USER_NAME', 'MYSQL_USER'],
    ['PASS|DB_PASSWORD|USER_PASSWORD', 'MYSQL_PASSWORD'],
    ['ROOT_PASS|ROOTPASSWORD', 'MYSQL_ROOT_PASSWORD'],
  ] as const
  return pairs.map(([names, instead]) => ({
    pattern: new RegExp(`^MYSQL_(?:${names})$`),
    because: `the official ${name} image reads ${instead}`,
    instead,
  }))
}

const mysqlVariables: VariableFacts = {
  reads: [
    /^MYSQL_(?:ROOT_PASSWORD|ROOT_HOST|DATABASE|USER|PASSWORD)(?:_FILE)?$/,
    'MYSQL_RANDOM_ROOT_PASSWORD',
    'MYSQL_ONETIME_PASSWORD',
    'MYSQL_ALLOW_EMPTY_PASSWORD',
    'MYSQL_INITDB_SKIP_TZINFO',
    'TZ',
  ],
  ignored: [
    ...ignoredSettings('the MySQL image', 'MYSQL'),
    {
      pattern: REPLICATION,
      because: 'the official MySQL image sets up no replication, so each container is an independent server',
      instead: 'CHANGE REPLICATION SOURCE TO … and START REPLICA on the second node, or InnoDB Cluster',
    },
    {
      pattern: /^MARIADB_(\w+)$/,
      because: 'MARIADB_ variables belong to the MariaDB image',
      instead: 'MYSQL_$1',
    },
    ...wrongNames('MySQL'),
  ],
  refused: [
    {
      pattern: /^MYSQL_USER$/,
      values: ['root'],
      firstStartOnly: true,
      instead: 'another name in MYSQL_USER, or MYSQL_ROOT_PASSWORD alone: root always exists',
      source: 'https://github.com/docker-library/mysql/blob/master/docker-entrypoint.sh',
    },
  ],
  required: [
    {
      anyOf: [
        'MYSQL_ROOT_PASSWORD',
        'MYSQL_ROOT_PASSWORD_FILE',
        'MYSQL_ALLOW_EMPTY_PASSWORD',
        'MYSQL_RANDOM_ROOT_PASSWORD',
      ],
      firstStartOnly: true,
      source: MYSQL_HUB,
    },
  ],
  prefixes: [],
  source: 'https://github.com/docker-library/mysql/blob/master/docker-entrypoint.sh',
}

const mysql = image('official', ['mysql', 'public.ecr.aws/docker/library/mysql'], {
  ...volumeAt('/var/lib/mysql', MYSQL_HUB),
  ...common,
  variables: mysqlVariables,
  healthCommand: 'mysqladmin ping -h 127.0.0.1 -uroot -p"$${MYSQL_ROOT_PASSWORD}" --silent',
  tools: { has: ['mysqladmin', 'mysql', 'mysqldump', 'bash'], lacks: [] },
  authentication: officialAuthentication(['MYSQL']),
  defaultCredentials: [login('MYSQL', MYSQL_HUB)],
  replication: replication(false),
})

/** Oracle's own image: it makes up a password for root when none is set, and root then logs in from inside only. */
const oracle = image(
  'oracle',
  [
    'container-registry.oracle.com/mysql/community-server',
    'container-registry.oracle.com/mysql/enterprise-server',
    'mysql/mysql-server',
  ],
  {
    ...dataAt('/var/lib/mysql', ORACLE),
    ...common,
    variables: {
      reads: [
        /^MYSQL_(?:ROOT_PASSWORD|ROOT_HOST|DATABASE|USER|PASSWORD|RANDOM_ROOT_PASSWORD|ONETIME_PASSWORD)$/,
        /^MYSQL_(?:ALLOW_EMPTY_PASSWORD|LOG_CONSOLE|INITIALIZE_ONLY|UNIX_PORT)$/,
        'TZ',
      ],
      ignored: [
        ...ignoredSettings("Oracle's MySQL image", 'MYSQL'),
        {
          pattern: /^MYSQL_(?:ROOT_PASSWORD|PASSWORD|USER|DATABASE)_FILE$/,
          because: "Oracle's MySQL image has no _FILE variables",
          instead: 'MYSQL_ROOT_PASSWORD with the path of the file as its value',
        },
      ],
      refused: [],
      required: [],
      prefixes: [],
      source: ORACLE,
    },
    // `HEALTHCHECK CMD /healthcheck.sh` in the Dockerfiles of 5.7 to 9.7.
    builtInHealthcheck: true,
    healthCommand: '/healthcheck.sh',
    tools: { has: ['mysqladmin', 'mysql', 'mysqldump', 'bash'], lacks: [] },
    authentication: facts => {
      const judged = officialAuthentication(['MYSQL'])(facts)
      const none = judged.state === 'on' && judged.by === undefined
      return none ? guarded('it makes up a password for root when none is set') : judged
    },
    defaultCredentials: [login('MYSQL', ORACLE)],
    replication: replication(false),
  },
)

const mariadb = image(
  'official',
  ['mariadb', 'public.ecr.aws/docker/library/mariadb', 'quay.io/mariadb-foundation/mariadb-devel'],
  {
    ...volumeAt('/var/lib/mysql', MARIADB_HUB),
    ...common,
    variables: {
      reads: [
        /^MARIADB_/,
        /^MYSQL_(?:ROOT_PASSWORD|ROOT_HOST|DATABASE|USER|PASSWORD)(?:_FILE)?$/,
        /^MYSQL_(?:RANDOM_ROOT_PASSWORD|ALLOW_EMPTY_PASSWORD|INITDB_SKIP_TZINFO|ALLOW_EMPTY_ROOT_PASSWORD)$/,
        'TZ',
        'LANG',
      ],
      ignored: [
        ...ignoredSettings('the MariaDB image', 'MYSQL|MARIADB'),
        ...wrongNames('MariaDB'),
        {
          pattern: /^(?:MYSQL_(?:REPLICATION_MODE|MASTER_HOST)|MARIADB_REPLICATION_MODE)$/,
          because: 'the official MariaDB image takes the primary from MARIADB_MASTER_HOST only',
          instead: 'MARIADB_MASTER_HOST with MARIADB_REPLICATION_USER and MARIADB_REPLICATION_PASSWORD',
        },
      ],
      refused: [],
      required: [
        {
          anyOf: mysqlNames(['MARIADB', 'MYSQL'], ROOT_KEYS).concat('MARIADB_MASTER_HOST'),
          firstStartOnly: true,
          source: MARIADB_HUB,
        },
      ],
      prefixes: [],
      source: 'https://github.com/MariaDB/mariadb-docker/blob/master/docker-entrypoint.sh',
    },
    healthCommand: 'healthcheck.sh --connect --innodb_initialized',
    // healthcheck.sh came in February 2022. https://mariadb.org/mariadb-server-docker-official-images-healthcheck-without-mysqladmin/
    olderHealthCommands: [{ before: [10, 6, 7], command: 'mysqladmin ping -h 127.0.0.1 --silent' }],
    tools: {
      has: [
        ...['healthcheck.sh', 'bash', 'mariadb', 'mariadb-admin', 'mariadb-dump', 'mariadb-backup'],
        ...['mysql', 'mysqladmin', 'mysqldump'],
      ],
      lacks: ['curl', 'wget'],
    },
    authentication: officialAuthentication(['MARIADB', 'MYSQL']),
    defaultCredentials: [login('MARIADB', MARIADB_HUB), login('MYSQL', MARIADB_HUB)],
    replication: replication(true),
    gone: ['mysqladmin', 'mysql', 'mysqldump'].map(program => ({
      from: [11],
      program,
      because: `MariaDB images have no ${program} from version 11 on`,
      instead:
        program === 'mysqladmin'
          ? 'healthcheck.sh --connect --innodb_initialized'
          : program.replace('mysql', 'mariadb').replace('mariadbdump', 'mariadb-dump'),
      source: 'https://mariadb.com/kb/en/using-healthcheck-sh/',
    })),
  },
)

function bitnami(name: 'mysql' | 'mariadb', images: readonly string[]): Distribution {
  const prefix = name.toUpperCase()
  const source = `${BITNAMI}/${name}`
  return image('bitnami', images, {
    ...dataAt(`/bitnami/${name}/data`, source),
    builtInHealthcheck: false,
    healthCommand: `/opt/bitnami/scripts/${name}/healthcheck.sh`,
    runsAs: 'non-root',
    authentication: facts => {
      const fix = `Remove ALLOW_EMPTY_PASSWORD and set ${prefix}_ROOT_PASSWORD_FILE to a secret.`
      const password = firstSet(facts, [
        `${prefix}_ROOT_PASSWORD`,
        `${prefix}_ROOT_PASSWORD_FILE`,
        `${prefix}_MASTER_ROOT_PASSWORD`,
      ])
      if (password) return guarded(`${password} is set`, variable(password))
      if (!isYes(facts.environment('ALLOW_EMPTY_PASSWORD')))
        return guarded('the image does not start without a password')
      return open('ALLOW_EMPTY_PASSWORD=yes and no root password is set', fix, variable('ALLOW_EMPTY_PASSWORD'))
    },
    defaultCredentials: [login(prefix, source)],
    replication: facts => bitnamiReplication(facts, prefix),
  })
}

function bitnamiReplication(facts: ServiceFacts, prefix: string): Replication {
  const galera = facts.environment(`${prefix}_GALERA_CLUSTER_ADDRESS`)
  if (galera)
    return wired(
      'member',
      'Galera replicates between its nodes',
      hostsIn(galera),
      variable(`${prefix}_GALERA_CLUSTER_ADDRESS`),
    )
  const name = `${prefix}_REPLICATION_MODE`
  const mode = facts.environment(name)
  if (mode === null || firstUnknown(facts, [`${prefix}_GALERA_CLUSTER_ADDRESS`]))
    return unclear(`${name} is set to something unknown`)
  if (!mode) return facts.configMounted ? unclear(FILE_DECIDES) : alone(`${name} is not set`)
  if (/^(?:master|primary|source)$/i.test(mode)) return wired('primary', 'replicas may follow it', [], variable(name))
  const host = `${prefix}_MASTER_HOST`
  if (isSet(facts, host))
    return wired('replica', `it follows the node in ${host}`, hostsIn(text(facts, host) ?? ''), variable(host))
  return claimed(
    `${name}=${mode} without ${host} follows no primary`,
    `Set ${host} to the primary.`,
    variable(name),
    'replica',
  )
}

const shared: Partial<Software> = {
  stateful: true,
  ports: [{ port: 3306, purpose: 'data' }],
  cluster: {
    nodes: 2,
    how: 'a replica that follows the source, Galera or group replication (3 nodes), or a managed service',
  },
  backupTools: ['mysqldump', 'mariadb-dump', 'mydumper', 'mysqlpump', 'xtrabackup', 'mariabackup', 'mariadb-backup'],
  schemes: [
    'mysql',
    'mysql2',
    'mariadb',
    'jdbc:mysql',
    'jdbc:mariadb',
    'mysql+pymysql',
    'mysql+aiomysql',
    'mysql+asyncmy',
    'mysql+mysqlconnector',
    'mysql+mysqldb',
    'mariadb+mariadbconnector',
  ],
}

export default [
  software(
    'mysql',
    'MySQL',
    'database',
    [
      mysql,
      oracle,
      bitnami('mysql', ['bitnami/mysql', 'bitnamilegacy/mysql']),
      image('percona', ['percona', 'percona/percona-server', 'percona/percona-xtradb-cluster'], {
        ...dataAt('/var/lib/mysql', 'https://hub.docker.com/r/percona/percona-server'),
        dataPath,
        memory,
      }),
    ],
    shared,
  ),
  software(
    'mariadb',
    'MariaDB',
    'database',
    [
      mariadb,
      bitnami('mariadb', [
        'bitnami/mariadb',
        'bitnamilegacy/mariadb',
        'bitnami/mariadb-galera',
        'bitnamilegacy/mariadb-galera',
      ]),
      image(
        'linuxserver',
        ['linuxserver/mariadb', 'lscr.io/linuxserver/mariadb'],
        dataAt('/config', 'https://docs.linuxserver.io/images/docker-mariadb/'),
      ),
    ],
    { ...shared, speaks: 'mysql' },
  ),
]
