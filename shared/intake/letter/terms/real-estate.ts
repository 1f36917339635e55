import type { Words } from '../term'

/** The building, where it is sold with the practice. A rent after closing is no field: the net rent is asked. */
export const realEstate: Words = {
  terms: [
    {
      id: 'price of the building',
      kinds: ['money'],
      path: { money: 'realEstate/price' },
      before:
        /\b(?:buy|purchase|acquire)\s+(?:the\s+|your\s+)?(?:office\s+)?(?:building|real\s+(?:estate|property)|property|premises|condo(?:minium)?)[^;$]{0,80}\b(?:for|at)(?:\s+(?:a\s+|its\s+|the\s+)?(?:appraised\s+|agreed\s+)?(?:price|value)\s+of)?/i,
      near: /\b(?:purchase\s+the\s+(?:building|real\s+estate|property)|buy\s+the\s+(?:building|real\s+estate|property)|(?:price|value)\s+of\s+the\s+(?:building|real\s+estate|property)|for\s+the\s+(?:building|real\s+estate))\b/,
      label: /^(?:the\s+)?(?:real\s+estate|building|property|premises)(?:\s+(?:purchase\s+)?price)?$/i,
      when: ({ per }, { text, label }) =>
        per === undefined &&
        /\b(?:buy|purchase|acquire|sell|price)\b/i.test(`${text} ${label}`) &&
        /\b(?:building|real\s+estate|property)\b/i.test(`${text} ${label}`) &&
        !/lease/i.test(text),
      handicap: -8,
    },
    {
      id: 'rent',
      kinds: ['money', 'percent', 'duration', 'other'],
      near: /\b(?:lease[ds]?|rent|triple\s+net|NNN|square\s+f(?:ee|oo)t|landlord|premises)\b/,
      label: /\b(?:lease|rent|real\s+estate|premises)\b/i,
      handicap: -5,
    },
  ],
  sayings: [
    {
      path: 'realEstate/sold',
      value: true,
      words: /\b(?:will|would|shall|to|we[’']d\s+like\s+to)\s+(?:also\s+)?(?:buy|purchase|acquire)\s+it\b/i,
      never: /\b(?:not|option|right\s+of\s+first)\b/i,
      label: /^(?:the\s+)?(?:real\s+estate|building|property|premises)$/i,
    },
    {
      path: 'realEstate/sold',
      value: true,
      words:
        /\b(?:will|would|shall|to)\s+(?:also\s+)?(?:buy|purchase|acquire)\s+(?:the|your)\s+(?:office\s+)?(?:building|real\s+estate|real\s+property|condo(?:minium)?)\b/i,
      never: /\b(?:not|option|right\s+of\s+first)\b/i,
    },
  ],
}
