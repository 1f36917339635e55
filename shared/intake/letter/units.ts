import type { Kind, Quantity } from './quantity'

/** What follows a number and says what it counts, and how many months, dollars or fractions one of it is. */
export const AFTER: readonly (readonly [RegExp, Kind, number])[] = [
  [/^\s*(?:%|percent(?!age points)\b|per cent(?:um)?\b)\)?/i, 'percent', 0.01],
  [/^\s*(?:x\b|×)/i, 'multiple', 1],
  [/^[\s-]*times\b|^\s+multiplied\s+by\b|^[\s-]*(?:multiple|turns)\b/i, 'multiple', 1],
  [
    /^[\s-]*(?:clinical\s+|working\s+|treatment\s+|full\s+)?days?(?:\s+(?:a|per|each|every|in each|of\s+the|of\s+each)\s+week|\s?\/\s?(?:week|wk)|\s+weekly)/i,
    'days',
    1,
  ],
  [
    /^\s+(?:per|a)\s+week\b|^\s?d\s?\/\s?(?:wk|week)\b|^[\s-]*clinic(?:al)?\s+days\b(?!\s+(?:per|a|each|in)\s+(?:month|year))/i,
    'days',
    1,
  ],
  [/^[\s-]*days?\s+(?:of\s+)?clinic(?:al)?\b/i, 'days', 1],
  [/^[\s-]*days?\s+(?:of\s+)?(?:in\s+)?(?:each|every|the)\s+week\b/i, 'days', 1],
  [
    /^[\s-]*(?:calendar\s+|consecutive\s+|full\s+|contract\s+|more\s+|additional\s+|further\s+)?(?:years?|yrs?)\b|^y(?=\b)/i,
    'duration',
    12,
  ],
  [/^[\s-]*(?:calendar\s+|consecutive\s+|monthly\s+)?(?:months?|mos?)\b/i, 'duration', 1],
  [/^[\s-]*(?:equal\s+)?(?:consecutive\s+)?monthly\s+(?:installments?|instalments?|payments?)/i, 'duration', 1],
  [/^[\s-]*(?:equal\s+)?(?:consecutive\s+)?quarterly\s+(?:installments?|instalments?|payments?)/i, 'duration', 3],
  [
    /^[\s-]*(?:equal\s+)?(?:consecutive\s+)?(?:annual|yearly)\s+(?:installments?|instalments?|payments?)/i,
    'duration',
    12,
  ],
  [/^[\s-]*weeks?\b/i, 'duration', 12 / 52],
  [/^[\s-]*(?:calendar\s+|business\s+)?days?\b/i, 'duration', 12 / 365],
  [/^[\s-]*(?:air\s+|road\s+|driving\s+)?(?:miles?|mi)\b/i, 'distance', 1],
  [/^\s*(?:u\.?s\.?\s+)?dollars?\b/i, 'money', 1],
]
/** What an amount is for. */
export const PER: readonly (readonly [RegExp, NonNullable<Quantity['per']>])[] = [
  [
    /^\)?\s*(?:base\s+)?(?:per|a|an|each|every|\/)\s?(?:clinical\s+|working\s+|treatment\s+)?(?:day|diem)\b|^\)?\s*(?:for\s+)?(?:any|each|every)\s+day\b|^\)?\s*daily\b|^\)?\s*(?:in|for)\s+(?:an?|each|any)\s+day\b/i,
    'day',
  ],
  [
    /^\)?\s*(?:per|a|an|each|every|\/)\s?(?:calendar\s+)?(?:month|mo)\b|^\)?\s*monthly\b|^\)?\s*in\s+(?:any|each)\s+(?:calendar\s+)?month\b/i,
    'month',
  ],
  [
    /^\)?\s*(?:per|a|an|each|every|\/)\s?(?:year|yr|annum)\b(?!\s+(?:later|after|from)\b)|^\)?\s*(?:annually|yearly|p\.a\.)|^\)?\s*in\s+(?:any|each)\s+(?:calendar\s+)?year/i,
    'year',
  ],
  [/^\)?\s*(?:per|a|an|each|every|\/)\s?quarter\b|^\)?\s*quarterly\b/i, 'quarter'],
  [/^\)?\s*(?:per|an|each|every|\/)\s?hour\b|^\)?\s*hourly\b/i, 'hour'],
  [
    /^\)?\s*(?:per|a|each|\/)\s?(?:rentable\s+)?(?:square|sq\.?|sf|rsf|foot|unit|share|procedure|patient|case|location|office|operatory)\b|^\)?\s*psf\b/i,
    'thing',
  ],
]
