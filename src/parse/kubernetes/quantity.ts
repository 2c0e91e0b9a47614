const FACTORS: ReadonlyMap<string, number> = new Map([
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
])

const QUANTITY = /^([+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30}))(?:[eE]([+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/

/**
 * The number of a Kubernetes quantity: `500m` is 0.5, `1Gi` 1073741824, `1G` and `1e9` 1000000000; undefined when it is none.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
export function parseQuantity(text: string): number | undefined {
  const match = QUANTITY.exec(text.trim())
  if (!match) return undefined
  const [, digits, exponent, suffix = ''] = match
  const factor = exponent === undefined ? (FACTORS.get(suffix) ?? 1) : 10 ** Number(exponent)
  const value = Number(digits) * factor
  // 0.1 + 0.2 and its like: 100m is 0.1, not 0.1000…01.
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : undefined
}
