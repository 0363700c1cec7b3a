// What every use case of the province holds: the database, the keys, the clock. No state lives beside the database, so
// that several processes can serve one province.
import type { ProvinceKeys } from './keys/provinceKeys.ts'
import type { Database } from './store/database.ts'

export type Province = {
  readonly db: Database
  readonly keys: ProvinceKeys
  /** ms since 1970. */
  readonly now: () => number
  /** Address that office packs carry, e.g. `https://dulieu.tinh.gov.vn`. */
  readonly publicUrl: string
}
