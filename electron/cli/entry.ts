// Entry point of the command line. The compile cache must be on before the program itself is loaded.
import { keepCompiled } from '../compiled'

keepCompiled()
await import('./main')
