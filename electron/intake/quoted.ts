const QUOTES_EARLIER = 'The mail quotes an earlier one. What it quotes was left aside.'
/** Remarks speak of wishes, other bids and what may change; they would be read as terms. */
const PASSES_ON =
  'The mail passes on an offer. The offer was read and the remarks above it were not: check whether they change a term.'

/** Where an earlier mail begins that is quoted or passed on. */
const QUOTED =
  /^(?:on\b.{5,120}\bwrote:|-{2,}\s*(?:original|forwarded)\s+message\s*-{2,}|from:\s.+@|_{8,}|begin forwarded message)/i
const HEADER = /^(?:from|sent|date|to|cc|subject|reply-to):\s/i
/** Where a mail is passed on, not answered. */
const FORWARDS = /^\s*(?:-{2,}\s*forwarded\s+message|begin\s+forwarded\s+message)/im
/** Terms of an offer have dollars, shares or multiples. */
const TERMS = /\$\s?\d|\d\s?%|\bpercent\b|\d\s?x\b/i

const termsIn = (message: string): number => message.match(new RegExp(TERMS.source, 'gi'))?.length ?? 0

/**
 * The newest message of a text that holds several: what it quotes of earlier ones is left aside, because those are
 * somebody else's terms, or terms that no longer hold. A message that only passes an offer on ("see below") gives way to
 * the newest one that has terms; of its remarks only what the broker says of the own fee is kept.
 */
export function newestMessage(text: string, subject = ''): { own: string; note?: string } {
  const lines = text.split(/\r?\n/)
  const inline = answersInline(lines)
  if (inline) return { own: inline, note: QUOTES_EARLIER }
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
  if (whole.length < 2) return { own: whole[0] ?? '', ...(marked ? { note: QUOTES_EARLIER } : {}) }
  const first = whole.find((message) => TERMS.test(message)) ?? whole[0]!
  // Somebody who passes an offer on with remarks names some of its numbers: the offer itself has more of them.
  const forwards = FORWARDS.test(text) || FORWARDED.test(subject) || FORWARDED.test(subjectOf(lines))
  const passedOn = forwards && first === whole[0] ? whole[1]! : first
  const own = termsIn(passedOn) >= 1.5 * termsIn(first) ? passedOn : first
  if (!forwards || own === whole[0]) return { own, note: QUOTES_EARLIER }
  const remarks = whole[0]!.replace(HEADERS, '')
  const fee = remarks.split(/\n\s*\n|(?<=[.!])\s+/).filter((sentence) => OWN_FEE.test(sentence))
  return { own: [own, ...fee].join('\n\n'), note: TERMS.test(remarks) ? PASSES_ON : QUOTES_EARLIER }
}

const FORWARDED = /^\s*(?:fwd?|wg|tr):/i
/** The subject of a mail that was saved as text. */
const subjectOf = (lines: readonly string[]): string =>
  /^subject:\s*(.*)$/i.exec(lines.slice(0, 8).find((line) => /^subject:/i.test(line)) ?? '')?.[1] ?? ''
const HEADERS = /^(?:from|sent|date|to|cc|subject|reply-to):\s.*$/gim
/** What the broker who passes an offer on is paid for it. */
const OWN_FEE =
  /\b(?:our|my)\s+(?:success\s+)?(?:fee|commission)\b[^.]{0,60}\d(?:\.\d+)?\s?%|\d\s?%[^.]{0,30}\b(?:our|my)\s+(?:success\s+)?(?:fee|commission)\b/i

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

/**
 * A mail that answers line by line below what it quotes: the quoted questions as "Q:", the answers as "A:". Undefined for
 * any other mail.
 */
function answersInline(lines: readonly string[]): string | undefined {
  const parts: { quoted: boolean; text: string }[] = []
  for (const line of lines) {
    const quoted = /^\s*>/.test(line)
    const text = line
      .replace(/^\s*(?:>\s*)+/, '')
      .replace(/^\s*(?:\*{2,}|={2,}|\[[A-Z]{2,3}\])\s*/, '')
      .trim()
    if (text === '') {
      if (!quoted && parts.at(-1)?.quoted === false) parts.push({ quoted: false, text: '' })
      continue
    }
    const last = parts.at(-1)
    if (last && last.quoted === quoted && last.text !== '') last.text += ` ${text}`
    else parts.push({ quoted, text })
  }
  const filled = parts.filter(({ text }) => text !== '')
  const answered = filled.filter(({ quoted }, at) => !quoted && filled[at - 1]?.quoted)
  const asked = filled.filter(({ quoted, text }) => quoted && text.includes('?'))
  if (answered.length < 3 || asked.length < 2) return undefined
  return filled
    .map((part) =>
      part.quoted
        ? `Q: ${part.text.replace(/^\(?\d{1,2}[.)]\s+/, '')}`
        : answered.includes(part)
          ? `A: ${part.text}`
          : part.text,
    )
    .join('\n\n')
}
