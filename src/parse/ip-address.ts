/** Whether a text is an IP address without a zone. */
export function isAddress(text: string): boolean {
  return isVersion4(text) || isVersion6(text)
}

function isVersion4(text: string): boolean {
  const parts = text.split('.', 5)
  return parts.length === 4 && parts.every(part => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}

/** RFC 4291, section 2.2: eight groups, of which a run may be `::` and the last two an IPv4 address. */
function isVersion6(text: string): boolean {
  if (text.length > 45) return false
  const halves = text.split('::')
  if (halves.length > 2) return false
  const [head = [], tail] = halves.map(half => (half === '' ? [] : half.split(':')))
  const groups = [...head, ...(tail ?? [])]
  const last = groups.at(-1)
  const embedded = last?.includes('.') === true && isVersion4(last) && (tail ?? head).length > 0
  const hex = embedded ? groups.slice(0, -1) : groups
  if (!hex.every(group => /^[0-9a-fA-F]{1,4}$/.test(group))) return false
  const count = hex.length + (embedded ? 2 : 0)
  return tail ? count < 8 : count === 8
}
