import type { Words } from '../term'

/** The day on which the practice changes hands, told from the other days that a letter names. */
export const closing: Words = {
  terms: [
    {
      id: 'closing',
      kinds: ['date'],
      path: { date: 'closing' },
      before:
        /\b(?:clos(?:e|es|ing)(?:\s+(?:date|of\s+the\s+transaction))?\s*(?:is|are|would|will|shall|can|to|:|,|in|on|by|before|around|at|-)?|(?:close|occur|take\s+place|consummated|completed?|done|finish(?:ed)?|finalized?|wrap(?:ped)?\s+(?:it\s+|this\s+)?up|settles?(?:\s+on)?|tak(?:e|es|ing)\s+over|(?:fund(?:ed)?|finalize|finalise)(?:\s+(?:it|everything|this|the\s+\w+))?|ownership\s+(?:would|will)\s+(?:transfer|pass|change)|join(?:s|ing)?\s+us|day\s+(?:1|one)\s+(?:to\s+be|is|would\s+be)|change\s+hands|(?:transfer|change)\s+of\s+(?:ownership|control)[^.;]{0,30}|planned\s+for|targeted\s+for|scheduled\s+for|anticipated)\s*(?:on\s+or\s+(?:about|before)|no\s+later\s+than|not\s+later\s+than|on|by|in|around|at|for)?)(?:\s+(?:Mon|Tues|Wednes|Thurs|Fri)day,?)?(?:\s+the)?(?:\s+end\s+of)?/i,
      after: /\s+clos(?:e|ing)\b/i,
      near: /\bclos(?:e|es|ing|ed)\b|\bconsummat\w+|completion\s+date|complete\s+the\s+(?:purchase|transaction|acquisition|sale)\b/,
      label:
        /\bclos(?:e|ing)|completion|^(?:funding|settlement|transfer|transition)\s+date$|^when\b.*\b(?:close|happen|take\s+place|be\s+done)|^(?:when|timing|timeline|target\s+date)$/i,
      // "Not before January 4" says when it does not close.
      when: ({ start }, { text }) =>
        !/\b(?:not|never|no\s+(?:earlier|sooner)\s+than)\s*(?:before|until|prior\s+to)?\s*$/i.test(
          text.slice(0, start),
        ),
      never: /\bclosing\s+(?:has|does|shall)\s+not\b|\b(?:countersign|expires?|expiration|lapse|acceptance|accept\b)/i,
    },
    {
      id: 'planned closing',
      kinds: ['date'],
      path: { date: 'closing' },
      before:
        /\b(?:plan(?:ning)?|aim(?:ing)?|shoot(?:ing)?|hop(?:e|ing)|targeting|looking|target(?:\s+date)?\s+is)\s*(?:on|for|at)?(?:\s+the)?[^.;\d]{0,30}/i,
      when: (_, { text, label, before }) => /\bclos(?:e|ing)\b|\btarget\s+is\b/i.test(`${before} ${label} ${text}`),
    },
    {
      // Beside the time to accept, which other days of a sentence belong to.
      id: 'closing beside exclusivity',
      kinds: ['date'],
      path: { date: 'closing' },
      before:
        /\b(?:toward|towards|for|target(?:ing)?|anticipat(?:e|ing)|expect(?:ing)?)\s+(?:an?\s+|the\s+)?clos(?:e|ing)\s+(?:on|by|in|around|about)(?:\s+or\s+about)?/i,
      handicap: 1,
    },
    {
      id: 'outside date',
      kinds: ['date'],
      before:
        /\b(?:(?:have|has|had)\s+not\s+closed\s+(?:by|before|on\s+or\s+before)|(?:closing|transaction|sale)\s+(?:has|have|does|shall|should|had|is)?\s*not\s+(?:have\s+)?(?:been\s+)?(?:occur\w*|taken?\s+place|closed?|completed?|consummated)\s+(?:by|before|on\s+or\s+before)|outside\s+date|in\s+any\s+(?:case|event),?\s+(?:(?:before|by)|(?:not|no)\s+later\s+than)|no\s+event\s+later\s+than|long-?\s?stop|drop[\s-]dead)\s*(?:date)?\s*(?:of|is|:)?/i,
      after: /\s*\(the\s+["“]Outside/i,
      label: /outside\s+date|long-?stop|drop-dead/i,
      handicap: -4,
    },
    {
      id: 'effective date',
      kinds: ['date'],
      before: /\b(?:effective|accounting|economic)\s*(?:from|as\s+of|date|on)?\s*(?:of|is|:)?|\bfrom/i,
      near: /\b(?:for\s+accounting|economic\s+date|effective\s+from)\b/,
      label: /effective/i,
      handicap: -2,
    },
    {
      id: 'end of a contract',
      kinds: ['date'],
      before:
        /\b(?:lease|loan|contract|licen[sc]e|policy|charter)\b[^.;]{0,60}\b(?:runs\s+(?:out|until|through)|expires?|ends?|matures?|comes?\s+due|terminates?)\s*(?:on|in)?/i,
      handicap: -6,
    },
    {
      id: 'signing',
      kinds: ['date'],
      before:
        /\b(?:(?:execution|signing)\s+of\s+[^.;]{0,50}?(?:by|on(?:\s+or\s+about)?)|sign(?:ed|ing)?\b(?:(?!\bclos)[^.;]){0,60}?\b(?:by|on\s+or\s+before)|countersign\w*\s+(?:this\s+letter\s+)?(?:by|on)|accept(?:ed|ance)?[^.;]{0,40}(?:by|until|before)|decision\s+by|expires?(?:\s+on|\s+at\s+[\w:. ]+\s+on)?|lapse[^.;]{0,60}(?:on|by)|executed\s+by[^.;]{0,30}|open\s+until|valid\s+(?:until|through))/i,
      near: /\b(?:expir\w+|lapse|countersign\w*|acceptance)\b/,
      label: /accept|expir|deadline|open\s+for|valid/i,
      handicap: -4,
    },
    {
      id: 'day of the letter',
      kinds: ['date'],
      before: /^\s*(?:date[d]?:?|on)?/i,
      label: /^date(?:\s+of\s+this\s+letter)?$|^prepared|^re$|draft/i,
      when: ({ start, end }, { text, label }) =>
        start < 12 &&
        text.length - end < 4 &&
        (label === '' || (/date|draft|prepared/i.test(label) && !/clos|target|complet|settle|expected/i.test(label))),
    },
    {
      id: 'day of figures',
      kinds: ['date'],
      before:
        /\b(?:ended|ending|through|as\s+of|dated|since|(?:together|outstanding|owed|balances?|total(?:ing)?)\s+(?:at|as\s+of))/i,
      near: /\b(?:twelve\s+months\s+ended|recapitali[sz]ation|agreement\s+of|confidentiality|as\s+of|capital\s+improvements|since)\b/,
      handicap: -3,
    },
    {
      id: 'end of exclusivity',
      kinds: ['date'],
      near: /\b(?:exclusiv\w+|no-?shop|refrain|other\s+discussions|solicit|not\s+(?:to\s+)?(?:talk|speak|show|negotiate)|don[’']t\s+(?:talk|speak|show))\b/,
      label: /exclusiv|no-?shop|standstill/i,
      when: (_, { text }) => !/\bclos(?:e|ing)\b/i.test(text) || /exclusiv|until|through/i.test(text),
      handicap: -4,
    },
    {
      id: 'end of covenant',
      kinds: ['date'],
      near: /\b(?:compete|covenant)\b/,
      label: /covenant|compete/i,
      handicap: -4,
    },
    {
      id: 'end of job',
      kinds: ['date'],
      path: { date: 'job/ends' },
      before: /\b(?:until|through|ending\s+on)/i,
      when: ({ end, start }, { text, label }) =>
        /employ|work|job/i.test(label) &&
        /\buntil\s*$|through\s*$/i.test(text.slice(0, start)) &&
        /work|employ|paid/i.test(text.slice(end)),
      handicap: -5,
    },
  ],
}
