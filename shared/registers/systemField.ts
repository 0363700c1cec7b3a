// A field of a register that the app keeps for itself: written by the app, never asked for on a form.
import { l } from './common.ts'
import { type Field, field } from './define.ts'

type Small = Pick<Field, 'id' | 'type'> & Partial<Field> & { readonly label: Field['label'] }

export function plain(input: Small): Field {
  return field({ help: l('Do phần mềm ghi.', 'Written by the app.'), ...input })
}
