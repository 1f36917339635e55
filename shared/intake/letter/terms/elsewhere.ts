import type { Words } from '../term'

/** What letters name beside their terms: the buyer's size, budgets, caps, costs, the practice's own past. */
export const elsewhere: Words = {
  terms: [
    {
      id: 'costs',
      kinds: ['money', 'percent'],
      near: /\b(?:legal\s+fees|closing\s+attorney|reimburse|costs?\s+(?:of|up)|break-?up|liability|insurance|premium|expenses|accountants?|attorney|indemnif\w+\s+cap|basket|deductible|actual\s+costs|damages)\b/,
      label: /expenses|costs|conditions|insurance/i,
    },
    {
      id: 'insurance and limits',
      kinds: ['money', 'percent', 'duration'],
      before:
        /\b(?:retention|premium|deductible|basket|de\s+minimis|cap(?:ped)?|tail)\s*(?:amount\s*)?(?:of|at|:|is)?/i,
      near: /\b(?:R&W|representations?\s+and\s+warrant\w+\s+(?:insurance|policy)|de\s+minimis)\b/,
      when: (_, { text, label }) =>
        !/\bescrow|hold-?\s?back|\bfee\b/i.test(`${text} ${label}`) || /\bretention\b/i.test(text),
      handicap: -6,
    },
    {
      id: 'pay of the broker',
      kinds: ['money'],
      near: /\b(?:commission|retainer|success\s+fee|finder[’']?s\s+fee|engagement\s+fee)\b/,
      handicap: -18,
    },
    {
      id: 'price of leaving the covenant',
      kinds: ['money'],
      near: /\bbuy-?out\b/,
      when: (_, { text, label, heading }) =>
        /\b(?:covenant|compet\w+|buy-?out\s+price)\b/i.test(`${heading} ${label} ${text}`),
      handicap: -12,
    },
    {
      id: 'margin over an index',
      kinds: ['percent'],
      before: /\b(?:prime|SOFR|LIBOR|treasur(?:y|ies)|index)(?:\s+rate)?\s*(?:plus|\+)/i,
      handicap: -8,
    },
    {
      id: 'debt of the practice',
      kinds: ['money'],
      after: /\s*(?:equipment|bank|existing|vehicle)\s+(?:note|loan)/i,
      handicap: -3,
    },
    {
      id: 'loan of the buyer',
      kinds: ['money', 'percent', 'duration'],
      near: /\b(?:bank\s+(?:financing|loan)|SBA(?:\s+loan)?|(?:her|his|their|our)\s+(?:bank|lender))\b/,
      handicap: -2,
    },
    {
      // "The cash of bid 2 is $243,000 lower"
      id: 'difference',
      kinds: ['money', 'percent'],
      after:
        /\)?\s+(?:lower|higher|apart|more\s+than|less\s+than|(?:above|below)\s+(?:the|our|their|his|her|your|bid|offer))\b/i,
      handicap: -6,
    },
    {
      id: 'budget',
      kinds: ['money'],
      near: /\b(?:budget|invest(?:ed|ment)?|capital\s+(?:improvements|expenditures?)|equipment|imaging|CE\b|continuing\s+education|signing\s+bonus|sign-?on|relocation|pre-?approved|life\s+insurance)\b/,
      label: /equipment|capital/i,
    },
    {
      id: 'buyer itself',
      kinds: ['money', 'percent', 'multiple', 'duration'],
      near: /\b(?:annual\s+revenue|in\s+revenue|locations|offices|supports?|practices\s+in|doctors\s+stand|our\s+(?:sponsor|fund)|same-store|partners\s+typically|first\s+fund|raised)\b/,
      handicap: -2,
    },
    {
      id: 'collections',
      kinds: ['money'],
      before:
        /\b(?:collections|revenue|production|receipts)\s*(?:of|were|was|is|:|for\s+[^.;$]{3,50}(?:were|was|of))|\bcollected/i,
      after: /\s*(?:of|in)\s+(?:annual\s+)?(?:collections|revenue|production)/i,
      label: /collections|revenue/i,
    },
    {
      id: 'add-backs',
      kinds: ['money'],
      after: /\s*(?:of|in)\s+(?:disputed\s+)?add-?backs/i,
      near: /\badd-?backs?\b/,
      handicap: -3,
    },
    {
      id: 'movement',
      kinds: ['percent', 'money'],
      after:
        /\)?\s*(?:either\s+way|a\s+year\s+increase|per\s+year\s+increase|of\s+staff|of\s+active\s+patients|match)/i,
      near: /\b(?:either\s+way|either\s+direction|staff\s+accept|active\s+patients|401\(k\)|matches|save|rising|escalat\w+|dilut\w+|increases?)\b/,
    },
    // How an escrow is let go, not how large it is.
    {
      id: 'release',
      kinds: ['percent'],
      before: /\breleased?(?:\s+as\s+to)?|\bmonths\s+and/i,
      after:
        /\)?\s*(?:(?:of\s+it\s+)?(?:is|are|will\s+be|would\s+be)\s+(?:released|paid|returned)|comes?\s+back|at|after|on|released)\s+(?:the\s+)?\w+/i,
      when: (_, { text }) => /\breleas/i.test(text) && /months?|anniversary/i.test(text),
      handicap: -8,
    },
    {
      id: 'equity of the buyer',
      kinds: ['money'],
      before:
        /(?:[’']s|our|the\s+(?:company|parent|platform|group))\s+(?:equity|shares|units)?\b[^.;$]{0,40}\bvalued\s+at/i,
      // With its debt beside it, it is the value of the whole company.
      when: ({ start }, { text }) =>
        /\b(?:equity|shares|units)\b/i.test(text.slice(0, start)) || !/\b(?:debt|indebtedness)\b/i.test(text),
      handicap: -4,
    },
    {
      id: 'debt of the buyer',
      kinds: ['money'],
      after: /\s*(?:of|in)\s+(?:net\s+)?debt/i,
      // With the value of the whole company beside it, it is told of the parent.
      when: ({ values }, { text }) => values[0]! >= 5e6 && !/\benterprise\s+valu(?:e|ation)\b/i.test(text),
      handicap: -1,
    },
    // What an earlier draft said.
    {
      id: 'before',
      kinds: ['money', 'percent', 'multiple', 'duration'],
      before: /\((?:it\s+)?(?:was|formerly|previously|up\s+from|down\s+from|increased\s+from)/i,
      handicap: -6,
    },
    {
      id: 'deposit',
      kinds: ['money'],
      near: /\b(?:deposit|earnest\s+money)\b/,
      label: /deposit|earnest/i,
      handicap: -8,
    },
    { id: 'part of the price', kinds: ['money'], label: /allocation/i, before: /\ballocat\w+[^$;]{0,60}/i },
    {
      id: 'kind of asset',
      kinds: ['money'],
      before:
        /\b(?:goodwill|patient\s+(?:records|files|charts)|records|equipment|supplies|furniture(?:\s+and\s+fixtures)?|fixtures|inventory|instruments|leasehold\s+improvements)(?:\s+(?:of|at))?/i,
      after:
        /\s*(?:to\s+|for\s+)?(?:the\s+)?(?:goodwill|equipment|supplies|furniture|fixtures|inventory|patient\s+(?:records|charts|files)|covenant|leasehold)\b/i,
      when: (_, { text, before }) => /\ballocat/i.test(`${before} ${text}`),
      handicap: -4,
    },
    {
      id: 'past',
      kinds: ['duration'],
      before: /\b(?:last|past|trailing|previous|prior|been|for\s+over|in\s+the\s+last)/i,
      after: /\s*(?:ago|earlier|of\s+experience|of\s+trailing)/i,
      near: /\b(?:trailing|experience|due\s+diligence|countersignature\s+within|if\s+you\s+sign\s+within|average\s+of)\b/,
      handicap: -2,
    },
    {
      id: 'true-up',
      kinds: ['duration'],
      near: /\b(?:true-?up|adjustment|working\s+capital)\b/,
      label: /working\s+capital|adjustment/i,
      handicap: -3,
    },
    {
      id: 'guarantee time',
      kinds: ['duration'],
      before: /(?<!\b(?:with\s+(?:me|us)|stay(?:\s+on)?|remain)\b[^.;$%]{0,40}\bfor\s+the\s+)\b(?:first|initial)/i,
      // "An initial five-year term" is the term.
      when: ({ start, end }, { text }) =>
        !(/\binitial\s+$/i.test(text.slice(0, start)) && /^[\s-]*(?:term|agreement|contract)\b/i.test(text.slice(end))),
      handicap: -4,
    },
    {
      id: 'contract with the manager',
      kinds: ['duration'],
      near: /\b(?:management|administrative|support)\s+services\b|\bmanagement\s+agreement|\bservices?\s+agreement|\bMSA\b/,
      label: /management\s+services|^MSA\b|services?\s+agreement/i,
      handicap: -4,
    },
  ],
}
