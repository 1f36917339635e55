import type { Words } from '../term'

const INTEREST = String.raw`(?:membership\s+interests?|interests?|equity|ownership|stock|shares|units|assets|non-clinical\s+assets|practice|company|stake|position|acquisition|buy-?\s?out)`
/** How much of the practice changes hands. */
export const shareSold: Words = {
  terms: [
    {
      id: 'share sold',
      kinds: ['percent'],
      path: { percent: 'shareSold' },
      before:
        /\b(?:acquires?|acquiring|purchases?|purchasing|buys?|buying|acquisition\s+of|purchase\s+of|sale\s+of|sells?(?:\s+us)?|selling|for),?\s+(?:an?\s+|all\s+|up\s+to\s+)?|\b(?:acquir|purchas|buy|sell)\w*\s+[^.;%]{0,30}\b(?:interest|stake|position)\s*(?:of|\()/i,
      after: new RegExp(
        String.raw`\)?\s*(?:of\s+)?(?:the\s+|your\s+|its\s+|all\s+|a\s+)?(?:issued\s+and\s+outstanding\s+(?:capital\s+|common\s+)?|(?:\w+\s+)?practice\s+)?${INTEREST}\b`,
        'i',
      ),
      label:
        /^purchase\s+of$|(?:share|interests?|equity|percentage|ownership|stake)\s+(?:being\s+|to\s+be\s+)?(?:acquired|sold|purchased)|%\s+acquired|^(?:equity|ownership)\s+(?:split|structure)$/i,
      never: /fully\s+diluted|\bprofits?\b|rollover\s+units\b.*forfeit|forfeit|for\s+(?:its|the|that)\s+\d+%/i,
      when: ({ values, start, end }, { text, label }) =>
        values[0]! > 0.05 &&
        // "100% of the practice is valued at": what the price is of, and not what is sold.
        !/^\)?\s*(?:of\s+)?(?:[\w’']+\s+){0,4}(?:is|was|are|has\s+been)\s+(?:valued|worth|appraised)\b/i.test(
          text.slice(end),
        ) &&
        !/\b(?:your|the\s+other|remaining)\s+$/i.test(text.slice(0, start)) &&
        !/\b(?:including|plus|with)\s+(?:the|its|your|an?|their)?\s*$/i.test(text.slice(0, start)) &&
        !/^\)?\s*(?:interest|stake|share)\s+in\s+[^.;]{0,60}(?:surgery\s+center|ASC\b|building|real\s+estate|property)/i.test(
          text.slice(end),
        ) &&
        !/\b(?:put|call|redeem|repurchase|buy-?out)\b[^.;]{0,30}$/i.test(text.slice(0, start)) &&
        !/\b(?:keeps?|retains?|holds?|owns?)\b[\s,\w]{0,30}$/i.test(text.slice(0, start)) &&
        (/acquired|sold|purchased/i.test(label) ||
          (/^(?:equity|ownership)(?:\s+(?:split|interests?|structure))?$/i.test(label) &&
            /^[A-Z][\w’'&. -]*\s$/.test(text.slice(0, start)) &&
            !/\b(?:Dr|doctor|owner|seller|you|retained|kept)\b/i.test(text.slice(0, start)) &&
            /^\s*[/,;|]/.test(text.slice(end))) ||
          (/\b(?:buys?|acquires?|purchases?|sells?)\s+$/i.test(text.slice(0, start)) &&
            /^\)?(?:,?\s+and\s+(?:you|the\s+(?:owner|doctor|seller))\s+(?:keeps?|retains?)|\s*[.;]?$)/i.test(
              text.slice(end),
            )) ||
          (/\bsells?\s+us\s+$/i.test(text.slice(0, start)) && /\b(?:keep|retain|hold|own)/i.test(text.slice(end))) ||
          /\b(?:acquir|purchas|buy|sell)\w*\s+[^.;%]{0,30}\b(?:interest|stake|position)\s*(?:of|\()\s*$/i.test(
            text.slice(0, start),
          ) ||
          (/\b(?:acquires?|purchases?|buys?)\s+(?:an?\s+)?$/i.test(text.slice(0, start)) &&
            /^\)?\s*of\s+[A-Z]/.test(text.slice(end))) ||
          new RegExp(String.raw`^\)?\s*(?:of\s+)?(?:\w+[’'\w]*\s+){0,5}${INTEREST}\b`, 'i').test(text.slice(end))) &&
        !/^\)?\s*(?:of\s+)?(?:\w+\s+){0,4}(?:units|shares|(?<!outstanding\s)(?<!capital\s)stock)\s+(?:of|in)\b(?!\s+(?:the\s+|your\s+|its\s+)?(?:practice|company|corporation|professional|P\.?C|PLLC|seller|[A-Z][^.;]{0,50}\b(?:P\.?C|PLLC|P\.?A|S\.?C|D[DM][SD]|Orthodontics|Dental|Dentistry|Endodontics|Periodontics|Surgery)\b))/i.test(
          text.slice(end),
        ),
    },
    {
      id: 'share of an owner',
      kinds: ['percent'],
      path: { percent: 'practice/ownershipShare' },
      before:
        /\b(?:[A-Z]\w+|you|doctor)\s+(?:currently\s+)?owns?\s+|\bowns?\s+[\d.]+%(?:,|,?\s+and)\s+(?:[A-Z][\w’'. ]+?|the\s+other)\s+(?:owns?\s+)?/,
      when: ({ start }, { text }) => !/\b(?:will|would|shall|to)\s+(?:\w+\s+)?own\s+$/i.test(text.slice(0, start)),
      handicap: -5,
    },
    {
      id: 'share kept',
      kinds: ['percent'],
      before:
        /\b(?:retains?|keeps?|keep|hold|holds?|continue\s+to\s+hold|remaining|other|your)\s+(?:the\s+)?(?:other|remaining|balance\s+of)?\s*/i,
      near: /\bretain(?:s|ed)?\b|\bkeeps?\b|distributions/,
      when: (_, { text }) =>
        /\b(?:retain|keep|continue\s+to\s+hold|put|require|call|interest|distributions)\b/i.test(text) &&
        !/\bunits|stock|rolled|roll|cash\b/i.test(text),
    },
  ],
  sayings: [
    {
      path: 'shareSold',
      value: 1,
      words:
        /\b(?:all|substantially\s+all|the\s+entirety|one\s+hundred\s+percent)\s+(?:of\s+)?(?:the\s+|your\s+|our\s+|its\s+|seller[’']s\s+)?(?:issued\s+and\s+outstanding\s+|outstanding\s+|non-clinical\s+|operating\s+|tangible\s+)?(?:assets|equity|membership\s+interests|stock|shares|capital\s+stock)\b|\b(?:whole|entire)\s+(?:practice|issued\s+share\s+capital|share\s+capital)\b/i,
      never:
        /\bvalu(?:e|es|ed|ing|ation)\b[^.;]{0,20}(?:whole|entire)|(?:whole|entire)\s+practice\s+(?:is\s+|at\s+)?(?:valued|worth)|joint\s+venture|\b(?:keeps?|retires?|resigns?|forfeits?|vests?)\b|\bvote|repurchase|\bJV\b/i,
    },
    {
      path: 'shareSold',
      value: 0.5,
      words: /\b(?:50\s?[/-]\s?50|fifty-fifty)\s+(?:joint\s+venture|JV|partnership|ownership|basis)\b/i,
    },
    {
      path: 'saleForm',
      value: 'assets',
      words:
        /\b(?:purchase|acquire|buy|asset|sale)\b.{0,60}\bassets\b|\bF\s+reorgani[sz]ation|338\(h\)\(10\)|asset\s+purchase/i,
    },
    {
      path: 'saleForm',
      value: 'equity',
      words:
        /\b(?:acquire|purchase|buy)\b.{0,60}(?:membership\s+interests|capital\s+stock|all\s+of\s+the\s+stock|equity\s+interests)/i,
      never: /F\s+reorgani[sz]ation|joint\s+venture|new\s+company|\bJV\b|\bNewco\b/i,
    },
  ],
}
