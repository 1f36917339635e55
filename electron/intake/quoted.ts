export const QUOTES_EARLIER = 'The mail quotes an earlier one. What it quotes was left aside.'

/** Where an earlier mail begins that is quoted or passed on. */
const QUOTED =
  /^(?:on\b.{5,120}\bwrote:|-{2,}\s*(?:original|forwarded)\s+message\s*-{2,}|from:\s.+@|_{8,}|begin forwarded message)/i
const HEADER = /^(?:from|sent|date|to|cc|subject|reply-to):\s/i
/** Terms of an offer have dollars, shares or multiples. */
const TERMS = /\$\s?\d|\d\s?%|\bpercent\b|\d\s?x\b/i

/**
 * The newest message of a text that holds several: what it quotes of earlier ones is left aside, because those are
 * somebody else's terms, or terms that no longer hold. A message that only passes an offer on ("see below") gives way to
 * the newest one that has terms.
 */
export function newestMessage(text: string): { own: string; quoted: boolean } {
  const lines = text.split(/\r?\n/)
  const messages: string[][] = [[]]
  let marked = false
  const marks = lines.some((line) => /^\s*>/.test(line))
  for (const [at, line] of lines.entries()) {
    if (/^\s*>/.test(line)) {
      marked = true
      continue
    }
    const trimmed = line.trim()
    const heads = isHead(lines, at)
    if ((heads && !isHead(lines, at - 1)) || QUOTED.test(trimmed)) {
      if (QUOTED.test(trimmed) && marks && !heads) {
        // Quoting with marks ends where the marks end.
        marked = true
        continue
      }
      if (messages.at(-1)!.some((other) => other.trim() !== '')) messages.push([])
    }
    if (!QUOTED.test(trimmed) || heads) messages.at(-1)!.push(line)
  }
  const whole = messages.map((message) => message.join('\n')).filter((message) => message.trim() !== '')
  if (whole.length < 2) return { own: whole[0] ?? '', quoted: marked }
  return { own: whole.find((message) => TERMS.test(message)) ?? whole[0]!, quoted: true }
}

/** "From:" with two more lines of a mail's head around it. */
function isHead(lines: readonly string[], at: number): boolean {
  if (!HEADER.test(lines[at]?.trim() ?? '')) return false
  let from = at
  while (from > 0 && HEADER.test(lines[from - 1]!.trim())) from--
  let to = at
  while (HEADER.test(lines[to + 1]?.trim() ?? '')) to++
  // A memorandum has such lines of its own, below its name.
  if (lines.slice(Math.max(0, from - 4), from).some((line) => /\bmemo(?:randum)?\b/i.test(line))) return false
  return to - from >= 2 && lines.slice(from, to + 1).some((line) => /^from:\s/i.test(line.trim()))
}
