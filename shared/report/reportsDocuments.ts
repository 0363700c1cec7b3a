// Reports that are more than a list: a letter with findings, and the full tables in annexes. Here stand their names and the
// columns of their main table; how each is put together is in documents/.
import { l } from '../registers/common.ts'
import type { Label } from '../registers/define.ts'
import type { ReportColumn, ReportDefinition } from './reports.ts'

function group(vi: string, en: string, columns: readonly ReportColumn[]): ReportColumn[] {
  const label: Label = l(vi, en)
  return columns.map((column) => ({ ...column, group: label }))
}

/** The contents a) to e) of 47/2020 Điều 16.2, one database a row. */
const dataCheckReport: ReportDefinition = {
  id: 'data-check-report',
  register: 'data-check',
  document: 'data-check-report',
  sheet: 'Báo cáo',
  title: l('Báo cáo', 'Report'),
  columns: [],
  annex: {
    register: 'data-check-database',
    sheet: 'Phụ lục I',
    title: l('Kết quả kiểm tra, đánh giá từng cơ sở dữ liệu', 'Results by database'),
    columns: [
      { field: 'database', heading: l('Cơ sở dữ liệu', 'Database') },
      ...group('a) Kiểm kê', 'a) Inventory', [
        { field: 'itemCount', heading: l('Số hạng mục', 'Items') },
        { field: 'recordCount', heading: l('Số bản ghi', 'Records') },
        { field: 'inventory', heading: l('Kết quả', 'Result') },
      ]),
      ...group('b) Tuân thủ', 'b) Compliance', [
        { field: 'compliance', heading: l('Kết quả', 'Result'), centred: true },
        { field: 'complianceReason', heading: l('Lý do', 'Reason') },
      ]),
      ...group('c) Chất lượng dữ liệu', 'c) Quality', [
        { field: 'accuracy', heading: l('Độ chính xác', 'Accuracy'), centred: true },
        { field: 'integrity', heading: l('Độ toàn vẹn', 'Integrity'), centred: true },
        { field: 'anomalies', heading: l('Dữ liệu bất thường', 'Anomalies') },
      ]),
      { field: 'upkeep', heading: l('d) Duy trì, vận hành, cập nhật', 'd) Upkeep') },
      { field: 'sharing', heading: l('đ) Chia sẻ dữ liệu', 'đ) Sharing') },
      { field: 'other', heading: l('e) Nội dung khác', 'e) Other') },
      { field: 'grade', centred: true },
    ],
  },
  counted: l('đợt kiểm tra', 'checks'),
  fileName: 'bao-cao-kiem-tra-du-lieu',
}

/** M10a: what the review of the office's databases and systems found. */
const reviewResults: ReportDefinition = {
  id: 'review-results',
  register: 'database',
  document: 'review-results',
  sheet: 'Báo cáo',
  title: l('Báo cáo', 'Report'),
  columns: [
    { field: 'name' },
    { field: 'dbKind' },
    { field: 'dbOwner' },
    { field: 'content' },
    { field: 'updateMechanism' },
    { field: 'dataSource' },
    { field: 'note' },
  ],
  counted: l('cơ sở dữ liệu', 'databases'),
  fileName: 'ket-qua-ra-soat-csdl-httt',
}

/** W19: a letter that names the focal point and the leader. */
const appointmentLetter: ReportDefinition = {
  id: 'appointment-letter',
  register: 'focal-point',
  document: 'appointment-letter',
  sheet: 'Công văn',
  title: l('Công văn cử đầu mối', 'Letter naming the focal point'),
  columns: [
    { field: 'fullName' },
    { field: 'position' },
    { field: 'unit', heading: l('Đơn vị', 'Unit') },
    { field: 'phone' },
    { field: 'email', heading: l('Email', 'Email') },
  ],
  counted: l('đầu mối', 'focal points'),
  fileName: 'cong-van-cu-dau-moi',
}

/** Mẫu số 08 of Decree 331/2026: the one national form; its headings are its own (documents/securityReport.ts). */
const securityReport: ReportDefinition = {
  id: 'security-report',
  register: 'security-report',
  document: 'security-report',
  sheet: 'Mẫu số 08',
  title: l(
    'Báo cáo kết quả công tác bảo đảm an ninh mạng hệ thống thông tin',
    'Report on the security of information systems',
  ),
  columns: [],
  counted: l('hệ thống thông tin', 'information systems'),
  fileName: 'mau-08-bao-dam-an-ninh-mang',
}

export const documentReports: readonly ReportDefinition[] = [
  dataCheckReport,
  reviewResults,
  appointmentLetter,
  securityReport,
]
