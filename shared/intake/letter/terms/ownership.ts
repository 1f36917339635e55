import type { Clause } from '../clauses'
import type { Quantity } from '../quantity'
import type { Words } from '../term'

const OWNER = String.raw`(?:[Yy]ou(?:rself)?|Dr\.?|[Dd]octors?|[Oo]wners?|[Ss]ellers?|[Pp]roviders?|[Ss]hareholders?|[Pp]artners?|[Mm]embers?|[Pp]hysicians?|[Ss]urgeons?)`
const OWNED =
  /\bown(?:s|ed|ership)?\b|\bequity\s+(?:split|structure|interests?)\b|\b(?:membership|post-closing)\s+interests?\b|\bcap(?:italization)?\s+table\b|\bjoint\s+venture\b|\bJV\b/i
/** What makes a share one of something else: of the price, of the buyer's parent, of profit. */
const ELSEWHERE =
  /\b(?:roll\w*|hold-?\s?co|top-?\s?co|parent|holdings|price|cash|profits?|distribut\w+|(?<!membership\s)units|fully\s+diluted|votes?|voting|board|put|repurchase|require|call|vest\w*|rent|building|real\s+estate|surgery\s+center|ASC|(?:is|are|currently|presently|today)\s+owned)\b/i
const PRACTICE = String.raw`(?:of|in)\s+(?:the\s+|your\s+|its\s+|this\s+)?(?:(?:new|dental|professional|resulting|joint)\s+)?(?:practice|company|corporation|business|venture|JV|entity|PLLC|P\.?C|P\.?A|ownership|equity|membership|interests?|stock|shares)\b`
const ofPractice = new RegExp(
  String.raw`^\)?\s*(?:(?:membership\s+|equity\s+|ownership\s+|minority\s+|retained\s+)*(?:interest|ownership|stake|share|position)\b|${PRACTICE})`,
  'i',
)

const percents = ({ quantities }: Clause): readonly Quantity[] =>
  quantities.filter(({ kind, values }) => kind === 'percent' && values.length === 1)

/** "Northlake 60%, Dr. Moss 40%": of two shares that make up the whole, the one that does not stand beside the owner. */
function soldInSplit(quantity: Quantity, clause: Clause): boolean {
  const about = `${clause.label} ${clause.heading} ${clause.text}`
  const shares = percents(clause)
  if (shares.length !== 2 || !OWNED.test(about) || ELSEWHERE.test(`${clause.label} ${clause.text}`)) return false
  const [first, second] = shares as [Quantity, Quantity]
  if (Math.abs(first.values[0]! + second.values[0]! - 1) > 1e-9) return false
  const named = new RegExp(String.raw`\b${OWNER}`)
  const { text } = clause
  // "You sell us 60% and keep 40%": what is kept is not sold, whoever is named.
  if (/\b(?:keep|retain)(?:s|ing)?\s+(?:the\s+)?(?:other\s+|remaining\s+)?$/i.test(text.slice(0, quantity.start)))
    return false
  if (/\b(?:sell|buy|acquire|purchase)(?:s|ing)?\s+(?:us\s+)?(?:an?\s+)?$/i.test(text.slice(0, quantity.start)))
    return true
  // Names stand before their shares throughout, or after them.
  const [front, middle, back] = [
    text.slice(0, first.start),
    text.slice(first.end, second.start),
    text.slice(second.end),
  ].map((part) => named.test(part))
  const ahead =
    /[\w.)]/.test(text.slice(0, first.start)) &&
    !/^\W*(?:[A-Z]|you\b|us\b|by\b|to\b|for\b)/.test(text.slice(second.end))
  const owners = ahead ? [front, middle] : [middle, back]
  return owners[0] !== owners[1] && (owners[0] ? quantity === second : quantity === first)
}

/** Who owns how much of the practice after closing. */
export const ownership: Words = {
  terms: [
    {
      id: 'sold in a split',
      kinds: ['percent'],
      path: { percent: 'shareSold' },
      before: /./,
      after: /[^]?/,
      when: soldInSplit,
      handicap: -4,
    },
    {
      id: 'share of the buyer',
      kinds: ['percent'],
      path: { percent: 'shareSold' },
      before:
        /\b(?:we|us|[Bb]uyer|[Pp]urchaser|(?!Dr\b)[A-Z]\w+)\s+(?:will|would|shall|to)\s+(?:then\s+|thereafter\s+)?(?:own|hold|have|take)(?:\s+an?)?/,
      never: ELSEWHERE,
      when: ({ end }, clause) =>
        ofPractice.test(clause.text.slice(end)) || percents(clause).length === 2 || OWNED.test(clause.label),
      handicap: -2,
    },
    // What the owner keeps tells what is sold where the letter does not say it; see keptPart.
    {
      id: 'share kept of the practice',
      kinds: ['percent'],
      path: { percent: 'x/shareKept' },
      before: new RegExp(
        String.raw`\b${OWNER}(?:\s+[A-Z][\w’']+)*(?:,?\s+(?:will|would|shall|to))?\s+(?:then\s+|still\s+)?(?:retains?|keeps?|hangs?\s+on\s+to|holds?(?:\s+on\s+to)?|(?:continues?\s+to\s+|still\s+)?(?:owns?|holds?)|(?:be\s+|is\s+|are\s+)?left\s+with)(?:\s+(?:an?|the\s+(?:other|remaining)))?|\b(?:[Yy]our|[Tt]he\s+owner[’']s|retained|continuing|residual)\s+(?:(?:retained|remaining|continuing|residual)\s+)?(?:ownership|interest|stake|equity|share)\s*(?:is|of|at|:|would\s+be|will\s+be)?`,
      ),
      never: ELSEWHERE,
      when: ({ start, end, values }, { text, label, heading }) =>
        values[0]! < 0.95 &&
        !/\b(?:currently|today|now|presently|each)\b/i.test(text.slice(0, start)) &&
        (ofPractice.test(text.slice(end)) ||
          /\b(?:ownership|interest|stake|equity|share)\b[^.;%]{0,12}$/i.test(text.slice(0, start)) ||
          OWNED.test(`${label} ${heading}`)),
      handicap: -3,
    },
  ],
}
