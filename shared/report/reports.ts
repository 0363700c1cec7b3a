// The reports that the app prints, declared as data: which register, which columns in which order, what the title
// says. Citations, addressees and symbols are not here: they come from the legal profile and the province's template.

import { l } from '../registers/common.ts'
import type { FieldId, Label, ProfileId, RegisterId } from '../registers/define.ts'
import { documentReports } from './reportsDocuments.ts'
import { workReports } from './reportsWork.ts'

export type ReportColumn = {
  readonly field: FieldId
  /** Heading where the official list says it otherwise than the field's label. */
  readonly heading?: Label
  /** Allowed values by their one letter, explained in a line under the title. */
  readonly letters?: true
  /** Heading over this column and its neighbours of the same group. */
  readonly group?: Label
  /** Centred, for short values. */
  readonly centred?: true
}

export type ReportAnnex = {
  readonly register: RegisterId
  readonly sheet: string
  readonly title: Label
  readonly columns: readonly ReportColumn[]
}

export type ReportId =
  | 'database-list'
  | 'open-data-list'
  | 'focal-point-list'
  | 'system-list'
  | 'data-leader-list'
  | 'task-list'
  | 'posted-data-review'
  | 'legal-review-list'
  | 'obstacle-list'
  | 'check-plan'
  | 'data-check-report'
  | 'security-report'
  | 'review-results'
  | 'appointment-letter'
  | 'cover-letter'

/** A report that is more than a list has its own composition (documents/). */
export type DocumentId = 'data-check-report' | 'security-report' | 'review-results' | 'appointment-letter'

export type ReportDefinition = {
  readonly id: ReportId
  readonly register: RegisterId
  readonly sheet: string
  /** Name of the list, printed in capitals; a profile may have its own. */
  readonly title: Label
  readonly titleIn?: Partial<Record<ProfileId, Label>>
  readonly columns: readonly ReportColumn[]
  /** Columns and headings of a plan's own form, by the plan's id or the part of it before its year. */
  readonly columnsIn?: Readonly<Record<string, readonly ReportColumn[]>>
  readonly document?: DocumentId
  /** What is counted in the closing line: "cơ sở dữ liệu". */
  readonly counted: Label
  readonly annex?: ReportAnnex
  /** Plain ASCII, without its extension. */
  readonly fileName: string
}

// Items down, users across: one letter a cell.
const SHARED_WITH = l('Hình thức chia sẻ cho từng đối tượng', 'Sharing by user')

function sharedWith(field: FieldId, vi: string, en: string): ReportColumn {
  return { field, heading: l(vi, en), group: SHARED_WITH, letters: true, centred: true }
}

const databaseList: ReportDefinition = {
  id: 'database-list',
  register: 'database',
  sheet: 'Danh mục CSDL',
  title: l('Danh mục cơ sở dữ liệu', 'List of databases'),
  // Decree 47/2020 Đ11.4: a) name; b) purpose, scope, content; c) collection, updating, sources; d) items (annex).
  columns: [
    { field: 'name' },
    { field: 'dbKind' },
    { field: 'purpose' },
    { field: 'scope' },
    { field: 'content' },
    { field: 'collectMechanism' },
    { field: 'updateMechanism' },
    { field: 'dataSource' },
    { field: 'dbOwner' },
    { field: 'note' },
  ],
  counted: l('cơ sở dữ liệu', 'databases'),
  annex: {
    register: 'data-item',
    sheet: 'Phụ lục',
    title: l(
      'Hạng mục dữ liệu và hình thức chia sẻ theo đối tượng khai thác, sử dụng',
      'Data items and their sharing by user',
    ),
    columns: [
      { field: 'database' },
      { field: 'itemName' },
      {
        field: 'accessClass',
        heading: l('Hình thức chia sẻ chung', 'Common form of sharing'),
        letters: true,
        centred: true,
      },
      sharedWith('accessProvince', 'Cơ quan trong tỉnh', 'Agencies in the province'),
      sharedWith('accessMinistry', 'Bộ, ngành', 'Ministries'),
      sharedWith('accessOther', 'Cơ quan khác', 'Other agencies'),
      sharedWith('accessBusiness', 'Doanh nghiệp', 'Businesses'),
      sharedWith('accessCitizen', 'Người dân', 'Citizens'),
      { field: 'disclosure' },
      { field: 'note' },
    ],
  },
  fileName: 'danh-muc-co-so-du-lieu',
}

const openDataList: ReportDefinition = {
  id: 'open-data-list',
  register: 'open-dataset',
  sheet: 'Danh mục dữ liệu mở',
  title: l('Danh mục dữ liệu mở', 'List of open data'),
  columns: [
    { field: 'publisher' },
    { field: 'title' },
    { field: 'description' },
    { field: 'frequency', heading: l('Kỳ nhập liệu', 'Frequency') },
    { field: 'formats', heading: l('Định dạng, hình thức chia sẻ', 'Formats') },
    { field: 'publishMethod' },
    { field: 'publishedAt', centred: true },
    { field: 'existingUrl' },
    { field: 'note' },
  ],
  counted: l('bộ dữ liệu', 'datasets'),
  fileName: 'danh-muc-du-lieu-mo',
}

const focalPointList: ReportDefinition = {
  id: 'focal-point-list',
  register: 'focal-point',
  sheet: 'Danh sách đầu mối',
  title: l(
    'Danh sách đầu mối phụ trách kết nối, chia sẻ dữ liệu',
    'List of focal points for data connection and sharing',
  ),
  columns: [
    { field: 'unit', heading: l('Đơn vị', 'Unit') },
    { field: 'fullName' },
    { field: 'position' },
    { field: 'phone' },
    { field: 'email', heading: l('Email', 'Email') },
    { field: 'note' },
  ],
  counted: l('đầu mối', 'focal points'),
  fileName: 'danh-sach-dau-moi',
}

export const reports: readonly ReportDefinition[] = [
  databaseList,
  openDataList,
  focalPointList,
  ...workReports,
  ...documentReports,
]

/** The declared report of that id, or null: ids come from calls and command lines. */
export function reportOf(id: string): ReportDefinition | null {
  return reports.find((r) => r.id === id) ?? null
}

/** A report's columns under a plan: the plan's own form, or the declared ones. @param plan its id; empty for none */
export function columnsOf(definition: ReportDefinition, plan: string): readonly ReportColumn[] {
  const forms = definition.columnsIn ?? {}
  const key = Object.keys(forms).find((id) => plan === id || plan.startsWith(`${id}-`))
  return key ? forms[key]! : definition.columns
}
