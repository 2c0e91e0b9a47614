/** `registry/repository:tag@digest`, taken apart by the rules of the distribution reference grammar. */
export interface ImageReference {
  /** As written, after interpolation. */
  readonly text: string
  /** Without registry `docker.io`, without `library/`, tag and digest; lower case as written: `postgres`, `bitnami/kafka`,
   *  `docker.elastic.co/elasticsearch/elasticsearch`. */
  readonly repository: string
  readonly tag?: string
  readonly digest?: string
}

export declare function parseImageReference(text: string): ImageReference | undefined
