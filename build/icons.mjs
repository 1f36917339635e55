// Draws the icons of all systems from build/icons/icon.svg: `node build/icons.mjs`, after the drawing has changed. They
// are committed, so that packaging needs no browser.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import './node-version.mjs'
import { chromium } from 'playwright-core'

import { findChromium } from './chromium.mjs'

const folder = fileURLToPath(new URL('./icons', import.meta.url))
const drawing = readFileSync(join(folder, 'icon.svg'), 'utf8')

/**
 * The plate takes 896 of 1024 in the drawing. On Windows and Linux icons fill their square; on macOS the plate takes
 * 824 of 1024, as in Apple's template, so that it matches its neighbors in the dock.
 */
const WIDE = 928
const APPLE = (1024 * 896) / 824

/** Sizes that Windows requests at common display scales. */
const ICO = [16, 20, 24, 32, 40, 48, 64, 128, 256]
/** Apple's type codes for the PNG parts of an icns file, with their sizes in pixels. */
const ICNS = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
])
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512]

const executablePath = findChromium()
if (!executablePath) throw new Error('No Chrome, Edge or Chromium was found to draw with.')
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 })
const page = await browser.newPage()

/**
 * @param {number} pixels
 * @param {number} part of the drawing that the square shows, around its center
 */
async function drawn(pixels, part) {
  const from = (1024 - part) / 2
  const svg = drawing.replace('viewBox="0 0 1024 1024"', `viewBox="${from} ${from} ${part} ${part}" width="${pixels}"`)
  await page.setViewportSize({ width: pixels, height: pixels })
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`)
  return page.screenshot({ omitBackground: true })
}

/** Chromium has no viewport below 1 pixel, and draws one picture at a time. @param {readonly number[]} sizes @param {number} part */
async function all(sizes, part) {
  /** @type {Map<number, Buffer>} */
  const pictures = new Map()
  for (const size of new Set(sizes)) pictures.set(size, await drawn(size, part))
  return pictures
}

const wide = await all([...ICO, ...LINUX, 1024], WIDE)
const apple = await all(
  ICNS.map(([, size]) => size),
  APPLE,
)
await browser.close()

mkdirSync(join(folder, 'linux'), { recursive: true })
for (const size of LINUX) writeFileSync(join(folder, 'linux', `${size}x${size}.png`), picture(wide, size))
writeFileSync(join(folder, 'icon.png'), picture(wide, 1024))
writeFileSync(join(folder, 'icon.ico'), ico())
writeFileSync(join(folder, 'icon.icns'), icns())
// Records which drawing they were made from; a test compares.
writeFileSync(join(folder, 'drawn-from.txt'), `${createHash('sha256').update(drawing).digest('hex')}\n`)

/** @param {Map<number, Buffer>} pictures @param {number} size */
function picture(pictures, size) {
  const found = pictures.get(size)
  if (!found) throw new Error(`There is no picture of ${size} pixels.`)
  return found
}

/** https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10): a directory, then the images, here as PNG. */
function ico() {
  const head = Buffer.alloc(6 + 16 * ICO.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(ICO.length, 4)
  let offset = head.length
  for (const [i, size] of ICO.entries()) {
    const at = 6 + 16 * i
    const { length } = picture(wide, size)
    head[at] = head[at + 1] = size % 256 // 256 is written as 0
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += length
  }
  return Buffer.concat([head, ...ICO.map((size) => picture(wide, size))])
}

/** Each part: a type code, a length that includes the header, and a PNG. */
function icns() {
  const part = (/** @type {string} */ name, /** @type {Buffer} */ content) => {
    const head = Buffer.alloc(8)
    head.write(name, 'latin1')
    head.writeUInt32BE(content.length + 8, 4)
    return Buffer.concat([head, content])
  }
  return part('icns', Buffer.concat(ICNS.map(([name, size]) => part(name, picture(apple, size)))))
}
