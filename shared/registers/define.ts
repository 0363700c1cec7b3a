// One definition a register. Table, schema, grid, form, search, Excel template, import mapping, report columns,
// review and merge all come from here; adding a field is one edit in one register's file.

/** The same text in the interface's two languages. Vietnamese is the first and always complete. */
export type Label = { readonly vi: string; readonly en: string }

/** A bộ căn cứ pháp lý that ships with the app: periods to 21/10/2025, and the rules in force since. */
export type ProfileId = 'nd47_2020' | 'current_2025'

export type RegisterId = string
export type FieldId = string

/**
 * How a value is stored:
 * text, longtext: NFC string · int: safe integer · bool: boolean · date: `YYYY-MM-DD` ·
 * enum: the identifier of an allowed value · multi: sorted array of such identifiers ·
 * ref: `Reference` · refs: array of `Reference`.
 */
export type FieldType = 'text' | 'longtext' | 'int' | 'bool' | 'date' | 'enum' | 'multi' | 'ref' | 'refs'

/** A text's closer shape, checked by a rule and never by refusing to save. */
export type TextFormat = 'phone' | 'email' | 'url' | 'province-code' | 'admin-code' | 'org-id' | 'year'

/** A named record: the text as the officer wrote it, and the record it was resolved to, if it was. */
export type Reference = { readonly text: string; readonly id: string | null }

export type Value = string | number | boolean | readonly string[] | Reference | readonly Reference[] | null
export type Values = Readonly<Record<FieldId, Value>>

export type AllowedValue = {
  readonly id: string
  readonly label: Label
  /** Other ways offices write it; compared folded. */
  readonly synonyms?: readonly string[]
  /** One letter for the items × users grid. */
  readonly letter?: string
  /** A format that anybody's software reads: an open dataset should be given in one of these. */
  readonly isOpen?: true
  /** Set when the value has meaning only under that profile (historic terms are kept, not offered for new records). */
  readonly onlyIn?: ProfileId
}

/** The shallowest form on which the field stands: tối thiểu, theo quy định, đầy đủ. */
export type Depth = 'minimal' | 'regulated' | 'full'

/** Who asks for the field: law text (L), a real form, plan or system (P), our own proposal (D). */
export type Demand = 'L' | 'P' | 'D'

export type Field = {
  readonly id: FieldId
  readonly label: Label
  /** Sentence or two beside the field: what to write, with an example. */
  readonly help: Label
  readonly type: FieldType
  readonly format?: TextFormat
  /** int only: may be below zero, as a change against last year is. */
  readonly signed?: true
  /** enum and multi only. */
  readonly values?: readonly AllowedValue[]
  /** ref and refs only: the register that is named. */
  readonly target?: RegisterId
  readonly depth: Depth
  readonly demand: Demand
  /**
   * A gap in a required field is a problem on the record and makes a list DỰ THẢO; it never blocks saving or printing.
   * Whether one record is asked for it: `isRequired`.
   */
  readonly required: boolean
  /** Fields that say the same: a value in any of them closes this field's gap. */
  readonly answeredBy?: readonly FieldId[]
  /** Citation by profile; a profile without one has no basis for the field. */
  readonly legalBasis: Partial<Record<ProfileId, string>>
  /** Excel headings that mean this field, beside its own labels; compared folded. */
  readonly synonyms: readonly string[]
  readonly sensitivity: 'none' | 'personal'
  readonly writer: 'office' | 'province'
  /** Width in the grid (px) and in reports (Excel characters). */
  readonly width: { readonly grid: number; readonly report: number }
  /** Shown only while another field has one of these values, e.g. the note beside "khác". */
  readonly when?: { readonly field: FieldId; readonly is: readonly (string | boolean)[] }
  /** A column of its own in the printed list of the register, after those that the list's form names. */
  readonly printed?: true
  /** Text that the form puts in for a new record. */
  readonly initial?: Value
  /** Texts offered while typing, by the chosen value of another field; anything else may be typed. */
  readonly suggestions?: {
    readonly by: FieldId
    readonly of: Readonly<Record<string, readonly Label[]>>
  }
}

/** Where a register stands in the menu: danh mục; kiểm tra, báo cáo năm; nhiệm vụ, rà soát. */
export type RegisterGroup = 'lists' | 'checks' | 'tasks'

export type Register = {
  readonly id: RegisterId
  /** The list's name, e.g. "Danh mục cơ sở dữ liệu". */
  readonly label: Label
  /** What the menu says where the list's name is longer than its line. */
  readonly short?: Label
  /** One record's name, e.g. "Cơ sở dữ liệu". */
  readonly singular: Label
  readonly help: Label
  readonly fields: readonly Field[]
  /** The field that names a record in lists, references and messages. */
  readonly nameField: FieldId
  /** Import finds a record by these, folded (domain: hidden id first, else folded name + owner). */
  readonly matchKey: readonly FieldId[]
  /** Child registers hang on a parent by a ref field: data items on a database. */
  readonly parent?: { readonly register: RegisterId; readonly field: FieldId }
  /** Set on every register with a menu entry of its own. */
  readonly group?: RegisterGroup
  /** Few offices need it: behind “Thêm sổ khác” in the menu while it is empty. */
  readonly seldom?: true
  /** Items down, users across: these enum fields are shown as one-letter columns of a grid. */
  readonly matrix?: {
    readonly fields: readonly FieldId[]
    readonly defaultField: FieldId
    /** Other enum fields with letters, in columns of their own after the users. */
    readonly also: readonly FieldId[]
    /** Name of the one item that stands for all, offered while there is none. */
    readonly whole: Label
  }
  /**
   * Records that only refer to another agency's original, picked and not declared: of the required fields they are asked
   * for these alone. The first of the `when` fields that holds a value decides.
   */
  readonly reference?: {
    readonly when: readonly { readonly field: FieldId; readonly is: readonly string[] }[]
    readonly required: readonly FieldId[]
  }
  /** Registers the app keeps for itself (hand-ins, remarks); no grid, menu entry or template. */
  readonly system?: true
  /** May be answered "Không phát sinh" for a period. */
  readonly nilAnswer: boolean
  /**
   * Its records belong to a year, held by this int field: a hand-in of a period takes that year's alone. Every other
   * register is perpetual; what hangs on a record of a period register follows it.
   */
  readonly period?: { readonly field: FieldId }
  /**
   * Registers that its official form prints beside its own records: a hand-in freezes those too, so that the paper's code
   * stands for all that is on it.
   */
  readonly draws?: readonly RegisterId[]
  /**
   * Its records are things that happen on a day (this date field; absent or empty: the day they were entered): “Không
   * phát sinh” says that none happened in the period, whatever older records the register keeps.
   */
  readonly events?: { readonly field?: FieldId }
  /**
   * What a new period does not take over from the last: days and computed figures never are; these fields neither, being
   * results of their year, nor the records that are over.
   */
  readonly reopened?: {
    readonly fresh: readonly FieldId[]
    readonly over?: { readonly field: FieldId; readonly is: readonly string[] }
  }
}

type FieldInput = Omit<
  Field,
  'help' | 'depth' | 'demand' | 'required' | 'legalBasis' | 'synonyms' | 'sensitivity' | 'writer' | 'width'
> &
  Partial<
    Pick<
      Field,
      | 'help'
      | 'depth'
      | 'demand'
      | 'required'
      | 'legalBasis'
      | 'synonyms'
      | 'sensitivity'
      | 'writer'
      | 'width'
    >
  >

const WIDTHS: Record<FieldType, Field['width']> = {
  text: { grid: 200, report: 22 },
  longtext: { grid: 280, report: 32 },
  int: { grid: 110, report: 10 },
  bool: { grid: 90, report: 9 },
  date: { grid: 120, report: 12 },
  enum: { grid: 170, report: 16 },
  multi: { grid: 200, report: 20 },
  ref: { grid: 200, report: 22 },
  refs: { grid: 220, report: 24 },
}

/** Fills a field's unwritten parts: depth full, not required, written by the office, not personal. */
export function field(input: FieldInput): Field {
  return {
    help: { vi: '', en: '' },
    depth: 'full',
    demand: 'D',
    required: false,
    legalBasis: {},
    synonyms: [],
    sensitivity: 'none',
    writer: 'office',
    width: WIDTHS[input.type],
    ...input,
  }
}

/**
 * Checks a declaration's own consistency and returns it.
 * @throws Error when an id repeats, the name field is missing, or a type lacks its values or target: our mistake.
 */
export function defineRegister(register: Register): Register {
  const ids = new Set<string>()
  for (const f of register.fields) {
    if (ids.has(f.id) || f.id.startsWith('$'))
      throw new Error(`${register.id}.${f.id}: repeated or reserved field id`)
    ids.add(f.id)
    if ((f.type === 'enum' || f.type === 'multi') && !f.values?.length)
      throw new Error(`${register.id}.${f.id}: no values`)
    if ((f.type === 'ref' || f.type === 'refs') && !f.target)
      throw new Error(`${register.id}.${f.id}: no target`)
  }
  for (const id of [
    register.nameField,
    ...register.matchKey,
    ...(register.parent ? [register.parent.field] : []),
    ...(register.period ? [register.period.field] : []),
    ...(register.events?.field ? [register.events.field] : []),
    ...(register.reopened?.fresh ?? []),
    ...(register.reopened?.over ? [register.reopened.over.field] : []),
    ...(register.matrix
      ? [...register.matrix.fields, register.matrix.defaultField, ...register.matrix.also]
      : []),
    ...(register.reference?.when.map(({ field }) => field) ?? []),
    ...(register.reference?.required ?? []),
    ...register.fields.flatMap((f) => [
      ...(f.answeredBy ?? []),
      ...(f.suggestions ? [f.suggestions.by] : []),
    ]),
  ]) {
    if (!ids.has(id)) throw new Error(`${register.id}: unknown field ${id}`)
  }
  return register
}

/** The field of that id, or a throw: ids come from declarations, never from input. */
export function fieldOf(register: Register, id: FieldId): Field {
  const found = register.fields.find((f) => f.id === id)
  if (!found) throw new Error(`${register.id} has no field ${id}`)
  return found
}
