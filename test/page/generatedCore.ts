// A core for tests of the page alone: an open store with as many generated databases as asked for, held in memory. It
// answers by the contract's own schemas, so that it cannot drift from what the page is told elsewhere.
import type { Core } from '../../electron/core/Core.ts'
import type { AppEvent, CallName, CallOutput, RecordDto } from '../../shared/ipc/contract.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { Field, Value } from '../../shared/registers/define.ts'
import { registerOf, userRegisters } from '../../shared/registers/registry.ts'
import { foldVietnamese } from '../../shared/text/fold.ts'

const NAMES = [
  'Hộ tịch điện tử',
  'Đất đai',
  'Bảo trợ xã hội',
  'Văn bản điều hành',
  'Công dân',
  'Giáo dục phổ thông',
]

function generatedValue(field: Field, index: number): Value {
  switch (field.type) {
    case 'int':
      return index % 977
    case 'bool':
      return index % 3 === 0
    case 'date':
      return `20${String(10 + (index % 15)).padStart(2, '0')}-0${1 + (index % 9)}-1${index % 10}`
    case 'enum':
      return field.values![index % field.values!.length]!.id
    case 'multi':
      return [field.values![index % field.values!.length]!.id]
    case 'ref':
      return { text: `Cơ quan số ${index % 40}`, id: null }
    case 'refs':
      return [{ text: `Hệ thống ${index % 12}`, id: null }]
    default:
      return `${field.label.vi.slice(0, 18)} ${index}`
  }
}

function generatedRecord(index: number): RecordDto {
  const database = registerOf('database')!
  const values = Object.fromEntries(database.fields.map((field) => [field.id, generatedValue(field, index)]))
  return {
    id: `db-${index}`,
    register: 'database',
    values: {
      ...values,
      [database.nameField]: `Cơ sở dữ liệu ${NAMES[index % NAMES.length]} ${index + 1}`,
    } as never,
    deleted: false,
    updatedAt: 1_790_000_000_000,
    updatedBy: 'Nguyễn Thị Mẫu',
    createdAt: 1_780_000_000_000,
    conflicts: [],
    dirty: true,
    state: index % 7 === 0 ? 'returned' : 'draft',
    problems: index % 5 === 0 ? 2 : 0,
  }
}

/** Mẫu số 08 of 2026: its day is a Sunday, so that it is worked towards on the Friday before. */
function generatedRounds(): CallOutput<'rounds.list'> {
  return [
    {
      id: 'round-1',
      name: 'Báo cáo bảo đảm an ninh mạng hệ thống thông tin năm 2026',
      from: 'province',
      period: '2026',
      letterNo: '812/SKHCN-CĐS',
      letterDate: '2026-11-09',
      dueText: 'hạn trước 20/12',
      lastDay: '2026-12-20',
      lastWorkingDay: '2026-12-18',
      extendedTo: null,
      lateBy: 'letter',
      urgency: 'soon',
      note: '',
      closed: false,
      items: [
        {
          register: 'database',
          columns: [],
          nilAllowed: true,
          nil: false,
          count: 30,
          errors: 3,
          warnings: 2,
          report: 'M01',
        },
      ],
      state: 'open',
      submission: null,
    },
  ]
}

type Answers = { [N in CallName]?: (input: never) => CallOutput<N> }

export type GeneratedCore = Core & {
  /** What the office is asked for and what it gave; may be set to any state before the page asks anew. */
  readonly asked: {
    rounds: CallOutput<'rounds.list'>
    submissions: CallOutput<'submissions.list'>
    sinceLast: CallOutput<'rounds.sinceLast'>
  }
  readonly rows: RecordDto[]
  /** Calls in the order they came. */
  readonly calls: { readonly name: string; readonly input: unknown }[]
  /** Refuses the named call once with that code. */
  refuseOnce(name: CallName, code: string): void
  emit(event: AppEvent): void
}

/**
 * @param count databases in the register
 * @param answerDelayMs how long each window takes, as a slow disk would
 */
export function generatedCore(count: number, answerDelayMs = 0): GeneratedCore {
  const rows = Array.from({ length: count }, (_, index) => generatedRecord(index))
  const listeners = new Set<(event: AppEvent) => void>()
  const calls: GeneratedCore['calls'] = []
  const refusals = new Map<string, string>()
  const preferences: Record<string, unknown> = {}
  const name = registerOf('database')!.nameField
  const emit = (event: AppEvent) => {
    for (const listener of listeners) listener(event)
  }

  // The first record was returned with a remark, and two people edited one of its fields.
  const remarks: CallOutput<'remarks.list'> = [
    {
      id: 'remark-1',
      handinId: 'handin-1',
      recordId: 'db-0',
      register: 'database',
      recordName: String(rows[0]?.values[name] ?? ''),
      field: 'scope',
      text: 'Ghi rõ phạm vi theo thôn, tổ dân phố.',
      by: 'Sở Khoa học và Công nghệ',
      at: 1_790_000_000_000,
      answer: '',
      resolved: false,
    },
  ]
  const conflicts: CallOutput<'conflicts.list'> = [
    {
      recordId: 'db-0',
      register: 'database',
      name: String(rows[0]?.values[name] ?? ''),
      field: 'purpose',
      candidates: [
        { ref: 'a.1', value: 'Quản lý hộ tịch', actor: 'Nguyễn Thị Mẫu', at: 1_790_000_000_000 },
        { ref: 'b.1', value: 'Đăng ký hộ tịch', actor: 'Lê Văn Mẫu', at: 1_790_000_100_000 },
      ],
    },
  ]
  if (rows[0]) rows[0] = { ...rows[0], conflicts: ['purpose'] }

  function save(id: string | null, set: Record<string, unknown>): RecordDto {
    const at = rows.findIndex((row) => row.id === id)
    if (id !== null && at < 0) throw new Error(`No record ${id}`)
    const base =
      at >= 0
        ? rows[at]!
        : { ...generatedRecord(rows.length), id: `new-${rows.length}`, values: {}, problems: 1 }
    const record = { ...base, values: { ...base.values, ...set } as RecordDto['values'] }
    if (at >= 0) rows[at] = record
    else rows.push(record)
    return record
  }

  const asked: GeneratedCore['asked'] = {
    rounds: generatedRounds(),
    submissions: [],
    sinceLast: { since: null, rows: [] },
  }

  const answers: Answers = {
    'app.status': () => ({
      phase: 'open',
      version: '0.1.0',
      sample: false,
      door: 'browser',
      keystore: 'file',
      users: [{ id: 'u1', name: 'Nguyễn Thị Mẫu' }],
      office: {
        name: 'Ủy ban nhân dân xã Mẫu',
        parentName: 'Ủy ban nhân dân tỉnh Mẫu',
        level: 'xa',
        adminCode: '00001',
        docSymbol: 'UBND',
        placeName: 'Xã Mẫu',
        profile: 'current_2025',
        plan: '',
        provinceName: '',
        provinceUrl: '',
      },
      user: { id: 'u1', name: 'Nguyễn Thị Mẫu', role: 'manager' },
      damage: null,
    }),
    'preferences.get': () => preferences,
    'preferences.set': (input: { key: string; value: unknown }) => {
      preferences[input.key] = input.value
      return {}
    },
    'sync.status': () => ({
      phase: 'not-enrolled',
      message: '',
      enrolment: 'no-pack',
      lastGoodAt: null,
      unsentChanges: 0,
      unreceiptedBundles: 0,
      bytesLeft: 0,
      nextTryAt: null,
      stateCode: '',
    }),
    'rounds.list': () => asked.rounds,
    'rounds.get': (input: { id: string }) => asked.rounds.find((round) => round.id === input.id)!,
    'rounds.readiness': () => [],
    'rounds.sinceLast': () => asked.sinceLast,
    'rounds.attest': (input: { records: string[] }) => {
      asked.sinceLast = {
        ...asked.sinceLast,
        rows: asked.sinceLast.rows.map((row) => ({
          ...row,
          attested: row.attested || input.records.includes(row.recordId),
        })),
      }
      emit({ type: 'changed', registers: ['attestation'] })
      return { attested: input.records.length }
    },
    'submissions.list': () => asked.submissions,
    'undo.state': () => ({ undo: null, redo: null }),
    'home.summary': () => ({
      period: '2026',
      registers: userRegisters.map((register) => ({
        register: register.id,
        count: register.id === 'database' ? rows.length : 0,
        problems: 0,
        nil: false,
        dueAt: null,
        dueWhy: '',
        listProblems: [],
        lastHandin: null,
        parked: 0,
      })),
      openRemarks: 0,
      outcomes: 0,
      conflicts: 0,
      lastReceipt: null,
    }),
    'records.window': (input: {
      register: string
      search?: string
      sort?: { descending: boolean }
      offset: number
      limit: number
    }) => {
      if (input.register !== 'database') return { total: 0, rows: [] }
      const search = input.search ? foldVietnamese(input.search) : ''
      const found = search
        ? rows.filter((row) => foldVietnamese(String(row.values[name])).includes(search))
        : rows
      const sorted = input.sort?.descending ? [...found].reverse() : found
      return { total: found.length, rows: sorted.slice(input.offset, input.offset + input.limit) }
    },
    'records.get': (input: { id: string }) => ({
      record: rows.find((row) => row.id === input.id)!,
      problems: [],
      remarks: input.id === 'db-0' ? remarks : [],
    }),
    'remarks.list': () => remarks,
    'remarks.answer': (input: { id: string; answer: string }) => {
      Object.assign(remarks[0]!, { answer: input.answer, resolved: true })
      return {}
    },
    'conflicts.list': () => conflicts,
    'conflicts.settle': (input: { value: unknown }) => {
      conflicts.length = 0
      rows[0] = { ...rows[0]!, conflicts: [], values: { ...rows[0]!.values, purpose: input.value as string } }
      emit({ type: 'changed', registers: ['database'] })
      return {}
    },
    'records.save': (input: { id: string | null; set: Record<string, unknown> }) => {
      const record = save(input.id, input.set)
      emit({ type: 'changed', registers: ['database'] })
      return { record, problems: [] }
    },
    'records.saveMany': (input: { edits: { id: string | null; set: Record<string, unknown> }[] }) => {
      const ids = input.edits.map((edit) => save(edit.id, edit.set).id)
      emit({ type: 'changed', registers: ['database'] })
      return { ids }
    },
    'records.suggest': () => [],
    'records.history': () => [],
  }

  return {
    rows,
    asked,
    calls,
    emit,
    refuseOnce: (call, code) => refusals.set(call, code),
    async call(call, input) {
      calls.push({ name: call, input })
      const refusal = refusals.get(call)
      if (refusal) {
        refusals.delete(call)
        return { ok: false, error: { code: refusal } }
      }
      const answer = (answers as Record<string, ((input: unknown) => unknown) | undefined>)[call]
      if (!answer) return { ok: false, error: { code: 'bad-input', args: { where: call } } }
      if (answerDelayMs > 0) await new Promise((resolve) => setTimeout(resolve, answerDelayMs))
      const { input: inputSchema, output } = contract[call as CallName]
      return { ok: true, value: output.parse(answer(inputSchema.parse(input))) }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => {},
  }
}
