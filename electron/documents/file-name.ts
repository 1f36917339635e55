/** Device names reserved by Windows. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A file name that is valid on every system, from what a user typed: no separators, no control characters, no reserved
 * Windows names, no leading or trailing dot, at most 80 characters before the extension.
 */
export function fileName(text: string, ending: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .replace(/[<>:"/\\|?*]+/g, ' ')
    .replace(/\s+/g, ' ')
  const short = [...plain]
    .slice(0, 80)
    .join('')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  const name = short === '' || RESERVED.test(short.split('.')[0]!) ? `Case ${short}`.trim() : short
  return name + ending
}
