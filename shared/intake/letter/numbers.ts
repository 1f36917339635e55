/** Numbers written in English words. */
const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 }
const PARTS: Readonly<Record<string, number>> = {
  half: 0.5,
  quarter: 0.25,
  quarters: 0.25,
  fourth: 0.25,
  fourths: 0.25,
  tenth: 0.1,
  tenths: 0.1,
  third: 1 / 3,
  thirds: 1 / 3,
}

const WORD = `(?:${[...Object.keys(SMALL), 'hundred', ...Object.keys(SCALES)].join('|')})`
const FRACTION_WORDS = String.raw`and[\s-]+(?:a|one|two|three|four|five|six|seven|eight|nine)[\s-]+(?:half|quarters?|fourths?|tenths?)(?:[\s-]+(?:thousand|million|billion))?`
/** A number in words, as long as it goes: "five million two hundred thousand", "six and one-half". */
export const IN_WORDS = String.raw`\b${WORD}(?:[\s-]+(?!${FRACTION_WORDS})(?:(?:and|point)[\s-]+)?${WORD})*\b(?:[\s-]+${FRACTION_WORDS})?`

/** The value of a number in words; undefined where the words make none ("two three"). */
export function valueOfWords(text: string): number | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== '')
  let total = 0
  let group = 0
  let last = Infinity
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (word === 'and') {
      const next = words[at + 1]
      const part = words[at + 2]
      if (part !== undefined && part in PARTS && next !== undefined)
        // "three and a half million"
        return (
          total + (group + (next === 'a' ? 1 : (SMALL[next] ?? 1)) * PARTS[part]!) * (SCALES[words[at + 3] ?? ''] ?? 1)
        )
      continue
    }
    // "three point two million"
    const tenth = SMALL[words[at + 1] ?? '']
    if (word === 'point' && tenth !== undefined && tenth < 10 && group > 0) {
      group += tenth / 10
      last = tenth
      at++
      continue
    }
    if (word in SMALL) {
      const value = SMALL[word]!
      // "twenty" "seven" is a number, "seven" "twenty" is two.
      if (last < 100 && !(last >= 20 && last % 10 === 0 && value < 10 && value > 0)) return undefined
      group += value
      last = value
    } else if (word === 'hundred') {
      if (group === 0) return undefined
      group *= 100
      last = 100
    } else if (word in SCALES) {
      if (group === 0) return undefined
      total += group * SCALES[word]!
      group = 0
      last = Infinity
    } else return undefined
  }
  return total + group
}

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
}
/** "first", "thirty-first", "3rd". */
export function valueOfOrdinal(text: string): number | undefined {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/i.exec(text)
  if (digits) return Number(digits[1])
  const words = text.toLowerCase().split(/[\s-]+/)
  const last = ORDINALS[words.at(-1)!]
  if (last === undefined) return undefined
  return words.length === 1 ? last : (SMALL[words[0]!] ?? NaN) + last
}
export const ORDINAL = String.raw`(?:(?:twenty|thirty)-)?(?:${Object.keys(ORDINALS).join('|')})|\d{1,2}(?:st|nd|rd|th)`
