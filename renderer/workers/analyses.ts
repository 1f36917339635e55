import { crew } from './crew'
import type { Line, Reply, Request } from './messages'
import { serve } from './serve'

// The compiler knows this file as a page's; in a worker the global object is the line to the page.
serve(globalThis as unknown as Line<Reply, Request>, crew)
