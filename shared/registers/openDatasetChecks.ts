// What an open dataset is checked for before it is published: the eight principles of 47/2020 Điều 17 and the two risks
// of Điều 20. Officers answer three plain questions; the rest may stay empty.
import { allowed, l, noteOf } from './common.ts'
import { type Field, field } from './define.ts'

const RISKS = [
  allowed('thap', 'Thấp', 'Low'),
  allowed('trung_binh', 'Trung bình', 'Medium', ['vừa']),
  allowed('cao', 'Cao', 'High'),
]

// Letter of 17.1, identifier, label, English label, what to look at.
const PRINCIPLES: readonly (readonly [string, string, string, string, string, string])[] = [
  [
    'a',
    'principleComplete',
    'Toàn vẹn, đầy đủ',
    'Complete',
    'đủ các thôn, không bỏ trống dòng',
    'all hamlets, no empty rows',
  ],
  [
    'b',
    'principleCurrent',
    'Là dữ liệu mới nhất',
    'Current',
    'số liệu của quý vừa qua',
    'figures of the last quarter',
  ],
  [
    'c',
    'principleOnline',
    'Truy cập được trên mạng',
    'Reachable online',
    'mở được từ Cổng dữ liệu tỉnh',
    'opens from the provincial portal',
  ],
  [
    'd',
    'principleMachine',
    'Thiết bị số xử lý được',
    'Machine-readable',
    'bảng CSV, không phải ảnh quét',
    'a CSV table, not a scan',
  ],
  [
    'đ',
    'principleNoLogin',
    'Không yêu cầu định danh',
    'No login needed',
    'tải về không cần tài khoản',
    'downloads without an account',
  ],
  ['e', 'principleOpenFormat', 'Định dạng mở', 'Open format', 'CSV, JSON', 'CSV, JSON'],
  ['g', 'principleFree', 'Miễn phí', 'Free of charge', 'không thu phí tải về', 'no fee for downloads'],
  [
    'h',
    'principleDemand',
    'Ưu tiên nhu cầu sử dụng cao',
    'Much wanted first',
    'người dân hay hỏi danh sách này',
    'people often ask for this list',
  ],
]

function riskFields(
  id: string,
  vi: string,
  en: string,
  place: string,
  exampleVi: string,
  exampleEn: string,
): Field[] {
  const risk = field({
    id,
    label: l(vi, en),
    help: l(
      `Tự đánh giá trước khi công bố. Ví dụ: Thấp – ${exampleVi}.`,
      `Judge it before publishing. Example: low – ${exampleEn}.`,
    ),
    type: 'enum',
    values: RISKS,
    depth: 'regulated',
    demand: 'L',
    legalBasis: {
      nd47_2020: `${place} Nghị định số 47/2020/NĐ-CP`,
      current_2025: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15; Nghị định số 165/2025/NĐ-CP',
    },
    synonyms: [vi.toLowerCase()],
  })
  return [
    risk,
    noteOf(risk, {
      label: l(`${vi}: nói rõ`, `${en}: details`),
      help: l(
        `Vì sao, đã làm gì để giảm. Ví dụ: ${exampleVi}.`,
        `Why, and what was done about it. Example: ${exampleEn}.`,
      ),
      is: ['trung_binh', 'cao'],
    }),
  ]
}

/** The checklist's fields, in the order of the law. */
export function openDatasetChecks(): Field[] {
  return [
    ...PRINCIPLES.map(([letter, id, vi, en, exampleVi, exampleEn]) =>
      field({
        id,
        label: l(`Nguyên tắc ${letter}) ${vi}`, `Principle ${letter}) ${en}`),
        help: l(
          `Đã đáp ứng chưa. Ví dụ: Có – ${exampleVi}.`,
          `Whether it is met. Example: yes – ${exampleEn}.`,
        ),
        type: 'bool',
        demand: 'L',
        legalBasis: { nd47_2020: `Điểm ${letter} khoản 1 Điều 17 Nghị định số 47/2020/NĐ-CP` },
        synonyms: [vi.toLowerCase()],
      }),
    ),
    ...riskFields(
      'privacyRisk',
      'Nguy cơ lộ thông tin cá nhân',
      'Risk of exposing personal data',
      'Khoản 1 Điều 20',
      'chỉ có tên trường, không có tên học sinh',
      'school names only, no pupils',
    ),
    ...riskFields(
      'mosaicRisk',
      'Rủi ro khi kết hợp với dữ liệu khác',
      'Risk in combination with other data',
      'Khoản 2 Điều 20',
      'ghép với bản đồ vẫn không nhận ra ai',
      'nobody is recognisable with a map either',
    ),
    field({
      id: 'publishDecision',
      label: l('Quyết định công bố', 'Decision to publish'),
      help: l(
        'Kết luận sau khi đánh giá rủi ro. Ví dụ: Công bố.',
        'Conclusion after judging the risks. Example: publish.',
      ),
      type: 'enum',
      values: [
        allowed('cong_bo', 'Công bố', 'Publish'),
        allowed('cong_bo_sau_xu_ly', 'Công bố sau khi xử lý', 'Publish after treatment', ['sau xử lý']),
        allowed('khong_cong_bo', 'Không công bố', 'Do not publish', ['không']),
      ],
      depth: 'regulated',
      demand: 'L',
      legalBasis: { nd47_2020: 'Điều 20 Nghị định số 47/2020/NĐ-CP' },
      synonyms: ['kết luận', 'kết luận công bố'],
    }),
  ]
}
