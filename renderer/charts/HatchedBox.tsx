import { hatching } from './hatching'

interface Props {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: string
}

/** A box for contingent money: pale and hatched. */
export function HatchedBox({ color, ...box }: Props) {
  const { x, y, width, height } = box
  if (width <= 0 || height <= 0) return null
  return (
    <>
      <rect {...box} fill={color} fillOpacity={0.18} />
      <path d={hatching(x, y, width, height, 5)} stroke={color} strokeWidth={1.6} />
    </>
  )
}
