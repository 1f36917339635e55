import type { Clause } from './clauses'

/** A term that can cost the owner money or freedom, with the question that it calls for. */
export interface DangerRead {
  readonly topic: string
  readonly words: string
  readonly place: string
}

interface Danger {
  readonly topic: string
  /** Words of the sentence; each of them must stand in it, or in the name of its row. */
  readonly words: readonly RegExp[]
  readonly never?: RegExp
}

/** What attorneys look for in a letter of intent. A figure of its own is never read here: it stays in the quote. */
const DANGERS: readonly Danger[] = [
  {
    topic:
      'All-or-nothing target: can it be paid in proportion, who keeps the accounts that decide, and may you see them?',
    words: [
      /\b(?:all[- ]or[- ]nothing|cliff|(?:nothing|no\s+(?:payment|earn-?out|portion|amount))\b[^.;]{0,60}\b(?:below|less than|unless|if|short of)|(?:is|be|are)\s+(?:entirely\s+)?forfeited\s+if)\b/i,
    ],
    never: /\bdeductible|basket\b/i,
  },
  {
    topic:
      'The buyer may buy your equity back (call or repurchase): when, at which price, and can the discount be struck out?',
    words: [
      /\b(?:repurchase|call\s+(?:right|option)|right\s+to\s+(?:re)?purchase|redeem|buy\s+back)\b/i,
      /\b(?:units?|shares?|equity|interests?|stock)\b/i,
    ],
    never: /\byou\s+may\s+(?:require|put)|put\s+right/i,
  },
  {
    topic:
      'Money or equity is lost or paid back if you leave: for which causes, how much, and does it fall with each year served?',
    words: [
      /\b(?:claw-?\s?back|repay|pay\s+back|refund|forfeit\w*|lose|lost|disgorge)\b/i,
      /\b(?:leave|leav(?:es|ing)|resign\w*|terminat\w*|depart\w*|employment|cease|quit|cause|retire\w*)\b/i,
    ],
  },
  {
    topic:
      'The buyer may set its claims off against what it still owes you: only after a court or arbitrator has decided, and up to which amount?',
    words: [/\b(?:set-?\s?off|off-?set)\b/i],
    never: /\boffset\s+(?:of|by)\s+(?:the\s+)?(?:cost|savings)/i,
  },
  {
    topic:
      'Your note or payments rank behind the buyer’s lenders: what is paid if the lenders stop payments, and is there security?',
    words: [/\bsubordinat\w+|\bjunior\s+to\b|\brank(?:s|ing)?\s+behind\b/i],
  },
  {
    topic: 'You are asked for a personal guarantee: of what, up to which amount, and until when?',
    words: [/\bpersonal(?:ly)?\s+guarant\w+|\bguarant(?:y|or|ee)\s+by\s+(?:you|the\s+(?:seller|owner|doctor))/i],
  },
  {
    topic:
      'You can be made to sell along (drag-along): at the same price and terms as the majority, and with which limit on liability?',
    words: [/\bdrag-?\s?along\b/i],
  },
  {
    topic: 'The buyer decides alone: can the standard be “reasonable”, with a right to object?',
    words: [
      /\bsole\s+(?:and\s+absolute\s+)?discretion\b|\bdiscretion\s+of\s+the\s+(?:board|buyer|purchaser|company)\b/i,
    ],
  },
  {
    topic: 'Your indemnity: is it capped, after which deductible does it start, and when does it end?',
    words: [/\bindemnif\w+|\bindemnit(?:y|ies)\b/i],
    never: /\b(?:buyer|purchaser)\s+(?:will|shall|would)\s+indemnif|hold-?\s?back|escrow/i,
  },
  {
    topic:
      'The price may still be lowered after due diligence: by which rule, and may you then walk away from exclusivity?',
    words: [
      /\b(?:quality[- ]of[- ]earnings|due\s+diligence|re-?trade|subject\s+to\s+(?:confirmation|verification|adjustment))\b/i,
      /\b(?:adjust\w*|reduc\w*|re-?pric\w*|revis\w*|confirm\w*|verif\w*)\b/i,
      /\b(?:price|valuation|value|consideration|EBITDA|multiple)\b/i,
    ],
  },
  {
    topic:
      'You may not hire staff or treat patients elsewhere (non-solicitation): for how long, and is general advertising allowed?',
    words: [
      /\b(?:non-?\s?solicit\w*|not\s+(?:to\s+)?solicit)\b/i,
      /\b(?:employ\w*|staff|patients?|referr\w*|non-?\s?solicit)\b/i,
    ],
  },
  {
    topic:
      'Distributions can be withheld: which reserve is allowed, and are you paid enough to cover the tax on your share?',
    words: [
      /\bdistribut\w+/i,
      /\b(?:discretion|if\s+and\s+when|as\s+determined|reserve\w*|withh\w+|may\s+retain|lender\s+consent|no\s+obligation)\b/i,
    ],
  },
  {
    topic: 'A break-up or expense fee if you do not close: in which cases, and is it the same for the buyer?',
    words: [/\b(?:break-?\s?up\s+fee|termination\s+fee|reimburse\s+(?:buyer|purchaser|the\s+(?:buyer|purchaser)))\b/i],
  },
  {
    topic: 'The buyer gets a right of first refusal or of first offer: for which sale, and for how long?',
    words: [/\bright\s+of\s+first\s+(?:refusal|offer)\b|\bROFR\b|\bROFO\b/i],
  },
]

/** Each kind once, at the first sentence that speaks of it. */
export function dangersIn(clauses: readonly Clause[]): DangerRead[] {
  return DANGERS.flatMap(({ topic, words, never }) => {
    const clause = clauses.find(
      ({ text, label }) =>
        words.every((word) => word.test(`${label}: ${text}`)) && !(never?.test(`${label}: ${text}`) ?? false),
    )
    return clause ? [{ topic, words: clause.quote, place: `p. ${clause.page}` }] : []
  })
}
