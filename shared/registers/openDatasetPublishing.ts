// How an open dataset is published: formats, rhythm, state, days, channels, disclosure and terms.
import { allowed, DISCLOSURES, FREQUENCIES, l, nd47, noteOf, PROVINCE_FORM } from './common.ts'
import { type Field, field } from './define.ts'

const LDL21 = 'Điều 21 Luật Dữ liệu số 60/2024/QH15'

const formats = field({
  id: 'formats',
  label: l('Định dạng', 'Formats'),
  help: l(
    'Chọn được nhiều; nên có một định dạng mở như CSV. Ví dụ: CSV; Excel.',
    'At least one open format such as CSV. Example: CSV; Excel.',
  ),
  type: 'multi',
  values: [
    { ...allowed('csv', 'CSV', 'CSV'), isOpen: true },
    allowed('xlsx', 'Excel', 'Excel', ['xls', 'xlsx', 'file excel', 'bảng tính']),
    { ...allowed('json', 'JSON', 'JSON'), isOpen: true },
    { ...allowed('xml', 'XML', 'XML'), isOpen: true },
    { ...allowed('api', 'API', 'API', ['dịch vụ', 'web service']), isOpen: true },
    { ...allowed('geojson', 'GeoJSON', 'GeoJSON'), isOpen: true },
    allowed('shp', 'SHP', 'SHP', ['shapefile']),
    { ...allowed('ods', 'ODS', 'ODS'), isOpen: true },
    { ...allowed('rdf', 'RDF', 'RDF'), isOpen: true },
    allowed('pdf', 'PDF', 'PDF'),
    allowed('docx', 'Word', 'Word', ['doc', 'docx']),
    // Which one, its note says; a rule that cannot know does not accuse.
    { ...allowed('khac', 'Khác', 'Other'), isOpen: true },
  ],
  depth: 'minimal',
  demand: 'L',
  required: true,
  legalBasis: { nd47_2020: nd47('Khoản 8 Điều 3, điểm e khoản 1 Điều 17'), current_2025: PROVINCE_FORM },
  synonyms: [
    'định dạng, hình thức chia sẻ',
    'định dạng dữ liệu',
    'định dạng tệp',
    'hình thức chia sẻ',
    'loại tệp',
    'định dạng file',
  ],
})

const frequency = field({
  id: 'frequency',
  label: l('Kỳ nhập liệu, tần suất cập nhật', 'Frequency of update'),
  help: l('Bao lâu cập nhật một lần. Ví dụ: Hằng quý.', 'How often it is updated. Example: quarterly.'),
  type: 'enum',
  values: [...FREQUENCIES, allowed('khac', 'Khác', 'Other')],
  depth: 'minimal',
  demand: 'P',
  required: true,
  legalBasis: { nd47_2020: nd47('Khoản 3 Điều 20'), current_2025: PROVINCE_FORM },
  synonyms: [
    'tần suất',
    'tần suất cập nhật',
    'tần suất cung cấp',
    'tần suất cũng cấp',
    'kỳ nhập liệu',
    'kỳ cập nhật',
    'kỳ công bố',
    'thời gian cập nhật',
  ],
})

const channel = field({
  id: 'channel',
  label: l('Kênh công bố', 'Channels'),
  help: l(
    'Nơi công bố; chọn được nhiều. Ngày, địa chỉ từng nơi ghi ở mục Công bố. Ví dụ: Cổng dữ liệu tỉnh.',
    'Where it is published; dates and addresses go under Publications. Example: provincial portal.',
  ),
  type: 'multi',
  values: [
    allowed('cong_du_lieu_quoc_gia', 'Cổng dữ liệu quốc gia', 'National data portal', [
      'data.gov.vn',
      'cổng quốc gia',
    ]),
    allowed('cong_du_lieu_tinh', 'Cổng dữ liệu tỉnh', 'Provincial data portal', [
      'cổng dữ liệu mở của tỉnh',
      'cổng tỉnh',
      'cổng dữ liệu mở tỉnh',
    ]),
    allowed('bo_cong_an_tong_hop', 'Bộ Công an tổng hợp', 'Collected by the Ministry of Public Security', [
      'Bộ Công an',
    ]),
    allowed('trang_co_quan', 'Trang thông tin của cơ quan', 'The office’s own page', [
      'website',
      'trang thông tin điện tử',
      'cổng thông tin điện tử',
    ]),
    allowed('khac', 'Khác', 'Other'),
  ],
  depth: 'regulated',
  demand: 'P',
  legalBasis: { nd47_2020: nd47('Khoản 2 Điều 21'), current_2025: PROVINCE_FORM },
  synonyms: ['nơi công bố', 'nơi đăng tải', 'kênh', 'công bố tại', 'cổng công bố'],
})

const licence = field({
  id: 'licence',
  label: l('Giấy phép', 'Licence'),
  help: l(
    'Pháp luật chưa ấn định giấy phép; chọn theo hướng dẫn của tỉnh. Ví dụ: CC BY 4.0.',
    'No licence is fixed by law; follow the province. Example: CC BY 4.0.',
  ),
  type: 'enum',
  values: [
    allowed('cc_by_4', 'CC BY 4.0', 'CC BY 4.0', ['CC-BY', 'CC BY']),
    allowed('odc_by', 'ODC-BY', 'ODC-BY'),
    allowed('odbl', 'ODbL', 'ODbL'),
    allowed('cc0', 'CC0', 'CC0'),
    allowed('cc_by_sa_4', 'CC BY-SA 4.0', 'CC BY-SA 4.0', ['CC BY-SA']),
    allowed('giay_phep_cong_cong', 'Giấy phép dữ liệu mở công cộng', 'Public open-data licence', [
      'dữ liệu mở công cộng',
    ]),
    allowed('khac', 'Khác', 'Other'),
  ],
  demand: 'P',
  legalBasis: { nd47_2020: nd47('Điều 18') },
  synonyms: ['giấy phép dữ liệu', 'license', 'licence', 'giấy phép sử dụng'],
})

/** From the file's format to the terms it is given under. */
export const openDatasetPublishing: readonly Field[] = [
  formats,
  noteOf(formats, {
    label: l('Định dạng: nói rõ', 'Formats: details'),
    help: l('Khi chọn “Khác”. Ví dụ: KML.', 'When “Other” is chosen. Example: KML.'),
  }),
  field({
    id: 'publishMethod',
    label: l('Phương thức công bố', 'Way of publishing'),
    help: l(
      'Tải về hay qua dịch vụ. Ví dụ: Đóng gói, cho phép tải về.',
      'Download or service. Example: packaged for download.',
    ),
    type: 'multi',
    values: [
      allowed('tai_ve', 'Đóng gói, cho phép tải về', 'Packaged for download', [
        'tải về',
        'download',
        'đóng gói',
      ]),
      allowed('dich_vu', 'Qua dịch vụ chia sẻ dữ liệu', 'Through a sharing service', [
        'dịch vụ',
        'API',
        'qua dịch vụ',
      ]),
    ],
    depth: 'regulated',
    demand: 'L',
    legalBasis: { nd47_2020: nd47('Khoản 1 Điều 21') },
    synonyms: ['cách cung cấp', 'hình thức công bố', 'phương thức cung cấp', 'hình thức cung cấp'],
  }),
  frequency,
  noteOf(frequency, {
    label: l('Tần suất: nói rõ', 'Frequency: details'),
    help: l('Khi chọn “Khác”. Ví dụ: theo vụ sản xuất.', 'When “Other” is chosen. Example: by crop season.'),
  }),
  field({
    id: 'status',
    label: l('Trạng thái', 'Status'),
    help: l('Đang ở bước nào. Ví dụ: Đã công bố.', 'The step it has reached. Example: published.'),
    type: 'enum',
    values: [
      allowed('du_thao', 'Dự thảo', 'Draft', ['bản nháp', 'nháp', 'đang soạn', 'dự kiến']),
      allowed('cho_cong_bo', 'Chờ công bố', 'Awaiting publication', ['chờ duyệt', 'chờ']),
      allowed('da_cong_bo', 'Đã công bố', 'Published', ['công bố', 'đã đăng', 'công khai', 'đang công bố']),
      allowed('tra_lai', 'Trả lại, yêu cầu bổ sung', 'Returned for completion', ['từ chối', 'trả lại']),
      allowed('ngung_cong_bo', 'Ngừng công bố', 'No longer published', ['đã thu hồi', 'thu hồi', 'ngừng']),
    ],
    depth: 'minimal',
    demand: 'P',
    legalBasis: { nd47_2020: PROVINCE_FORM, current_2025: PROVINCE_FORM },
    synonyms: ['tình trạng', 'tình trạng công bố', 'hiện trạng'],
  }),
  field({
    id: 'publishedAt',
    label: l('Ngày công bố', 'Published on'),
    help: l('Ngày công bố lần đầu. Ví dụ: 15/05/2026.', 'First publication. Example: 15/05/2026.'),
    type: 'date',
    depth: 'regulated',
    demand: 'L',
    legalBasis: { nd47_2020: nd47('Khoản 3 Điều 20'), current_2025: LDL21 },
    synonyms: ['thời điểm công bố', 'ngày phát hành', 'ngày đăng', 'ngày tạo', 'thời gian công bố'],
  }),
  field({
    id: 'lastUpdatedAt',
    label: l('Ngày cập nhật gần nhất', 'Last updated on'),
    help: l(
      'Ngày dữ liệu trên cổng được cập nhật lần cuối. Ví dụ: 10/10/2026.',
      'When the data on the portal was last updated. Example: 10/10/2026.',
    ),
    type: 'date',
    depth: 'regulated',
    demand: 'L',
    legalBasis: { nd47_2020: nd47('Khoản 3 Điều 20') },
    synonyms: ['ngày cập nhật', 'cập nhật gần nhất', 'lần cập nhật cuối', 'cập nhật lần cuối'],
  }),
  field({
    id: 'nextReviewAt',
    label: l('Ngày rà soát danh mục kế tiếp', 'Next review of the list'),
    help: l(
      'Thông lệ 6 tháng một lần, tỉnh có thể quy định khác. Ví dụ: 30/06/2027.',
      'By custom every six months; the province may set another. Example: 30/06/2027.',
    ),
    type: 'date',
    demand: 'L',
    legalBasis: { nd47_2020: nd47('Khoản 3 Điều 20') },
    synonyms: ['ngày rà soát', 'rà soát kế tiếp', 'kỳ rà soát'],
  }),
  channel,
  noteOf(channel, {
    label: l('Kênh công bố: nói rõ', 'Channels: details'),
    help: l(
      'Khi chọn “Khác”. Ví dụ: bảng tin điện tử của xã.',
      'When “Other” is chosen. Example: the commune’s screen.',
    ),
  }),
  field({
    id: 'sentToMpsAt',
    label: l('Ngày gửi Bộ Công an tổng hợp', 'Sent to the Ministry of Public Security on'),
    help: l(
      'Ngày danh mục được gửi để đưa lên Cổng dữ liệu quốc gia. Ví dụ: 20/05/2026.',
      'Date the list went out for the national portal. Example: 20/05/2026.',
    ),
    type: 'date',
    demand: 'L',
    legalBasis: { current_2025: 'Điều 10 Nghị định số 165/2025/NĐ-CP' },
    synonyms: ['ngày gửi Bộ Công an'],
  }),
  field({
    id: 'disclosure',
    label: l('Phân loại công khai', 'Disclosure'),
    help: l('Theo Luật Dữ liệu. Ví dụ: Công khai.', 'Under the Data Law. Example: public.'),
    type: 'enum',
    values: DISCLOSURES,
    depth: 'minimal',
    demand: 'L',
    required: true,
    legalBasis: { current_2025: LDL21 },
    synonyms: ['mức công khai', 'mức độ truy cập', 'mức độ công khai'],
  }),
  licence,
  noteOf(licence, {
    label: l('Giấy phép: nói rõ', 'Licence: details'),
    help: l(
      'Khi chọn “Khác”. Ví dụ: theo Quy chế Cổng dữ liệu tỉnh.',
      'When “Other” is chosen. Example: the portal’s own rules.',
    ),
  }),
  field({
    id: 'useTerms',
    label: l('Điều kiện sử dụng', 'Terms of use'),
    help: l(
      'Có sẵn câu chuẩn, sửa được. Ví dụ: Tự do sử dụng, ghi rõ nguồn.',
      'Comes with a standard text. Example: free use, name the source.',
    ),
    type: 'longtext',
    demand: 'L',
    legalBasis: { nd47_2020: nd47('Điều 18') },
    synonyms: ['điều khoản sử dụng', 'điều kiện'],
    initial:
      'Tự do sử dụng, kể cả cho mục đích thương mại; ghi rõ nguồn; dữ liệu cung cấp nguyên trạng; không bán lại dữ liệu nguyên gốc.',
  }),
]
