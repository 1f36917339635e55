import type { Case } from '../../shared/case/schema'
import { markIndex } from '../../shared/present/paths'

export type Shape = 'circle' | 'square' | 'triangle' | 'diamond' | 'down' | 'cross' | 'hexagon' | 'plus' | 'bar'

/** The sign of a path: color, shape and dash are redundant, so that no one has to rely on a single one of them. */
export interface Mark {
  readonly color: string
  readonly shape: Shape
  /** For `stroke-dasharray`; empty: solid. */
  readonly dash: string
}

// Okabe and Ito's palette, which color-blind people can tell apart (https://jfly.uni-koeln.de/color/); its yellow is
// darkened, as it could not be seen on white.
const MARKS: readonly Mark[] = [
  { color: '#0072B2', shape: 'circle', dash: '' },
  { color: '#D55E00', shape: 'square', dash: '7 4' },
  { color: '#009E73', shape: 'triangle', dash: '2 3' },
  { color: '#CC79A7', shape: 'diamond', dash: '9 3 2 3' },
  { color: '#E69F00', shape: 'down', dash: '12 4' },
  { color: '#56B4E9', shape: 'hexagon', dash: '4 4' },
  { color: '#A89B00', shape: 'cross', dash: '9 3 2 3 2 3' },
  { color: '#D55E00', shape: 'plus', dash: '1 4' },
  { color: '#009E73', shape: 'bar', dash: '14 3 4 3' },
  { color: '#56B4E9', shape: 'cross', dash: '3 5' },
  { color: '#E69F00', shape: 'plus', dash: '6 2 1 2' },
]

/** The mark at a place: 0 keeping, 1 the first offer of the case, and so on. */
export const markOf = (index: number): Mark => MARKS[index % MARKS.length]!

/** The mark of a path of a case. */
export const markOfPath = (document: Case, path: string): Mark => markOf(markIndex(document, path))

/** A shape of the given radius around a point, as the `d` of a path. */
export function outline(shape: Shape, x: number, y: number, r: number): string {
  const polygon = (points: readonly (readonly [number, number])[]) =>
    `M${points.map(([dx, dy]) => `${round(x + dx * r)},${round(y + dy * r)}`).join('L')}Z`
  switch (shape) {
    case 'circle':
      return `M${round(x - r)},${round(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`
    case 'square':
      return polygon([
        [-0.9, -0.9],
        [0.9, -0.9],
        [0.9, 0.9],
        [-0.9, 0.9],
      ])
    case 'triangle':
      return polygon([
        [0, -1.1],
        [1.1, 0.9],
        [-1.1, 0.9],
      ])
    case 'down':
      return polygon([
        [0, 1.1],
        [1.1, -0.9],
        [-1.1, -0.9],
      ])
    case 'diamond':
      return polygon([
        [0, -1.25],
        [1.25, 0],
        [0, 1.25],
        [-1.25, 0],
      ])
    case 'hexagon':
      return polygon([
        [-0.6, -1],
        [0.6, -1],
        [1.2, 0],
        [0.6, 1],
        [-0.6, 1],
        [-1.2, 0],
      ])
    case 'plus':
      return polygon([
        [-0.35, -1.1],
        [0.35, -1.1],
        [0.35, -0.35],
        [1.1, -0.35],
        [1.1, 0.35],
        [0.35, 0.35],
        [0.35, 1.1],
        [-0.35, 1.1],
        [-0.35, 0.35],
        [-1.1, 0.35],
        [-1.1, -0.35],
        [-0.35, -0.35],
      ])
    case 'cross':
      return polygon([
        [-1.1, -0.7],
        [-0.7, -1.1],
        [0, -0.4],
        [0.7, -1.1],
        [1.1, -0.7],
        [0.4, 0],
        [1.1, 0.7],
        [0.7, 1.1],
        [0, 0.4],
        [-0.7, 1.1],
        [-1.1, 0.7],
        [-0.4, 0],
      ])
    case 'bar':
      return polygon([
        [-1.2, -0.45],
        [1.2, -0.45],
        [1.2, 0.45],
        [-1.2, 0.45],
      ])
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
