import type { ServiceFacts } from '../../knowledge/facts.js';
import { type Fact, type Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Workload } from '../system.js';
/** A setting of a server as it is written. */
export interface Setting {
    readonly value: Fact<string>;
    readonly at: Span;
}
/**
 * A setting from the postgresql.conf that the server reads, or from an initialisation script (`ALTER SYSTEM`). Without
 * `config_file` it reads the one in its data directory, whatever else is mounted into the container.
 */
export declare function postgresFileSetting(workload: Workload, facts: ServiceFacts, name: string, tree: Tree): Setting | undefined;
/** A setting of the section of the server in the option files: https://dev.mysql.com/doc/refman/8.4/en/option-files.html */
export declare function mysqlFileSetting(workload: Workload, name: string, tree: Tree): Setting | undefined;
