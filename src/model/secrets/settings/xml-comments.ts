/** A text of XML with blanks in place of its comments, so that every place stays where it is. */
export function withoutXmlComments(text: string): string {
  let bare = ''
  let copied = 0
  for (let start = text.indexOf('<!--'); start !== -1; start = text.indexOf('<!--', copied)) {
    const end = text.indexOf('-->', start)
    const stop = end === -1 ? text.length : end + 3
    bare += text.slice(copied, start) + text.slice(start, stop).replace(/[^\n]/g, ' ')
    copied = stop
  }
  return bare + text.slice(copied)
}
