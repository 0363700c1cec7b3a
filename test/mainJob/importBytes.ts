/** A CSV list of databases whose names say which round they came in; `rows` rows. */
export function importBytes(round: number, rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, i) => `${i + 1},Sổ đợt ${round} số ${i},Mục đích ${i}`)
  return new TextEncoder().encode(`STT,Tên cơ sở dữ liệu,Mục đích\n${lines.join('\n')}\n`)
}
