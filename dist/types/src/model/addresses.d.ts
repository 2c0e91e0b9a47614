import type { Connection, EnvironmentVariable, Workload } from './system.js';
/** Where a variable points at: a connection before anybody has asked who answers there. */
export type Address = Pick<Connection, 'scheme' | 'host' | 'port' | 'user' | 'password' | 'database'> & {
    /** By a URL or a connection string · `named`: the name of the variable says host · `bare`: it only looks like `host:port`. */
    readonly form: 'url' | 'named' | 'bare';
};
/** Reads every address in a variable: URLs (also of JDBC), lists of them, connection strings, hosts with and without port. */
export declare function addressesIn(variable: EnvironmentVariable, environment: Workload['environment']): readonly Address[];
/** The value, or as much of it as the file tells: defaults filled in, other variables as written. */
export declare function partOf({ value, raw, uses }: EnvironmentVariable): string | undefined;
