const MOMENT =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?(?:Z|([-+]\d\d):(\d\d))?)?$/

/** A plain YAML date or time as Go prints it, which is what ends up in an environment: `2024-01-02 00:00:00 +0000 UTC`. */
export function printMoment(source: string): string {
  const parts = MOMENT.exec(source)
  if (!parts) return source
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0', fraction = '', zone, zoneMinute] =
    parts
  const two = (part: string) => part.padStart(2, '0')
  const rest = fraction.replace(/0+$/, '')
  const offset = `${zone ?? '+00'}${zoneMinute ?? '00'}`
  const name = offset.endsWith('0000') ? 'UTC' : offset
  const time = `${two(hour)}:${two(minute)}:${two(second)}${rest === '' ? '' : `.${rest}`}`
  return `${year}-${two(month)}-${two(day)} ${time} ${offset.replace('-0000', '+0000')} ${name}`
}
