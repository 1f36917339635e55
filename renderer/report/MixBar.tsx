import { CERTAINTIES, type Certainty, type MixPart } from '../../shared/present/report/offer-grid'
import { hatching } from '../charts/hatching'
import { percent, usd } from '../format'

const HEIGHT = 12

/**
 * The look of each part, in color and in grayscale: the more certain, the darker; contingent parts are hatched, equity
 * is empty.
 */
const FILLS: Readonly<Record<Certainty, string>> = {
  cash: '#222',
  unconditional: '#888',
  contingent: '#fff',
  equity: '#fff',
}

/** The consideration as one bar, with each part's amount and certainty below. */
export function MixBar({ parts, width, name }: { parts: readonly MixPart[]; width: number; name: string }) {
  const whole = parts.reduce((sum, { amount }) => sum + amount, 0)
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { amount }) => sum + amount, 0) / whole)
  return (
    <>
      <svg
        role="img"
        aria-label={`What ${name} pays: ${parts.map(({ label, amount, certainty }) => `${label} ${percent(amount / whole, 0)}, ${CERTAINTIES[certainty]}`).join('; ')}.`}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
      >
        {parts.map(({ id, amount, certainty }, i) => (
          <Box key={id} certainty={certainty} x={starts[i]! * width} width={(amount / whole) * width} />
        ))}
      </svg>
      <ul className="mix">
        {parts.map(({ id, label, amount, certainty, onTop }) => (
          <li key={id}>
            <CertaintySign certainty={certainty} /> {label} {usd(amount)}
            {onTop && ' on top'}
          </li>
        ))}
      </ul>
    </>
  )
}

function Box({
  certainty,
  x,
  width,
  height = HEIGHT,
}: {
  certainty: Certainty
  x: number
  width: number
  height?: number
}) {
  const box = { x: x + 0.5, y: 0.5, width: Math.max(0.5, width - 1), height: height - 1 }
  return (
    <>
      <rect
        {...box}
        fill={FILLS[certainty]}
        stroke="#222"
        strokeWidth={0.8}
        {...(certainty === 'equity' && { strokeDasharray: '2 1.5' })}
      />
      {certainty === 'contingent' && (
        <path d={hatching(box.x, box.y, box.width, box.height, 4)} stroke="#222" strokeWidth={0.7} />
      )}
    </>
  )
}

export function CertaintySign({ certainty }: { readonly certainty: Certainty }) {
  return (
    <svg role="img" aria-label={CERTAINTIES[certainty]} width="9" height="9" viewBox="0 0 9 9">
      <Box certainty={certainty} x={0} width={9} height={9} />
    </svg>
  )
}
