// Every refusal a person can meet, keyed by its code: what happened, whether the work is safe, what to do next. A code
// without a sentence does not compile. `{name}` marks a place filled from the error's args. Each area has its own file.
import type { Label } from '../registers/define.ts'
import { appSentences } from './appSentences.ts'
import { doorSentences } from './doorSentences.ts'
import { exchangeSentences } from './exchangeSentences.ts'
import { importSentences } from './importSentences.ts'
import { keySentences } from './keySentences.ts'
import { outcomeSentences } from './outcomeSentences.ts'
import { peopleSentences } from './peopleSentences.ts'
import { provinceSentences } from './provinceSentences.ts'
import { roundSentences } from './roundSentences.ts'
import { storeSentences } from './storeSentences.ts'
import { syncSentences } from './syncSentences.ts'

export const sentences = {
  ...appSentences,
  ...doorSentences,
  ...exchangeSentences,
  ...importSentences,
  ...keySentences,
  ...peopleSentences,
  ...provinceSentences,
  ...outcomeSentences,
  ...roundSentences,
  ...storeSentences,
  ...syncSentences,
} as const satisfies Record<string, Label>

export type ErrorCode = keyof typeof sentences
