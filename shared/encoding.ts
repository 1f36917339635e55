/** The encodings in which a case file may come: what the program writes, and what Windows PowerShell makes of it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** By its byte order mark, or by the zeros beside its first letter, which in a case file is one of ASCII. */
function encodingOf([first, second]: Uint8Array): Encoding {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be'
  return 'utf-8'
}

/**
 * The text of a file; undefined where it is text in another encoding, in which letters such as é would be read wrongly
 * without a word. What is no text at all comes back as such, for the reader to say so.
 * @param decode strictly: throws where the bytes are not in the encoding
 */
export function textOf(
  bytes: Uint8Array,
  decode: (bytes: Uint8Array, encoding: Encoding) => string,
): string | undefined {
  try {
    return decode(bytes, encodingOf(bytes))
  } catch {
    const beginning = String.fromCharCode(...bytes.subarray(0, 4096))
    return /[^\P{Cc}\t\n\v\f\r\u0080-\u009F]/u.test(beginning) ? beginning : undefined
  }
}

/** Says why such a file was not read. */
export const otherEncoding = (name: string): string =>
  `“${name}” cannot be read: its letters are not in UTF-8 or UTF-16, so names such as “José” would come out wrong. Open it in a text editor, save it as UTF-8, then try again.`
