"use strict";
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

// src/knowledge/images/backup-tools.ts
function backup(id, name, images, facts) {
  return software(id, name, "backup", [image("official", images)], { backup: facts });
}
var s3 = [/^(?:AWS_)?S3_(?:BUCKET|BUCKET_NAME|ENDPOINT|PATH|URI)$/];
var backup_tools_default = [
  backup(
    "postgres-backup-local",
    "postgres-backup-local",
    ["prodrigestivill/postgres-backup-local", "ghcr.io/prodrigestivill/docker-postgres-backup-local"],
    {
      covers: ["postgres"],
      scheduled: "built-in",
      scheduleVariables: ["SCHEDULE"],
      offHost: [],
      hostVariables: ["POSTGRES_HOST"],
      databaseVariables: ["POSTGRES_DB"],
      source: "https://github.com/prodrigestivill/docker-postgres-backup-local#environment-variables"
    }
  ),
  backup(
    "docker-volume-backup",
    "docker-volume-backup",
    ["offen/docker-volume-backup", "ghcr.io/offen/docker-volume-backup"],
    {
      covers: ["volume"],
      scheduled: "built-in",
      scheduleVariables: ["BACKUP_CRON_EXPRESSION"],
      offHost: [
        /^AWS_S3_BUCKET_NAME$/,
        /^WEBDAV_URL$/,
        /^SSH_HOST_NAME$/,
        /^AZURE_STORAGE_ACCOUNT_NAME$/,
        /^AZURE_STORAGE_CONNECTION_STRING$/,
        /^DROPBOX_REFRESH_TOKEN$/,
        /^GOOGLE_DRIVE_CREDENTIALS_JSON$/
      ],
      hostVariables: [],
      source: "https://offen.github.io/docker-volume-backup/reference/"
    }
  ),
  backup(
    "futurice-volume-backup",
    "docker-volume-backup (Futurice)",
    ["futurice/docker-volume-backup", "jareware/docker-volume-backup"],
    {
      covers: ["volume"],
      scheduled: "built-in",
      scheduleVariables: ["BACKUP_CRON_EXPRESSION"],
      offHost: [/^AWS_S3_BUCKET_NAME$/, /^SCP_HOST$/, /^AWS_GLACIER_VAULT_NAME$/],
      hostVariables: [],
      source: "https://github.com/jareware/docker-volume-backup#configuration"
    }
  ),
  backup(
    "db-backup",
    "db-backup",
    ["tiredofit/db-backup", "nfrastack/db-backup", "ghcr.io/tiredofit/docker-db-backup"],
    {
      covers: ["postgres", "mysql", "mariadb", "mongodb", "redis", "influxdb", "couchdb", "mssql"],
      scheduled: "built-in",
      scheduleVariables: ["DB01_BACKUP_INTERVAL", "DEFAULT_BACKUP_INTERVAL", "DB_DUMP_FREQ"],
      // `FILESYSTEM` is the default and stays on the host.
      offHost: [
        /^DB\d+_(?:BACKUP_LOCATION|S3_BUCKET|BLOB_STORAGE_NAME)$/,
        /^DEFAULT_(?:BACKUP_LOCATION|S3_BUCKET)$/,
        /^BACKUP_LOCATION$/
      ],
      hostVariables: ["DB01_HOST", "DB_HOST", "DEFAULT_HOST"],
      source: "https://github.com/tiredofit/docker-db-backup#environment-variables"
    }
  ),
  backup("mysql-backup", "mysql-backup", ["databack/mysql-backup", "databacker/mysql-backup", "deitch/mysql-backup"], {
    covers: ["mysql", "mariadb"],
    scheduled: "built-in",
    scheduleVariables: ["DB_DUMP_CRON", "DB_DUMP_FREQUENCY", "DB_DUMP_FREQ"],
    offHost: [/^DB_DUMP_TARGETS?$/],
    hostVariables: ["DB_SERVER"],
    databaseVariables: ["DB_DUMP_INCLUDE", "DB_NAMES"],
    source: "https://github.com/databacker/mysql-backup/blob/master/docs/configuration.md"
  }),
  backup("mysql-cron-backup", "mysql-cron-backup", ["fradelg/mysql-cron-backup"], {
    covers: ["mysql", "mariadb"],
    scheduled: "built-in",
    scheduleVariables: ["CRON_TIME"],
    offHost: [],
    hostVariables: ["MYSQL_HOST"],
    databaseVariables: ["MYSQL_DATABASE", "MYSQL_DB"],
    source: "https://github.com/fradelg/docker-mysql-cron-backup#variables"
  }),
  backup(
    "postgres-backup-s3",
    "postgres-backup-s3",
    [
      "eeshugerman/postgres-backup-s3",
      "schickling/postgres-backup-s3",
      "itbm/postgres-backup-s3",
      "itbm/postgresql-backup-s3"
    ],
    {
      covers: ["postgres"],
      scheduled: "variable",
      scheduleVariables: ["SCHEDULE"],
      offHost: s3,
      hostVariables: ["POSTGRES_HOST"],
      databaseVariables: ["POSTGRES_DATABASE"],
      source: "https://github.com/eeshugerman/postgres-backup-s3#backup"
    }
  ),
  backup("mysql-backup-s3", "mysql-backup-s3", ["schickling/mysql-backup-s3", "itbm/mysql-backup-s3"], {
    covers: ["mysql", "mariadb"],
    scheduled: "variable",
    scheduleVariables: ["SCHEDULE"],
    offHost: s3,
    hostVariables: ["MYSQL_HOST"],
    databaseVariables: ["MYSQLDUMP_DATABASE"],
    source: "https://github.com/schickling/dockerfiles/tree/master/mysql-backup-s3"
  }),
  backup("pg-backup", "pg-backup", ["kartoza/pg-backup"], {
    covers: ["postgres"],
    scheduled: "built-in",
    scheduleVariables: ["CRON_SCHEDULE"],
    offHost: [/^STORAGE_BACKEND$/],
    hostVariables: ["POSTGRES_HOST"],
    databaseVariables: ["DBLIST"],
    source: "https://github.com/kartoza/docker-pg-backup#specifying-environment-variables"
  }),
  backup("mgob", "mgob", ["stefanprodan/mgob", "maxisam/mgob"], {
    covers: ["mongodb"],
    // Plans with their schedule and their target are files under /config.
    scheduled: "built-in",
    scheduleVariables: [],
    offHost: [],
    hostVariables: [],
    source: "https://github.com/stefanprodan/mgob#install"
  }),
  backup("restic", "restic", ["restic/restic", "ghcr.io/restic/restic", "instrumentisto/restic"], {
    covers: ["volume"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [/^RESTIC_REPOSITORY$/],
    hostVariables: [],
    source: "https://restic.readthedocs.io/en/stable/030_preparing_a_new_repo.html"
  }),
  backup("resticker", "resticker", ["mazzolino/restic", "djmaze/resticker"], {
    covers: ["volume"],
    scheduled: "built-in",
    scheduleVariables: ["BACKUP_CRON"],
    offHost: [/^RESTIC_REPOSITORY$/],
    hostVariables: [],
    source: "https://github.com/djmaze/resticker#configuration"
  }),
  backup("restic-backup-docker", "restic-backup-docker", ["lobaro/restic-backup-docker"], {
    covers: ["volume"],
    scheduled: "built-in",
    scheduleVariables: ["BACKUP_CRON"],
    offHost: [/^RESTIC_REPOSITORY$/],
    hostVariables: [],
    source: "https://github.com/lobaro/restic-backup-docker#environment-variables"
  }),
  backup(
    "borgmatic",
    "borgmatic",
    ["b3vis/borgmatic", "ghcr.io/borgmatic-collective/borgmatic", "monachus/borgmatic"],
    {
      covers: ["volume", "postgres", "mysql", "mariadb", "mongodb"],
      // Runs from a crontab, built in or under /etc/borgmatic.d; the repositories are in its configuration file.
      scheduled: "built-in",
      scheduleVariables: ["BACKUP_CRON", "CRON"],
      offHost: [/^BORG_REPO$/],
      hostVariables: [],
      source: "https://github.com/borgmatic-collective/docker-borgmatic"
    }
  ),
  backup("volume-backup", "volume-backup", ["loomchild/volume-backup"], {
    covers: ["volume"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [],
    hostVariables: [],
    source: "https://github.com/loomchild/volume-backup"
  }),
  backup("duplicati", "Duplicati", ["duplicati/duplicati", "linuxserver/duplicati", "lscr.io/linuxserver/duplicati"], {
    covers: ["volume"],
    // Jobs are made on its page and kept in its own database.
    scheduled: "command",
    scheduleVariables: [],
    offHost: [],
    hostVariables: [],
    source: "https://docs.duplicati.com/"
  }),
  backup("rclone", "rclone", ["rclone/rclone"], {
    covers: ["volume"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [/^RCLONE_CONFIG_\w+_TYPE$/],
    hostVariables: [],
    source: "https://rclone.org/docs/#environment-variables"
  }),
  backup("velero", "Velero", ["velero/velero"], {
    covers: ["volume"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [],
    hostVariables: [],
    source: "https://velero.io/docs/main/"
  }),
  backup("pgbackrest", "pgBackRest", ["pgbackrest/pgbackrest", "woblerr/pgbackrest"], {
    covers: ["postgres"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [/^PGBACKREST_REPO\d*_(?:S3_BUCKET|GCS_BUCKET|AZURE_CONTAINER|SFTP_HOST|HOST)$/],
    hostVariables: ["PGBACKREST_PG1_HOST"],
    source: "https://pgbackrest.org/configuration.html"
  }),
  backup("wal-g", "WAL-G", ["ghcr.io/wal-g/wal-g", "walg/walg"], {
    covers: ["postgres", "mysql", "mariadb", "mongodb"],
    scheduled: "command",
    scheduleVariables: [],
    offHost: [/^WALG_(?:S3|GS|AZ|SWIFT|SSH)_PREFIX$/],
    hostVariables: ["PGHOST"],
    source: "https://wal-g.readthedocs.io/STORAGES/"
  }),
  backup("barman", "Barman", ["ubcctlt/barman", "tbeadle/barman"], {
    covers: ["postgres"],
    scheduled: "built-in",
    scheduleVariables: [],
    offHost: [],
    hostVariables: ["DB_HOST"],
    source: "https://docs.pgbarman.org/"
  }),
  software("ofelia", "Ofelia", "agent", [image("official", ["mcuadros/ofelia", "netresearch/ofelia"])]),
  software("supercronic", "Supercronic", "agent", [image("official", ["hectorm/cron", "willfarrell/crontab"])])
];
module.exports = {
  default: backup_tools_default,
  house: runAudit
};
