import type { RepositoryFile } from '../../../tree.js';
/** Who reads a file of settings, which says how a secret in it is replaced by a reference. */
export type SettingsTool = 'terraform' | 'spring' | 'dotnet' | 'rails' | 'laravel' | 'symfony' | 'ansible' | 'application' | 'client';
/** How a file of settings is written. */
export type SettingsSyntax = 'yaml' | 'json' | 'toml' | 'ini' | 'properties' | 'hcl' | 'php' | 'xml';
/** A file in which an application, a provisioning tool or a framework finds its settings. */
export interface SettingsFile {
    readonly path: string;
    readonly tool: SettingsTool;
    readonly syntax: SettingsSyntax;
    /**
     * `given`: somebody wrote it for one real system · `production`: the same, and its name says so · `base`: what holds
     * where nothing else is said, also on the machines of developers.
     */
    readonly role: 'given' | 'production' | 'base';
}
/** What a file of settings is, by its path; undefined for other files, and for those of tests, developers and documents. */
export declare function settingsFileOf({ path, format }: RepositoryFile): SettingsFile | undefined;
