/** Flat rates of a state as the program offers them; the owner may overwrite both. */
export interface StateRates {
  readonly code: string
  readonly name: string
  /** Top rate on ordinary income in 2026. */
  readonly ordinary: number
  /** Rate on long-term gain. */
  readonly gain: number
  /** B: one good source or well-known law. C: a weak source or a late change; check it before relying on it. */
  readonly confidence: 'B' | 'C'
  readonly note: string
}

/**
 * Top rates of 2026, married couples, from PolicyEngine US (`parameters/gov/states`). Top brackets begin at very different
 * incomes, so a top rate overstates the tax on moderate gains; local taxes are excluded.
 */
export const STATES: readonly StateRates[] = [
  { code: 'AL', name: 'Alabama', ordinary: 0.05, gain: 0.05, confidence: 'B', note: '' },
  { code: 'AK', name: 'Alaska', ordinary: 0, gain: 0, confidence: 'B', note: 'No tax on wages or gain.' },
  {
    code: 'AZ',
    name: 'Arizona',
    ordinary: 0.025,
    gain: 0.01875,
    confidence: 'B',
    note: 'A quarter of long-term gain on assets acquired after 2011 is free.',
  },
  {
    code: 'AR',
    name: 'Arkansas',
    ordinary: 0.037,
    gain: 0.0185,
    confidence: 'C',
    note: 'Half of long-term gain is free, all of it above 10 million. The rate for 2026 is a late change.',
  },
  {
    code: 'CA',
    name: 'California',
    ordinary: 0.133,
    gain: 0.133,
    confidence: 'B',
    note: '12.3, and 1 more above 1 million; for a couple the top bracket begins at about 1.49 million.',
  },
  { code: 'CO', name: 'Colorado', ordinary: 0.044, gain: 0.044, confidence: 'B', note: '' },
  { code: 'CT', name: 'Connecticut', ordinary: 0.0699, gain: 0.0699, confidence: 'B', note: '' },
  { code: 'DE', name: 'Delaware', ordinary: 0.066, gain: 0.066, confidence: 'B', note: '' },
  { code: 'DC', name: 'District of Columbia', ordinary: 0.1075, gain: 0.1075, confidence: 'B', note: '' },
  { code: 'FL', name: 'Florida', ordinary: 0, gain: 0, confidence: 'B', note: 'No tax on wages or gain.' },
  {
    code: 'GA',
    name: 'Georgia',
    ordinary: 0.0499,
    gain: 0.0499,
    confidence: 'C',
    note: '5.19 in 2025; the rate for 2026 is a late change.',
  },
  {
    code: 'HI',
    name: 'Hawaii',
    ordinary: 0.11,
    gain: 0.0725,
    confidence: 'B',
    note: 'Long-term gain is taxed at 7.25 at most.',
  },
  {
    code: 'ID',
    name: 'Idaho',
    ordinary: 0.053,
    gain: 0.053,
    confidence: 'B',
    note: '60% of gain on some Idaho property is free.',
  },
  { code: 'IL', name: 'Illinois', ordinary: 0.0495, gain: 0.0495, confidence: 'B', note: '' },
  { code: 'IN', name: 'Indiana', ordinary: 0.0295, gain: 0.0295, confidence: 'B', note: 'Counties add their own.' },
  { code: 'IA', name: 'Iowa', ordinary: 0.038, gain: 0.038, confidence: 'B', note: '' },
  { code: 'KS', name: 'Kansas', ordinary: 0.0558, gain: 0.0558, confidence: 'B', note: '' },
  { code: 'KY', name: 'Kentucky', ordinary: 0.035, gain: 0.035, confidence: 'B', note: '' },
  {
    code: 'LA',
    name: 'Louisiana',
    ordinary: 0.03,
    gain: 0.03,
    confidence: 'B',
    note: 'Gain on businesses in the state may be relieved, on conditions.',
  },
  {
    code: 'ME',
    name: 'Maine',
    ordinary: 0.0715,
    gain: 0.0715,
    confidence: 'C',
    note: '2 more above 1 million (single), new in 2026.',
  },
  {
    code: 'MD',
    name: 'Maryland',
    ordinary: 0.065,
    gain: 0.085,
    confidence: 'B',
    note: 'Counties add about 2.25 to 3.3; 2 more on gain if income is above 350,000.',
  },
  {
    code: 'MA',
    name: 'Massachusetts',
    ordinary: 0.05,
    gain: 0.05,
    confidence: 'B',
    note: '4 more on income above about 1.1 million.',
  },
  { code: 'MI', name: 'Michigan', ordinary: 0.0425, gain: 0.0425, confidence: 'B', note: '' },
  {
    code: 'MN',
    name: 'Minnesota',
    ordinary: 0.0985,
    gain: 0.0985,
    confidence: 'B',
    note: '1 more on net investment income above 1 million.',
  },
  { code: 'MS', name: 'Mississippi', ordinary: 0.04, gain: 0.04, confidence: 'B', note: '' },
  {
    code: 'MO',
    name: 'Missouri',
    ordinary: 0.047,
    gain: 0,
    confidence: 'B',
    note: 'Long-term gain is free from 2025.',
  },
  {
    code: 'MT',
    name: 'Montana',
    ordinary: 0.0565,
    gain: 0.041,
    confidence: 'B',
    note: 'Long-term gain bears 3.0 or 4.1.',
  },
  { code: 'NE', name: 'Nebraska', ordinary: 0.0455, gain: 0.0455, confidence: 'B', note: '' },
  { code: 'NV', name: 'Nevada', ordinary: 0, gain: 0, confidence: 'B', note: 'No tax on wages or gain.' },
  { code: 'NH', name: 'New Hampshire', ordinary: 0, gain: 0, confidence: 'B', note: 'No tax on wages or gain.' },
  { code: 'NJ', name: 'New Jersey', ordinary: 0.1075, gain: 0.1075, confidence: 'B', note: '' },
  {
    code: 'NM',
    name: 'New Mexico',
    ordinary: 0.059,
    gain: 0.059,
    confidence: 'B',
    note: 'Gain on businesses in the state may be relieved, on conditions.',
  },
  {
    code: 'NY',
    name: 'New York',
    ordinary: 0.109,
    gain: 0.109,
    confidence: 'B',
    note: '10.9 only above 25 million; 9.65 from 2.16 million and 6.85 from 323,000 for a couple. New York City adds 3.876.',
  },
  { code: 'NC', name: 'North Carolina', ordinary: 0.0399, gain: 0.0399, confidence: 'B', note: '' },
  {
    code: 'ND',
    name: 'North Dakota',
    ordinary: 0.025,
    gain: 0.015,
    confidence: 'B',
    note: '40% of long-term gain is free.',
  },
  { code: 'OH', name: 'Ohio', ordinary: 0.0275, gain: 0.0275, confidence: 'B', note: '' },
  {
    code: 'OK',
    name: 'Oklahoma',
    ordinary: 0.045,
    gain: 0.045,
    confidence: 'B',
    note: 'Gain on businesses in the state may be free, on conditions.',
  },
  { code: 'OR', name: 'Oregon', ordinary: 0.099, gain: 0.099, confidence: 'B', note: 'Portland adds its own.' },
  { code: 'PA', name: 'Pennsylvania', ordinary: 0.0307, gain: 0.0307, confidence: 'B', note: '' },
  { code: 'RI', name: 'Rhode Island', ordinary: 0.0599, gain: 0.0599, confidence: 'B', note: '' },
  {
    code: 'SC',
    name: 'South Carolina',
    ordinary: 0.0521,
    gain: 0.0292,
    confidence: 'C',
    note: '44% of long-term gain is free. The rate for 2026 is a late change.',
  },
  { code: 'SD', name: 'South Dakota', ordinary: 0, gain: 0, confidence: 'B', note: 'No tax on wages or gain.' },
  { code: 'TN', name: 'Tennessee', ordinary: 0, gain: 0, confidence: 'B', note: 'No tax on wages or gain.' },
  { code: 'TX', name: 'Texas', ordinary: 0, gain: 0, confidence: 'B', note: 'No tax on wages or gain.' },
  { code: 'UT', name: 'Utah', ordinary: 0.0445, gain: 0.0445, confidence: 'B', note: '' },
  {
    code: 'VT',
    name: 'Vermont',
    ordinary: 0.0875,
    gain: 0.0875,
    confidence: 'B',
    note: '40% of some business gain is free, up to 350,000.',
  },
  { code: 'VA', name: 'Virginia', ordinary: 0.0575, gain: 0.0575, confidence: 'B', note: '' },
  {
    code: 'WA',
    name: 'Washington',
    ordinary: 0,
    gain: 0.07,
    confidence: 'C',
    note: 'On long-term gain above about 278,000; 9.9 above 1 million. Real estate and some small family businesses are free. Income tax of 9.9 on high incomes from 2028.',
  },
  {
    code: 'WV',
    name: 'West Virginia',
    ordinary: 0.0458,
    gain: 0.0458,
    confidence: 'C',
    note: 'The rate for 2026 is a late change.',
  },
  {
    code: 'WI',
    name: 'Wisconsin',
    ordinary: 0.0765,
    gain: 0.0536,
    confidence: 'B',
    note: '30% of long-term gain is free.',
  },
  { code: 'WY', name: 'Wyoming', ordinary: 0, gain: 0, confidence: 'B', note: 'No tax on wages or gain.' },
] as const

/** The rates of a state by its two letters. Throws RangeError with a sentence where there is no such state. */
export function stateRates(code: string): StateRates {
  const found = STATES.find((state) => state.code === code)
  if (!found) throw new RangeError(`There is no state ${code}. Use two capital letters, such as TX or DC.`)
  return found
}
