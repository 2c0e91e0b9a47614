import type { NginxDirective } from '../../parse/nginx.js';
/** What the outermost directives of a file stand in. */
export type NginxStart = 'main' | 'http' | 'server' | 'stream';
/** The block that directives stand in, told by what they are; undefined when that leaves it open. */
export declare function startOf(directives: readonly NginxDirective[]): NginxStart | undefined;
