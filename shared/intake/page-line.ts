/** A piece of a line that stands by itself: what is left and right of it is a gap no sentence has. */
export interface Segment {
  readonly left: number
  readonly right: number
  readonly text: string
}

/** One line of a page. Lengths are in one unit of any size; `top` grows downwards. */
export interface Line {
  readonly top: number
  readonly segments: readonly Segment[]
}
