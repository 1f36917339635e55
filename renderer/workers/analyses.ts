import { crew } from './crew'
import type { Line, Reply, Request } from './messages'
import { serve } from './serve'

// The compiler treats this file as a page's; in a worker the global object is the port to the page.
serve(globalThis as unknown as Line<Reply, Request>, crew)
