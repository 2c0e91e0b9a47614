import { openGrammars } from '../../src/parse/grammars.js'

// Import this where files of Python or Go are read without `audit`, which opens grammars itself.
await openGrammars(['python', 'go'])
