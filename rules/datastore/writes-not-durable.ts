import type { Severity } from '../../src/finding.js'
import { keepsDataOnMount } from '../../src/model/datastore/data-mounts.js'
import { replicationOf } from '../../src/model/datastore/replication.js'
import type { System } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

interface Unsafe {
  /** Values, in lower case and without quotes, with which it does what `means` says. */
  readonly values: RegExp
  readonly means: string
  readonly fix: string
  readonly severity: Severity
}

const OFF = /^(?:off|false|no|0)$/

/**
 * Without `fsync`, pages in front of the log, or the second copy of a page a crash leaves files that fit together no more;
 * the others lose what was committed last.
 */
const UNSAFE: Readonly<Record<string, Unsafe>> = {
  fsync: {
    values: OFF,
    means: 'a crash of the machine may leave data files that no longer fit together',
    fix: 'Remove it: `fsync` is on by default. Where commits are too slow, group them into larger transactions.',
    severity: 'critical',
  },
  full_page_writes: {
    values: OFF,
    means: 'a page that is half written at a crash cannot be repaired from the log',
    fix: 'Remove it: `full_page_writes` is on by default. `wal_compression = on` makes the log smaller.',
    severity: 'high',
  },
  synchronous_commit: {
    values: OFF,
    means: 'a crash loses what was committed, and answered, in the last moments',
    fix: 'Remove it, and set `SET LOCAL synchronous_commit = off` in the transactions that may be lost.',
    severity: 'medium',
  },
  innodb_flush_log_at_trx_commit: {
    values: /^[02]$/,
    means: 'a crash loses what was committed, and answered, in the last second',
    fix: 'Remove it: the default 1 writes the log at each commit.',
    severity: 'medium',
  },
  innodb_doublewrite: {
    values: OFF,
    means: 'a page that is half written at a crash cannot be repaired',
    fix: 'Remove it: the doublewrite buffer is on by default.',
    severity: 'high',
  },
  sync_binlog: {
    values: /^0$/,
    means: 'after a crash the binary log lacks transactions that the tables have, and replicas and restores miss them',
    fix: 'Set it to 1.',
    severity: 'medium',
  },
}

export default defineRule({
  id: 'datastore/writes-not-durable',
  title: 'A database says that a write is done before it is on the disk',
  category: 'disaster-recovery',
  severity: 'high',
  worst: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'These settings make benchmarks and imports fast. After a power cut or a killed machine bookings that were confirmed are gone, or the server does not start any more and the last backup is all there is.',
  fix: 'Remove the setting: by default each commit is on the disk before it is answered.',
  refs: [
    'https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-FSYNC',
    'https://www.postgresql.org/docs/current/wal-async-commit.html',
    'https://dev.mysql.com/doc/refman/8.4/en/innodb-parameters.html#sysvar_innodb_flush_log_at_trx_commit',
    'https://dev.mysql.com/doc/refman/8.4/en/replication-options-binary-log.html#sysvar_sync_binlog',
  ],
  check({ system, pass, fail, implied, unverified }) {
    for (const { subject, durability } of system.databaseServers) {
      const workload = system.workloads.find(({ id }) => id === subject.id)
      if (!workload) continue
      // What is not kept at all cannot be kept safely.
      if (!workload.pod?.operator && !keepsDataOnMount(workload)) {
        implied(subject, 'datastore/data-not-persisted')
        continue
      }
      pass(subject)
      for (const [name, { value, at }] of durability) {
        const unsafe = UNSAFE[name]
        if (!unsafe || (unsafe.severity === 'medium' && isCopy(workload))) continue
        if (!value.known) {
          if (value.because.endsWith('is set outside the repository'))
            unverified(subject, at, `${name} ${value.because}`)
          continue
        }
        const text = value.value.replace(/^(['"])(.*)\1$/, '$2').toLowerCase()
        if (!unsafe.values.test(text)) continue
        const what = `${workload.name} (${workload.software?.name}) runs with ${name} = ${text}: ${unsafe.means}`
        fail(subject, at, what, { key: name, severity: unsafe.severity, fix: unsafe.fix })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              #! db (PostgreSQL) runs with fsync = off: a crash of the machine may leave data files
              command: postgres -c fsync=off -c full_page_writes=off #! db (PostgreSQL) runs with full_page_writes = off
              volumes: ["db:/var/lib/postgresql/data"]
            ledger:
              image: mysql:8.4
              command: --innodb-flush-log-at-trx-commit=2 #! ledger (MySQL) runs with innodb_flush_log_at_trx_commit = 2: a crash loses what was committed
              volumes: ["ledger:/var/lib/mysql"]
            stock:
              image: mariadb:11.8
              volumes: ["stock:/var/lib/mysql", "./my.cnf:/etc/mysql/conf.d/own.cnf:ro"]
            crm:
              image: postgres:17.2
              command: postgres -c config_file=/etc/postgresql.conf
              volumes: ["crm:/var/lib/postgresql/data", "./postgresql.conf:/etc/postgresql.conf:ro"]
          volumes: { db: {}, ledger: {}, stock: {}, crm: {} }
        `,
        'my.cnf': `
          [mysqld]
          innodb_doublewrite = 0 #! stock (MariaDB) runs with innodb_doublewrite = 0
        `,
        'postgresql.conf': `
          shared_buffers = 1GB
          synchronous_commit = off #! crm (PostgreSQL) runs with synchronous_commit = off
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              command: postgres -c fsync=on -c synchronous_commit=local -c wal_level=replica
              volumes: ["db:/var/lib/postgresql/data"]
            ledger:
              image: mysql:8.4
              command: --innodb_flush_log_at_trx_commit=1 --sync-binlog=1
              volumes: ["ledger:/var/lib/mysql"]
            stock:
              image: mariadb:11.8
              volumes: ["stock:/var/lib/mysql", "./my.cnf:/etc/mysql/conf.d/own.cnf:ro"]
            copy:
              image: bitnami/mysql:8.4
              environment: { MYSQL_REPLICATION_MODE: slave, MYSQL_MASTER_HOST: ledger, MYSQL_EXTRA_FLAGS: --innodb-flush-log-at-trx-commit=2 }
              volumes: ["copy:/bitnami/mysql/data"]
          volumes: { db: {}, ledger: {}, stock: {}, copy: {} }
        `,
        'my.cnf': `
          # innodb_flush_log_at_trx_commit = 0
          [mysqldump]
          innodb_doublewrite = 0
          [mysqld]
          innodb_flush_log_at_trx_commit = 1
        `,
      },
      {
        // For tests, which nobody misses.
        'compose.test.yaml': `
          services:
            db:
              image: postgres:17.2
              command: postgres -c fsync=off
              volumes: ["db:/var/lib/postgresql/data"]
          volumes: { db: {} }
        `,
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["db:/var/lib/postgresql/data"] }
          volumes: { db: {} }
        `,
      },
    ],
  },
})

/** What another server has as well, as replicas and the members of a Galera cluster do. */
function isCopy(workload: System['workloads'][number]): boolean {
  const replication = replicationOf(workload)
  return replication?.state === 'wired' && replication.role !== 'primary'
}
