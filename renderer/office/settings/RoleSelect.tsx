import { NativeSelect } from '@mantine/core'
import { type Role, roleSchema } from '../../../shared/ipc/parts.ts'
import { useText } from '../text.ts'

type Props = { readonly label: string; readonly value: Role; readonly onChange: (role: Role) => void }

/** What a person does here; a name for it stands above, or only in the accessible label in a list of people. */
export function RoleSelect({ label, value, onChange, bare }: Props & { readonly bare?: boolean }) {
  const t = useText()
  return (
    <NativeSelect
      {...(bare ? { 'aria-label': label, size: 'xs' as const, w: 300 } : { label })}
      value={value}
      data={roleSchema.options.map((role) => ({ value: role, label: t(`people.role.${role}`) }))}
      onChange={(event) => onChange(roleSchema.parse(event.currentTarget.value))}
    />
  )
}
