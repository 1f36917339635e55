import type { Words } from '../term'

/** What becomes of the part that the owner keeps in the practice. */
export const retained: Words = {
  terms: [
    {
      id: 'paid out',
      kinds: ['percent'],
      path: { percent: 'retained/payoutRatio' },
      before: /\b(?:distributes?|members\s+receive)\s+(?:at\s+least\s+)?/i,
      after:
        /\)?\s*of\s+(?:the\s+|all\s+)?(?:distributable\s+(?:profit|cash|income)|free\s+cash\s+flow|net\s+profits?|available\s+cash|profits?|net\s+cash)\b|\)?\s*(?:is|are|will\s+be|would\s+be|shall\s+be)\s+distributed\b/i,
      never: /management\s+fee/i,
      // "A distribution equal to 40% of profits" is the share that the owner keeps.
      when: ({ start, atMost }, { text, label, heading }) =>
        !atMost &&
        // "May withhold 15% of profits" is what is not paid out.
        !/\b(?:withh\w+|retains?|reserves?|hold\s+back)\s+(?:up\s+to\s+|about\s+)?(?:an?\s+)?$/i.test(
          text.slice(0, start),
        ) &&
        !/\b(?:your|equal\s+to|distributions?\s+of)\s+(?:your\s+)?$/i.test(text.slice(0, start)) &&
        /distribut|\b(?:members|owners|partners)\s+receive/i.test(`${text} ${label} ${heading}`),
      handicap: -5,
    },
    {
      id: 'exit multiple',
      kinds: ['multiple'],
      path: { multiple: 'retained/exitMultiple' },
      near: /\b(?:sell\s+us\s+(?:the|your|that)|require\s+[\w\s]{2,40}\s+to\s+(?:buy|purchase)|(?:may|can)\s+put|put\s+(?:your|right|option)|put\b|sell\s+(?:the|his|her|their|your)\s+(?:remaining|retained|other)|entry\s+multiple|buy\s+your)\b/,
      when: (_, { text }) =>
        /\b(?:sell\s+us\s+(?:the|your|that)\s+(?:other\s+|remaining\s+)?(?:\d+(?=%)|interest|stake)|(?:may|can)\s+put|(?:may|can)\s+sell\s+(?:the|his|her|their|your)\s+(?:remaining|retained|other)|require\s+[\w\s]{2,40}\s+to\s+(?:buy|purchase)|put(?:\s+(?:right|option))?)\b/i.test(
          text,
        ),
      handicap: -16,
    },
    { id: 'capital calls', kinds: ['percent'], near: /\b(?:capital\s+calls?|diluted\s+at)\b/, handicap: -6 },
    {
      id: 'time of the put',
      kinds: ['duration'],
      near: /\b(?:put|anniversary|(?:may|right\s+to)\s+require)\b/,
      when: (_, { text }) => /\bput\b|(?:may|right\s+to)\s+require\b[^.;]*\b(?:buy|purchase)/i.test(text),
      handicap: -4,
    },
  ],
  sayings: [
    {
      path: 'retained/put',
      value: true,
      words:
        /\b(?:you|seller|owner|doctor|Dr\.\s+\w+)\s+(?:will|would|shall)?\s*have\s+the\s+right\s+to\s+(?:sell\s+(?:your|his|her|the)\s+(?:remaining|retained|other|\d+(?=%)|interest|stake)|require\s+[\w\s]{2,50}\s+to\s+(?:buy|purchase))|\b(?:you|seller|owner|doctor|Dr\.\s+\w+)\s+(?:may|can|will\s+have\s+the\s+right\s+to)\s+(?:sell\s+(?:your|his|her)\s+\d+%[\w\s]{0,20}\s+to\s+(?:us|[A-Z]\w+)|sell\s+(?:us|[A-Z]\w+)\s+(?:(?:your|the|his|her)\s+(?:remaining|retained|other|rest)|your\s+\d+(?=%)|the\s+rest)|require\s+[\w\s]{2,50}\s+to\s+(?:buy|purchase)|put)\b|\b(?:can|may)\s+(?:sell|put)\s+(?:the|his|her|their|your)\s+(?:remaining|retained|other)\b[\w\s%]{0,30}\bto\b|\b(?:can|may)\s+be\s+put\s+to\b|\bput\s+(?:right|option)\b|\bput\s?\/\s?call\b|^\W*sell\s+us\s+(?:the|your)\s+\d+(?=%)/i,
      never: /\bbegins?\s+in\s+year/i,
    },
    {
      path: 'retained/put',
      value: true,
      words: /\bput\b[^.;]{0,20}\b(?:from|after|at|exercisable|beginning|following)\b/i,
      never: /\b(?:no|not|without)\b[^.;]{0,12}\bput\b/i,
      label: /\bput\b/i,
    },
    {
      path: 'retained/ownerControls',
      value: 'no',
      words:
        /\b(?:two\s+of\s+three|majority\s+of\s+the)\s+(?:managers|board|directors)[\w\s]{0,30}(?:named|appointed|designated)\s+by\b/i,
    },
  ],
}
