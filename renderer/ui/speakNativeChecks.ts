// The browser's own remark on an empty required field comes in the browser's language; ours comes in the page's.
import type { Label } from '../../shared/registers/define.ts'
import { fillLabel, useLanguage } from './language.ts'

/** Called once a page. @param missing what is said at a required field that is empty */
export function speakNativeChecks(missing: Label): void {
  document.addEventListener(
    'invalid',
    (event) => {
      const field = event.target
      if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return
      field.setCustomValidity(
        field.validity.valueMissing ? fillLabel(missing, useLanguage.getState().language) : '',
      )
    },
    true,
  )
  document.addEventListener(
    'input',
    (event) => {
      const field = event.target
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
        field.setCustomValidity('')
    },
    true,
  )
}
