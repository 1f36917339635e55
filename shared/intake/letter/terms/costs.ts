import type { Words } from '../term'

/** Working capital, receivables, the broker's fee. */
export const costs: Words = {
  terms: [
    {
      id: 'working capital',
      kinds: ['money'],
      path: { money: 'x/workingCapitalPeg' },
      // What is held back until the capital is counted is no level of it.
      when: ({ start }, { text }) =>
        !/\bin\s+excess\s+of\s+$/i.test(text.slice(0, start)) &&
        !/\b(?:held|hold|withheld|escrow\w*|hold-?\s?back)\b/i.test(text),
      near: /\b(?:working\s+capital|NWC|peg(?!\s+(?:the\s+)?(?:value|worth|price)))\b/,
      label: /working\s+capital|NWC|^peg$/i,
      handicap: -4,
    },
    {
      id: 'receivables',
      kinds: ['money'],
      path: { money: 'costs/receivables' },
      near: /\b(?:accounts\s+receivable|receivables|A\/R)\b/,
      when: (_, { text }) => /\b(?:keep|retain|remain|yours)\b/i.test(text) && /receivable|A\/R/i.test(text),
      handicap: -3,
    },
    {
      id: 'broker',
      kinds: ['percent'],
      path: { percent: 'costs/broker' },
      near: /\b(?:success\s+fee|broker(?:age)?(?:[’']s)?\s+(?:fee|commission)|our\s+fee|my\s+fee|such\s+fee|(?:its|their|whose)\s+fee|(?:seller|your|owner|practice|sellers)[’']?s?[’']?\s+(?:broker|banker|advis[eo]r)|commission|(?:[Aa]dvis[eo]rs?|banker|broker)\b[^.;]{0,30}\b(?:is\s+)?(?:owed|paid|receives?|due))\b/,
      label: /success\s+fee|broker|our\s+fee|commission/i,
      when: (_, { text, label, heading }) =>
        /\b(?:success\s+fee|brokers?|brokerage|advis[eo]rs?|bankers?|our\s+(?:success\s+)?fee|my\s+fee|commission)\b|\b(?:represented|advised)\s+by\b/i.test(
          `${text} ${label} ${/broker|advis|finder/i.test(heading) ? heading : ''}`,
        ) && !/collections|production/i.test(text),
      handicap: -6,
    },
  ],
}
