// Agencies and units that the other registers name: the office itself, its superior, rooms and schools under it,
// owners and operators of systems, and units abolished on 01/07/2025 that older records still name.
import { allowed, commonFields, l } from './common.ts'
import { defineRegister, field } from './define.ts'

export const unit = defineRegister({
  id: 'unit',
  label: l('Danh sách cơ quan, đơn vị', 'List of agencies and units'),
  short: l('Cơ quan, đơn vị', 'Agencies'),
  singular: l('Cơ quan, đơn vị', 'Agency or unit'),
  help: l(
    'Cơ quan mình, cơ quan cấp trên, các phòng, trường, trạm trực thuộc và cơ quan chủ quản của các hệ thống đang dùng.',
    'Your own office, its superior, the rooms, schools and stations under it, and the owners of the systems you use.',
  ),
  group: 'lists',
  nameField: 'name',
  matchKey: ['name', 'parentName'],
  nilAnswer: false,
  fields: [
    field({
      id: 'name',
      label: l('Tên cơ quan, đơn vị', 'Name of the agency'),
      help: l(
        'Tên đầy đủ, chính thức. Ví dụ: Ủy ban nhân dân xã Mẫu.',
        'Full official name. Example: Ủy ban nhân dân xã Mẫu.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: {
        nd47_2020: 'Điểm a khoản 2 Điều 35 Nghị định số 47/2020/NĐ-CP',
        current_2025: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
      },
      synonyms: ['tên cơ quan', 'tên đơn vị', 'cơ quan', 'đơn vị', 'tên cơ quan/đơn vị', 'cơ quan, đơn vị'],
      width: { grid: 280, report: 32 },
    }),
    field({
      id: 'parentName',
      label: l('Cơ quan chủ quản trực tiếp', 'Direct superior agency'),
      help: l(
        'Tên in phía trên tên cơ quan trong văn bản; UBND xã thường để trống. Ví dụ: Ủy ban nhân dân tỉnh Mẫu.',
        'Printed above the agency’s name; commune offices often leave it empty. Example: Ủy ban nhân dân tỉnh Mẫu.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      legalBasis: {
        nd47_2020: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
        current_2025: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
      },
      synonyms: ['tên cơ quan chủ quản trực tiếp', 'cơ quan cấp trên', 'cơ quan chủ quản', 'trực thuộc'],
    }),
    field({
      id: 'level',
      label: l('Cấp', 'Level'),
      help: l('Cấp của cơ quan. Ví dụ: Xã, phường, đặc khu.', 'The agency’s level. Example: commune.'),
      type: 'enum',
      values: [
        allowed('bo', 'Bộ, ngành trung ương', 'Ministry or central agency', [
          'bộ',
          'trung ương',
          'bộ ngành',
          'cấp bộ',
        ]),
        allowed('tinh', 'Tỉnh, thành phố', 'Province', [
          'tỉnh',
          'cấp tỉnh',
          'thành phố trực thuộc trung ương',
        ]),
        allowed('so_nganh', 'Sở, ban, ngành cấp tỉnh', 'Provincial department', [
          'sở',
          'sở ngành',
          'sở, ngành',
          'ban ngành',
        ]),
        allowed('xa', 'Xã, phường, đặc khu', 'Commune, ward or special zone', [
          'xã',
          'phường',
          'đặc khu',
          'cấp xã',
          'thị trấn',
        ]),
        allowed('phong', 'Phòng, bộ phận trực thuộc', 'Room or section', ['phòng', 'bộ phận', 'văn phòng']),
        allowed('don_vi_su_nghiep', 'Đơn vị sự nghiệp (trường, trạm, trung tâm)', 'Public service unit', [
          'đơn vị sự nghiệp',
          'sự nghiệp',
          'trường học',
          'trạm y tế',
          'trung tâm',
        ]),
        {
          ...allowed('huyen', 'Huyện, quận, thị xã (đến 30/06/2025)', 'District (to 30/06/2025)', [
            'huyện',
            'quận',
            'thị xã',
            'cấp huyện',
          ]),
          onlyIn: 'nd47_2020',
        },
        allowed('khac', 'Khác', 'Other'),
      ],
      depth: 'minimal',
      legalBasis: {
        nd47_2020: 'Điều 2 Nghị định số 47/2020/NĐ-CP',
        current_2025: 'Nghị quyết số 202/2025/QH15; Điều 2 Nghị định số 278/2025/NĐ-CP',
      },
      synonyms: ['cấp hành chính', 'cấp đơn vị', 'loại đơn vị', 'loại ĐVHC'],
    }),
    field({
      id: 'levelNote',
      label: l('Cấp: nói rõ', 'Level: details'),
      help: l(
        'Khi chọn “Khác”. Ví dụ: doanh nghiệp nhà nước.',
        'When “Other” is chosen. Example: state enterprise.',
      ),
      type: 'text',
      when: { field: 'level', is: ['khac'] },
    }),
    field({
      id: 'adminCode',
      label: l('Mã đơn vị hành chính', 'Administrative code'),
      help: l(
        'Tỉnh 2 chữ số, xã 5 chữ số, giữ số 0 ở đầu. Ví dụ: 00004.',
        'Province 2 digits, commune 5, with leading zeros. Example: 00004.',
      ),
      type: 'text',
      format: 'admin-code',
      depth: 'regulated',
      legalBasis: {
        nd47_2020: 'Quyết định số 124/2004/QĐ-TTg',
        current_2025: 'Quyết định số 19/2025/QĐ-TTg',
      },
      synonyms: ['mã ĐVHC', 'mã hành chính', 'mã địa bàn', 'ma_dvhc', 'mã đơn vị'],
    }),
    field({
      id: 'eOrgId',
      label: l('Mã định danh điện tử', 'Electronic organisation code'),
      help: l(
        'Tối đa 35 ký tự. Ví dụ: H40.12.5 (mã theo dạng cũ: 000.00.00.H40).',
        'At most 35 characters. Example: H40.12.5 (older form: 000.00.00.H40).',
      ),
      type: 'text',
      format: 'org-id',
      depth: 'regulated',
      legalBasis: {
        nd47_2020: 'Quyết định số 20/2020/QĐ-TTg; điểm a khoản 2 Điều 35 Nghị định số 47/2020/NĐ-CP',
        current_2025: 'Quyết định số 20/2020/QĐ-TTg',
      },
      synonyms: ['mã định danh', 'mã cơ quan', 'định danh điện tử', 'mã định danh cơ quan'],
    }),
    field({
      id: 'docSymbol',
      label: l('Ký hiệu viết tắt', 'Abbreviation in document symbols'),
      help: l(
        'Phần chữ trong số, ký hiệu văn bản. Ví dụ: UBND.',
        'Letters used in document numbers. Example: UBND.',
      ),
      type: 'text',
      depth: 'regulated',
      demand: 'L',
      legalBasis: {
        nd47_2020: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
        current_2025: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
      },
      synonyms: ['ký hiệu', 'viết tắt', 'ký hiệu viết tắt cơ quan', 'tên viết tắt'],
    }),
    field({
      id: 'placeName',
      label: l('Địa danh', 'Place name'),
      help: l(
        'Ghi trước ngày tháng trên văn bản. Ví dụ: Mẫu.',
        'Stands before the date of documents. Example: Mẫu.',
      ),
      type: 'text',
      depth: 'regulated',
      demand: 'L',
      legalBasis: {
        nd47_2020: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
        current_2025: 'Nghị định số 30/2020/NĐ-CP, Phụ lục I',
      },
      synonyms: ['địa điểm', 'nơi ban hành'],
    }),
    field({
      id: 'reportTo',
      label: l('Cơ quan nhận báo cáo', 'Receives its reports'),
      help: l(
        'Nơi cơ quan gửi danh mục, báo cáo dữ liệu. Ví dụ: Sở Khoa học và Công nghệ.',
        'Where the lists and reports go. Example: Sở Khoa học và Công nghệ.',
      ),
      type: 'ref',
      target: 'unit',
      depth: 'regulated',
      legalBasis: {
        nd47_2020: 'Khoản 4 Điều 16 Nghị định số 47/2020/NĐ-CP',
        current_2025: 'Khoản 6 Điều 85 Nghị định số 224/2026/NĐ-CP; Điều 35 Nghị định số 331/2026/NĐ-CP',
      },
      synonyms: ['nơi nhận báo cáo', 'cơ quan tiếp nhận', 'nơi nhận'],
    }),
    field({
      id: 'predecessors',
      label: l('Thay thế cho (trước sắp xếp)', 'Replaces (before reorganisation)'),
      help: l(
        'Các xã, huyện cũ mà cơ quan này tiếp nhận. Ví dụ: UBND xã Mẫu A; UBND xã Mẫu B.',
        'Former communes or districts taken over. Example: UBND xã Mẫu A; UBND xã Mẫu B.',
      ),
      type: 'refs',
      target: 'unit',
      legalBasis: { current_2025: 'Nghị quyết số 202/2025/QH15' },
      synonyms: ['đơn vị cũ', 'tiền thân', 'sáp nhập từ', 'hợp nhất từ', 'thay thế cho'],
    }),
    field({
      id: 'validFrom',
      label: l('Có từ ngày', 'Exists from'),
      help: l(
        'Ngày cơ quan được thành lập hoặc bắt đầu hoạt động. Ví dụ: 01/07/2025.',
        'Date it was set up. Example: 01/07/2025.',
      ),
      type: 'date',
      synonyms: ['ngày hiệu lực', 'ngày thành lập', 'ngay_hl'],
    }),
    field({
      id: 'validTo',
      label: l('Đến ngày', 'Exists until'),
      help: l(
        'Ngày kết thúc hoạt động, nếu đã sắp xếp. Ví dụ: 30/06/2025.',
        'Date it ended, if reorganised. Example: 30/06/2025.',
      ),
      type: 'date',
      synonyms: ['ngày hết hiệu lực', 'ngày giải thể', 'ngay_hhl'],
    }),
    ...commonFields().filter((f) => f.id !== 'suppliedBy'),
  ],
})
