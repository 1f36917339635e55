import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { fileURLToPath } from 'node:url'

import { thirdParty } from './build/third-party.mjs'
import { wat } from './build/wat.mjs'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  main: {
    plugins: [thirdParty(), wat()],
    build: {
      outDir: 'out/main',
      // Half the size to download and to compile; a place in the log is a line and a column of the built file.
      minify: true,
      rollupOptions: {
        // The same host three times: in Electron, behind HTTP on this machine, on the command line. And its threads: one
        // for long work, one that reads documents, one that works draws of a simulation.
        input: {
          index: at('electron/main.ts'),
          browser: at('electron/browser/entry.ts'),
          cli: at('electron/cli/entry.ts'),
          worker: at('electron/jobs/worker.ts'),
          draws: at('electron/jobs/draws.ts'),
          reader: at('electron/intake/worker.ts'),
        },
        output: {
          // Code that only a checkout needs gets a folder of its own, which the package leaves out.
          chunkFileNames: ({ facadeModuleId }) =>
            `${/electron.(browser|cli)./.test(facadeModuleId ?? '') ? 'checkout' : 'chunks'}/[name]-[hash].js`,
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing but `electron`: everything else goes into the one file.
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), thirdParty({ writes: true }), wat()],
    // The analyses' thread is a bundle of its own.
    worker: { format: 'es', plugins: () => [thirdParty(), wat()] },
    build: {
      outDir: 'out/renderer',
      minify: true,
      // The policy allows fonts and workers from files, none from data addresses.
      assetsInlineLimit: 0,
      // The content policy allows no inline script, and every Chromium that runs this knows modulepreload.
      modulePreload: { polyfill: false },
      // The window, the report alone for the printer, and the page that lets a tab of the browser shell in.
      rollupOptions: {
        input: {
          index: at('renderer/index.html'),
          print: at('renderer/print.html'),
          enter: at('renderer/enter.html'),
        },
      },
    },
  },
})
