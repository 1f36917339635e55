// The command line begins: the program itself is loaded with compiled code of an earlier call at hand.
import { keepCompiled } from '../compiled'

keepCompiled()
await import('./main')
