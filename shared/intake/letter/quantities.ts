import { datesIn } from './dates'
import type { Kind, Quantity } from './quantity'
import { spokenIn } from './spoken'
import { CHANGED, COUNTED, fractionsIn, NUMBER, numbersIn, type Merged } from './tokens'
import { AFTER, PER } from './units'

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

/** Numbers without a unit that have the one of another number of the sentence. */
function takeUnits(found: Quantity[], text: string): void {
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
  const merged = numbersIn(text, [...dates, ...fractions])
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
  takeUnits(found, text)
  found.push(...spokenIn(text, found))
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
