/** Names that Windows keeps for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name for a file that every system takes, from what a person typed: no separators, no control characters, none of
 * Windows' reserved names, no dot at either end, at most 80 characters before the ending.
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
