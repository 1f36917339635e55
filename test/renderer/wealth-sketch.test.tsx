import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'

import { WealthSketch } from '../../renderer/charts/WealthSketch'

afterEach(cleanup)

const path = (id: string, mark: number, values: number[]) => ({ id, name: `The ${id}`, short: id, mark, values })

it('says in words what it draws, and tells the paths apart by name, sign and dash', () => {
  const paths = [path('Keep', 0, [0, 1_000_000, 2_210_553]), path('Harbor', 1, [500_000, 400_000, -60_000])]
  const { container } = render(<WealthSketch ages={[60, 61, 95]} paths={paths} />)
  expect(
    screen.getByRole('img', {
      name: 'Wealth by path at age 95, expected, in today’s dollars: The Keep $2.21 million and The Harbor −$60,000.',
    }),
  ).toBeTruthy()
  for (const text of ['Keep', 'Harbor', 'age 60', '95', '0']) expect(screen.getByText(text)).toBeTruthy()
  const dashes = [...container.querySelectorAll('path[stroke-width]')].map((line) =>
    line.getAttribute('stroke-dasharray'),
  )
  expect(new Set(dashes).size).toBe(2)
  expect(container.innerHTML).not.toContain('NaN')
})

it('draws a path that has nothing', () => {
  const { container } = render(<WealthSketch ages={[60]} paths={[path('Keep', 0, [0])]} />)
  expect(container.innerHTML).not.toMatch(/NaN|Infinity/)
})
