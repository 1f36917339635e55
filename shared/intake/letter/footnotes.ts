import type { PlainDocument } from '../document'

/** The mark of a note at the end of a row. */
export const FOOTNOTE = /\s*\((\d{1,2})\)$/

/** "Our price(1) is paid in cash(2)": what each mark of a sentence belongs to, where notes with these marks follow. */
export function footnotes(document: PlainDocument): Map<string, string> {
  const texts = document.pages.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text : [])),
  )
  const found = new Map<string, string>()
  for (const text of texts)
    for (const match of text.matchAll(/((?:[\w’'&-]+\s+){0,7}[\w’'-]*[a-z])\((\d{1,2})\)/g)) {
      const mark = match[2]!
      if (found.has(mark) || !texts.some((other) => other.startsWith(`(${mark}) `))) continue
      found.set(mark, match[1]!.replace(/^(?:(?:and|our|the|your|is|are|paid|in|by|an?|for|on|of|to|with)\s+)+/i, ''))
    }
  return found.size > 1 ? found : new Map()
}
