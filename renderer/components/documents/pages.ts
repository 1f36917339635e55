import type { PDFDocumentProxy } from 'pdfjs-dist'

import { piecesOf } from '../../../shared/review/marks'

/** Where quoted words stand on a drawn page, in percent of its width and height. */
export interface MarkedArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A PDF opened for drawing; `close` ends its thread. */
export interface Pages {
  readonly count: number
  /** Draws a page and finds the words on it. @param width of the picture in CSS pixels */
  draw(canvas: HTMLCanvasElement, page: number, width: number, words: string): Promise<readonly MarkedArea[]>
  close(): void
}

/**
 * Opens a PDF for drawing, loaded on first use. No script of it is run, no font program is given to the browser (glyphs
 * are drawn as paths), nothing is fetched. @throws where pdf.js cannot read it
 */
export async function openPages(content: string): Promise<Pages> {
  const pdfjs = await import('pdfjs-dist')
  const thread = new Worker(new URL('../../workers/pages.ts', import.meta.url), { type: 'module' })
  const worker = pdfjs.PDFWorker.create({ port: thread })
  const end = (): void => {
    worker.destroy()
    thread.terminate()
  }
  const data = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
  const task = pdfjs.getDocument({
    data,
    worker,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  })
  let document: PDFDocumentProxy
  try {
    document = await task.promise
  } catch (error) {
    end()
    throw error
  }
  return {
    count: document.numPages,
    async draw(canvas, number, width, words) {
      const page = await document.getPage(number)
      const scale = width / page.getViewport({ scale: 1 }).width
      const viewport = page.getViewport({ scale })
      // Sharp on dense screens, within what a canvas may hold.
      const density = Math.min(2, globalThis.devicePixelRatio)
      canvas.width = Math.round(viewport.width * density)
      canvas.height = Math.round(viewport.height * density)
      await page.render({ canvas, viewport: page.getViewport({ scale: scale * density }) }).promise
      const { items } = await page.getTextContent()
      const texts = items.map((item) => ('str' in item ? item.str : ''))
      return piecesOf(texts, words).flatMap((at): MarkedArea[] => {
        const item = items[at]!
        if (!('str' in item) || item.str.trim() === '') return []
        const [, , c, d, left, base] = pdfjs.Util.transform(viewport.transform, item.transform) as number[]
        const height = Math.hypot(c!, d!)
        return [
          {
            left: (100 * left!) / viewport.width,
            top: (100 * (base! - height)) / viewport.height,
            width: (100 * item.width * scale) / viewport.width,
            height: (125 * height) / viewport.height,
          },
        ]
      })
    },
    close() {
      void task.destroy()
      end()
    },
  }
}
