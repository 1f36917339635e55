/** Words that begin a deal term without being a proper name. */
const COMMON = new Set(
  [
    'escrow|holdback|retention|indemnity|seller|promissory|note|loan|deferred|delayed|second|final|cash|bonus|growth',
    'earn|performance|contingent|milestone|collections|rolled|rollover|roll|equity|shares|stock|parent|joint|profit',
  ].flatMap((words) => words.split('|')),
)

/**
 * A term's name within a sentence: "the seller note", "the earn-out for growth". One that begins with a proper name, or
 * with any word not known here, keeps its capital: "the Heartland shares".
 */
export function inSentence(label: string): string {
  const [first] = label.match(/^[A-Z][a-z]+/) ?? []
  return first && COMMON.has(first.toLowerCase()) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
