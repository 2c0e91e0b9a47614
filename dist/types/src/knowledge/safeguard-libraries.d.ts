/** What a module is for that is built on a library, as the end of the sentence "cache.py is there …". */
export type ModulePurpose = 'to cache' | 'to use Redis' | 'to limit requests' | 'to show metrics' | 'to tell its health' | 'to connect instances';
/** What a module at a path that imports a package is for; undefined for packages that tell nothing of it. */
export declare function purposeOf(name: string, path: string): ModulePurpose | undefined;
