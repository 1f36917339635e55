import type { Words } from '../term'

const PRICE = String.raw`(?:(?:aggregate|total|base|initial|cash-free)[\s,]+)*(?:purchase\s+price|total\s+consideration|aggregate\s+consideration|consideration|enterprise\s+value|transaction\s+value|total\s+(?:deal\s+|practice\s+|equity\s+)?value|valuation|value\s+of\s+(?:100%|the\s+(?:whole|entire)\s+practice)|base\s+(?:price|consideration)|price|headline|offer\s+price|T?EV|(?:aggregate|total|gross)\s+proceeds(?:\s+to\s+(?:you|[Ss]eller))?|all-in\s+number)`

/** The price of the whole practice. */
export const price: Words = {
  terms: [
    {
      id: 'price',
      kinds: ['money'],
      path: { money: 'price/amount' },
      before: new RegExp(
        String.raw`\b(?:${PRICE}(?:\s+for\s+[\w\s%,.&’']{1,50}?)?(?:\s*\([^)]*\))?\s*(?:of|is|equals|equal to|would be|will be|shall be|would equal|at|:|-|–|—)?(?:\s+(?:approximately|about|equal to))?|\b(?:value|values|valued|valuing|(?:peg|put|place|pin|set)s?\s+(?:the\s+)?(?:value|worth|price)\s+of)\s+(?:the|your|this|our)?\s*(?:whole|entire|100% of the)?\s*(?:\w+\s+)?(?:practice|business|company)(?:\s*at)?|\bfor\s+the\s+sum\s+of|\b(?:price|value)\s+in\s+the\s+(?:neighborhood|range|area|region)\s+of|\bworth(?:\s+(?:between|about|approximately|around))?|practice\s+is\s+valued\s+at|(?:gets\s+(?:us|you)|(?:can|could|would|will)\s+(?:get|go|come))\s+to|come\s+in\s+at|(?:agree\s+on|based\s+on|reflects?)\s+a\s+value\s+of|call\s+it|\bso\s+(?:figure|say|call\s+it)|\b(?:implying|which\s+(?:implies|works\s+out\s+to|puts\s+(?:it|us|the\s+(?:price|value))\s+at))|\bwe(?:[’']re|\s+are)\s+at|\bnumber\s+(?:we\s+(?:landed|settled|ended\s+up)\s+(?:on|at)|is)|for\s+(?:a\s+)?(?:total|aggregate)\s+(?:of|consideration\s+of)|\bI\s+can\s+pay|\b(?:be\s+paid|receive|get)\s+a\s+total\s+of|\b(?:commit|committing)(?:\s+up)?|\b(?:arrived\s+at|come\s+to|settled\s+on)\s+(?:a\s+)?(?:figure|number|value|price)\s+of|\bsee\s+(?:a\s+)?value\s+of|\b(?:practice|business|company)\s+(?:has\s+been|was|is)\s+(?:valued|priced|appraised\s+by\s+us)\s+at|\b(?:offer|bid|proposal)\s+(?:of|is|stands\s+at|comes\s+(?:in\s+at|to))|\bpay\s+(?:to\s+)?(?:you|[Ss]eller)\s+(?:an?\s+)?(?:aggregate|total)(?:\s+(?:amount|sum|price))?\s+(?:of|equal\s+to)|\b(?:indications?|indicative\s+\w+)(?:\s+(?:is|are))?|(?:we|I)\s+(?:am|are)\s+offering(?:\s+you)?|(?:we|I|would|will|to|can|we[’']?d|we[’']ll|I[’']?d)\s+(?:offer|pay|bid)(?:\s+you)?(?:\s+between)?|(?<!\b(?:these|those|the|both|all|other|two|three|of|our|your|such|any|reviewing)\s)(?:offers|bids)(?:\s+you)?(?:\s+higher)?,?|(?:acquire|purchase|buy)\s+[^;$]{3,160}\s+for(?:\s+(?:a\s+)?(?:total|aggregate)(?:\s+of)?)?)`,
        'i',
      ),
      after:
        /\)?\s*(?:headline|total\b(?!\s+(?:collections|revenue|production|debt|costs|assets|fees))|\(the\s+["“](?:Base\s+)?Purchase\s+Price|in\s+(?:the\s+aggregate|total)|all\s+in\b|(?:for|of)\s+(?:all|100%|the\s+whole|the\s+entire|the\s+entirety|substantially)|on\s+a\s+cash-free|\(100%\)|for\s+the\s+(?:whole\s+|entire\s+)?practice)/i,
      near: new RegExp(String.raw`\b${PRICE}\b`),
      label:
        /^gross\s+deal\s+value|^(?:gross|net|implied|total)\s+(?:deal\s+|practice\s+|purchase\s+)?(?:value|price)|\bworth\b|^what\s+(?:we|they)\s+(?:pay|offer)|^(?:what|how\s+much)\b.*\b(?:pay|paying|offer|offering|worth|price)\b|^(?:(?:total|proposed|aggregate|base|headline)\s+)?(?:purchase\s+)?price(?:;.*)?$|enterprise\s+value|^equity\s+value|^T?EV$|total\s+consideration|^consideration$|^valuation$|^value(?:\s+of\s+100%)?$|^base\s+consideration|^headline$|^(?:our\s+)?(?:bid|offer)(?:\s+amount)?$|(?:transaction|total|deal|practice)\s+value|offer\s+price|purchase\s+price|^(?:our\s+|the\s+|your\s+)?price\b/i,
      never: /\b(?:would|should)\s+not\s+surprise|\bnorth\s+of\b|\b(?:typically|usually|generally)\s+pay/i,
      when: ({ per, atMost, start, end }, clause) =>
        per === undefined &&
        // What depends on a result is no price.
        !/^\)?,?\s*(?:if|provided|should|contingent|once)\b[^;]*\b(?:EBITDA|collections|revenue|production)\b/i.test(
          clause.text.slice(end),
        ) &&
        !atMost &&
        // "Of the purchase price, $600,000 is paid at closing" is a part of it.
        !/\b(?:of|from)\s+(?:the|this|that|our)\s+(?:\w+\s+){0,2}(?:price|consideration|value|amount),?\s*$/i.test(
          clause.text.slice(0, start),
        ) &&
        // "Price for LVP's 51%: …" is the price of a part.
        !/\bprice\s+(?:for|of)\b[^;$]{0,40}\b\d{1,2}(?:\.\d+)?\s?%[^$;]{0,12}$/i.test(clause.text.slice(0, start)) &&
        // What is lent or paid on the first day is a part.
        !/\b(?:lends?|carr(?:y|ies)|financ\w+)\b[^.;$]{0,20}$|\b(?:initial|closing|upfront)\s+(?:cash\s+)?(?:consideration|payment)\b[^.;$]{0,12}$/i.test(
          clause.text.slice(0, start),
        ) &&
        // "The June financing, in which Keystone was valued at $740 million"
        !/\b(?:in\s+which|at\s+which|round|financing|recapitali[sz]ation)\b[^.;$]{0,60}\b(?:worth|valued)[^.;$]{0,8}$/i.test(
          clause.text.slice(0, start),
        ) &&
        // "Our parent (worth $1.3 billion)", "deferred purchase price"
        !/\b(?:our|its|the)\s+(?:parent|sponsor|platform|fund|group|hold(?:ing|co)\w*)\b[^.;$]{0,25}\b(?:worth|valued)[^.;$]{0,8}$|\bdeferred\s+(?:purchase\s+)?price\s*$/i.test(
          clause.text.slice(0, start),
        ) &&
        // "I would pay $800,000 at closing and the rest over three years": a part.
        !(
          /\b(?:pay|paying|offer|commit|lend)(?:\s+(?:you|us))?\s*$/i.test(clause.text.slice(0, start)) &&
          /^,?\s*(?:of\s+(?:that|it|this)\b|(?:at|on|upon|when)\s+(?:the\s+|we\s+)?(?:day|clos)|down\b|over\b|up\s?front|(?:and|plus)\s+(?:the\s+)?(?:rest|remain|balance))/i.test(
            clause.text.slice(end),
          )
        ) &&
        !/\b(?:building|real\s+estate|property|lease)\b|\byour\s+\d+(?=%)|\bfor\b[^;]{0,30}\b(?!100)\d{1,2}\s?%|\bwhat\s+you\s+keep\b|each|parent|top\s?co|\bcash\b(?!-free)/i.test(
          clause.label,
        ),
    },
    {
      // A ceiling with everything that may come is not the price.
      id: 'price at most',
      kinds: ['money'],
      near: new RegExp(String.raw`\b(?:${PRICE}|worth|total|altogether)\b`),
      when: ({ atMost }) => atMost,
      handicap: -1,
    },
    {
      id: 'price of a part',
      kinds: ['money'],
      before:
        /(?:our|its|their)\s+(?:share|stake|interest|part)\s+costs?|(?:price|value|consideration)\s+(?:of|for)\s+(?:the|its|your|our|this|that)\s+\d+(?:\.\d+)?%\s*(?:interest|stake|share)?\s*(?:is|would be|will be|shall be)?\s*(?:therefore|thus|then|accordingly)?|\b(?:buy|acquire|purchase)s?\s+(?:a\s+|an\s+)?(?!100)\d+(?:\.\d+)?%(?:\s+(?:of|interest|stake)[^.;$]{0,60})?\s+for|\bfor\s+(?:its|the|that|this|our)\s+\d+(?:\.\d+)?%[^.;$]{0,60}/i,
      after: /\s+for\s+(?:its|the|that|our|this|an?)\s+(?!100)\d{1,2}(?:\.\d+)?\s?%/i,
      // What is paid for it in cash is read as cash.
      when: ({ end }, { text }) => !/^,?\s*(?:all\s+)?(?:in\s+|of\s+it\s+)?cash/i.test(text.slice(end)),
      handicap: -4,
    },
    {
      id: 'price for one partner',
      kinds: ['money'],
      before:
        /\beach\s+(?:of\s+)?(?:the\s+|your\s+|our\s+)?(?:\w+\s+){0,3}(?:partners?|shareholders?|owners?|members?|doctors?|surgeons?|physicians?)[^.;$]{0,40}|\beach\s+of\s+you\s+(?:would|will|shall)\s+(?:therefore\s+)?(?:be\s+paid|receive|get)/i,
      after:
        /\s*(?:each\b|apiece|(?:per|to\s+each|for\s+each|a)\s+(?:partner|shareholder|owner|member|doctor|surgeon|physician))/i,
      when: ({ per, start, end }, { text, label }) =>
        per === undefined &&
        !/\b(?:salary|bonus|compensation|stipend|guarantee\w*)\b/i.test(`${label} ${text}`) &&
        // "Two payments of $150,000 each"
        !(
          /\b(?:payments?|install?ments?|tranches|earn-?\s?outs?|EOs?|notes?)\b[^.;$]{0,20}\$?$/i.test(
            text.slice(0, start),
          ) &&
          /^\s*(?:each|apiece)\b(?!\s+(?:partner|owner|doctor|shareholder|surgeon|physician|member))/i.test(
            text.slice(end),
          )
        ),
      handicap: -3,
    },
  ],
}
