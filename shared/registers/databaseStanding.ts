// The standing of a database in the office and in the province: the office's role in it, whether the record is the
// original or refers to another agency's, and its place in the province's shared list.
import { sectorValues } from '../profiles/sectors.ts'
import { allowed, l, noteOf, PROVINCE_FORM } from './common.ts'
import { type Field, field } from './define.ts'

const officeRole = field({
  id: 'officeRole',
  label: l('Vai trò của cơ quan', 'The office’s role'),
  help: l(
    'Phần lớn hệ thống là của bộ, tỉnh: khi đó chọn “Nhập, cập nhật” hoặc “Chỉ khai thác”. Ví dụ: Nhập, cập nhật.',
    'Most systems belong to ministries or the province: then choose “feeds” or “only uses”. Example: feeds.',
  ),
  type: 'enum',
  values: [
    allowed('chu_quan', 'Chủ quản', 'Owns', ['cơ quan chủ quản', 'sở hữu']),
    allowed('van_hanh', 'Vận hành', 'Operates', ['quản lý, vận hành', 'đơn vị vận hành']),
    allowed('nhap_cap_nhat', 'Nhập, cập nhật', 'Feeds and updates', [
      'nhập liệu',
      'cập nhật',
      'nhập và cập nhật',
      'nhập',
    ]),
    allowed('chi_khai_thac', 'Chỉ khai thác', 'Only uses', [
      'khai thác',
      'tra cứu',
      'sử dụng',
      'khai thác, sử dụng',
    ]),
  ],
  depth: 'minimal',
  demand: 'P',
  required: true,
  legalBasis: {
    nd47_2020: 'Quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
    current_2025: PROVINCE_FORM,
  },
  synonyms: ['vai trò', 'vai trò của đơn vị', 'vai trò cơ quan'],
})

const recordKind = field({
  id: 'recordKind',
  label: l('Loại bản ghi', 'Kind of record'),
  help: l(
    'Bản ghi gốc do cơ quan chủ quản lập; nơi khai thác lập bản ghi tham chiếu. Ví dụ: Bản ghi tham chiếu.',
    'The owner keeps the original; users keep a reference. Example: reference.',
  ),
  type: 'enum',
  values: [
    allowed('goc', 'Bản ghi gốc', 'Original', ['gốc']),
    allowed('tham_chieu', 'Bản ghi tham chiếu', 'Reference', ['tham chiếu']),
  ],
  depth: 'regulated',
  demand: 'P',
  legalBasis: { current_2025: 'Hướng dẫn của Bộ Khoa học và Công nghệ, Mẫu số 03' },
  synonyms: ['loại bản ghi gốc/tham chiếu'],
})

const ownerCode = field({
  id: 'ownerCode',
  label: l('Mã của cơ quan chủ quản', 'The owner’s code'),
  help: l(
    'Mã nguồn ghi trên bản ghi gốc, cần cho bản ghi tham chiếu. Ví dụ: BTP-HT-01.',
    'The source’s own code, needed for a reference. Example: BTP-HT-01.',
  ),
  type: 'text',
  depth: 'regulated',
  demand: 'P',
  legalBasis: { current_2025: 'Hướng dẫn của Bộ Khoa học và Công nghệ, Mẫu số 03' },
  synonyms: ['mã định danh gốc/mã nguồn', 'mã định danh gốc', 'mã nguồn', 'mã gốc'],
})

const provinceCode = field({
  id: 'provinceCode',
  label: l('Mã do tỉnh cấp', 'Code given by the province'),
  help: l(
    'Tỉnh ghi khi duyệt; cơ quan không phải nhập. Ví dụ: T99-CSDL-012.',
    'Written by the province on approval. Example: T99-CSDL-012.',
  ),
  type: 'text',
  depth: 'regulated',
  writer: 'province',
  synonyms: ['mã tỉnh cấp', 'mã do Sở cấp'],
})

const integrationState = field({
  id: 'integrationState',
  label: l('Tích hợp về Kho dữ liệu dùng chung', 'Integrated into the shared data store'),
  help: l(
    'Tình trạng đưa dữ liệu về kho của tỉnh. Ví dụ: Một phần.',
    'Whether it flows into the province’s store. Example: partly.',
  ),
  type: 'enum',
  values: [
    allowed('chua', 'Chưa', 'Not yet', ['chưa tích hợp', 'không']),
    allowed('mot_phan', 'Một phần', 'Partly', ['tích hợp một phần']),
    allowed('da', 'Đã tích hợp', 'Integrated', ['đã', 'có', 'hoàn thành', 'x']),
  ],
  demand: 'P',
  legalBasis: {
    nd47_2020: 'Kế hoạch, quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
    current_2025: PROVINCE_FORM,
  },
  synonyms: ['tình trạng tích hợp', 'tích hợp về kho', 'đã tích hợp kho dữ liệu'],
})

const storageForm = field({
  id: 'storageForm',
  label: l('Hình thức lưu giữ', 'What the data is kept as'),
  help: l(
    'Dữ liệu đang nằm ở đâu; chọn được nhiều. Ví dụ: Giấy; Excel, Word.',
    'Where the data lies today. Example: paper; Excel.',
  ),
  type: 'multi',
  values: [
    allowed('giay', 'Giấy', 'Paper', ['hồ sơ giấy', 'sổ giấy', 'bản giấy']),
    allowed('ban_quet', 'Bản quét', 'Scans', ['scan', 'pdf', 'ảnh']),
    allowed('excel_word', 'Excel, Word', 'Excel or Word', ['excel', 'word', 'tệp văn phòng', 'file excel']),
    allowed('csdl_co_cau_truc', 'Cơ sở dữ liệu có cấu trúc', 'Structured database', [
      'phần mềm',
      'CSDL',
      'có cấu trúc',
    ]),
    allowed('he_thong_cap_tren', 'Trên hệ thống của cấp trên', 'In a superior’s system', [
      'hệ thống cấp trên',
      'phần mềm của bộ',
      'phần mềm của tỉnh',
    ]),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'regulated',
  demand: 'P',
  legalBasis: {
    nd47_2020: 'Kế hoạch, quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
    current_2025: PROVINCE_FORM,
  },
  synonyms: ['hình thức lưu trữ', 'lưu trữ', 'dạng lưu trữ'],
})

const sector = field({
  id: 'sector',
  label: l('Lĩnh vực', 'Sector'),
  help: l(
    'Ngành, lĩnh vực của dữ liệu. Ví dụ: Tài nguyên và môi trường.',
    'Sector of the data. Example: natural resources and environment.',
  ),
  type: 'enum',
  values: sectorValues(),
  depth: 'regulated',
  demand: 'P',
  legalBasis: { nd47_2020: 'Chiến lược dữ liệu của tỉnh đến năm 2030', current_2025: PROVINCE_FORM },
  synonyms: ['ngành', 'ngành, lĩnh vực', 'lĩnh vực dữ liệu', 'chủ đề'],
})

/** Sector with its note; open datasets carry it too. */
export function sectorFields(): Field[] {
  return [
    sector,
    noteOf(sector, {
      label: l('Lĩnh vực: nói rõ', 'Sector: details'),
      help: l(
        'Khi chọn “Khác”. Ví dụ: Tư pháp – hộ tịch.',
        'When “Other” is chosen. Example: justice – civil status.',
      ),
    }),
  ]
}

export const databaseStandingFields: { readonly role: readonly Field[]; readonly list: readonly Field[] } = {
  role: [officeRole, recordKind, ownerCode, provinceCode],
  list: [
    field({
      id: 'inUseAt',
      label: l('Ngày đưa vào khai thác', 'In use since'),
      help: l(
        'Từ ngày này tính hạn ban hành quy chế. Ví dụ: 15/03/2024.',
        'Starts the clock for its regulation. Example: 15/03/2024.',
      ),
      type: 'date',
      demand: 'P',
      legalBasis: { nd47_2020: 'Kế hoạch của bộ, tỉnh thực hiện Nghị định số 47/2020/NĐ-CP' },
      synonyms: ['ngày đưa vào sử dụng', 'ngày vận hành', 'thời điểm đưa vào khai thác', 'ngày khai thác'],
    }),
    storageForm,
    noteOf(storageForm, {
      label: l('Hình thức lưu giữ: nói rõ', 'Kept as: details'),
      help: l('Khi chọn “Khác”. Ví dụ: băng ghi âm.', 'When “Other” is chosen. Example: tapes.'),
    }),
    ...sectorFields(),
    field({
      id: 'bigData',
      label: l('Thuộc danh mục dữ liệu lớn', 'On the big-data list'),
      help: l(
        'Chọn nếu bộ, tỉnh xếp vào danh mục dữ liệu lớn. Ví dụ: Không.',
        'Tick if the ministry or province lists it as big data. Example: no.',
      ),
      type: 'bool',
      demand: 'P',
      legalBasis: { nd47_2020: 'Chiến lược dữ liệu của tỉnh đến năm 2030' },
      synonyms: ['dữ liệu lớn', 'big data'],
    }),
    field({
      id: 'sharedListNo',
      label: l('Số thứ tự trong danh mục dùng chung của tỉnh', 'Number on the province’s shared list'),
      help: l(
        'Số TT trong quyết định của tỉnh; để trống nếu không thuộc. Ví dụ: 27.',
        'Number in the decision; empty when not listed. Example: 27.',
      ),
      type: 'text',
      demand: 'P',
      legalBasis: { nd47_2020: 'Khoản 3 Điều 11 Nghị định số 47/2020/NĐ-CP', current_2025: PROVINCE_FORM },
      synonyms: ['số TT trong danh mục', 'STT danh mục dùng chung', 'thuộc danh mục CSDL dùng chung'],
    }),
    field({
      id: 'sharedListDecision',
      label: l('Quyết định ban hành danh mục', 'Decision that issued the list'),
      help: l(
        'Số, ký hiệu quyết định. Ví dụ: 245/QĐ-UBND.',
        'Number and symbol of the decision. Example: 245/QĐ-UBND.',
      ),
      type: 'text',
      demand: 'P',
      legalBasis: { nd47_2020: 'Khoản 3 Điều 11 Nghị định số 47/2020/NĐ-CP', current_2025: PROVINCE_FORM },
      synonyms: ['quyết định danh mục', 'số quyết định', 'QĐ ban hành'],
    }),
    field({
      id: 'sharedListDecisionAt',
      label: l('Ngày quyết định ban hành danh mục', 'Date of the decision'),
      help: l('Ngày ký quyết định. Ví dụ: 20/01/2026.', 'Day it was signed. Example: 20/01/2026.'),
      type: 'date',
      demand: 'P',
      legalBasis: { nd47_2020: 'Khoản 3 Điều 11 Nghị định số 47/2020/NĐ-CP', current_2025: PROVINCE_FORM },
      synonyms: ['ngày quyết định danh mục', 'ngày quyết định', 'ngày ban hành danh mục'],
    }),
    integrationState,
    field({
      id: 'integratedAt',
      label: l('Ngày tích hợp', 'Integrated on'),
      help: l(
        'Ngày bắt đầu tích hợp về kho. Ví dụ: 10/05/2026.',
        'Date it began to flow in. Example: 10/05/2026.',
      ),
      type: 'date',
      demand: 'P',
      legalBasis: {
        nd47_2020: 'Kế hoạch, quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP',
        current_2025: PROVINCE_FORM,
      },
      synonyms: ['ngày tích hợp về kho'],
      when: { field: 'integrationState', is: ['mot_phan', 'da'] },
    }),
    field({
      id: 'declaredElsewhere',
      label: l('Đã khai báo ở nơi khác', 'Also declared elsewhere'),
      help: l(
        'Nơi và ngày đã khai cùng nội dung. Ví dụ: Công an tỉnh, 12/09/2026; Cổng dữ liệu quốc gia, 01/10/2026.',
        'Where and when the same was declared. Example: provincial police, 12/09/2026.',
      ),
      type: 'longtext',
      synonyms: ['đã khai báo tại', 'đã báo cáo tại', 'đã đăng ký tại'],
    }),
  ],
}
