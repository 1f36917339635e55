import type { Clause } from './clauses'

const PARTLY =
  /\bjoint\s+venture|\bJV\b|\bpartial\s+(?:sale|buy)|\b(?:retain|continue\s+to\s+hold|keep)\b.{0,40}(?:\d+%|percent).{0,40}(?:interest|practice|ownership)?|sub-?\s?dso\b/i
const ROLLED =
  /\b[Rr](?:ollover|oll-over|olled)\b|\b[Rr]oll\s+\$|\bROLLOVER\b|\b(?:[Uu]nits|[Ss]tock|[Ss]hares)\s+(?:of|in)\s+[A-Z]|equity\s+in\s+(?:the\s+parent|[A-Z])|\b[A-Z]\w+\s+(?:(?:TopCo|Topco|Holdings|Parent|Holdco)\s+)?(?:[Cc]ommon\s+)?(?:[Uu]nits|[Ss]hares|[Ss]tock)\b|\b[A-Z]\w+(?:\s+[A-Z]\w+)*\s+equity\b|parent\s+(?:stock|equity|units)|membership\s+units|(?:[Uu]nits|[Ss]tock|[Ss]hares|[Ee]quity)\s+(?:of|in)\s+(?:our|the|its)\s+(?:parent|holding|top)|equity\s+of\s+[A-Z]/
const WHOLE =
  /\b(?:all|substantially\s+all|the\s+entirety|100%|one\s+hundred\s+percent(?:\s*\(100%\))?)\s+(?:of\s+)?(?:the\s+|your\s+|our\s+|its\s+|seller[’']s\s+)?(?:issued\s+and\s+outstanding\s+|outstanding\s+|(?:non-)?clinical\s+|practice\s+|tangible\s+)?(?:assets|equity|membership|stock|shares|practice|interests)|(?:whole|entire)\s+(?:practice|(?:issued\s+)?share\s+capital)|\b(?:buy|purchase|acquire)\s+your\s+(?:\w+\s+)?practice\b|\bbuy\s+(?:the|your)\s+practice,?\s+all\s+of\s+it|\b(?:furniture|fixtures|equipment)\b[^.;]{0,60}\bgoodwill\b|\bbuy\s+everything\b|asset\s+purchase|^full\s+sale|sale\s+of\s+the\s+(?:whole\s+)?practice/i
const SERVICES =
  /\b(?:does\s+not|do\s+not|will\s+not|would\s+not|not)\s+(?:buy|acquire|purchase)\w*\s+(?:(?:any\s+)?(?:part|interests?|equity|assets|ownership|stake)\b|your\s+practice|practices)|\bservices[\s-]only\b|\binvolves?\s+no\s+sale\b|\byou\s+keep\s+(?:one\s+hundred\s+percent\s+\(100%\)|one\s+hundred\s+percent|100%)\s+of\s+(?:your|the)\s+practice\b|\bno\s+(?:sale|purchase)\s+of\s+(?:the|your)\s+practice|\byou\s+(?:keep|retain)\s+(?:100%|all|full)\s+(?:of\s+the\s+)?ownership/i
/** Any word of equity that the owner could keep or receive. */
const EQUITY =
  /\broll(?:s|ed|ing|-?\s?over)?\b|\bunits\b|\bjoint\s+venture|\bJV\b|\b(?:stock|shares|equity|interest|stake)\s+(?:in|of)\b|\/\s*(?:[A-Z]\w+\s+)?(?:equity|stock|units|shares)\b|\b(?:parent|holdings|top-?\s?co|hold-?\s?co)\b|\bpreferred\b|\bownership\b/i
const DENIED = /\b(?:no|without|none)\b[^.;]{0,20}\b(?:rollover|equity|units)\b|^none\b/i

/** Costs of what the letter says, and of what follows from its silence: probable only. */
const SAID = 10
const CONCLUDED = 40

/** How the sale is built, from what is sold and what part is rolled or kept; the sentence that says it. */
export function structureOf(
  clauses: readonly Clause[],
  facts: {
    readonly rolled: boolean
    /** The clause that states the rolled part. */
    readonly roll: Clause | undefined
    readonly shareSold: number | undefined
    /** Of the price, where the letter tells it. */
    readonly rolledShare: number | undefined
    readonly sold: Clause | undefined
    /** The clause of the price, where one is stated or asked about. */
    readonly price: Clause | undefined
    /** The clause of the cash, where cash and what is paid later make up the whole price. */
    readonly paid: Clause | undefined
  },
): { value: string; clause: Clause; cost: number } | undefined {
  const said = (words: RegExp): Clause | undefined =>
    clauses.find(
      ({ text, label }) =>
        words.test(`${label}: ${text}`) && !DENIED.test(text) && !/\b(?:remarks|other\s+group)\b/i.test(label),
    )
  const partly = said(PARTLY)
  const rolled = facts.rolled ? (said(ROLLED) ?? facts.roll) : undefined
  if (partly && facts.shareSold !== undefined && facts.shareSold < 1)
    return { value: rolled ? 'hybrid' : 'jointVenture', clause: partly, cost: SAID }
  if (partly && /joint\s+venture|\bJV\b/i.test(partly.text))
    return { value: rolled ? 'hybrid' : 'jointVenture', clause: partly, cost: SAID }
  // A part stays in the practice, and it is not the part that is rolled.
  if (
    rolled &&
    facts.sold &&
    facts.shareSold !== undefined &&
    facts.rolledShare !== undefined &&
    Math.abs(1 - facts.shareSold - facts.rolledShare) > 0.01
  )
    return { value: 'hybrid', clause: facts.sold, cost: SAID }
  const services = clauses.find(({ text }) => SERVICES.test(text))
  if (services && !facts.rolled && facts.shareSold === undefined)
    return { value: 'services', clause: services, cost: SAID }
  if (rolled) return { value: 'holdco', clause: rolled, cost: SAID }
  if (facts.sold) return { value: 'jointVenture', clause: facts.sold, cost: SAID }
  const whole = said(WHOLE) ?? facts.paid
  if (whole) return { value: 'fullSale', clause: whole, cost: SAID }
  // A price for the practice, and no word of equity anywhere in the letter: all of it is sold.
  const silent = !clauses.some(({ text, label }) => EQUITY.test(`${label}: ${text}`) && !DENIED.test(text))
  return facts.price && silent ? { value: 'fullSale', clause: facts.price, cost: CONCLUDED } : undefined
}
