import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

import { programRoot } from './root'

/**
 * From now on, V8 reuses the code that an earlier start compiled. The cache is beside the code itself, so only those who
 * can change the code can change the cache. If it cannot be written, every start compiles anew.
 */
export const keepCompiled = (): void => void enableCompileCache(join(programRoot, 'out', 'compiled'))
