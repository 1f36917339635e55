import type { Words } from '../term'

/** What is paid on the day of closing. No field holds it; it proves the others. */
export const cash: Words = {
  terms: [
    {
      id: 'cash',
      kinds: ['percent', 'money', 'ratio'],
      path: { percent: 'x/cashAtClosing', money: 'x/cashAtClosing', ratio: 'x/cashAtClosing' },
      before:
        /\b(?:closing|initial|day[\s-]one|first)\s+(?:cash\s+)?(?:payment|consideration)\s*(?:of|is|:)?|\b(?:walk\s+(?:away|out)|leave)\s+(?:from\s+)?(?:the\s+)?closing(?:\s+table)?\s+with|\bcash(?!\s+flow)(?:\s+(?:portion|component|consideration|payment))?(?:\s+(?:at|on|upon))?(?:\s+the)?(?:\s+clos(?:e|ing))?\s*(?:of|is|:)?|\bpaid\s+at\s+clos(?:e|ing)\s*:?|\bat\s+(?:the\s+)?closing,?\s+(?:[A-Z]\w+\s+)?(?:would\s+|will\s+|shall\s+)?(?:pay|receive|wire)s?(?:\s+(?:you|to\s+seller))?,?(?:[^.;$%]{0,70}?(?:amount\s+equal\s+to|of))?|\bat\s+(?:the\s+)?closing/i,
      after:
        /\)?\s*(?:of\s+(?:that|the\s+(?:base\s+)?(?:purchase\s+price|price|total|value|consideration|enterprise\s+value)|this)\s+)?,?\s*(?:(?:would|will|shall|is|are|to)\s+(?:be\s+)?)?(?:paid|payable|wired|delivered|funded)?\s*(?:to\s+(?:you|seller)\s+)?(?:in\s+|all\s+|as\s+)?(?:immediate\s+)?(?:cash|on\s+day\s+one|when\s+you\s+join\b|(?:cleared|good)\s+funds(?:\s+on\s+completion)?|on\s+completion|(?:at|upon|on|when)\s+(?:(?:the\s+)?day\s+we\s+close|(?:the\s+)?(?:day\s+of\s+)?clos(?:e|ing)(?:\s+(?:day|table|date))?|we\s+close))\b(?!\s+(?:statement|attorney|costs))|,?\s*(?:which|that|and\s+(?:that|it))\s+(?:(?:would|will|shall|is|are)\s+(?:be\s+)?)?(?:paid|goes?|go|wired)\s+(?:to\s+(?:you|me|the\s+seller|seller)\s+)?(?:at|on|upon)\s+closing|,\s+(?:all\s+of\s+)?which\s+(?:we|I)\s+(?:would|will|can)\s+pay\s+(?:you\s+)?in\s+cash|\s+(?:would|will|shall)\s+be\s+(?:financed|funded|borrowed|lent)\b[^.;$%]{0,50}\band\s+paid\s+to\s+(?:you|seller)\s+(?:at|on|upon)\s+clos\w+|\s+(?:down|up\s?front)\b|(?:\s+of\s+(?:that|this|it))?\s+when\s+(?:the\s+(?:transaction|deal|sale)\s+closes|we\s+close)\b|\s+(?:is|would\s+be|will\s+be)\s+wired|(?:\s+of\s+(?:that|this|it))?\s+(?:lands?|hits?|arrives?|shows?\s+up)\s+(?:in|by)\b|(?:\s+of\s+(?:that|it|this))?\s+is\s+money\s+in\b/i,
      near: /\bcash\b(?!-free|\s+flow)|\bwired?\b|immediately\s+available\s+funds|\b(?:at|on)\s+(?:the\s+)?(?:day\s+of\s+)?clos(?:e|ing)\b(?!\s+date)|\bwhen\s+(?:we|the\s+(?:transaction|deal|sale))\s+closes?\b|\bup\s?front\b/,
      label:
        /\bday\s+(?:1|one)\b|\bin\s+your\s+(?:bank|account|pocket)\b|^(?:cash|payment|paid|due)\b.*(?:at|on|upon)?\s*clos(?:e|ing)|^cash\b(?!\s*(?:and|&|\/|\+)\s*(?:equity|stock|units?|shares|roll))|clos(?:e|ing)\s+cash|cash\s+(?:component|portion|consideration)|paid\s+at\s+clos|^what\s+you\s+(?:get|receive)\s+(?:on|at)\s+(?:the\s+day|clos)|when\s+do\s+(?:I|we|you)\s+(?:get|receive)\s+(?:the\s+)?(?:money|paid)/i,
      never:
        /\b(?:loan|debt|lien)s?\b[^.;]*\b(?:paid\s+off|repaid|retired|cleared)\b|cash\s+flow|success\s+fee|earn-?\s?out\s+of|debt\s+would\s+be\s+paid\s+off|free\s+cash\s+flow/i,
      when: ({ atMost, per, start, end }, { label, text }) =>
        !atMost &&
        // What the practice is left with is no payment.
        !/\b(?:working\s+capital|NWC)\b[^.;$]{0,60}$/i.test(text.slice(0, start)) &&
        !/\b(?:working\s+capital|NWC|debts?|loans?)\b/i.test(label) &&
        !/\b(?:reduced|decreased|lowered)\s+by\s+(?:the\s+|about\s+|some\s+)?$/i.test(text.slice(0, start)) &&
        !/^\s*(?:(?:cash\s+)?reserve\b|(?:that\s+is\s+|which\s+is\s+)?owed\b)/i.test(text.slice(end)) &&
        // "5% of the cash is held" is a part of it.
        !/^\)?\s*of\s+(?:the|that|this|your)\s+(?:closing\s+)?cash\b/i.test(text.slice(end)) &&
        per === undefined &&
        !/^deferred\b|\b(?:escrow|hold-?\s?back|note|earn-?\s?out|set\s+aside)\b/i.test(label),
      ask: ({ start }, { text }) =>
        /\b(?:(?:not|no)\s+less\s+than|at\s+least|a\s+minimum\s+of)\s+$/i.test(text.slice(0, start))
          ? 'it is the least, and not how much'
          : undefined,
    },
  ],
}
