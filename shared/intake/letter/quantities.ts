import { datesIn } from './dates'
import { IN_WORDS, ORDINAL, valueOfOrdinal, valueOfWords } from './numbers'
import { weekdaysIn } from './weekdays'

export type Kind = 'money' | 'percent' | 'multiple' | 'duration' | 'distance' | 'date' | 'ratio' | 'days' | 'other'

/** A number of a sentence, with what the words next to it make of it. */
export interface Quantity {
  readonly kind: Kind
  readonly start: number
  readonly end: number
  /** Dollars, fractions (0.1 for 10%), months, miles, days a week; ISO days in `dates`. One, unless `doubt` says why not. */
  readonly values: readonly number[]
  readonly dates?: readonly string[]
  /** Why there is more than one value. */
  readonly doubt?: 'range' | 'words against figures' | 'no exact day'
  readonly per?: 'hour' | 'day' | 'month' | 'year' | 'quarter' | 'thing'
  /** The days themselves: "Monday to Thursday". */
  readonly named?: boolean
  /** "up to", "at most": a ceiling, not an amount. */
  readonly atMost: boolean
}

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
const NUMBER = new RegExp(`${IN_WORDS}|${DIGITS}`, 'gi')

/** "three quarters in cash", "two-thirds of the price", "half of the lab bill": a share in words. */
const FRACTION =
  /\b(?:(one|two|three|four|an?|the\s+(?:last|other|remaining|final))[\s-](half|thirds?|quarters?|fourths?|fifths?|tenths?)|half)(?=\s+(?:of\s|in\s|as\s|is\s|(?:at|upon|on)\s+(?:the\s+)?clos|by\s|\(\s?\$|(?:the|her|his|your|any)\s+lab|payable|paid))/gi
const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fourth: 4, fifth: 5, tenth: 10 }
const COUNTS = ['one', 'two', 'three', 'four']
function fractionsIn(text: string): { start: number; end: number; value: number }[] {
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
const COUNTED =
  /^\s*(?:[a-z-]+\s+)?(?:patients?|square|people|visits|procedures|cases|hours|employees|doctors|offices|smiles|members|families)\b/i

function tokensOf(text: string, taken: readonly { start: number; end: number }[]): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index + match[0].length - match[0].trimStart().length
    const end = match.index + match[0].length
    if (taken.some((other) => start < other.end && other.start < end)) continue
    // "A-2", "555-0142", "401(k)": no numbers.
    if (/[A-Za-z]-?$/.test(text.slice(0, start)) && /\d/.test(match[0])) continue
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

interface Merged {
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
const CHANGED =
  /\b(?:chang|increas|rais|ris|rose|drop|grow|grew|fall|fell|step|go|goes|lower|reduc|decreas|mov|amend|revis|improv|extend|shorten|cut|went|up|down)\w*\b[^.;]{0,60}\bfrom\s*["“]?$/i

const RANGE =
  /^\s*(?:%|percent|x|times|×)?\s*(?:-|–|—|to|and|or|(?:and|nor|but|or)\s+(?:not\s+|no\s+)?more\s+than)\s*$/i

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

const AFTER: readonly (readonly [RegExp, Kind, number])[] = [
  [/^\s*(?:%|percent(?!age points)\b|per cent(?:um)?\b)\)?/i, 'percent', 0.01],
  [/^\s*(?:x\b|×)/i, 'multiple', 1],
  [/^[\s-]*times\b|^\s+multiplied\s+by\b|^[\s-]*(?:multiple|turns)\b/i, 'multiple', 1],
  [
    /^[\s-]*(?:clinical\s+|working\s+|treatment\s+|full\s+)?days?(?:\s+(?:a|per|each|every|in each|of\s+the|of\s+each)\s+week|\s?\/\s?(?:week|wk)|\s+weekly)/i,
    'days',
    1,
  ],
  [
    /^\s+(?:per|a)\s+week\b|^\s?d\s?\/\s?(?:wk|week)\b|^[\s-]*clinic(?:al)?\s+days\b(?!\s+(?:per|a|each|in)\s+(?:month|year))/i,
    'days',
    1,
  ],
  [/^[\s-]*days?\s+(?:of\s+)?clinic(?:al)?\b/i, 'days', 1],
  [/^[\s-]*days?\s+(?:of\s+)?(?:in\s+)?(?:each|every|the)\s+week\b/i, 'days', 1],
  [
    /^[\s-]*(?:calendar\s+|consecutive\s+|full\s+|contract\s+|more\s+|additional\s+|further\s+)?(?:years?|yrs?)\b|^y(?=\b)/i,
    'duration',
    12,
  ],
  [/^[\s-]*(?:calendar\s+|consecutive\s+|monthly\s+)?(?:months?|mos?)\b/i, 'duration', 1],
  [/^[\s-]*(?:equal\s+)?(?:consecutive\s+)?monthly\s+(?:installments?|instalments?|payments?)/i, 'duration', 1],
  [/^[\s-]*(?:equal\s+)?(?:consecutive\s+)?quarterly\s+(?:installments?|instalments?|payments?)/i, 'duration', 3],
  [
    /^[\s-]*(?:equal\s+)?(?:consecutive\s+)?(?:annual|yearly)\s+(?:installments?|instalments?|payments?)/i,
    'duration',
    12,
  ],
  [/^[\s-]*weeks?\b/i, 'duration', 12 / 52],
  [/^[\s-]*(?:calendar\s+|business\s+)?days?\b/i, 'duration', 12 / 365],
  [/^[\s-]*(?:air\s+|road\s+|driving\s+)?(?:miles?|mi)\b/i, 'distance', 1],
  [/^\s*(?:u\.?s\.?\s+)?dollars?\b/i, 'money', 1],
]
const PER: readonly (readonly [RegExp, NonNullable<Quantity['per']>])[] = [
  [
    /^\)?\s*(?:base\s+)?(?:per|a|an|each|every|\/)\s?(?:clinical\s+|working\s+|treatment\s+)?(?:day|diem)\b|^\)?\s*(?:for\s+)?(?:any|each|every)\s+day\b|^\)?\s*daily\b|^\)?\s*(?:in|for)\s+(?:an?|each|any)\s+day\b/i,
    'day',
  ],
  [
    /^\)?\s*(?:per|a|an|each|every|\/)\s?(?:calendar\s+)?(?:month|mo)\b|^\)?\s*monthly\b|^\)?\s*in\s+(?:any|each)\s+(?:calendar\s+)?month\b/i,
    'month',
  ],
  [
    /^\)?\s*(?:per|a|an|each|every|\/)\s?(?:year|yr|annum)\b(?!\s+(?:later|after|from)\b)|^\)?\s*(?:annually|yearly|p\.a\.)|^\)?\s*in\s+(?:any|each)\s+(?:calendar\s+)?year/i,
    'year',
  ],
  [/^\)?\s*(?:per|a|an|each|every|\/)\s?quarter\b|^\)?\s*quarterly\b/i, 'quarter'],
  [/^\)?\s*(?:per|an|each|every|\/)\s?hour\b|^\)?\s*hourly\b/i, 'hour'],
  [
    /^\)?\s*(?:per|a|each|\/)\s?(?:rentable\s+)?(?:square|sq\.?|sf|rsf|foot|unit|share|procedure|patient|case|location|office|operatory)\b|^\)?\s*psf\b/i,
    'thing',
  ],
]

/**
 * "By replacing “$6,000,000” with “$5,640,000”", "changed from June 30 to July 31", "rather than 5%": what does not hold
 * any more is none of the letter's numbers.
 */
function superseded({ start, end, kind }: Quantity, next: Quantity | undefined, text: string): boolean {
  const before = text.slice(0, start)
  if (
    /\b(?:instead\s+of|rather\s+than|in\s+(?:place|lieu)\s+of|no\s+longer|(?:and|but),?\s+not(?:\s+(?:after|for|over|in|at))?)\s*["“]?$/i.test(
      before,
    )
  )
    return true
  if (next?.kind !== kind) return false
  const between = text.slice(end, next.start)
  return (
    (/\b(?:replac|substitut|delet|strik)\w*\b[^.;]{0,40}$/i.test(before) &&
      /^["”]?,?\s*(?:is\s+|are\s+)?(?:with|by|and\s+(?:replacing|inserting|substituting)\b[^.;"“]{0,30})\s*["“]?$/i.test(
        between,
      )) ||
    (/["“]$/.test(before) &&
      /^["”],?\s+(?:(?:(?:is|are|be|shall\s+be)\s+)?(?:hereby\s+)?(?:(?:replaced|changed|amended|substituted)\s+)?(?:with|to|by)|(?:shall\s+|will\s+)?becomes?|now\s+reads?)\s+(?:the\s+words?\s+)?["“]$/i.test(
        between,
      )) ||
    (CHANGED.test(before) && /^\s*(?:per\s+\w+\s+)?to\s+$/i.test(between))
  )
}

const SCALED: ReadonlySet<Kind> = new Set(['duration', 'distance', 'percent', 'days', 'multiple'])
/** Where the number of a quantity ends and its unit begins. */
const numberEnd = (text: string, { start, end }: Quantity): number =>
  start + (new RegExp(`^(?:${NUMBER.source})`, 'i').exec(text.slice(start, end))?.[0].length ?? 0)

/** 60/40, 70/20/10: numbers with a stroke between them that make up the whole; none where they do not. */
function ratioFrom(text: string, tokens: readonly Merged[]): readonly Merged[] {
  const parts: Merged[] = []
  let sum = 0
  for (const token of tokens) {
    const last = parts.at(-1)
    if ((last && !/^\s?\/\s?$/.test(text.slice(last.end, token.start))) || token.money) return []
    parts.push(token)
    sum += token.values[0]!
    if (sum >= 100) return sum === 100 ? parts : []
  }
  return []
}

/** All quantities of a sentence in their order. */
export function quantitiesIn(text: string): Quantity[] {
  const dates = datesIn(text)
  const found: Quantity[] = dates.map(({ start, end, days, loose }) => ({
    kind: 'date',
    start,
    end,
    values: [],
    dates: days,
    atMost: false,
    ...(loose ? { doubt: 'no exact day' as const } : {}),
  }))
  const fractions = fractionsIn(text)
  for (const { start, end, value } of fractions)
    found.push({ kind: 'percent', start, end, values: [Number(value.toPrecision(12))], atMost: false })
  const merged = mergeRanges(text, mergeTwice(text, tokensOf(text, [...dates, ...fractions])))
  for (let at = 0; at < merged.length; at++) {
    const token = merged[at]!
    const rest = text.slice(token.end)
    // 60/40, 80/20: two parts of a whole.
    const parts = ratioFrom(text, merged.slice(at, at + 4))
    if (parts.length > 1) {
      found.push({
        kind: 'ratio',
        start: token.start,
        end: parts.at(-1)!.end,
        values: parts.map(({ values }) => values[0]! / 100),
        atMost: false,
      })
      at += parts.length - 1
      continue
    }
    const unit = token.money ? undefined : AFTER.find(([form]) => form.test(rest))
    let end = token.end + (unit ? unit[0].exec(rest)![0].length : 0)
    const kind: Kind =
      token.money || /dollar/.test(token.unit)
        ? 'money'
        : unit
          ? unit[1]
          : /per\s?cent|%/.test(token.unit)
            ? 'percent'
            : token.scale >= 1000 && !COUNTED.test(rest)
              ? 'money'
              : 'other'
    const scale = kind === 'percent' ? 0.01 : unit && kind === unit[1] ? unit[2] : 1
    const per = kind === 'money' ? PER.find(([form]) => form.test(text.slice(end))) : undefined
    if (per) end += per[0].exec(text.slice(end))![0].length
    const before = text.slice(0, token.start)
    found.push({
      kind,
      start: token.start,
      end,
      values: token.values.map((value) => Number((value * scale).toPrecision(12))),
      ...(token.doubt ? { doubt: token.doubt } : {}),
      ...(per ? { per: per[1] } : {}),
      atMost:
        /\b(?:(?<!\b(?:came|come|comes|coming|went|go|goes|going|got|gets|get|moved|raised|increased|bumped)\s)up to|at most|as much as|not to exceed|no more than|maximum of|capped at|a maximum)\s*(?:of\s*)?(?:an additional\s*)?$/i.test(
          before,
        ),
    })
  }
  // "14 and 26 months": the first has the unit of the second.
  for (const [at, one] of found.entries()) {
    const next = found[at + 1]
    if (one.kind !== 'other' || next?.kind !== 'duration' || next.values.length > 1) continue
    if (!/^\s*(?:and|&|,)\s*$/.test(text.slice(one.end, next.start))) continue
    const end = numberEnd(text, next)
    const unit = AFTER.find(([form, kind]) => kind === 'duration' && form.test(text.slice(end, next.end)))
    const value = (one.values[0] ?? 0) * (unit?.[2] ?? 0)
    if (unit && unit[2] >= 1 && value > 0 && value < next.values[0]!)
      found[at] = { ...one, kind: 'duration', values: [value] }
  }
  // "80 percent in cash, the other twenty in stock"
  for (const [at, one] of found.entries()) {
    const rest = one.kind === 'other' && /\b(?:other|remaining)\s+$/i.test(text.slice(0, one.start))
    const share = (one.values[0] ?? 0) / 100
    if (rest && found.some(({ kind, values }) => kind === 'percent' && Math.abs(values[0]! + share - 1) < 1e-9))
      found[at] = { ...one, kind: 'percent', values: [share] }
  }
  // "Reduced from five years to four": the second number has the unit of the first.
  for (const [at, one] of found.entries()) {
    const first = found.find(({ end }) => end < one.start && /^\s*to\s+$/i.test(text.slice(end, one.start)))
    if (one.kind !== 'other' || !first || !SCALED.has(first.kind) || !CHANGED.test(text.slice(0, first.start))) continue
    const unit = AFTER.find(
      ([form, kind]) => kind === first.kind && form.test(text.slice(numberEnd(text, first), first.end)),
    )
    if (unit)
      found[at] = {
        ...one,
        kind: first.kind,
        values: one.values.map((value) => Number((value * unit[2]).toPrecision(12))),
      }
  }
  for (const { start, end, count } of weekdaysIn(text))
    found.push({ kind: 'days', start, end, values: [count], named: true, atMost: false })
  // "for a year", "within one year"
  for (const match of text.matchAll(/\b(?:for|after|of) (?:a|one full) (year|month)\b(?! of\b| and a\b)/gi))
    found.push({
      kind: 'duration',
      start: match.index + match[0].length - match[1]!.length - 2,
      end: match.index + match[0].length,
      values: [match[1]!.toLowerCase() === 'year' ? 12 : 1],
      atMost: false,
    })
  // "half a million"
  for (const match of text.matchAll(/\b(?:a\s+)?half\s+(?:a\s+)?million(?:\s+dollars)?\b/gi))
    if (
      !/\b(?:and|\d)\s*(?:a\s+|one[\s-])?$/i.test(text.slice(0, match.index)) &&
      !found.some(({ start, end }) => start <= match.index && match.index < end)
    )
      found.push({
        kind: 'money',
        start: match.index,
        end: match.index + match[0].length,
        values: [500_000],
        atMost: false,
      })
  // "seventy cents on the dollar"
  for (const match of text.matchAll(
    new RegExp(
      String.raw`(?<![\d.])(\d{1,2}|${IN_WORDS})\s+cents\s+(?:on|of|out\s+of)\s+(?:the|each|every)\s+dollar`,
      'gi',
    ),
  )) {
    const value = /^\d/.test(match[1]!) ? Number(match[1]) : valueOfWords(match[1]!)
    if (value !== undefined)
      found.push({
        kind: 'percent',
        start: match.index,
        end: match.index + match[0].length,
        values: [value / 100],
        atMost: false,
      })
  }
  // "until the 75th day thereafter"
  for (const match of text.matchAll(
    /\b(?:[a-z]+(?:-[a-z]+)?\s+\()?(\d{1,3})(?:st|nd|rd|th)\)?\s+day\s+(?:thereafter|after|following)\b/gi,
  ))
    found.push({
      kind: 'duration',
      start: match.index,
      end: match.index + match[0].length,
      values: [(Number(match[1]) * 12) / 365],
      atMost: false,
    })
  // "a year later"
  for (const match of text.matchAll(
    /\b(?:a|one) year (?:later\b|on\b(?!\s+(?:attain|achiev|meeting|reaching|top|the|your|a|all)))/gi,
  ))
    found.push({
      kind: 'duration',
      start: match.index,
      end: match.index + match[0].length,
      values: [12],
      atMost: false,
    })
  // "for a year and a half"
  for (const match of text.matchAll(/\b(?:a|one) year and (?:a|one)[\s-]half\b/gi))
    found.push({
      kind: 'duration',
      start: match.index,
      end: match.index + match[0].length,
      values: [18],
      atMost: false,
    })
  // "on the second anniversary"
  for (const match of text.matchAll(
    /\b(first|second|third|fourth|fifth|sixth|seventh|(\d{1,2})[\s-]month)(?:\s*\(\d{1,2}(?:st|nd|rd|th)\))?[\s-]+(?:year\s+)?anniversar(?:y|ies)\b/gi,
  ))
    if (!match[2])
      found.push({
        kind: 'duration',
        start: match.index,
        end: match.index + match[0].length,
        values: [
          (['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'].indexOf(match[1]!.toLowerCase()) + 1) *
            12,
        ],
        atMost: false,
      })
  // "the end of the twenty-seventh month"
  for (const match of text.matchAll(new RegExp(String.raw`\b(${ORDINAL})\s+month\b(?!\s+period)`, 'gi'))) {
    const count = valueOfOrdinal(match[1]!)
    if (count !== undefined && count > 1)
      found.push({
        kind: 'duration',
        start: match.index,
        end: match.index + match[0].length,
        values: [count],
        atMost: false,
      })
  }
  // "in months 14 and 26"
  for (const match of text.matchAll(/\b(?:in|at|by|after) months (\d{1,3})(?:,? and |, | & )(\d{1,3})\b/gi))
    for (const [at, month] of [match[1]!, match[2]!].entries()) {
      const start = match.index + (at === 0 ? match[0].indexOf(month) : match[0].length - month.length)
      found.push({ kind: 'duration', start, end: start + month.length, values: [Number(month)], atMost: false })
    }
  // "in month 27"
  for (const match of text.matchAll(/(?:\b(?:in|at|by|after|of)|\bi\.e\.,?|\() ?month (\d{1,3})\b/gi))
    found.push({
      kind: 'duration',
      start: match.index,
      end: match.index + match[0].length,
      values: [Number(match[1])],
      atMost: false,
    })
  return found
    .filter(
      (one, at) =>
        !found.some(
          (other, place) =>
            place > at &&
            other.start <= one.start &&
            one.end <= other.end &&
            other.kind === 'duration' &&
            one.kind === 'other',
        ),
    )
    .sort((a, b) => a.start - b.start)
    .filter((one, at, sorted) => !superseded(one, sorted[at + 1], text))
}
