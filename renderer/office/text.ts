// The office page's texts in one typed table, kept by area.
import { defineText } from '../ui/language.ts'
import { commonText } from './text/commonText.ts'
import { formText } from './text/formText.ts'
import { gridText } from './text/gridText.ts'
import { importText } from './text/importText.ts'
import { peopleText } from './text/peopleText.ts'
import { planText } from './text/planText.ts'
import { roomText } from './text/roomText.ts'
import { roundText } from './text/roundText.ts'
import { sendText } from './text/sendText.ts'
import { startText } from './text/startText.ts'

export const { useText, textNow } = defineText({
  ...commonText,
  ...startText,
  ...gridText,
  ...formText,
  ...importText,
  ...planText,
  ...peopleText,
  ...roomText,
  ...roundText,
  ...sendText,
})
