const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * The beginning of a text that has at most `most` UTF-16 units, the measure of the schema: never half a character as a
 * person sees it, neither half an emoji nor a letter without its accent.
 */
export function fitted(text: string, most: number): string {
  if (text.length <= most) return text
  // A character may consist of many units, so a little more than what fits is looked at.
  let end = 0
  for (const { index, segment } of characters.segment(text.slice(0, most + 64))) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  return text.slice(0, end)
}

/**
 * As `fitted`, for one line of a sentence: with a sign where something was left out, which counts too, and blanks for
 * control characters, which would break the line or move the cursor of a terminal.
 */
export const clipped = (text: string, most: number): string =>
  (text.length <= most ? text : `${fitted(text, most - 1)}…`).toWellFormed().replace(/\p{Cc}/gu, ' ')

/** With a period at its end, unless it has one: a sentence may end with initials, "Smile Inc." or a question. */
export const ended = (text: string): string => (/[.?]$/.test(text) ? text : `${text}.`)

/** "Cedar", "Cedar and Summit", "Cedar, Harbor and Summit". */
export function list(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
