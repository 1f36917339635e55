import type { Words } from '../term'

const EARN_OUT = String.raw`(?:earn-?\s?outs?|EOs?(?=[\s:=,])|contingent\s+(?:consideration|payment|(?:purchase\s+)?price)|performance[\s-](?:based\s+)?(?:payment|bonus|consideration|price)|(?:growth|upside|milestone|stretch)\s+(?:payment|bonus|consideration|incentive)|kicker|deferred\s+contingent)`
const about = new RegExp(
  String.raw`(?<!\b(?:no|without|not|neither|nor)\s+(?:an?\s+|any\s+)?)${EARN_OUT}(?!\s*:?\s*(?:none|no\b|n\/a))`,
  'i',
)
const RESULT = /\b(?:collects?|collections|EBITDA|revenue|production|collected)\b/i
/** "Deferred, and paid if collections exceed": an earn-out by what it does. */
const TIED =
  /\b(?:paid|pay|payable|waiting|available|on\s+the\s+table|deferred|released|earn|earned|due|get|gets|receive|receives|comes|follows)\b.*\b(?:if|when|provided|providing|(?:so|as)\s+long\s+as|contingent|subject\s+to|only\s+(?:once|after))\b.*\b(?:collections|EBITDA|revenue|production)\b/i
/** The same with the result first: "If EBITDA reaches $800,000, you earn another $400,000". */
const REWARDED =
  /\b(?:if|should|when|once|provided|(?:so|as)\s+long\s+as)\b[^;]*\b(?:collect(?:s|ions)?|EBITDA|revenue|production)\b[^;]*\b(?:additional|another|further|extra|remaining|last|rest|over\s+and\s+above|in\s+addition)\b|\b(?:additional|another|further|extra|more|remaining|last|final)\b[^;]{0,60}\b(?:if|in\s+proportion|contingent|depends?|tied)\b[^;]*\b(?:collect(?:s|ions)?|EBITDA|revenue|production)\b/i
/** Between two results a part of it is paid. */
const SLOPE =
  /\b(?:slice|pro[\s-]?rat(?:a|ed)|interpolat\w+|scaled?|proportion\w*|linear|straight[\s-]line|sliding|part\s+of\s+it)\b/i
/** "$288,000 (5%) if collections are at least $2,900,000": dollars that stand right before their condition. */
const ON_CONDITION =
  /\$\s?[\d,.]+\s?\w{0,8}(?:\s*\([\d.]+\s?%\))?,?\s+(?:if|provided|(?:so|as)\s+long\s+as)\s[^;]*\b(?:collections|EBITDA|revenue|production)\b[^;]*\b(?:at\s+least|exceeds?|reach(?:es)?|not\s+less|above|or\s+more|hits?|grows?)\b/i
/** Is a payment after closing tied to a result here? By its name, or by "if EBITDA reaches". */
const inEarnOut = ({
  text,
  label,
  heading,
  before,
}: {
  text: string
  label: string
  heading: string
  before: string
}): boolean =>
  about.test(text) ||
  TIED.test(text) ||
  REWARDED.test(text) ||
  (ON_CONDITION.test(text) && !/\b(?:salary|annual|per\s+year|fee)\b/i.test(text)) ||
  /(?:%|\$[\d,.]+),?\s+(?:(?:is|would\s+be|will\s+be)\s+)?contingent\b/i.test(text) ||
  about.test(label) ||
  about.test(heading) ||
  ((about.test(before) || TIED.test(before) || REWARDED.test(before)) &&
    /^(?:and\s+)?(?:it|this|that|if\s+(?:it|that|this|EBITDA|collections)|below|between|(?:(?:the|any|such|that|each|full)\s+){0,2}payments?|the\s+full|(?:it\s+is\s+)?(?:paid|payable|due)|you\s+lose|nothing)\b/i.test(
      text,
    ))

/** "If collections in the two years after closing average …": measured, and not waited for. */
const measuredIn = (text: string, start: number): boolean =>
  /\b(?:collections|EBITDA|revenue|production)\b[^.;$]{0,30}\bin\s+the\s+$/i.test(text.slice(0, start))

/** What is paid later if a result is reached. */
export const earnOut: Words = {
  terms: [
    {
      id: 'earn-out',
      deniable: true,
      kinds: ['percent', 'money'],
      path: { percent: 'components/earnOut-1/share', money: 'components/earnOut-1/amount' },
      before: new RegExp(
        String.raw`\b${EARN_OUT}(?:\s+(?:payment|amount))?\s*(?:of|is|:)?\s*(?:up\s+to)?|\b(?:an?\s+)?(?:additional|another|further|extra)(?:\s+(?:check|payment|sum|amount)(?:\s+(?:for|of))?)?|\b(?:(?:the\s+)?(?:remaining|last|final|other)|what\s+remains|the\s+rest|the\s+remainder|the\s+balance),?(?:\s+of)?|\b(?:over\s+and\s+above|on\s+top\s+of|in\s+addition\s+to)\s+the\s+(?:\w+\s+){0,2}price,?|\bearn\s+(?:up\s+to\s+)?(?:an?\s+)?(?:further|extra|additional|another)`,
        'i',
      ),
      after: new RegExp(
        String.raw`\)?,?\s*(?:(?:would|will|shall|is)\s+(?:be\s+)?)?(?:paid|payable)?\s*(?:as|in|by\s+way\s+of|is\s+an)?\s*(?:an?\s+)?${EARN_OUT}|\)?\s+(?:is|would\s+be|will\s+be)\s+paid\s+\d+\s+months\s+after|\)?,?\s+(?:(?:is|would\s+be|will\s+be)\s+)?contingent\b|\)?\s+more\b|\)?,?[^.;$%]{0,60}\b(?:if|provided|so\s+long\s+as)\b[^.;$%]{0,90}\b(?:at\s+least|exceeds?|reach(?:es)?|not\s+less\s+than|no\s+less\s+than|above|over|hits?)\s+(?=\$)|\)?,?\s+(?:if|provided|should|(?:so|as)\s+long\s+as)\b[^;$]*\b(?:collections|EBITDA|revenue|production)\b`,
        'i',
      ),
      near: new RegExp(String.raw`${EARN_OUT}|\bdeferred\b|\bpaid\b|\bwaiting\b`),
      label: new RegExp(String.raw`${EARN_OUT}|deferred\s+(?:consideration|payment|purchase)`, 'i'),
      never: /\b(?:no|without|not)\s+(?:an?\s+)?earn-?\s?outs?\b/i,
      when: (quantity, clause) =>
        quantity.per === undefined &&
        // "32% of collections" is somebody's pay.
        !(
          quantity.kind === 'percent' &&
          /^\)?\s*of\s+(?:[\w’'-]+\s+){0,3}(?:coll(?:ections?)?|production|revenue|receipts)\b/i.test(
            clause.text.slice(quantity.end),
          )
        ) &&
        // Between these results a part of it is paid.
        !(quantity.doubt === 'range' && SLOPE.test(clause.text)) &&
        inEarnOut(clause),
    },
    {
      id: 'earn-out time',
      kinds: ['duration'],
      path: { duration: 'components/earnOut-1/months' },
      near: new RegExp(String.raw`\b(?:paid|payable|after|following|post-close|(?:in|at|by)\s+month|${EARN_OUT})`),
      after: /\s*(?:after|following|post|from)[\s-]+(?:the\s+)?clos/i,
      label: about,
      when: ({ values, start, end }, clause) =>
        inEarnOut(clause) &&
        values[0]! >= 1 &&
        // "Paid 90 days later" is counted from the result, and not from the closing.
        !(
          /\bdays\b/i.test(clause.text.slice(start, end)) &&
          /^\s+(?:later|thereafter|after\s+(?:that|the\s+(?:end|result|period)))\b/i.test(clause.text.slice(end))
        ) &&
        // "EBITDA for the twenty-four months following closing totals" is measured, and not waited for.
        !(
          /\b(?:for|over|during)\s+the\s+$/i.test(clause.text.slice(0, start)) &&
          /^\s+(?:following|after)\s+(?:the\s+)?closing\s+(?:totals?|exceeds?|equals?|averages?|reach(?:es)?|is|are)\b/i.test(
            clause.text.slice(end),
          )
        ) &&
        !measuredIn(clause.text, start) &&
        // "The second twelve-month period" is measured, not waited for.
        !/^[\s-]*period\b/i.test(clause.text.slice(end)) &&
        !/\bwithin\s*$|\b(?:first|second|third|fourth|last|trailing|(?:first|second|third)\s+full|(?:either|each|both|any)\s+of\s+the)\s*$/i.test(
          clause.text.slice(0, start),
        ),
    },
    {
      // The end of the period that is measured, where no day of payment is named.
      id: 'earn-out period',
      kinds: ['duration'],
      path: { duration: 'components/earnOut-1/months' },
      after: /\s*(?:after|following|post|from)[\s-]+(?:the\s+)?clos/i,
      when: ({ start }, clause) => inEarnOut(clause) && measuredIn(clause.text, start),
      handicap: 45,
    },
    {
      id: 'earn-out target',
      kinds: ['money'],
      path: { money: 'components/earnOut-1/target' },
      before:
        /\b(?:at\s+least|not\s+less\s+than|no\s+less\s+than|reach(?:es|ing)?|exceeds?|exceeding|tops?|beats?|surpass(?:es)?|grows?\s+to|hit(?:s|ting)?|achiev(?:es?|ing)|collects?|(?:maintain|keep)(?:s|ing)?\s+(?:\w+\s+){0,3}(?:of|at|above)|at\s+or\s+above|(?:stays?|holds?|remains?)\s+at(?:\s+or\s+above)?|meets?|(?:full|maximum)\s+(?:amount|payment|payout)\s+at|paid\s+in\s+full\s+at|payable\s+(?:in\s+full\s+)?at|equals?\s+or\s+exceeds?|(?:has|have)\s+not\s+(?:dropped|fallen)\s+(?:below|under)|(?:do|does|did)(?:\s+not|n[’']?t)\s+(?:drop|fall|dip|slip|go)\s+(?:below|under)|target\s+of|threshold\s+of|needs?|target|equal\s+or\s+exceed|above|(?:collections|EBITDA|revenue|production)\s+(?:\w+\s+){0,3}(?:over|of|is|are))/i,
      after:
        /\s*(?:(?:of|in)\s+(?:\w+\s+)?(?:collections|EBITDA|revenue|production)|(?:you\s+(?:get|receive)|it\s+is\s+paid)\s+(?:in\s+)?(?:all|full)\b|or\s+(?:above|more|greater|better|higher|over)|target|threshold)/i,
      when: ({ per }, clause) =>
        per !== 'month' &&
        inEarnOut(clause) &&
        (RESULT.test(clause.text) || RESULT.test(clause.before) || /full\s+(?:amount|\$|payment)/i.test(clause.text)),
      never: /up\s+to\s+\$[\d,]+\.?$/i,
      handicap: -1,
    },
    {
      id: 'earn-out floor',
      kinds: ['money'],
      path: { money: 'components/earnOut-1/floor' },
      before:
        /\b(?:nothing|zero|zip|none|no\s+payment)\s+(?:is\s+(?:due|paid|payable|earned)\s+)?(?:at\s+or\s+below|at|below|under|if\s+[\w\s]{0,30}(?:below|under)|up\s+to)|\b(?:pro-?\s?rated|interpolated|scaled|reduced\s+(?:proportionately|ratably|linearly)|linear(?:ly)?)\s+(?:down\s+)?(?:from|to\s+(?:zero|nothing)\s+at|(?:above|over|down\s+to))/i,
      after:
        /\s*or\s+(?:below|less|lower|under)|,?\s+(?:(?:you\s+(?:get|receive)|it\s+is|it[’']s)\s+)?(?:none|nothing|zip|zero|nada|(?:there\s+(?:is|will\s+be|would\s+be|[’']s)\s+|there[’']s\s+)?no\s+(?:part|payment|earn-?\s?out))\b(?!\s+(?:at|below|under|if)\b)/i,
      when: (_, clause) => inEarnOut(clause),
      handicap: -2,
    },
    {
      id: 'earn-out slope',
      lowest: true,
      kinds: ['money'],
      path: { money: 'components/earnOut-1/floor' },
      before: /\bbetween(?:\s+(?:those|these)\s+\w+,?)?/i,
      near: SLOPE,
      when: ({ doubt }, clause) => doubt === 'range' && SLOPE.test(clause.text) && inEarnOut(clause),
      handicap: -4,
    },
  ],
  sayings: [
    {
      path: 'components/earnOut-1/onTop',
      value: true,
      words:
        /\bon\s+top(?:\s+of|,)|\bin\s+addition\s+to\s+the\s+(?:base\s+|purchase\s+)*(?:price|consideration|foregoing|above)|^in\s+addition,\s+(?:you|seller|we|buyer)\b|\ban\s+additional\s+\$|over\s+and\s+above/i,
    },
    { path: 'components/earnOut-1/cliff', value: true, words: /if,\s+and\s+only\s+if|all[\s-]or[\s-]nothing/i },
    {
      path: 'components/earnOut-1/cliff',
      value: false,
      words: /pro[\s-]?rata|in\s+between|linear|sliding\s+scale|proportion/i,
    },
    { path: 'components/earnOut-1/metric', value: 'collections', words: /\bcollections\b/i, never: /EBITDA/i },
    { path: 'components/earnOut-1/metric', value: 'ebitda', words: /\bEBITDA\b/i, never: /collections/i },
    {
      path: 'components/earnOut-1/keptOnLeaving/resignation',
      value: 0,
      words: /\b(?:lose|forfeit)\w*\b.{0,40}\bresign/i,
    },
    {
      path: 'components/earnOut-1/keptOnLeaving/dismissal',
      value: 0,
      words: /\b(?:lose|forfeit)\w*\b.{0,60}\b(?:dismissed|terminated)\s+for\s+cause/i,
    },
  ],
}
export const isAboutEarnOut = inEarnOut
