// Information systems (hệ thống thông tin) that an office owns, operates, feeds or only uses. Their security level stands
// in securityLevel.ts, one current record a system; who the office is to them and their place in the province's list in
// databaseStanding.ts, as for databases.
import { commonFields, l, PROVINCE_FORM } from './common.ts'
import { databaseStandingFields } from './databaseStanding.ts'
import { defineRegister, field } from './define.ts'
import { systemKindFields, systemReviewFields, systemSharingFields } from './informationSystemState.ts'
import { systemProtectionFields } from './systemProtection.ts'

const MAU_08 = 'Điều 35 Nghị định số 331/2026/NĐ-CP, Mẫu số 08'
const ASKED = { nd47_2020: PROVINCE_FORM, current_2025: MAU_08 } as const

export const informationSystem = defineRegister({
  id: 'information-system',
  label: l('Danh mục hệ thống thông tin', 'List of information systems'),
  short: l('Hệ thống thông tin', 'Information systems'),
  singular: l('Hệ thống thông tin', 'Information system'),
  help: l(
    'Phần mềm, hệ thống cơ quan làm chủ quản, vận hành, nhập liệu hoặc chỉ khai thác. Hệ thống của bộ, tỉnh thì chọn từ danh sách của tỉnh.',
    'Systems the office owns, operates, feeds or only uses. Pick those of ministries and the province from the province’s list.',
  ),
  group: 'lists',
  nameField: 'name',
  reference: {
    when: [
      { field: 'recordKind', is: ['tham_chieu'] },
      { field: 'officeRole', is: ['nhap_cap_nhat', 'chi_khai_thac'] },
    ],
    required: ['name', 'owner', 'officeRole'],
  },
  matchKey: ['name', 'owner'],
  nilAnswer: true,
  fields: [
    field({
      id: 'name',
      label: l('Tên hệ thống thông tin', 'System name'),
      help: l(
        'Tên đầy đủ. Ví dụ: Hệ thống quản lý văn bản và điều hành.',
        'Full name. Example: document management system.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: ASKED,
      synonyms: [
        'tên HTTT',
        'HTTT',
        'hệ thống thông tin',
        'tên',
        'tên hệ thống',
        'tên phần mềm',
        'phần mềm',
        'tên ứng dụng',
      ],
      width: { grid: 300, report: 30 },
    }),
    field({
      id: 'systemCode',
      label: l('Mã hệ thống thông tin', 'System code'),
      help: l(
        'Mã định danh của hệ thống, nếu được cấp. Ví dụ: HTTT-012.',
        'Its identifier, if it has one. Example: HTTT-012.',
      ),
      type: 'text',
      depth: 'regulated',
      demand: 'P',
      legalBasis: { nd47_2020: 'Chiến lược dữ liệu của tỉnh đến năm 2030', current_2025: PROVINCE_FORM },
      synonyms: ['mã HTTT', 'mã hệ thống', 'mã định danh HTTT'],
    }),
    ...databaseStandingFields.role,
    field({
      id: 'owner',
      label: l('Chủ quản hệ thống thông tin', 'Owner'),
      help: l(
        'Cơ quan có thẩm quyền quản lý trực tiếp. Ví dụ: Ủy ban nhân dân tỉnh Mẫu.',
        'Who is in charge of it. Example: the province.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: ASKED,
      synonyms: [
        'chủ quản HTTT',
        'chủ quản',
        'cơ quan chủ quản',
        'đơn vị chủ quản',
        'đơn vị quản lý',
        'cơ quan quản lý',
      ],
    }),
    field({
      id: 'operator',
      label: l('Đơn vị vận hành', 'Operator'),
      help: l(
        'Đơn vị được giao vận hành. Ví dụ: Trung tâm Chuyển đổi số tỉnh.',
        'Who runs it. Example: the province’s digital centre.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: ASKED,
      synonyms: ['đơn vị vận hành HTTT', 'đơn vị vận hành hệ thống', 'vận hành'],
    }),
    field({
      id: 'domain',
      label: l('Địa chỉ, tên miền, URL', 'Address'),
      help: l(
        'Địa chỉ truy cập. Ví dụ: qlvb.tinhmau.example.',
        'Where it is reached. Example: qlvb.tinhmau.example.',
      ),
      type: 'text',
      depth: 'regulated',
      demand: 'P',
      legalBasis: { current_2025: PROVINCE_FORM },
      synonyms: ['tên miền/URL', 'tên miền', 'URL', 'địa chỉ truy cập', 'địa chỉ', 'đường dẫn', 'link'],
    }),
    field({
      id: 'subUnit',
      label: l('Đơn vị trực thuộc sử dụng', 'Units under the office that use it'),
      help: l(
        'Phòng, trường, trạm đang dùng. Ví dụ: Trung tâm Phục vụ hành chính công xã.',
        'Who of the office uses it. Example: one-stop centre.',
      ),
      type: 'text',
      demand: 'P',
      legalBasis: { current_2025: PROVINCE_FORM },
      synonyms: ['đơn vị con', 'đơn vị trực thuộc', 'đơn vị sử dụng'],
    }),
    field({
      id: 'managingUnit',
      label: l('Đơn vị nghiệp vụ quản lý, sử dụng', 'Professional unit in charge'),
      help: l(
        'Bộ phận nghiệp vụ phụ trách. Ví dụ: Phòng Văn hóa - Xã hội.',
        'The unit that works with it. Example: culture and society room.',
      ),
      type: 'text',
      demand: 'P',
      legalBasis: { current_2025: PROVINCE_FORM },
      synonyms: ['đơn vị nghiệp vụ'],
    }),
    ...systemKindFields,
    ...systemSharingFields,
    ...systemProtectionFields,
    ...systemReviewFields,
    ...databaseStandingFields.list,
    ...commonFields(),
  ],
})
