// Data items (hạng mục dữ liệu) of a database: what it holds and, for each kind of user, how it is shared.
import { allowed, commonFields, DISCLOSURES, l, PERSONAL_DATA, PROVINCE_FORM } from './common.ts'
import { type AllowedValue, defineRegister, type Field, field } from './define.ts'
import { guardFields } from './guardFields.ts'

// The classes lost their legal home in 2025, but provinces' lists still split items by them, so they stay on offer.
const ACCESS: readonly AllowedValue[] = [
  { ...allowed('du_lieu_mo', 'Dữ liệu mở', 'Open data', ['mở', 'open', 'công khai', 'M']), letter: 'M' },
  {
    ...allowed('chia_se_mac_dinh', 'Chia sẻ mặc định', 'Shared by default', [
      'mặc định',
      'default',
      'MĐ',
      'D',
    ]),
    letter: 'D',
  },
  {
    ...allowed('theo_yeu_cau_dac_thu', 'Chia sẻ theo yêu cầu đặc thù', 'Shared on specific request', [
      'đặc thù',
      'theo yêu cầu',
      'yêu cầu đặc thù',
      'theo yêu cầu đặc thù',
      'ĐT',
      'Y',
    ]),
    letter: 'Y',
  },
  {
    ...allowed('khong_chia_se', 'Không chia sẻ', 'Not shared', ['không', 'không được chia sẻ', 'K']),
    letter: 'K',
  },
]

const d11 = 'Điểm d khoản 4 Điều 11 Nghị định số 47/2020/NĐ-CP'

function accessFor(id: string, vi: string, en: string, synonyms: readonly string[]): Field {
  return field({
    id,
    label: l(`Chia sẻ cho ${vi}`, `Shared with ${en}`),
    help: l(
      `Để trống nếu giống hình thức chung của hạng mục. Ví dụ: ${vi} – Chia sẻ mặc định.`,
      `Leave empty when the item’s own class holds. Example: ${en} – shared by default.`,
    ),
    type: 'enum',
    values: ACCESS,
    depth: 'regulated',
    demand: 'L',
    legalBasis: { nd47_2020: d11, current_2025: PROVINCE_FORM },
    synonyms,
    width: { grid: 90, report: 9 },
  })
}

const ACCESS_BY_USER = ['accessProvince', 'accessMinistry', 'accessOther', 'accessBusiness', 'accessCitizen']

export const dataItem = defineRegister({
  id: 'data-item',
  label: l('Hạng mục dữ liệu', 'Data items'),
  singular: l('Hạng mục dữ liệu', 'Data item'),
  help: l(
    'Các hạng mục của một cơ sở dữ liệu và cách chia sẻ cho từng đối tượng. Có thể chỉ khai một hạng mục chung.',
    'A database’s items and how each is shared with each kind of user. One common item is enough to begin with.',
  ),
  nameField: 'itemName',
  matchKey: ['itemName', 'database'],
  parent: { register: 'database', field: 'database' },
  matrix: {
    fields: ACCESS_BY_USER,
    defaultField: 'accessClass',
    also: ['disclosure', 'personalData'],
    whole: l('Toàn bộ dữ liệu của cơ sở dữ liệu', 'All data of the database'),
  },
  nilAnswer: false,
  fields: [
    field({
      id: 'itemName',
      label: l('Tên hạng mục dữ liệu', 'Item name'),
      help: l(
        'Tên nhóm thông tin. Ví dụ: Thông tin thửa đất.',
        'Name of the group of information. Example: land parcels.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: d11, current_2025: PROVINCE_FORM },
      synonyms: [
        'hạng mục dữ liệu',
        'hạng mục',
        'tên hạng mục',
        'mục tin',
        'tên mục tin',
        'danh mục cụ thể',
        'nội dung dữ liệu',
      ],
      width: { grid: 260, report: 30 },
    }),
    field({
      id: 'database',
      label: l('Thuộc cơ sở dữ liệu', 'Of database'),
      help: l(
        'Cơ sở dữ liệu chứa hạng mục. Ví dụ: CSDL đất đai.',
        'The database that holds the item. Example: land database.',
      ),
      type: 'ref',
      target: 'database',
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: d11, current_2025: PROVINCE_FORM },
      synonyms: ['tên cơ sở dữ liệu', 'cơ sở dữ liệu', 'CSDL', 'tên CSDL'],
    }),
    field({
      id: 'accessClass',
      label: l('Hình thức chia sẻ', 'Form of sharing'),
      help: l(
        'Áp dụng cho tất cả đối tượng, trừ khi ghi riêng. Ví dụ: Chia sẻ mặc định.',
        'Holds for every user unless stated apart. Example: shared by default.',
      ),
      type: 'enum',
      values: ACCESS,
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { nd47_2020: d11 },
      synonyms: ['phân loại chia sẻ', 'hình thức chia sẻ dữ liệu', 'loại chia sẻ', 'mở/mặc định/đặc thù'],
    }),
    field({
      id: 'disclosure',
      label: l('Phân loại công khai', 'Disclosure'),
      help: l(
        'Theo Luật Dữ liệu. Ví dụ: Công khai có điều kiện.',
        'Under the Data Law. Example: public under conditions.',
      ),
      type: 'enum',
      values: DISCLOSURES,
      depth: 'minimal',
      demand: 'L',
      required: true,
      legalBasis: { current_2025: 'Điều 21 Luật Dữ liệu số 60/2024/QH15' },
      synonyms: ['mức công khai', 'mức độ công khai', 'mức độ truy cập', 'công khai'],
    }),
    field({
      id: 'userGroup',
      label: l('Đối tượng khai thác, sử dụng', 'Users'),
      help: l(
        'Ai được khai thác; để trống thì hiểu theo các ô chia sẻ. Ví dụ: Cơ quan trong tỉnh; Bộ, ngành.',
        'Who may use it; left empty, the sharing cells tell. Example: agencies in the province; ministries.',
      ),
      type: 'multi',
      values: [
        allowed('co_quan_trong_tinh', 'Cơ quan trong tỉnh', 'Agencies in the province', [
          'trong tỉnh',
          'các cơ quan trong tỉnh',
          'sở, ngành',
        ]),
        allowed('bo_nganh', 'Bộ, ngành trung ương', 'Ministries', ['bộ ngành', 'bộ, ngành', 'trung ương']),
        allowed('co_quan_khac', 'Cơ quan khác', 'Other agencies', [
          'ngoài tỉnh',
          'cơ quan nhà nước khác',
          'tỉnh khác',
        ]),
        allowed('doanh_nghiep', 'Doanh nghiệp', 'Businesses', ['DN', 'tổ chức, doanh nghiệp', 'tổ chức']),
        allowed('nguoi_dan', 'Người dân', 'Citizens', ['công dân', 'cá nhân', 'người dân, doanh nghiệp']),
      ],
      depth: 'regulated',
      demand: 'L',
      required: true,
      answeredBy: ['accessClass', ...ACCESS_BY_USER],
      legalBasis: { nd47_2020: d11, current_2025: PROVINCE_FORM },
      synonyms: [
        'đối tượng',
        'đối tượng sử dụng',
        'đối tượng khai thác',
        'người sử dụng',
        'đối tượng được chia sẻ',
      ],
    }),
    accessFor('accessProvince', 'cơ quan trong tỉnh', 'agencies in the province', [
      'trong tỉnh',
      'cơ quan trong tỉnh',
    ]),
    accessFor('accessMinistry', 'bộ, ngành', 'ministries', ['bộ, ngành', 'bộ ngành']),
    accessFor('accessOther', 'cơ quan khác', 'other agencies', ['cơ quan khác', 'ngoài tỉnh']),
    accessFor('accessBusiness', 'doanh nghiệp', 'businesses', ['doanh nghiệp']),
    accessFor('accessCitizen', 'người dân', 'citizens', ['người dân']),
    field({
      id: 'personalData',
      label: l('Hạng mục chứa dữ liệu cá nhân', 'The item holds personal data'),
      help: l(
        'Họ tên, số định danh, điện thoại… là dữ liệu cá nhân. Ví dụ: Có, dữ liệu cá nhân cơ bản.',
        'Names, identity numbers, phones are personal data. Example: basic.',
      ),
      type: 'enum',
      values: PERSONAL_DATA,
      depth: 'regulated',
      demand: 'L',
      required: true,
      legalBasis: {
        nd47_2020: 'Khoản 1 Điều 20 Nghị định số 47/2020/NĐ-CP',
        current_2025: 'Điều 3, Điều 4 Nghị định số 356/2025/NĐ-CP',
      },
      synonyms: [
        'dữ liệu cá nhân',
        'có dữ liệu cá nhân',
        'chứa thông tin cá nhân',
        'dữ liệu cá nhân của hạng mục',
      ],
    }),
    field({
      id: 'aggregationStatement',
      label: l('Xác nhận đã tổng hợp hoặc khử nhận dạng', 'Statement that it is aggregated or anonymised'),
      help: l(
        'Ai xác nhận, bằng cách nào. Ví dụ: Công chức Tư pháp xác nhận chỉ còn số liệu tổng theo thôn.',
        'Who confirms it and how. Example: the justice officer confirms that only totals by hamlet remain.',
      ),
      type: 'longtext',
      depth: 'regulated',
      demand: 'L',
      legalBasis: {
        nd47_2020: 'Khoản 1 Điều 20 Nghị định số 47/2020/NĐ-CP',
        current_2025: 'Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15',
      },
      synonyms: ['khử nhận dạng', 'ẩn danh', 'xác nhận tổng hợp', 'cam kết ẩn danh'],
    }),
    field({
      id: 'isCodeList',
      label: l('Là dữ liệu danh mục dùng chung', 'Is a shared code list'),
      help: l(
        'Bảng mã do cơ quan có thẩm quyền ban hành. Ví dụ: Danh mục dân tộc.',
        'A code list issued by the competent agency. Example: list of ethnic groups.',
      ),
      type: 'bool',
      demand: 'L',
      legalBasis: { nd47_2020: 'Khoản 1 Điều 34 Nghị định số 47/2020/NĐ-CP' },
      synonyms: ['danh mục dùng chung', 'dữ liệu danh mục'],
    }),
    field({
      id: 'isMaster',
      label: l('Là dữ liệu chủ', 'Is master data'),
      help: l(
        'Dữ liệu gốc để nhận biết, mô tả đối tượng. Ví dụ: Thông tin hộ kinh doanh.',
        'Core data that identifies and describes entities. Example: household businesses.',
      ),
      type: 'bool',
      demand: 'L',
      legalBasis: {
        nd47_2020: 'Khoản 1 Điều 34 Nghị định số 47/2020/NĐ-CP',
        current_2025: 'Điều 5 Nghị định số 278/2025/NĐ-CP',
      },
      synonyms: ['dữ liệu chủ'],
    }),
    field({
      id: 'shareMethodNew',
      label: l('Phương thức kết nối, chia sẻ', 'Method of connection and sharing'),
      help: l(
        'Theo Nghị định 278/2025. Ví dụ: Truy vấn qua nền tảng chia sẻ, điều phối dữ liệu.',
        'Under Decree 278/2025. Example: query through the national platform.',
      ),
      type: 'enum',
      values: [
        {
          ...allowed(
            'query_ndop',
            'Truy vấn qua nền tảng chia sẻ, điều phối dữ liệu',
            'Query through the sharing platform',
            ['NDOP', 'truy vấn', 'API'],
          ),
          onlyIn: 'current_2025',
        },
        {
          ...allowed(
            'sync_ndop',
            'Đồng bộ một phần hoặc toàn bộ qua nền tảng',
            'Synchronised through the platform',
            ['đồng bộ', 'đồng bộ qua NDOP'],
          ),
          onlyIn: 'current_2025',
        },
        {
          ...allowed(
            'sync_synthetic',
            'Đồng bộ lên CSDL tổng hợp quốc gia',
            'Synchronised to the national synthetic database',
            ['CSDL tổng hợp quốc gia'],
          ),
          onlyIn: 'current_2025',
        },
        {
          ...allowed('packaged_media', 'Đóng gói, lưu trên phương tiện lưu trữ', 'Packaged on media', [
            'đóng gói',
            'USB',
            'tệp',
            'Excel',
          ]),
          onlyIn: 'current_2025',
        },
      ],
      legalBasis: { current_2025: 'Điều 7 Nghị định số 278/2025/NĐ-CP' },
      synonyms: ['phương thức chia sẻ', 'phương thức kết nối', 'phương thức chia sẻ mới'],
    }),
    field({
      id: 'listKind',
      label: l('Loại dữ liệu theo QĐ 2439/QĐ-TTg', 'Kind under Decision 2439/QĐ-TTg'),
      help: l(
        'Danh sách mà hạng mục thuộc về; có thể nhiều. Ví dụ: Dữ liệu gốc – giao dịch, nghiệp vụ.',
        'Lists that the item belongs to. Example: original – transactions.',
      ),
      type: 'multi',
      values: [
        allowed('goc_danh_muc', 'Dữ liệu gốc – danh mục dùng chung', 'Original – code lists', [
          'gốc-danh mục',
        ]),
        allowed('goc_du_lieu_chu', 'Dữ liệu gốc – dữ liệu chủ', 'Original – master data', [
          'gốc-dữ liệu chủ',
        ]),
        allowed('goc_giao_dich', 'Dữ liệu gốc – giao dịch, nghiệp vụ', 'Original – transactions', [
          'gốc-giao dịch',
          'nghiệp vụ',
        ]),
        allowed('can_thu_thap', 'Cần thu thập từ đơn vị khác', 'To be collected from others', [
          'cần thu thập',
        ]),
        allowed('nguon_mo', 'Từ nguồn mở', 'From open sources', ['nguồn mở']),
        allowed('tong_hop', 'Dữ liệu tổng hợp', 'Aggregated', ['tổng hợp']),
        allowed('mo', 'Dữ liệu mở', 'Open', ['mở']),
        allowed('chia_se', 'Dữ liệu chia sẻ', 'Shared', ['chia sẻ']),
      ],
      demand: 'P',
      legalBasis: { current_2025: 'Quyết định số 2439/QĐ-TTg' },
      synonyms: ['loại dữ liệu', 'loại theo QĐ 2439', 'phân loại dữ liệu'],
    }),
    field({
      id: 'sectorLaw',
      label: l(
        'Pháp luật chuyên ngành cho phép hoặc hạn chế chia sẻ',
        'Sector law that allows or limits sharing',
      ),
      help: l(
        'Văn bản, điều khoản. Ví dụ: Luật Hộ tịch, quy định về khai thác thông tin hộ tịch.',
        'Document and article. Example: Civil Status Law, rules on use of the data.',
      ),
      type: 'longtext',
      demand: 'P',
      legalBasis: { nd47_2020: 'Kế hoạch, quy chế của tỉnh thực hiện Nghị định số 47/2020/NĐ-CP' },
      synonyms: [
        'căn cứ pháp luật chuyên ngành',
        'luật chuyên ngành',
        'căn cứ chia sẻ',
        'quy định chuyên ngành',
      ],
    }),
    ...guardFields(),
    ...commonFields(),
  ],
})
