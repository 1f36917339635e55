import { quantitiesIn } from './quantities'

// How a paragraph falls into its heading, its label, and its sentences.

const SHORT =
  /\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Dr|Drs|Mr|Mrs|Ms|Inc|Co|Corp|Ltd|No|Nos|St|Ave|Ste|vs|approx|est|adj|Adj|[Mm]in|[Mm]ax|[Ii]ncl|[Ee]xcl|[Aa]vg|Esq|Jr|Sr|Prof|Sec|Art|i\.e|e\.g|L\.L\.C|P\.L\.L\.C|P\.C|P\.A|L\.P|D\.D\.S|D\.M\.D|M\.D|U\.S|p\.m|a\.m|[A-Z])\.$/

/** Sentences of a paragraph. A point after an abbreviation or between digits ends none. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const match of text.matchAll(/[.!?](?:["”’)]*)\s+(?=["“]?[A-Z0-9$]|\([a-z0-9]{1,3}\)\s|["“(][A-Z])/g)) {
    const end = match.index + match[0].trimEnd().length
    const sentence = text.slice(from, end)
    if (match[0].startsWith('.') && SHORT.test(sentence)) continue
    if (/^\(?[0-9ivxIVX]{1,4}\.$/.test(sentence.trim())) continue
    sentences.push(sentence.trim())
    from = match.index + match[0].length
  }
  const rest = text.slice(from).trim()
  if (rest !== '') sentences.push(rest)
  return sentences
}

export const NUMBERING =
  /^(?:(?:section|article|paragraph)\s+\d+(?:\.\d+)?[.:)]?\s+|\(?(?:\d{1,2}(?:\.\d{1,2})?|[ivx]{1,4}|[IVX]{1,4}|[a-hA-H]|[A-H]-\d{1,2})[.)]\s+|[-*+•–—▪◦·]\s+|o\s+(?=[A-Z\d$]))/i
/** "Purchase Price." or "Value:" at the start of a paragraph. */
const RUN_IN = /^((?:[A-Z][\w&/’',()-]*|FIRST|[A-Z]+)(?:[\s/-]+[\w&/’'()-]+){0,6}?)\s*(?:[.:]|\s[–—-])\s+(?=\S)/

export function splitLabel(paragraph: string): { label: string; rest: string } {
  // "Section 5 (Employment). …"
  const text = paragraph
    .replace(NUMBERING, '')
    .trim()
    .replace(/^\(([A-Z][^()\d]{2,40})\)\s*[.:]?\s+(?=[A-Z])/, '$1. ')
  // "How long do I have to stay? Four years."
  const question = /^((?:what|how|when|can|do|does|will)\b[^.?!$%\d]{5,80})\?\s+(?=\S)/i.exec(text)
  // "How does this work?" asks about no term.
  if (question && !/\b(?:this|that|it|everything)\s+(?:work|sound|go)s?\b|\bthink\b/i.test(question[1]!))
    return { label: question[1]!, rest: text.slice(question[0].length) }
  const match = RUN_IN.exec(text)
  if (
    !match ||
    match[1]!.length > 60 ||
    SHORT.test(`${match[1]}.`) ||
    quantitiesIn(match[1]!).some(({ kind }) => kind !== 'other')
  )
    return { label: '', rest: text }
  // "Westlight came back this morning." is a sentence: a label before a point is short, or has capital letters throughout.
  const byPoint = match[0].trimEnd().endsWith('.')
  const named =
    match[1]!.split(/[\s/-]+/).filter((word) => !/^(?:[A-Z(]|of|and|the|to|in|on|for|a|at|after|from)/.test(word))
      .length === 0
  if (byPoint && /^(?:no|none|without|not)\b(?![-\s]?(?:shop|talk)\b)/i.test(match[1]!))
    return { label: '', rest: text }
  if (byPoint && match[1]!.split(/\s+/).length > 4 && !named) return { label: '', rest: text }
  // A short whole sentence ("None binds.") is no label: labels have no verb of their own.
  // "What we pay:" is one, by its colon.
  const asked = /^(?:what|how|when|who|where|until)\b/i.test(match[1]!) && !byPoint
  if (
    !asked &&
    !/^you$/i.test(match[1]!) &&
    /\b(?:is|are|was|be|will|would|shall|we|you|has|have|do|does)\b/i.test(match[1]!)
  )
    return { label: '', rest: text }
  return { label: match[1]!.trim(), rest: text.slice(match[0].length).trim() }
}

/** Where a sentence goes on with another point: after a semicolon, or at "(ii)". */
export const PARTS =
  /;\s+(?:and\s+)?|,?\s+and\s+(?=(?:that\s+)?(?:you\s+)?(?:would\s+|will\s+)?not\s+(?:to\s+)?(?:practice|compete|open|own|work|engage|solicit)\b)|,\s+and\s+(?=(?:the|your|a|our|there\s+is)\s+(?:\w+\s+)?(?:non-?\s?comp\w*|covenant|restrict\w+|exclusiv\w+|lease|rent)\b)|,?\s+(?:and\s+)?(?=\((?:i{1,3}|iv|vi?|[b-e])\)\s)/

/** A label in front of a sentence within a paragraph. */
export const OWN_LABEL = /^((?:\([a-z0-9]{1,3}\)\s+)?[A-Z][A-Za-z/&’' -]{2,30}):\s+/

export const isHeading = (text: string): boolean =>
  text.length < 60 &&
  !/^[-*•–—▪◦·]\s/.test(text) &&
  !/^(?:dear|hi|hello)\b|^[A-Z][\w ]{0,20}:\s/i.test(text) &&
  !/[.!;,]$/.test(text) &&
  // "Holdback - none; insured instead" says all of it.
  !/\s[-–—]\s+(?:none|no|n\/a|not)\b/i.test(text) &&
  /[A-Za-z]/.test(text) &&
  text.split(/\s+/).length <= 8 &&
  // "Holdings at last valuation (June 30, 2026)"
  quantitiesIn(text.replace(NUMBERING, '').replace(/\s*\([^()]*\)$/, '')).length === 0

/** Without the choices of a form that are not checked: "[ ] stock [X] assets". */
export const checked = (text: string): string =>
  /\[\s*\]|[☐□]/.test(text) ? text.replace(/(?:\[\s*\]|[☐□])[^[\]☐□☑☒■]*/g, '').trim() : text

/** "Rollover equity: $2,040,000" */
export const NAMED_AMOUNT = /(?:(?<=^)|(?<=[\s;,)]))[A-Z][A-Za-z-]+(?:\s[A-Za-z-]+){0,3}:\s+(?=\$\s?\d|\d[\d.]*\s?%)/g

/** What goes on for pages without a full stop is no sentence: in pieces, so that reading it takes no time. */
const LONGEST = 1500
export function inPieces(text: string): string[] {
  const pieces: string[] = []
  let from = 0
  while (text.length - from > LONGEST) {
    const blank = text.lastIndexOf(' ', from + LONGEST)
    const end = blank > from ? blank : from + LONGEST
    pieces.push(text.slice(from, end))
    from = blank > from ? end + 1 : end
  }
  pieces.push(text.slice(from))
  return pieces
}
