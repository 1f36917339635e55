import type { Mark } from './marks'
import { outline } from './marks'

/** The sign of a path beside its name; decorative, since the name identifies it. */
export function MarkSign({ mark, size = 12 }: { readonly mark: Mark; readonly size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="-6 -6 12 12" style={{ flex: 'none' }}>
      <path d={outline(mark.shape, 0, 0, 4.4)} fill={mark.color} />
    </svg>
  )
}
