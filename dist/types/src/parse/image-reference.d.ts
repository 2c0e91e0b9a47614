/**
 * `registry/repository:tag@digest`, taken apart by the rules of the distribution reference grammar
 * (https://github.com/distribution/reference, `reference.go` and `normalize.go`, v0.6.0).
 */
export interface ImageReference {
    /** As written, after interpolation. */
    readonly text: string;
    /** Without registry `docker.io`, without `library/`, tag and digest; lower case as written: `postgres`, `bitnami/kafka`,
     *  `docker.elastic.co/elasticsearch/elasticsearch`. */
    readonly repository: string;
    readonly tag?: string;
    readonly digest?: string;
}
/**
 * Reads an image reference. Undefined when Docker would refuse it: upper case in the repository, an empty part, white
 * space, a tag of more than 128 characters, or 64 hexadecimal digits, which name an image by its identifier.
 */
export declare function parseImageReference(text: string): ImageReference | undefined;
