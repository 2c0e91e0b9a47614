import type { NginxDirective, NginxFile } from '../../parse/nginx.js';
import type { Source } from '../../source.js';
/** What an `include` brings in. */
export interface IncludedFiles {
    /** In the order that nginx reads them. */
    readonly sources: readonly Source[];
    /** Set when there may be more than these: the reason, as a sentence without a full stop. */
    readonly missing?: string;
}
/** Finds the files of an `include` by its argument; relative paths are those below the directory of the main file. */
export type Includes = (pattern: string) => IncludedFiles;
/** Files with all that they include put in place. */
export interface ExpandedNginx {
    /** An `include` that was followed is replaced by what it brings; one that was not, or not fully, stays behind that. */
    readonly directives: readonly NginxDirective[];
    /** Each file once, in the order of its first use. */
    readonly files: readonly NginxFile[];
    /** Includes that bring what is not in the repository; those of files that come with nginx are not among them. */
    readonly unresolved: readonly UnresolvedInclude[];
}
/** An `include` that leads to no file of the repository. */
export interface UnresolvedInclude {
    readonly directive: NginxDirective;
    /** As a sentence without a full stop. */
    readonly because: string;
}
/** Reads a file of nginx, once. */
export declare function nginxFileOf(source: Source): NginxFile;
/** Puts the content of included files in the place of each `include`. Ends whatever includes what. */
export declare function expandIncludes(sources: readonly Source[], includes: Includes): ExpandedNginx;
