import type { Words } from '../term'

const EBITDA = String.raw`(?:EBITDA|EBITDAO|adjusted\s+earnings|earnings\s+before\s+interest,?\s+taxes,?\s+depreciation,?\s+and\s+amorti[sz]ation|SDE|(?:seller(?:[’']?s[’']?)?|owner(?:[’']?s[’']?)?)?\s*discretionary\s+earnings|(?:normali[sz]ed|adjusted|recast|run-?rate)\s+(?:annual\s+)?earnings|earnings,\s+before\s+interest,?\s+taxes,?\s+depreciation,?\s+and\s+amorti[sz]ation)`

/** The yearly earnings on which the buyer's price rests, and the multiple of it. */
export const ebitda: Words = {
  terms: [
    {
      id: 'ebitda',
      kinds: ['money'],
      path: { money: 'price/ebitda' },
      before: new RegExp(
        String.raw`${EBITDA}(?:\s*\([^)]*\))?(?:\s+(?:for|in|of|during)\s+[^.;$]{2,70}?)?,?\s*(?:of|is|at|to|was|were|equals?|totals?|totaling|comes?\s+(?:out\s+)?(?:to|at)|:|=|,)?\s*(?:approximately|about|roughly|some|estimated at)?|\b\d+(?:\.\d+)?\s?(?:x|times)\s+(?:on|the\s+same)|\b\d+(?:\.\d+)?\s?[x×]|${EBITDA}\s*\(\$[\d,.]+\s?\w*(?:,?\s+and|\s+in\s+\d{4}\s+and)|estimate\s+of\s+${EBITDA},?\s*(?:approximately|about)?`,
        'i',
      ),
      after: new RegExp(
        String.raw`\s*before\s+interest,?\s+taxes|\s*(?:of|in)?\s*(?:your|our|the|its)?\s*(?:(?!if\b|when\b|once\b|should\b|provided\b|unless\b|on\b|contingent\b|based\b|tied\b|as\b|where\b|for\b|and\b|less\b|plus\b)[\w-]+\s+){0,3}${EBITDA}`,
        'i',
      ),
      near: new RegExp(EBITDA),
      label: new RegExp(String.raw`${EBITDA}(?!\s*multiple)`, 'i'),
      when: ({ per, atMost, start, end }, { text }) =>
        per !== 'month' &&
        !atMost &&
        // "$250,000 if EBITDA reaches …" is what it earns.
        !/^\)?,?\s*(?:if|provided|should|once|when)\b/i.test(text.slice(end)) &&
        !/\b(?:reach\w*|at least|exceed\w*|stays?|not less than|target|threshold|goal|grow\w*|below|above|under|over|drop\w*|falls?)\b[^.;$]{0,40}$/i.test(
          text.slice(0, start),
        ),
    },
    {
      id: 'multiple',
      kinds: ['multiple', 'other'],
      path: { multiple: 'price/multiple', other: 'price/multiple' },
      // A bare number is one where the name of its row says so.
      when: ({ kind, values, start, end }, { text, label }) =>
        // At a put or a call it is the price of the rest.
        (kind === 'multiple' &&
          !/\b(?:put|sell|require|repurchase|call)\b[^.;]*\b(?:remaining|retained|(?:your|their|his|her|the)\s+\d+(?=%))/i.test(
            text.slice(0, start),
          )) ||
        (/\bmultiplying\b[^.;]*\bby\s+$|\b(?:EBITDA|earnings|SDE)\b[^.;]*\bmultiplied\s+by\s+$/i.test(
          text.slice(0, start),
        ) &&
          values[0]! < 25) ||
        (/\bfactor\s+of\s+$/i.test(text.slice(0, start)) && values[0]! < 25) ||
        (/multiple/i.test(label) && text.length < 8 && values[0]! < 25) ||
        // "The multiple of adjusted EBITDA is 6.5": a plain number right after the name.
        (/\bmultiple\s+(?:of\s+(?:[\w-]+\s+){0,3}EBITDA\s+)?(?:is|of|:)\s*$/i.test(text.slice(0, start)) &&
          !/^\s*%|^\s*(?:times\s+)?(?:the\s+)?(?:collections|revenue)/i.test(text.slice(end)) &&
          values[0]! < 25),
      near: new RegExp(String.raw`${EBITDA}|\bmultiple\b|purchase\s+price|enterprise\s+value|valuation|\bprice\b|EV`),
      before:
        /\b(?:multiple\s+(?:of|is)|multipl(?:ying|ied)\b[^.;]*\bby|factor\s+of|we\s+(?:are|can\s+do|could\s+do|would\s+be)\s+(?:at)?|(?:so|at|applying|using|apply|pay)(?:\s+an?)?)|\(/i,
      after: /\s*\)|\s+on\s+(?=\$)|\s+(?:your|our|its|the|trailing|TTM|LTM|adjusted|20\d\d)?\s*(?:\w+\s+){0,3}EBITDA/i,
      label:
        /multiple|basis\s+of\s+value|EV\s*\/|^EV$|enterprise\s+value|^price|purchase\s+price|valuation|^value$|consideration/i,
      never: /\b(?:tripled|doubled|quadrupled)\b/i,
    },
    {
      // What others got, what somebody hopes for, what a class of units is owed.
      id: 'another multiple',
      kinds: ['multiple'],
      before:
        /\b(?:over|above|under|below|north\s+of|more\s+than|less\s+than|(?:most|others|usually|typically)\s+pay)/i,
      after: /\s+(?:net\s+|total\s+)?leverage\b/i,
      near: /\b(?:returned|return|grow|grown|seen|earlier\s+partners?|invested|stated\s+amount|preference|original|issue\s+price|push|push\s+(?:them|for)|hop(?:e|ing)|did\s+not\s+write|other\s+(?:group|buyer|offer)|spoke\s+of|platforms?\s+trade|MOIC|fund)\b/,
      handicap: -12,
    },
  ],
}
