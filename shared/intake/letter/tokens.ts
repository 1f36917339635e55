import { IN_WORDS, valueOfWords } from './numbers'

// The numbers of a sentence as they are written: in digits or words, said twice, or as the two ends of a range.

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mil: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
}
const DIGITS = String.raw`(?:US\$|USD|\$)?\s?\d+(?:,\d{3})*(?:\.\d+)?(?:\s?[½¼¾]|[\s-]\d\/\d(?![\d/]))?(?:\s?(?:thousand|million|billion|mil\b|MM\b|mm\b|bn\b|[kKmMbB](?!\w|\.\w))|(?=\s*[x×]\b))?`
export const NUMBER = new RegExp(`${IN_WORDS}|${DIGITS}`, 'gi')

/** "three quarters in cash", "two-thirds of the price", "half of the lab bill": a share in words. */
const FRACTION =
  /\b(?:(one|two|three|four|an?|the\s+(?:last|other|remaining|final))[\s-](half|thirds?|quarters?|fourths?|fifths?|tenths?)|half)(?=\s+(?:of\s|in\s|as\s|is\s|(?:at|upon|on)\s+(?:the\s+)?clos|by\s|\(\s?\$|(?:the|her|his|your|any)\s+lab|payable|paid))/gi
const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, tenth: 10 }
const COUNTS = ['one', 'two', 'three', 'four']
export function fractionsIn(text: string): { start: number; end: number; value: number }[] {
  return [...text.matchAll(FRACTION)]
    .filter(
      ({ index, 0: found }) =>
        /^the/i.test(found) ||
        (!/\b(?:first|second|his|her|their|each|own|our|other)\s+$|\d\s*$/i.test(text.slice(0, index)) &&
          // "Six and one-half" is a number; "refunds and one-half of the lab" is none.
          !new RegExp(
            String.raw`(?:\d|${IN_WORDS}|\b(?:years?|months?|weeks?|days?|miles?|times))\s+and\s+$`,
            'i',
          ).test(text.slice(0, index))),
    )
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      value: match[1]
        ? Math.max(1, COUNTS.indexOf(match[1].toLowerCase()) + 1) / PARTS[match[2]!.toLowerCase().replace(/s$/, '')]!
        : 0.5,
    }))
}

/** "½", "1/2" after a whole number. */
const partOf = (text: string | undefined): number => {
  const part = text?.replace(/^[\s-]/, '')
  if (!part) return 0
  const [over, under] = part.split('/').map(Number)
  return under === undefined ? ({ '½': 0.5, '¼': 0.25, '¾': 0.75 }[part] ?? 0) : under > 1 ? over! / under : 0
}

interface Token {
  start: number
  end: number
  value: number
  money: boolean
  words: boolean
  /** As written without a scale: 3.9 of "3.9 to 4.3 million". */
  scale: number
}

/** What the last word of a number multiplies: a million of "three to four million". */
const scaleOfWords = (words: string): number => {
  const last = /(thousand|million|billion)\s*$/i.exec(words)?.[1]
  return last === undefined ? 1 : MULTIPLIERS[last.toLowerCase()]!
}
/** "Two thousand patients" are no dollars. */
export const COUNTED =
  /^\s*(?:[a-z-]+\s+)?(?:patients?|square|people|visits|procedures|cases|hours|employees|doctors|offices|smiles|members|families)\b/i

function tokensOf(text: string, taken: readonly { start: number; end: number }[]): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index + match[0].length - match[0].trimStart().length
    const end = match.index + match[0].length
    if (taken.some((other) => start < other.end && other.start < end)) continue
    // "A-2", "555-0142", "401(k)": no numbers.
    const front = text.slice(0, start)
    // "8x-9x", "$4.0M-$4.5M": the second end of a range.
    const ranges = /\d\s?(?:[x×kmb]|mm|bn|yrs?|years?|mos?|months?|mi|miles|days?)-$/i.test(front)
    if (/[A-Za-z]-?$/.test(front) && !ranges && /\d/.test(match[0])) continue
    const digits = /^(US\$|USD|\$)?\s?([\d,]+(?:\.\d+)?)(\s?[½¼¾]|[\s-]\d\/\d)?\s?([a-z]*)$/i.exec(match[0].trim())
    if (digits) {
      const scale = digits[4] ? (MULTIPLIERS[digits[4].toLowerCase()] ?? 1) : 1
      // "$(85,000)": below zero, as accountants write it.
      const below = /\$\s?\($/.test(text.slice(0, start)) && text.slice(end).startsWith(')')
      tokens.push({
        start: below ? text.lastIndexOf('$', start) : start,
        end: below ? end + 1 : end,
        value: (Number(digits[2]!.replaceAll(',', '')) + partOf(digits[3])) * scale * (below ? -1 : 1),
        money: digits[1] !== undefined || below,
        words: false,
        scale,
      })
    } else {
      const value = valueOfWords(match[0])
      if (value !== undefined && !/^one$/i.test(match[0]) && !Number.isNaN(value))
        tokens.push({ start, end, value, money: false, words: true, scale: scaleOfWords(match[0]) })
      else if (/^one$/i.test(match[0]) && /^\s*(?:\(1\)\s*)?(?:year|month|day|percent|mile)/i.test(text.slice(end)))
        tokens.push({ start, end, value: 1, money: false, words: true, scale: 1 })
    }
  }
  return tokens
}

export interface Merged {
  start: number
  end: number
  values: number[]
  scale: number
  money: boolean
  doubt?: 'range' | 'words against figures'
  /** The unit that stood between the words and the figures: "dollars", "percent". */
  unit: string
}

/** "five million dollars ($5,000,000)" and "ten percent (10%)" are one number said twice. */
function mergeTwice(text: string, tokens: readonly Token[]): Merged[] {
  const merged: Merged[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const next = tokens[at + 1]
    const between = next ? text.slice(token.end, next.start) : ''
    const said = /^((?:\s+and\s+(?:no|00)\/100)?\s*(?:u\.?s\.?\s+)?(?:dollars?|percent|per cent|%)?)\s*\(\s*$/i.exec(
      between,
    )
    // "and 00/100 Dollars" holds two numbers of its own.
    const cents = /^\s+and\s+$/i.test(between) && next?.value === 0 && text.slice(next.end).startsWith('/100')
    if (token.words && cents) {
      const figures = tokens.slice(at + 1).find((other) => other.money)
      if (figures && figures.start - token.end < 40) {
        merged.push(twice(token, figures, text, 'dollars'))
        at = tokens.indexOf(figures)
        continue
      }
    }
    if (
      next &&
      said &&
      token.words !== next.words &&
      (token.words || next.words) &&
      !(next.money && /percent|per cent|%/i.test(said[1]!)) &&
      // "$680,000 (twelve months ended June 30)"
      !(token.money && /^[\s-]*(?:months?|years?|days?|weeks?|quarters?|miles?)\b/i.test(text.slice(next.end)))
    ) {
      merged.push(twice(token, next, text, said[1]!.trim().toLowerCase()))
      at++
      continue
    }
    merged.push({
      start: token.start,
      end: token.end,
      values: [token.value],
      scale: token.scale,
      money: token.money,
      unit: '',
    })
  }
  return merged
}

function twice(first: Token, second: Token, text: string, unit: string): Merged {
  const close = /^\s*(?:%|percent)?\s*(?:dollars)?\)?/i.exec(text.slice(second.end))![0]
  const same = Math.abs(first.value - second.value) <= 1e-9 * Math.max(first.value, second.value)
  return {
    start: first.start,
    end: second.end + close.length,
    values: same ? [second.value] : [first.value, second.value],
    scale: 1,
    money: first.money || second.money || /dollar/.test(unit),
    ...(same ? {} : { doubt: 'words against figures' as const }),
    unit: unit || (/%/.test(close) ? 'percent' : ''),
  }
}

/** "Raised from $4.5 to $4.7 million": two values, of which the second holds. */
export const CHANGED =
  /\b(?:chang|increas|rais|ris|rose|drop|grow|grew|fall|fell|step|go|goes|lower|reduc|decreas|mov|amend|revis|improv|extend|shorten|cut|went|up|down)\w*\b[^.;]{0,60}\bfrom\s*["“]?$/i

const RANGE =
  /^\s*(?:%|percent|x|times|×|yrs?|years?|mos?|months?|mi|miles|days?)?\s*(?:-|–|—|to|and|or|(?:and|nor|but|or)\s+(?:not\s+|no\s+)?more\s+than)\s*$/i

/** "28% to 32%", "$3.9 million to $4.3 million", "three to five years". */
function mergeRanges(text: string, tokens: readonly Merged[]): Merged[] {
  const merged: Merged[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const next = tokens[at + 1]
    if (next && token.values.length === 1 && next.values.length === 1) {
      const between = text.slice(token.end, next.start)
      const before = text.slice(0, token.start)
      const joined =
        RANGE.test(between) &&
        !CHANGED.test(before) &&
        (!/\b(?:and|or)\b/i.test(between) || /\bbetween\s*$/i.test(before) || /or/i.test(between))
      const sameKind =
        token.money === next.money ||
        (token.money && !/^\s*(?:%|percent|x\b|times|years?|months?|days?|miles?)/i.test(text.slice(next.end)))
      const upward = next.values[0]! >= token.values[0]! || token.scale < next.scale
      if (joined && sameKind && upward && !/\bmonths?\s*$|\byears?\s*$|\bvs\.?\s*$/i.test(before)) {
        const low =
          token.scale === 1 && next.scale > 1 && token.values[0]! < 1000
            ? token.values[0]! * next.scale
            : token.values[0]!
        merged.push({
          start: token.start,
          end: next.end,
          values: low === next.values[0] ? [low] : [low, next.values[0]!],
          scale: next.scale,
          money: token.money || next.money,
          ...(low === next.values[0] ? {} : { doubt: 'range' as const }),
          unit: next.unit || token.unit,
        })
        at++
        continue
      }
    }
    merged.push(token)
  }
  return merged
}

/** All numbers of a text but for those that are taken already, as in a date. */
export const numbersIn = (text: string, taken: readonly { start: number; end: number }[]): readonly Merged[] =>
  mergeRanges(text, mergeTwice(text, tokensOf(text, taken)))
