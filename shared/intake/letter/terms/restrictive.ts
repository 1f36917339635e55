import type { Words } from '../term'

const COVENANT = String.raw`(?:NC\b|non-?\s?comp\b|restrictions?|non-?\s?competition|non-?\s?compete|not\s+competing|not\s+(?:to\s+)?compete|restrictive\s+covenants?|covenants?|shall\s+not,|refrain\s+from\s+(?:competing|practicing)|(?:not|nor)\s+(?:to\s+)?(?:open|practice|own|engage|work|operate|treat|establish)|radius)`
const covenant = new RegExp(String.raw`\b${COVENANT}`, 'i')
const EXCLUSIVE = String.raw`(?:exclusiv(?:e|ity)|no-?\s?shop|not\s+(?:to\s+)?shop|(?:other|another|any\s+other)\s+(?:potential\s+|prospective\s+|interested\s+)?(?:buyers?|bidders?|parties|offers|proposals?|acquirers?|purchasers?|investors?|affiliations?)|other\s+(?:potential|prospective)\s+partners?|third\s+part(?:y|ies)|quiet\s+period|stand-?\s?still|(?:other|another)\s+(?:groups?|DSOs?|MSOs?|suitors?|organizations?)|(?:only|solely)\s+with\s+(?:us|[A-Z]\w+|(?:the\s+)?[Bb]uyer)|off\s+the\s+market|no-?talk|competing\s+(?:bid|offer)s?|(?:talk|speak)\w*\s+(?:only\s+)?(?:to|with)\s+us\b|don[’']t\s+shop|without\s+shopping|shop\s+(?:this|it|the\s+practice)|(?:not\s+)?market\s+the\s+practice|lock-?\s?up|everyone\s+else|anybody\s+else|anyone\s+else|with\s+(?:us|you)\s+(?:alone|only|exclusively)|deal\s+only|(?:talk|speak)\s+(?:to|with)\s+(?:nobody|no\s+one|anyone)|nobody\s+else|(?:talk|speak)\w*\s+to\s+others|other\s+suitors|other\s+transactions?|(?:speak|talk|meet)\w*\s+with\s+any\s+(?:of\s+the\s+)?(?:\w+\s+)?(?:groups|buyers|DSOs|MSOs)|any\s+other\s+(?:person|party)|go-?\s?to-?market|(?<!non-?\s?)solicit|negotiate\s+with|other\s+(?:discussions|conversations|talks)|entertain)`
const exclusive = new RegExp(String.raw`\b${EXCLUSIVE}`, 'i')
/** What the owner may not do, during the talks and afterward. No field holds it; it is for the attorney. */
export const restrictive: Words = {
  terms: [
    {
      id: 'covenant years',
      kinds: ['duration'],
      path: { duration: 'x/nonCompeteYears' },
      near: new RegExp(String.raw`\b${COVENANT}\b|\bwithin\b|\bmi(?:les?)?\b`),
      label: /covenant|non-?\s?comp(?:et|\b)|not\s+competing|restrict(?:ions?|ive)\b|can\s+I\s+(?:work|practice)/i,
      when: ({ values, start, end }, { text, label, heading, quantities }) =>
        values[0]! >= 1 &&
        !/^\s*(?:of\s+)?exclusiv/i.test(text.slice(end)) &&
        (covenant.test(text) || !/exclusiv|confidential/i.test(label)) &&
        (covenant.test(text) ||
          covenant.test(label) ||
          covenant.test(heading) ||
          quantities.some(({ kind }) => kind === 'distance')) &&
        !/\bin\s+the\s+last\s*$|\b(?:(?:and\s+)?(?:shall\s+|will\s+|would\s+)?not|no)\s+(?:to\s+)?(?:solicit|recruit|hire|poach)\w*[^;.\d]{0,90}$/i.test(
          text.slice(0, start),
        ),
      value: (months) => Number((months / 12).toFixed(4)),
      // "Five years from closing or two after you leave, whichever is later"
      ask: (_, { text, quantities }) =>
        quantities.filter(({ kind }) => kind === 'duration').length > 1 &&
        /\b(?:whichever|later\s+of|longer\s+of|greater\s+of)\b/i.test(text)
          ? 'the later of two days ends it'
          : undefined,
      handicap: -3,
    },
    {
      id: 'non-solicitation',
      kinds: ['duration'],
      before: /\bnon-?\s?solicit\w*\s*(?:of|for|is|:)?/i,
      after: /,?\s*(?:of\s+)?(?:non-?\s?|no\s+)solicit/i,
      near: /\b(?:not|nor)\s+(?:to\s+)?(?:solicit|recruit|hire|poach)\w*/,
      // "Non-compete and non-solicit: 24 months" holds for both.
      when: ({ start }, { text, label }) => !/compet/i.test(`${label} ${text.slice(Math.max(0, start - 60), start)}`),
      handicap: -6,
    },
    {
      id: 'covenant miles',
      kinds: ['distance'],
      path: { distance: 'x/nonCompeteMiles' },
      before: /./,
      near: /./,
      label: /./,
    },
    {
      id: 'exclusivity',
      kinds: ['duration'],
      path: { duration: 'x/exclusivityDays' },
      near: new RegExp(String.raw`\b${EXCLUSIVE}|\bask(?:ing)?\s+for\b`),
      label: exclusive,
      when: ({ values, start, end }, { text, label, heading, before }) =>
        values[0]! <= 12.5 &&
        values[0]! > 0.2 &&
        (exclusive.test(text) ||
          exclusive.test(label) ||
          exclusive.test(heading) ||
          (exclusive.test(before) && /\bask\b/i.test(text))) &&
        !/\b(?:further|additional|another|(?:extended|extension|extend(?:able|ible)?)\b[^.;]{0,20}(?:by|of|for))\s*(?:an?\s+)?$/i.test(
          text.slice(0, start),
        ) &&
        !/^[\s-]*(?:automatic\s+)?extension\b/i.test(text.slice(end)) &&
        /day|week|month/i.test(text.slice(start, end)),
      ask: ({ end }, { text }) =>
        /^,?\s*(?:plus|and)\s+(?:an(?:other)?\s+|a\s+further\s+)?(?:additional\s+)?\w+\s+(?:\(\d+\)\s+)?(?:days|weeks|months)\s+(?:if|where|should)\b/i.test(
          text.slice(end),
        )
          ? 'it is longer in a case that the letter names'
          : undefined,
      value: (months) => Math.round((months * 365) / 12),
      handicap: -18,
    },
    {
      id: 'exclusivity extended',
      kinds: ['duration'],
      path: { duration: 'x/exclusivityDays' },
      near: new RegExp(String.raw`\b${EXCLUSIVE}`),
      label: exclusive,
      when: ({ start }, { text, label, quantities }) =>
        (exclusive.test(text) || exclusive.test(label)) &&
        /\b(?:extend\w*|extension)\b[^.;]{0,20}\bby\s*$/i.test(text.slice(0, start)) &&
        // "60 days, extendable by 30": what holds is said.
        !quantities.some(({ kind, end }) => kind === 'duration' && end < start),
      value: (months) => Math.round((months * 365) / 12),
      ask: () => 'it is extended, and how long it is in all is not said',
      handicap: -18,
    },
    {
      id: 'confidentiality',
      kinds: ['duration'],
      near: /\bconfidential\w*|\bnon-?disclosure/,
      label: /confidential|binding/i,
      handicap: -3,
    },
  ],
}
