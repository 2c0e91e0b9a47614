/** Bytes of a Docker or Compose size (`512m`, `2.5G`, `1gb`, `1024`); undefined when it is not one. */
export declare function parseBytes(text: string): number | undefined

/** Seconds of a Go duration (`1m30s`, `500ms`); undefined when it is not one. Compose takes a unit with every number. */
export declare function parseDuration(text: string): number | undefined
