import type { Words } from '../term'

const EQUITY = String.raw`(?:(?:Class|Series)\s+[A-Z](?:-\d)?\s+(?:[Cc]ommon\s+|[Pp]referred\s+|[Mm]embership\s+)?(?:[Uu]nits|[Ss]hares|[Ss]tock|[Ii]nterests)|roll-?\s?over(?:\s+(?:equity|units|shares))?|rolled(?:\s+(?:equity|into))?|equity\s+roll|roll\s+equity|(?:(?:Class|Series)\s+[A-Z](?:-\d)?\s+)?(?:common\s+|preferred\s+|membership\s+|partnership\s+|incentive\s+|[A-Z]\w+\s+(?:Holdings\s+|Parent\s+|TopCo\s+)?)?(?:units|shares|stock)\s+(?:of|in)\s+[A-Z]|[A-Z]\w+\s+(?:TopCo|Holdings|HoldCo|Parent)?\s*(?:(?:Class|Series)\s+[A-Z](?:-\d)?\s+)?(?:common\s+)?(?:units|shares|stock|equity)|(?:parent|holding\s+company)(?:[’']s)?\s+(?:stock|equity|units|shares)|equity\s+(?:in|of)\s+(?:the\s+|our\s+)?(?:parent|holding)|equity\s+(?:in|of)\s+[A-Z]|(?:units|shares|stock|equity)\s+(?:of|in)\s+(?:our|the|its)\s+(?:[A-Z]\w+\s+)?(?:parent|holding|top)|[A-Z]\w+\s+equity|(?:re)?invested\s+(?:alongside\s+\w+\s+)?in\s+[A-Z]|(?:our|its)\s+(?:own\s+)?(?:common\s+|preferred\s+)?(?:units|shares|stock|equity)\b|alongside\s+(?:our|the)\s+(?:sponsor|investors?|fund)|(?:common\s+|preferred\s+)?(?:units|shares|stock|equity)\s+(?:of|in)\s+the\s+(?:Company|Buyer|Purchaser|Parent|Acquir[eo]r)|in(?:to)?\s+(?:[A-Z][\w&]*\s+){1,4}(?:Parent|Holdings|Hold[Cc]o|Top[Cc]o)\b|(?:Class\s+[A-Z]\s+)?interests?\s+(?:of|in)\s+(?:[A-Z]\w+\s+){1,3}(?:Holdings|Hold[Cc]o|Top[Cc]o|Parent))`
/** Names have capital letters: "Summit stock" is the parent's, "outstanding stock" the practice's own. */
export const rolls = new RegExp(
  String.raw`\b${EQUITY}|\bequity\s+(?:in|of)\s+[A-Z]|\b(?:units|shares|stock|equity)\s+(?:of|in)\s+(?:our|the|its)\s+(?:[A-Z]\w+\s+)?(?:parent|holding|top)|\b[Rr]einvest(?:s|ment)?\b|\b[Cc]ontributes?\b[^.;]{0,60}\b(?:units|equity|stock|shares)\b|\b(?:re)?invested\s+(?:alongside\s+\w+\s+)?in\s+[A-Z]|\b(?:issue|receive|paid\s+in|exchange)\w*\b[^.;]{0,60}\b(?:our|its)\s+(?:own\s+)?(?:common\s+|preferred\s+)?(?:units|shares|stock|equity)\b|\b(?:paid|issued|receive|form)\b[^.;]{0,40}\b(?:units|shares|stock|equity)\s+(?:of|in)\s+the\s+(?:Company|Buyer|Purchaser|Acquir[eo]r)|\bin(?:to)?\s+(?:[A-Z][\w&]*\s+){1,4}(?:Parent|Holdings|Hold[Cc]o|Top[Cc]o)\b|\binterests?\s+(?:of|in)\s+(?:[A-Z]\w+\s+){1,3}(?:Holdings|Hold[Cc]o|Top[Cc]o|Parent)|\b[Rr](?:oll(?:ed|s|ing|-?\s?over)?|OLL(?:OVER|ED))\b`,
)

const CAPITAL =
  /\b(?:parent|holdings?|company|platform|top\s?co|capital\s+structure|group|roll-?\s?over|rolled|equity|units)\b/i
/** The part of the price that is paid in units of the buyer's parent, and what stands ahead of them. */
export const rolledEquity: Words = {
  terms: [
    {
      id: 'rolled equity',
      deniable: true,
      kinds: ['percent', 'money'],
      path: { percent: 'components/rolled-1/share', money: 'components/rolled-1/amount' },
      before: new RegExp(
        String.raw`\b(?:(?:equity|stock|unit)\s+(?:piece|slice|leg|chunk|portion|part|component)\s*(?:of|is|:)?|(?:equity|units|shares|stock)\s+(?:in|of)\s+[^;$%]{3,60}?(?:valued\s+at|worth|with\s+a\s+value\s+of)|roll-?\s?over(?:\s+equity)?|equity\s+roll-?\s?over|rolled\s+equity|roll|reinvest(?:ment|ing)?|contribut(?:es?|ing)|put(?:ting|s)?)\s*(?:of|is|:)?(?:\s+[^.;$%]{0,60}?\ba\s+value\s+of)?`,
        'i',
      ),
      after: new RegExp(
        String.raw`\)?(?:\s+of\s+(?:the\s+|that\s+|your\s+)?(?:\w+\s+){0,3}(?:price|value|consideration|proceeds))?\s+(?:rolls?\b|back\s+into\b)|\)?\s*(?:of\s+(?:the\s+|that\s+|your\s+)?(?:\w+\s+){0,3}(?:price|value|consideration|proceeds)(?:\s+of\s+(?:the|your)\s+practice)?(?:\s+to\s+[A-Z][\w\s]{2,40}?)?\s*,?\s*)?(?:(?:would|will|shall|is|are|to)\s+(?:be\s+)?)?(?:issued|exchanged|satisfied|rolled|goes|go|paid|reinvested|invested|contributed|delivered)?\s*(?:as|in\s+the\s+form\s+of|in(?:to)?|(?:in\s+exchange\s+)?for|by\s+the\s+issue\s+of)?\s*(?:\w+\s+){0,2}?${EQUITY}`,
        '',
      ),
      near: new RegExp(String.raw`\b${EQUITY}`),
      label:
        /^what\s+rolls\b|^(?:shares|units|stock|equity)\s+(?:of|in)\s+\w|^equity(?:\s*\(.*)?$|\b(?:shares|units|stock)\s+(?:of|in)\s+(?:our|the)\s+parent|roll-?\s?over|rolled|re-?invest|\b(?:stock|units|shares)$|equity\s+(?:in|roll)|parent\s+equity|equity\s+component/i,
      never:
        /\b(?:resigns?|retires?|leaves?|quits?|departs?)\b|come\s+first|\bforfeit|repurchase|clawback|\b(?:ahead\s+of|senior\s+to)\s+(?:the\s+)?roll|\bpreferred\s+coupon/i,
      when: ({ kind, per, start, end }, { text, label }) =>
        // What stands ahead of the owner's units is somebody else's.
        !(
          /^\s*(?:of|in)\s+(?:[\w-]+\s+){0,3}preferred\b/i.test(text.slice(end)) &&
          /\b(?:ahead|senior|stands?|rank)/i.test(text)
        ) &&
        // What is bought are units of the practice.
        !(
          kind === 'percent' &&
          /\b(?:sale|purchase|acquisition|acquir\w*|buy\w*|sell\w*)\s+(?:of\s+)?(?:an?\s+)?$/i.test(
            text.slice(0, start),
          )
        ) &&
        (rolls.test(
          text.replace(/\b(?:Units|Stock|Shares|Common|Preferred|Membership)\b/g, (word) => word.toLowerCase()),
        ) ||
          /roll|equity|parent|re-?invest|\b(?:stock|units|shares)$|^(?:stock|units|shares)\s+(?:of|in)\s/i.test(
            label,
          ) ||
          /\b(?:equity|stock|unit)\s+(?:piece|slice|leg|chunk|portion|part|component)\b/i.test(text)) &&
        per === undefined &&
        !/^\)?\s*(?:of\s+the\s+fully\s+diluted|fully\s+diluted|dilut|(?:cumulative\s+|annual\s+)?(?:preferred\s+return|per\s+(?:year|annum)|a\s+year|annually|dividend|coupon|return\b))/i.test(
          text.slice(end),
        ),
    },
    {
      id: 'equity elsewhere',
      kinds: ['percent'],
      after: /\)?\s*of\s+the\s+(?:fully\s+diluted|outstanding)/i,
      when: ({ start }, { text }) => !/\b(?:acquir|purchas|buy|sell|sale)\w*\s+(?:of\s+)?$/i.test(text.slice(0, start)),
      handicap: -5,
    },
    {
      id: 'parent value',
      kinds: ['money'],
      path: { money: 'components/rolled-1/platform/value' },
      before:
        /\b(?:enterprise\s+value|valuation|value)\s+(?:of\s+(?:the\s+|our\s+)?(?:company|parent|platform|group|holdings?|[A-Z]\w+(?:\s+[A-Z]\w+){0,4}))\s*(?:was|is|of|:|at)?|\b(?:parent|platform|holdings?|top\s?co|hold\s?co)\b[^.;$]{0,60}(?:valued\s+at|enterprise\s+value\s+(?:of|was|is)?)|\b(?:in\s+which|round|financing|recapitali[sz]ation)\b[^.;$]{0,60}\bvalued\s+at|enterprise\s+(?:value|(?:was|is)\s+(?:worth|valued\s+at))|\bEV/i,
      after:
        /\s*(?:enterprise\s+)?valuation\s+(?:of|for)\s+(?:[A-Z]|our|the\s+(?:platform|parent|company|group))|\s*enterprise\s+valu(?:e|ation)\b/,
      when: ({ values }, { text, label, heading }) =>
        values[0]! >= 2e7 &&
        (CAPITAL.test(label) ||
          CAPITAL.test(heading) ||
          /last\s+(?:valuation|round)|(?:net\s+)?debt\b|\bnet\s+indebtedness\b/i.test(text) ||
          /value\s+of\s+(?:the\s+|our\s+)?(?:company|parent|platform|holdings?)/i.test(text) ||
          // No practice is worth so much.
          (values[0]! >= 3e8 && /\benterprise\s+valu/i.test(text)) ||
          // "Units valued at the price that the sponsor paid, at an enterprise value of $480 million"
          (values[0]! >= 1e8 && /\b(?:units|shares|stock)\b/i.test(text))) &&
        !/purchase\s+price/i.test(text),
      handicap: -2,
    },
    {
      id: 'parent debt',
      kinds: ['money'],
      path: { money: 'components/rolled-1/platform/debt' },
      before:
        /\b(?:net\s+debt|debt|(?:net\s+)?indebtedness|borrowings)(?:,?\s+net\s+of\s+cash,?)?\s*(?:was|is|of|:|at|,)?/i,
      after: /\s*(?:(?:of|in)\s+)?(?:net\s+)?(?:debt|borrowings|indebtedness)/i,
      when: ({ values }, { text, label, heading, before }) =>
        values[0]! >= 5e6 &&
        (CAPITAL.test(label) ||
          CAPITAL.test(heading) ||
          /enterprise\s+(?:value|valuation|was|is)\b|\bvalued\s+at\b/i.test(text) ||
          /enterprise\s+value\b[^.;]*$/i.test(before)),
      handicap: -2,
    },
    {
      id: 'preference amount',
      kinds: ['money'],
      path: { money: 'components/rolled-1/preferenceAmount' },
      before:
        /\b(?:preferred\s+(?:units|stock|shares|equity)|preference)\b[^.;$]{0,60}\b(?:of|amount\s+of)|\b(?:stated\s+amount|liquidation\s+preference)\s+of|\bPIK\s+on/i,
      after: /\s+(?:(?:of|in)\s+)?(?:[\d.]+%\s+)?(?:PIK\s+|cumulative\s+|senior\s+)*preferred\b/i,
      when: ({ values }) => values[0]! >= 1e6,
      handicap: -2,
    },
    {
      id: 'preferred return',
      never: /\bnote\b/i,
      kinds: ['percent'],
      path: { percent: 'components/rolled-1/preferenceAccrual' },
      before:
        /\bpreferred\b[^.;%]{0,120}\b(?:together\s+with|plus|and)\s+an?\s+(?:\w+\s+){0,2}return\s+of|\bpreferred\s+return\s+of|\bPIK\s+(?:dividend|return)\s+(?:of|at)|preferred\s+(?:units|stock)[^.;%]{0,60}accru\w+\s+(?:at)?|cumulative\s+dividend\s+of/i,
      after: /\)?\s*(?:(?:cumulative\s+|annual\s+|PIK\s+)*preferred\s+(?:return|units|stock|shares|equity)|PIK\b)/i,
      handicap: -4,
    },
    {
      id: 'preference multiple',
      kinds: ['multiple'],
      path: { multiple: 'components/rolled-1/preferenceMultiple' },
      after:
        /\s*(?:of\s+)?(?:its|the|their)?\s*(?:stated\s+amount|(?:non-?\s?participating\s+|participating\s+)?liquidation\s+preference|preference|invested\s+capital)/i,
      before: /\breceives\s+(?:an?\s+)?/i,
      when: (_, { text }) => /preferred|preference|stated\s+amount|ranks/i.test(text),
      handicap: -14,
    },
    {
      id: 'exit of the parent',
      kinds: ['duration'],
      path: { duration: 'components/rolled-1/exitMonths' },
      near: /\b(?:recapitali[sz]ation|sale\s+of\s+the\s+(?:company|parent|platform)|liquidity\s+event|second\s+bite|second\s+(?:transaction|sale)|next\s+(?:transaction|recap\w*)|expects?\s+a\s+sale|exit)\b/,
      label: /liquidity|exit/i,
      when: (_, { text }) =>
        /\b(?:recapitali[sz]ation|liquidity|second\s+(?:bite|transaction|sale)|next\s+transaction|sponsor|exit)\b/i.test(
          text,
        ) && !/put|anniversary/i.test(text),
    },
    {
      id: 'kept of the units',
      kinds: ['percent'],
      path: { percent: 'components/rolled-1/keptOnLeaving/resignation' },
      before: /\bforfeits?/i,
      after: /\)?\s*of\s+(?:the\s+|its\s+|all\s+|your\s+)?(?:rollover\s+)?units/i,
      when: (_, { text }) => /forfeit/i.test(text),
      value: (share) => Number((1 - share).toFixed(6)),
      handicap: -4,
    },
  ],
  sayings: [
    {
      path: 'components/rolled-1/preference',
      value: 'participating',
      words: /\bthen\s+participates|participating\s+preferred|participates\s+with/i,
      never: /non-?participating/i,
    },
    { path: 'components/rolled-1/preference', value: 'nonParticipating', words: /non-?\s?participating/i },
  ],
}
