// Review of legal texts (rà soát văn bản): what in them limits connecting and sharing data or keeps papers that data make
// needless, whose power they are in, and what is proposed.
import { allowed, commonFields, l, nd47 } from './common.ts'
import { defineRegister, field } from './define.ts'

const FORM = 'Biểu thống kê văn bản quy phạm pháp luật của Bộ Công an'
const PLAN = 'Kế hoạch của cơ quan có thẩm quyền về rà soát văn bản'
const ANNEX = { nd47_2020: FORM, current_2025: FORM } as const
const BASIS = { nd47_2020: PLAN, current_2025: PLAN } as const

export const legalReview = defineRegister({
  id: 'legal-review',
  label: l('Rà soát văn bản', 'Review of legal texts'),
  singular: l('Văn bản được rà soát', 'Reviewed text'),
  help: l(
    'Văn bản có nội dung hạn chế kết nối, chia sẻ dữ liệu hoặc cần sửa để giảm giấy tờ: thuộc thẩm quyền ai, đề xuất gì.',
    'Texts that limit sharing, or that could be simpler: whose they are, what is proposed.',
  ),
  group: 'tasks',
  nameField: 'docNo',
  matchKey: ['docNo', 'clause'],
  nilAnswer: true,
  fields: [
    field({
      id: 'docNo',
      label: l('Số, ký hiệu văn bản', 'Number and symbol'),
      help: l(
        'Tên loại, số, ký hiệu. Ví dụ: Quyết định số 12/2021/QĐ-UBND.',
        'Kind, number and symbol. Example: Quyết định số 12/2021/QĐ-UBND.',
      ),
      type: 'text',
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: ANNEX,
      synonyms: [
        'số, ký hiệu',
        'số ký hiệu',
        'tên loại, số, ký hiệu',
        'văn bản',
        'số văn bản',
        'tên văn bản',
        'văn bản quy phạm pháp luật',
        'văn bản QPPL',
      ],
    }),
    field({
      id: 'issuedAt',
      label: l('Ngày, tháng, năm ban hành', 'Issued on'),
      help: l('Ngày ký ban hành. Ví dụ: 15/06/2021.', 'Day of issue. Example: 15/06/2021.'),
      type: 'date',
      depth: 'minimal',
      demand: 'P',
      legalBasis: ANNEX,
      synonyms: ['ngày ban hành', 'ngày tháng năm ban hành', 'ngày, tháng ban hành', 'ngày văn bản'],
    }),
    field({
      id: 'issuer',
      label: l('Cơ quan ban hành', 'Issued by'),
      help: l('Ví dụ: Ủy ban nhân dân tỉnh Mẫu.', 'Example: Ủy ban nhân dân tỉnh Mẫu.'),
      type: 'text',
      depth: 'minimal',
      synonyms: ['đơn vị ban hành', 'nơi ban hành'],
    }),
    field({
      id: 'title',
      label: l('Trích yếu', 'Subject'),
      help: l(
        'Trích yếu nội dung. Ví dụ: Quy chế quản lý, khai thác dữ liệu đất đai.',
        'Subject. Example: regulation on land data.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: ANNEX,
      synonyms: ['trích yếu nội dung', 'trích yếu văn bản', 'nội dung trích yếu'],
    }),
    field({
      id: 'reviewAim',
      label: l('Mục đích rà soát', 'Looked at for'),
      help: l(
        'Chọn được nhiều. Ví dụ: Quy định hạn chế kết nối, chia sẻ dữ liệu.',
        'Several may be chosen. Example: limits on sharing.',
      ),
      type: 'multi',
      values: [
        allowed('han_che_chia_se', 'Quy định hạn chế kết nối, chia sẻ dữ liệu', 'Limits on sharing', [
          'hạn chế chia sẻ',
          'hạn chế kết nối, chia sẻ',
        ]),
        allowed('don_gian_hoa', 'Đơn giản hóa thủ tục trên cơ sở dữ liệu đã chia sẻ', 'Simpler procedures', [
          'đơn giản hóa thủ tục',
          'cắt giảm giấy tờ',
        ]),
        allowed('can_cu_het_hieu_luc', 'Căn cứ đã hết hiệu lực', 'Rests on a repealed text', [
          'căn cứ hết hiệu lực',
        ]),
      ],
      depth: 'regulated',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['nội dung rà soát'],
    }),
    field({
      id: 'clause',
      label: l('Điều, khoản, điểm', 'Clause'),
      help: l('Chỗ cần sửa. Ví dụ: Điểm b khoản 2 Điều 7.', 'The place. Example: Điểm b khoản 2 Điều 7.'),
      type: 'text',
      depth: 'regulated',
      synonyms: ['điều khoản', 'điều, khoản', 'quy định cụ thể'],
    }),
    field({
      id: 'limitText',
      label: l('Nội dung hạn chế kết nối, chia sẻ', 'What limits sharing'),
      help: l(
        'Chép hoặc tóm tắt quy định. Ví dụ: yêu cầu nộp bản sao giấy dù dữ liệu đã có.',
        'Copy or sum it up. Example: a paper copy is asked for though the data are held.',
      ),
      type: 'longtext',
      depth: 'minimal',
      demand: 'L',
      legalBasis: { nd47_2020: nd47('Khoản 4 Điều 55'), current_2025: PLAN },
      synonyms: [
        'nội dung hạn chế',
        'nội dung cản trở kết nối, chia sẻ',
        'quy định cản trở',
        'nội dung bất cập',
      ],
    }),
    field({
      id: 'cutPapers',
      label: l('Giấy tờ, bước thủ tục có thể bỏ', 'Papers or steps to drop'),
      help: l(
        'Giấy tờ, bước không còn cần khi đã có dữ liệu. Ví dụ: bản sao sổ hộ khẩu.',
        'What is needless once the data are shared. Example: copy of the household book.',
      ),
      type: 'longtext',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['giấy tờ cắt giảm', 'thủ tục cắt giảm', 'phương án đơn giản hóa'],
      when: { field: 'reviewAim', is: ['don_gian_hoa'] },
    }),
    field({
      id: 'authority',
      label: l('Thẩm quyền', 'Whose power'),
      help: l(
        'Ai có quyền sửa văn bản. Ví dụ: Của tỉnh (HĐND, UBND).',
        'Who may change it. Example: the province.',
      ),
      type: 'enum',
      values: [
        allowed('don_vi', 'Của đơn vị', 'The office', ['đơn vị', 'cơ quan', 'của cơ quan']),
        allowed('tinh', 'Của tỉnh (HĐND, UBND)', 'The province', [
          'tỉnh',
          'của tỉnh',
          'HĐND, UBND tỉnh',
          'thuộc thẩm quyền của tỉnh',
        ]),
        allowed('trung_uong', 'Của Trung ương', 'Central government', [
          'trung ương',
          'bộ, ngành',
          'ngoài thẩm quyền của tỉnh',
        ]),
      ],
      depth: 'minimal',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['thẩm quyền ban hành', 'thẩm quyền xử lý', 'thẩm quyền sửa đổi'],
    }),
    field({
      id: 'proposal',
      label: l('Đề xuất', 'Proposal'),
      help: l('Hướng xử lý. Ví dụ: Sửa đổi.', 'What is proposed. Example: amend.'),
      type: 'enum',
      values: [
        allowed('sua_doi', 'Sửa đổi', 'Amend', ['sửa']),
        allowed('bo_sung', 'Bổ sung', 'Add to'),
        allowed('thay_the', 'Thay thế', 'Replace'),
        allowed('bai_bo', 'Bãi bỏ', 'Repeal', ['hủy bỏ']),
        allowed('giu_nguyen', 'Giữ nguyên', 'Keep', ['không sửa', 'giữ']),
      ],
      depth: 'minimal',
      demand: 'P',
      required: true,
      legalBasis: BASIS,
      synonyms: ['kiến nghị', 'đề xuất xử lý', 'đề xuất, kiến nghị', 'hướng xử lý'],
    }),
    field({
      id: 'reason',
      label: l('Lý do; nội dung đề xuất', 'Reason; what is proposed'),
      help: l(
        'Vì sao và sửa thế nào. Ví dụ: dữ liệu đã có ở Cơ sở dữ liệu quốc gia về dân cư, bỏ yêu cầu nộp bản sao.',
        'Why, and how. Example: the national database holds it, drop the paper copy.',
      ),
      type: 'longtext',
      depth: 'minimal',
      synonyms: ['lý do', 'nội dung đề xuất', 'lý do đề xuất'],
    }),
    field({
      id: 'dueAt',
      label: l('Thời hạn', 'Due'),
      help: l('Ngày phải xử lý xong. Ví dụ: 31/03/2027.', 'When it is to be settled. Example: 31/03/2027.'),
      type: 'date',
      depth: 'regulated',
      demand: 'P',
      legalBasis: BASIS,
      synonyms: ['hạn xử lý', 'thời hạn xử lý', 'thời hạn hoàn thành'],
    }),
    field({
      id: 'status',
      label: l('Tình trạng', 'Status'),
      help: l('Việc xử lý đến đâu. Ví dụ: Đã đề xuất.', 'How far it has come. Example: proposed.'),
      type: 'enum',
      values: [
        allowed('chua', 'Chưa xử lý', 'Not begun', ['chưa', 'chưa triển khai']),
        allowed('dang', 'Đang xử lý', 'Under way', ['đang', 'đang triển khai', 'đang rà soát']),
        allowed('da_de_xuat', 'Đã đề xuất', 'Proposed', ['đã kiến nghị', 'đã trình']),
        allowed('xong', 'Đã xử lý xong', 'Settled', ['xong', 'đã triển khai', 'đã ban hành', 'hoàn thành']),
      ],
      depth: 'minimal',
      demand: 'P',
      legalBasis: ANNEX,
      synonyms: ['tình trạng triển khai', 'trạng thái', 'kết quả xử lý'],
    }),
    field({
      id: 'inForce',
      label: l('Hiệu lực', 'In force'),
      help: l(
        'Hiệu lực của văn bản hiện nay. Ví dụ: Còn hiệu lực.',
        'Whether it is in force. Example: in force.',
      ),
      type: 'enum',
      values: [
        allowed('con', 'Còn hiệu lực', 'In force', ['còn']),
        allowed('mot_phan', 'Hết hiệu lực một phần', 'Partly repealed', ['một phần']),
        allowed('het', 'Hết hiệu lực toàn bộ', 'Repealed', ['hết', 'hết hiệu lực']),
      ],
      depth: 'minimal',
      synonyms: ['còn hiệu lực?', 'tình trạng hiệu lực', 'hiệu lực văn bản'],
    }),
    ...commonFields().filter((f) => f.id !== 'sourceDoc'),
  ],
})
