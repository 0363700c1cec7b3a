// Dates as Vietnamese offices write them: dd/mm/yyyy, 24-hour clock, the PC's own time zone.

function two(n: number): string {
  return String(n).padStart(2, '0')
}

/** `2026-11-21` → `21/11/2026`; anything else comes back as it is. */
export function formatIsoDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : iso
}

/** Milliseconds since 1970 → `21/11/2026`. */
export function formatDay(ms: number): string {
  const d = new Date(ms)
  return `${two(d.getDate())}/${two(d.getMonth() + 1)}/${d.getFullYear()}`
}

/** Milliseconds since 1970 → `09:05`. */
export function formatTime(ms: number): string {
  const d = new Date(ms)
  return `${two(d.getHours())}:${two(d.getMinutes())}`
}

/** Milliseconds since 1970 → `09:05 21/11/2026`. */
export function formatInstant(ms: number): string {
  return `${formatTime(ms)} ${formatDay(ms)}`
}

/**
 * What was typed as a day → ISO date, or null: d/m/yyyy, d-m-yyyy, d.m.yyyy, ddmmyyyy or yyyy-mm-dd. Days that do not
 * exist (31/02) are null.
 */
export function parseDay(text: string): string | null {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(trimmed)
  const day =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed)
  const [y, m, d] = iso ? [iso[1], iso[2], iso[3]] : day ? [day[3], day[2], day[1]] : []
  if (!y || !m || !d) return null
  const date = new Date(Date.UTC(Number(y), Number(m) - 1, Number(d)))
  if (date.getUTCMonth() !== Number(m) - 1 || date.getUTCDate() !== Number(d)) return null
  return `${y}-${two(Number(m))}-${two(Number(d))}`
}

/** Bytes as a short size: `812 B`, `3,4 KB`, `1,2 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB']
  return `${size.toFixed(1).replace('.', ',')} ${unit}`
}

/** Whole numbers with a dot each three digits: `100.000`. */
export function formatCount(count: number): string {
  return String(Math.trunc(count)).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
