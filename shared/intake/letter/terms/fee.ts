import type { Words } from '../term'

const FEE =
  /^fees?$|^MSA$|\b(?:management|service|services|administrative|support|MSA|MSO)\s+(?:services\s+)?fees?\b|\b(?:our|its|monthly)\s+fee\b|\ba\s+fee\s+(?:of|equal)|\bthe\s+fee\s+is\b|\b(?:management|support|administrative)\s+services\b[^.;]{0,60}\bfee\b|\bfor\s+\$[\d,]+\s+(?:a|per)\s+month,?\s+we\s+(?:run|handle|provide|take|manage)\b|mgmt\.?\s+fee|\b(?:management|administrative|support|services?)\s+agreement\b[^.;]{0,120}\bpays?\b|\b(?:practice|company|JV|P\.C\.|PLLC)\s+(?:would\s+|will\s+|shall\s+)?pays?\s+(?:us|[A-Z]\w+)\s+(?=[\d.]+\s?%\s+of\s+(?:net\s+|gross\s+|adjusted\s+)?(?:collections|revenues?|receipts))|\bcharges?\s+(?:the\s+|each\s+)?(?:practices?\s+|you\s+)?\$[\d,]+\s+(?:per|a|each)\s+month|\b(?:charges?|takes?|bills?|invoices?)\s+(?:the\s+practice\s+|you\s+)?(?=[\d.]+\s?%\s+of\s+(?:net\s+|gross\s+|adjusted\s+)?(?:collections|revenues?|receipts))/i
/** "8% of collections goes to Northlake for back-office services": the services stand for the fee. */
const SERVICES =
  /\b(?:back-?\s?office|central|corporate|shared|home-?\s?office|business|management|support|administrative|non-?clinical)\s+(?:services?|support|work)\b|\bservices?\s+(?:charge|cost)s?\b|\b(?:our|their|its)\s+services\b|\b(?:manage|run|administer)\s+(?:the|your)\s+(?:office|practice|business)\s+for\b|\bcharges?\s+for\s+(?:running|handling|doing|providing|managing)\b|\bas\s+(?:its|our|a|their)\s+(?:\w+\s+)?fee\b/i
const aboutFee = (text: string, label: string, heading: string): boolean =>
  FEE.test(text) || FEE.test(label) || FEE.test(heading) || SERVICES.test(text)
/** What the practice pays the buyer for its services after the sale. */
export const fee: Words = {
  terms: [
    {
      id: 'fee',
      kinds: ['percent'],
      path: { percent: 'fee/share' },
      near: new RegExp(`${FEE.source}|${SERVICES.source}`),
      label: FEE,
      before: /\bfee\s+(?:of|equals?|equal\s+to|is|at|:)(?:\s+to)?|\bcharges?(?:\s+(?:the\s+practice|you))?/i,
      when: ({ end }, { text, label, heading }) =>
        aboutFee(text, label, heading) &&
        // "A management fee of 4% of collections?" asks.
        !/\?["”]?$/.test(text) &&
        /^\)?\s*(?:(?:administrative|management|mgmt\.?|support|services?)\s+(?:services?\s+)?fee\s+(?:of|on)|of)\s+(?:[\w’'-]+\s+){0,4}?(?:collections|collected|revenues?|receipts|EBITDA|net\s+income)\b/i.test(
          text.slice(end),
        ),
      handicap: -5,
    },
    {
      id: 'fee on profit',
      kinds: ['percent'],
      near: FEE,
      when: ({ end }, { text, label, heading }) =>
        aboutFee(text, label, heading) && /^\)?\s*of\s+(?:[\w’'-]+\s+){0,4}?profit/i.test(text.slice(end)),
      ask: () => 'the fee is a share of profit, for which the fields have no exact place',
      path: { percent: 'fee/share' },
      handicap: -5,
    },
    {
      id: 'fee markup',
      kinds: ['percent'],
      path: { percent: 'fee/markup' },
      before: /\bmark-?\s?up\s+of|cost\s+plus|plus/i,
      after: /\)?\s*(?:mark-?\s?up|over\s+cost)/i,
      when: (_, { text, label, heading }) =>
        aboutFee(text, label, heading) && /mark-?\s?up|cost\s+plus|costs?\b.*\bplus\b/i.test(text),
      handicap: -6,
    },
    {
      id: 'least fee',
      kinds: ['money'],
      path: { money: 'fee/minimum' },
      before:
        /\bfloor\s+of|\bminimum\s*(?:\w+\s+){0,3}(?:of)?|(?:not|never|no)\s+(?:event\s+)?(?:be\s+)?(?:less\s+than|under|below)|at\s+least|greater\s+of\s+[^;$]{3,40}\b(?:and|or)/i,
      when: ({ per }, { text, label, heading }) =>
        aboutFee(text, label, heading) && (per === 'month' || per === 'year'),
      value: (value, { per }) => (per === 'month' ? value * 12 : value),
      handicap: -6,
    },
    {
      id: 'greatest fee',
      kinds: ['money'],
      path: { money: 'fee/maximum' },
      before: /\b(?:capped\s+at|maximum\s+of|not\s+to\s+exceed|cap\s+of)/i,
      when: ({ per }, { text, label, heading }) =>
        aboutFee(text, label, heading) && (per === 'month' || per === 'year'),
      value: (value, { per }) => (per === 'month' ? value * 12 : value),
      handicap: -6,
    },
    {
      id: 'fixed fee',
      kinds: ['money'],
      path: { money: 'fee/amount' },
      after: /,?\s+we\s+(?:run|handle|provide|take|manage)\b/i,
      before:
        /\bfee\s+(?:of|is|equal\s+to|equals?|:)|\b(?:charges?|bills?|invoices?)(?:\s+(?:the\s+|each\s+)?(?:practices?|offices?|you|P\.?C\.?))?(?:\s+(?:a\s+)?(?:flat|fixed))?/i,
      label: FEE,
      when: ({ per, start }, { text, label, heading }) =>
        aboutFee(text, label, heading) &&
        (per === 'month' ||
          per === 'year' ||
          /\bmonthly\s+(?:\w+\s+){0,2}fee\s+(?:of|is|:)\s*$/i.test(text.slice(0, start))) &&
        !/minimum|cap/i.test(text.slice(Math.max(0, start - 40), start)),
      value: (value, { per }, { text }) =>
        per === 'month' || (per === undefined && /\bmonthly\b/i.test(text)) ? value * 12 : value,
      handicap: -5,
    },
    {
      id: 'fee time',
      kinds: ['duration', 'percent', 'money'],
      near: FEE,
      when: (_, { text }) => FEE.test(text),
      handicap: 3,
    },
  ],
  sayings: [
    {
      path: 'fee/share',
      value: 1,
      words:
        /\bfee\b[^.;]{0,30}\b(?:consists?\s+of|equals?|is)\s+(?:all\s+(?:of\s+)?)?(?:the\s+)?(?:remaining\s+|residual\s+)?(?:profits?|cash\s+flow|income)\b(?!\s+of\b)/i,
      unsure: /./,
      why: 'the fee is the profit that remains, for which the fields have no exact place',
    },
    {
      path: 'fee/kind',
      value: 'none',
      words: /^(?:none|no(?:ne)?\b|n\/?a\b|not\s+applicable|zero)/i,
      label: FEE,
    },
    {
      path: 'fee/kind',
      value: 'costPlus',
      words: /\bcosts?\b.{0,40}\bplus\s+(?:a\s+)?(?:mark-?\s?up|\d)/i,
      label: FEE,
    },
    {
      path: 'fee/kind',
      value: 'none',
      words:
        /\bfee\b[^.]{0,12}\bnone\b|\b(?:no|without\s+(?:a|any))\s+(?:management|service|mgmt\.?)\s+fees?\b|\b(?:do(?:es)?\s+not|do(?:es)?n[’']?t|never|will\s+not|won[’']t)\s+(?:charge|take|collect)\s+(?:the\s+practice\s+|you\s+)?(?:an?\s+|any\s+)?(?:management|service|mgmt\.?)\s+fees?\b/i,
      unsure: /\b(?:during|for|in)\s+the\s+first|initially|until/i,
    },
  ],
}
