// The browser shell begins: the program itself is loaded with compiled code of an earlier start at hand.
import { keepCompiled } from '../compiled'

keepCompiled()
await import('./serve')
