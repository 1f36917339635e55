/** The look of a chart that comes from style sheets, to be written into a copy that stands alone. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const

/** A chart as the text of an SVG file: on paper, with all its styles in it, with its title above. */
export function svgFile(svg: SVGSVGElement, title: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const inside = [...svg.querySelectorAll<SVGElement>('*')]
  const copies = [...copy.querySelectorAll<SVGElement>('*')]
  inside.forEach((element, i) => {
    const style = getComputedStyle(element)
    const target = copies[i]!
    target.removeAttribute('class')
    target.removeAttribute('style')
    for (const name of STYLES) {
      const value = style.getPropertyValue(name)
      if (value) target.setAttribute(name, value)
    }
  })
  for (const extra of copy.querySelectorAll('[data-screen-only]')) extra.remove()
  const { width, height } = size(svg)
  const above = 36
  const ink = getComputedStyle(document.body).color
  const paper = getComputedStyle(document.body).backgroundColor
  const name = 'http://www.w3.org/2000/svg'
  const outer = document.createElementNS(name, 'svg')
  outer.setAttribute('xmlns', name)
  outer.setAttribute('width', String(width))
  outer.setAttribute('height', String(height + above))
  outer.setAttribute('viewBox', `0 0 ${width} ${height + above}`)
  outer.setAttribute('font-family', "'Inter Variable', Inter, system-ui, sans-serif")
  const ground = document.createElementNS(name, 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', paper)
  const heading = document.createElementNS(name, 'text')
  heading.setAttribute('x', '8')
  heading.setAttribute('y', '22')
  heading.setAttribute('font-size', '15')
  heading.setAttribute('font-weight', '650')
  heading.setAttribute('fill', ink)
  heading.textContent = title
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  for (const attribute of ['role', 'tabindex', 'aria-describedby', 'aria-label']) copy.removeAttribute(attribute)
  copy.setAttribute('y', String(above))
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  outer.append(ground, heading, copy)
  return new XMLSerializer().serializeToString(outer)
}

const size = (svg: SVGSVGElement) => ({
  width: Number(svg.getAttribute('width')) || svg.clientWidth,
  height: Number(svg.getAttribute('height')) || svg.clientHeight,
})

/**
 * The same as a picture, twice as fine as on screen. The content policy lets a picture come from a data address, not from
 * a blob; letters are drawn in a font of the machine, as a picture may load none.
 */
export async function pngFile(svg: SVGSVGElement, title: string): Promise<Blob> {
  const text = svgFile(svg, title)
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.width * 2
  canvas.height = image.height * 2
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  return await new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'),
  )
}

/** Hands a file to the person, by the browser's or the desktop's own way of saving. */
export function download(name: string, content: Blob | string, type: string): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A file name from a title. */
export const fileName = (title: string, extension: string): string =>
  `${title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)}.${extension}`

/** Puts a text on the clipboard. The desktop grants pages no permissions, so where that way is closed the old one serves. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    field.setAttribute('aria-hidden', 'true')
    field.style.position = 'fixed'
    field.style.opacity = '0'
    document.body.append(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    return done
  }
}
