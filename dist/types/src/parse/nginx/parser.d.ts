import type { Source } from '../../source.js';
import type { NginxFile } from '../nginx.js';
/**
 * Reads an nginx configuration file or a fragment of one (https://nginx.org/en/docs/beginners_guide.html#conf_structure).
 * Never throws: where nginx would stop, the objection becomes a problem and reading goes on, so that the rest is known too.
 */
export declare function parseNginx(source: Source): NginxFile;
