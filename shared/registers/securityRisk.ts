// The main risks of a system (Decree 331/2026 Điều 10 khoản 3): a threat, how likely, how bad. The level of a risk is their
// product and is worked out where it is shown.
import { commonFields, l } from './common.ts'
import { defineRegister, field } from './define.ts'

const BASIS = { current_2025: 'Khoản 3 Điều 10 Nghị định số 331/2026/NĐ-CP' } as const

export const securityRisk = defineRegister({
  id: 'security-risk',
  label: l('Rủi ro an ninh mạng', 'Security risks'),
  singular: l('Rủi ro', 'Risk'),
  help: l(
    'Mối đe dọa chính của hệ thống, khả năng và tác động từ 1 đến 5.',
    'Main threats, likelihood and impact from 1 to 5.',
  ),
  nameField: 'threat',
  matchKey: ['threat', 'level'],
  parent: { register: 'security-level', field: 'level' },
  nilAnswer: false,
  fields: [
    field({
      id: 'threat',
      label: l('Mối đe dọa', 'Threat'),
      help: l('Ví dụ: mã độc tống tiền, lộ mật khẩu.', 'Example: ransomware.'),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: BASIS,
      synonyms: ['rủi ro', 'nguy cơ', 'rủi ro chính'],
      width: { grid: 300, report: 30 },
    }),
    field({
      id: 'level',
      label: l('Thuộc cấp độ của hệ thống', 'Of the level of'),
      help: l(
        'Dòng cấp độ của hệ thống. Ví dụ: Trang thông tin điện tử xã Mẫu.',
        'The system’s level. Example: the commune’s site.',
      ),
      type: 'ref',
      target: 'security-level',
      depth: 'minimal',
      required: true,
      synonyms: ['hệ thống thông tin', 'HTTT'],
    }),
    ...(
      [
        ['likelihood', 'Khả năng xảy ra (1–5)', 'Likelihood (1–5)', 'khả năng'],
        ['impact', 'Mức tác động (1–5)', 'Impact (1–5)', 'tác động'],
      ] as const
    ).map(([id, vi, en, synonym]) =>
      field({
        id,
        label: l(vi, en),
        help: l('Từ 1 (thấp) đến 5 (rất cao). Ví dụ: 3.', 'From 1 (low) to 5 (very high). Example: 3.'),
        type: 'int',
        depth: 'minimal',
        demand: 'L',
        required: true,
        legalBasis: BASIS,
        synonyms: [synonym],
      }),
    ),
    field({
      id: 'measure',
      label: l('Biện pháp', 'Measure'),
      help: l(
        'Cách giảm rủi ro. Ví dụ: sao lưu hằng ngày ra ổ rời.',
        'How it is lessened. Example: daily copies on a separate disk.',
      ),
      type: 'longtext',
      synonyms: ['biện pháp xử lý', 'phương án xử lý'],
    }),
    ...commonFields(),
  ],
})
