/** What a file is read as. `text` is anything that is not recognised, `source` program code, `lock` a list of resolved packages. */
export type FileFormat = 'compose' | 'dockerfile' | 'dockerignore' | 'dotenv' | 'helm' | 'ci' | 'yaml' | 'json' | 'package-json' | 'lock' | 'toml' | 'shell' | 'makefile' | 'nginx' | 'crontab' | 'source' | 'text' | 'binary';
/**
 * What a file is read as, by its name and, where the name leaves it open, by its text. `text` is called for YAML files that
 * no name explains, for files without extension and those that are called after cron, and for those whose name may be that of an nginx file.
 */
export declare function formatOf(path: string, text: () => string | undefined): FileFormat;
