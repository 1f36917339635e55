import { IN_WORDS, ORDINAL, valueOfOrdinal, valueOfWords } from './numbers'
import type { Quantity } from './quantity'
import { weekdaysIn } from './weekdays'

/** Quantities that no number with its unit says: "for a year", "half a million", "on the second anniversary". */
export function spokenIn(text: string, numbers: readonly Quantity[]): Quantity[] {
  const found: Quantity[] = []
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
      !numbers.some(({ start, end }) => start <= match.index && match.index < end)
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
}
