import type { Clause } from '../clauses'
import type { Quantity } from '../quantity'
import type { Words } from '../term'

const ESCROW = String.raw`(?:escrow(?:ed)?|hold-?\s?backs?|held\s+back|hold\s+back|retained\s+by\s+an\s+escrow|indemnity\s+(?:fund|reserve)|(?:in|into)\s+(?:the\s+|our\s+|your\s+|an?\s+)?(?:[\w’']+\s+){0,2}trust\s+account|we\s+(?:will\s+|would\s+)?hold(?:\s+on\s+to)?(?=\s+(?:it\s+)?(?:for|until)\b)|(?:sits?|stays?|held|parked|left)\s+with\s+(?:the\s+|an?\s+|our\s+)?(?:\w+\s+)?(?:title\s+company|escrow|bank|attorney|agent)|withheld|withh[eo]lds?|retention\s+(?:amount|fund)|ke(?:ep|pt)\s+back|security\s+for\s+(?:your|seller|(?:the\s+)?indemn\w+)|(?:retained|kept|withheld|held)\s+by\s+(?:us|(?:the\s+)?[Bb]uyer|(?:the\s+)?[Pp]urchaser|[A-Z]\w+)(?=[^.;]{0,90}\b(?:recourse|breach|indemn\w+|claims)\b)|deferred(?=[^.;]{0,90}\b(?:indemn\w+|claims)\b))`
/** Why the time of an escrow that is let go bit by bit is asked. */
const inParts = ({ kind }: Quantity, { text }: Clause): string | undefined =>
  kind === 'duration' &&
  /\bin\s+(?:two|three|four|equal|several)\b[^.;]{0,20}\b(?:parts|installments|tranches|portions|releases)|\bhalf\b[^.;]{0,60}\b(?:other|second|remaining)\s+half\b|\bhalf\b[^.;]{0,60}\b(?:the\s+rest|balance|remainder)\b|\bfirst\s+and\s+second\b|\bthe\s+first\b[^.;]{0,50}\bthe\s+second\b/i.test(
    text,
  )
    ? 'it is released in parts'
    : undefined

/** "Twelve months later, subject to offset for claims" */
const LESS_CLAIMS =
  /\b(?:later|after\s+(?:the\s+)?clos\w+|after\s+[\w-]+\s+(?:\(\d+\)\s+)?(?:months|years?)|anniversary)\b[^;]{0,40}\b(?:subject\s+to|less|net\s+of|minus|provided|if|unless|(?:so|as)\s+long\s+as)\b[^;]{0,30}\b(?:off-?set|set-?\s?off|claims|indemn\w+)/i

/** What is held back at closing, and for how long. */
export const escrow: Words = {
  terms: [
    {
      id: 'escrow',
      deniable: true,
      kinds: ['percent', 'money', 'duration'],
      path: {
        percent: 'components/escrow-1/share',
        money: 'components/escrow-1/amount',
        duration: 'components/escrow-1/months',
      },
      before: new RegExp(
        String.raw`\b${ESCROW}(?:\s+(?:account|amount|fund))?(?:\s*\([^)]*\))?\s*(?:of|is|equal\s+to|:|for(?:\s+a\s+period\s+of)?)?`,
        'i',
      ),
      after: new RegExp(
        String.raw`\)?\s+[\w-]+\s+(?:years?|months?)\s+(?:later|after\s+(?:the\s+)?closing),?\s+as\s+(?:an?\s+|the\s+)?${ESCROW}|\)?\s+[\w-]+\s+(?:years?|months?)\s+(?:later|after\s+(?:the\s+)?closing)\s+(?:from|out\s+of)\s+(?:the\s+|an\s+)?escrow|\)?\s+(?:after|in)\s+[\w-]+\s+(?:years?|months?),?\s+held\s+in\s+escrow|\)?\s*(?:of\s+(?:the\s+)?(?:\w+\s+){0,3}(?:price|value|consideration|cash)\s+(?:(?:portion|payment|component|proceeds|part|consideration)\s+)?(?:at\s+(?:the\s+)?closing\s+)?)?(?:(?:would|will|shall|is|are|to)\s+(?:be\s+)?)?(?:sits?|stays?|remains?|goes|deposited|placed|paid|put|held|deferred|retained|set\s+aside)?\s*(?:in(?:to)?|as|by)?\s*(?:an?\s+)?(?:\w+\s+)?${ESCROW}`,
        'i',
      ),
      near: new RegExp(String.raw`\b${ESCROW}`),
      label:
        /escrow|hold-?\s?back|\bwithheld\b|\bindemnification\b|\bset\s+aside|^deferred\s+cash$|^indemnity$|^retention(?:\s+(?:amount|fund))?$|indemnity\s+(?:fund|reserve|amount)/i,
      never: /\brent\b|\blease\b|security\s+deposit|earnest\s+money|good[\s-]faith\s+deposit|set\s+off\s+any/i,
      ask: inParts,
      when: ({ kind, values, per, end }, { text }) =>
        per === undefined &&
        !(kind === 'duration' && values[0]! < 1) &&
        // Profits that are withheld are no part of the price.
        !/^\)?\s*of\s+(?:the\s+|your\s+|all\s+)?(?:[\w-]+\s+)?(?:profits?|distributions?|cash\s+flow)\b/i.test(
          text.slice(end),
        ) &&
        // The field is a share of the price.
        !(kind === 'percent' && /^\)?\s*of\s+(?:the\s+)?(?:closing\s+(?:cash|payment)|cash)\b/i.test(text.slice(end))),
    },
    // Kept by the buyer for what may come up: an escrow by what it is for.
    {
      id: 'kept against claims',
      deniable: true,
      kinds: ['percent', 'money', 'duration'],
      path: {
        percent: 'components/escrow-1/share',
        money: 'components/escrow-1/amount',
        duration: 'components/escrow-1/months',
      },
      near: /\b(?:we|and|[Bb]uyer|purchaser|is|be|to|agent)\s+(?:(?:will|would|shall|to|be)\s+){0,2}(?:hold|keep|retain|reserve|h[eo]ld|kept|retained|reserved|set\s+aside)(?:ed|s)?\b/,
      never: /\brent\b|collections|EBITDA|revenue|production/i,
      when: ({ per, kind, values }, { text }) =>
        per === undefined &&
        !(kind === 'duration' && values[0]! < 1) &&
        /\b(?:hold|keep|retain|reserve|held|kept|set\s+aside)/i.test(text) &&
        /\b(?:claims|indemn\w+|breach\w*|warrant(?:y|ies)|in\s+case|surprises?|comes?\s+up|undisclosed|liabilit(?:y|ies)|escrow\s+agent)\b/i.test(
          text,
        ),
      handicap: -2,
    },
    // Deferred, and the buyer's claims are taken off: an escrow by what it does.
    {
      id: 'deferred less claims',
      kinds: ['percent', 'money', 'duration'],
      path: {
        percent: 'components/escrow-1/share',
        money: 'components/escrow-1/amount',
        duration: 'components/escrow-1/months',
      },
      label: /^(?:deferred|held\s+back|withheld)\b/i,
      near: LESS_CLAIMS,
      when: ({ per, start }, { text, label }) =>
        per === undefined &&
        (LESS_CLAIMS.test(text) || /^(?:deferred|held\s+back|withheld)\b/i.test(label)) &&
        (/\b(?:indemn\w+|claims|offset|set-?\s?off|recourse)\b/i.test(text) || /held|withheld/i.test(label)) &&
        !/\b(?:collections|EBITDA|revenue|production)\b/i.test(text.slice(start)),
    },
    {
      id: 'deferral',
      ask: inParts,
      kinds: ['duration'],
      path: { duration: 'components/escrow-1/months' },
      before:
        /\b(?:comes?\s+back|returned|released?|paid(?:\s+out)?|remitted)\s+(?:(?:it|this|that)\s+)?(?:to\s+\w+\s+)?(?:at|in|on|after)?/i,
      after: /\s*(?:after|following|from|post)\s+(?:the\s+)?clos/i,
      when: ({ values }, { text, label, heading, before }) =>
        values[0]! >= 1 &&
        (new RegExp(ESCROW, 'i').test(`${before} ${text}`) ||
          // "We would retain $162,000 and release it twelve months after closing if no claims have come up"
          (/\b(?:retain|keep|hold|reserve)\b/i.test(text) && /\bclaims\b|\bindemn/i.test(text))) &&
        // What was spoken of last is a payment for a result.
        !/\b(?:collections|EBITDA|revenue|production)\b/i.test(before.split(/(?<=\.)\s+/).at(-1) ?? '') &&
        !/earn-?\s?out|contingent|performance/i.test(`${label} ${heading} ${text}`),
      handicap: -4,
    },
  ],
}
