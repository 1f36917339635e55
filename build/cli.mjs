// The command line: builds if necessary (saying so on stderr), then runs the built program.
import { fileURLToPath } from 'node:url'
import './node-version.mjs'
import { buildIfStale } from './fresh.mjs'

if (!buildIfStale()) process.exit(1)
const program = new URL('../out/main/cli.js', import.meta.url)
process.argv[1] = fileURLToPath(program)
await import(program.href)
