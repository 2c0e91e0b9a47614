const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Whether the last six characters of `prefix_` and 36 characters are the CRC-32 of the thirty before them, in base 62;
 * undefined for another length. So GitHub makes its tokens since April 2021, and npm since September 2021
 * (https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/,
 * https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/).
 */
export function hasChecksum(token: string): boolean | undefined {
  const body = token.slice(token.indexOf('_') + 1)
  if (body.length !== 36) return undefined
  let rest = crc32(body.slice(0, 30))
  let written = ''
  while (rest > 0) {
    written = BASE_62[rest % 62] + written
    rest = Math.floor(rest / 62)
  }
  return written.padStart(6, '0') === body.slice(30)
}

/** CRC-32 (ISO 3309). That of `node:zlib` would cost every start two milliseconds, and tokens are rare. */
function crc32(text: string): number {
  let sum = 0xffffffff
  for (const byte of Buffer.from(text)) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
