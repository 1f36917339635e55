// A thread that computes draws of a simulation for the command line.
import { parentPort } from 'node:worker_threads'

import { helping, type Asked } from '../../shared/analysis/simulation/crew'

const port = parentPort!
const help = helping((found, handedOver) => port.postMessage(found, handedOver as ArrayBuffer[]))
port.on('message', (asked: Asked) => help(asked))
