/** How an image with nginx in it lays out its configuration, and what its own main file sets. */
export interface StockNginx {
    /** The main file, which the image brings unless the deployment replaces it. */
    readonly main: string;
    /** Patterns that its `http` block includes, in order; absolute. */
    readonly includes: readonly string[];
    /** What it sets at the level of `http` before those includes, as far as that may be written once only. Absent: not known. */
    readonly sets?: readonly string[];
    /** Names of log formats that it defines; absent: not known. */
    readonly logFormats?: readonly string[];
    readonly source: string;
}
/** What is known of the main file of an image: `distribution` as in `Workload.distribution`. */
export declare function stockNginx(distribution: string | undefined): StockNginx | undefined;
/** Whether the tag of an image tells the version of the nginx in it: `distribution` as in `Workload.distribution`. */
export declare function tagTellsNginx(distribution: string | undefined): boolean;
/**
 * Where the entrypoint of the official image finds templates and what it makes of them: each `*.template` becomes a file of
 * that name without the ending, with the variables of the environment put in
 * (https://github.com/nginx/docker-nginx/blob/master/entrypoint/20-envsubst-on-templates.sh).
 */
export declare const TEMPLATES: {
    readonly directory: {
        readonly variable: 'NGINX_ENVSUBST_TEMPLATE_DIR';
        readonly value: '/etc/nginx/templates';
    };
    readonly suffix: {
        readonly variable: 'NGINX_ENVSUBST_TEMPLATE_SUFFIX';
        readonly value: '.template';
    };
    readonly output: {
        readonly variable: 'NGINX_ENVSUBST_OUTPUT_DIR';
        readonly value: '/etc/nginx/conf.d';
    };
};
