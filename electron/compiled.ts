import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

import { programRoot } from './root'

/**
 * From here on, code that an earlier start has compiled is taken as it is. It lies beside the code that it was compiled
 * from, where only who can change that can change it; where nothing can be written, each start compiles again.
 */
export const keepCompiled = (): void => void enableCompileCache(join(programRoot, 'out', 'compiled'))
