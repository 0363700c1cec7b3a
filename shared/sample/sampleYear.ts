// The sample's year: the plan and the data check of 2026, half done as it is in November, the leader in charge of data,
// tasks with times as plans write them, data already posted, a text under review and an obstacle.
import { link, type SampleRecord } from './record.ts'
import { databaseLink } from './sampleDatabases.ts'
import { unitLink } from './sampleUnits.ts'

const PLAN = 'Kế hoạch kiểm tra, đánh giá dữ liệu năm 2026 (mẫu)'
const CHECK = 'Kiểm tra, đánh giá dữ liệu năm 2026'

export const sampleLeaders: readonly SampleRecord[] = [
  {
    key: 'leader-xa',
    register: 'data-leader',
    set: {
      unit: unitLink('xa'),
      name: 'Phan Văn Mẫu Sơn',
      position: 'Phó Chủ tịch Ủy ban nhân dân xã',
      phone: '0900000031',
      email: 'mau31@xamau.example',
      role: 'lanh_dao',
      assignDoc: '15/TB-UBND ngày 12/01/2026 của UBND xã Mẫu',
      from: '2026-01-12',
    },
  },
]

export const samplePlans: readonly SampleRecord[] = [
  {
    key: 'plan-2026',
    register: 'check-plan',
    set: {
      name: PLAN,
      year: 2026,
      level: 'co_quan',
      databases: [databaseLink('ho-kinh-doanh'), databaseLink('danh-ba-thon')],
      contents: ['chat_luong', 'chia_se', 'duy_tri', 'kiem_ke', 'tuan_thu'],
      timeFrom: '2026-11-02',
      timeTo: '2026-12-04',
      team: 'Tổ kiểm tra của Văn phòng HĐND và UBND, Phòng Kinh tế',
      approver: 'Chủ tịch Ủy ban nhân dân xã Mẫu',
      docNo: '25/KH-UBND',
      docDate: '2026-10-12',
    },
  },
]

export const sampleChecks: readonly SampleRecord[] = [
  {
    key: 'check-2026',
    register: 'data-check',
    set: {
      name: CHECK,
      unit: unitLink('xa'),
      year: 2026,
      periodFrom: '2025-12-15',
      periodTo: '2026-12-14',
      plan: link('plan-2026', PLAN),
      conclusion:
        'Dữ liệu của xã được cập nhật đều. Danh bạ thôn còn mã đơn vị hành chính cũ và chưa có quy chế khai thác.',
      grade: 'kha',
      shortcomings: 'Danh bạ thôn nhận bàn giao từ hai xã cũ, chưa chuẩn hóa mã vì thiếu người.',
      preparedBy: 'Nguyễn Thị Mẫu An',
      dueAt: '2026-12-18',
      sentTo: ['so_khcn'],
    },
  },
]

export const sampleCheckParts: readonly SampleRecord[] = [
  {
    key: 'check-2026-hkd',
    register: 'data-check-database',
    set: {
      database: databaseLink('ho-kinh-doanh'),
      check: link('check-2026', CHECK),
      itemCount: 3,
      recordCount: 186,
      recordChange: 12,
      inventory: 'Đủ 3 hạng mục; thêm 12 hộ mới đăng ký trong năm.',
      compliance: 'dat',
      complianceTechnical: 'dat',
      complianceCodeLists: 'dat',
      accuracy: 'tot',
      accuracyPercent: 98,
      accuracyMethod: 'Chọn 100 bản ghi, đối chiếu giấy chứng nhận đăng ký hộ kinh doanh',
      integrity: 'tot',
      integrityPercent: 97,
      anomalies: 4,
      anomalyKinds: ['trung'],
      anomalyNote: '4 hộ ghi hai lần do đổi địa chỉ.',
      upkeep: 'Phòng Kinh tế cập nhật hằng tuần; không gián đoạn.',
      upkeepLogs: false,
      lastUpdatedAt: '2026-11-13',
      sharing: 'Gửi danh sách cho Công an xã và cơ quan thuế hằng quý.',
      sharingUsers: 'Công an xã; cơ quan thuế',
      sharingPurpose: 'Quản lý địa bàn; quản lý thuế',
      sharingConforms: 'co',
      grade: 'tot',
    },
  },
  {
    key: 'check-2026-thon',
    register: 'data-check-database',
    set: {
      database: databaseLink('danh-ba-thon'),
      check: link('check-2026', CHECK),
      itemCount: 2,
      recordCount: 96,
      inventory: 'Đủ 2 hạng mục.',
      compliance: 'chua_dat',
      complianceCodeLists: 'chua_dat',
      complianceRegulation: 'chua_dat',
      complianceReason: 'Còn 31 bản ghi dùng mã xã cũ; chưa có quy chế khai thác.',
      accuracy: 'kha',
      accuracyPercent: 88,
      accuracyMethod: 'Gọi điện kiểm tra toàn bộ',
      integrity: 'trung_binh',
      anomalies: 31,
      anomalyKinds: ['qua_cu', 'sai_tham_chieu'],
      upkeep: 'Cập nhật khi có thay đổi người.',
      upkeepLogs: false,
      lastUpdatedAt: '2026-09-30',
      sharing: 'Dùng trong nội bộ UBND xã.',
      sharingConforms: 'co',
      conclusion: 'Dùng được; phải chuẩn hóa mã trước kỳ sau.',
      grade: 'can_khac_phuc',
    },
  },
  {
    key: 'check-2026-action',
    register: 'data-check-action',
    set: {
      work: 'Thay mã xã cũ bằng mã hiện hành ở 31 bản ghi của danh bạ thôn',
      check: link('check-2026', CHECK),
      database: databaseLink('danh-ba-thon'),
      responsible: unitLink('vp'),
      dueAt: '2027-03-31',
      budget: 0,
      budgetSource: 'Không phát sinh kinh phí',
      status: 'dang',
    },
  },
]

export const sampleTasks: readonly SampleRecord[] = [
  {
    key: 'task-review',
    register: 'task',
    set: {
      title: 'Rà soát cơ sở dữ liệu, hệ thống thông tin đã và đang thực hiện',
      category: 'csdl_httt',
      lead: [unitLink('vp')],
      support: [unitLink('kt'), unitLink('vhxh')],
      timeText: 'Quý II/2026; những năm tiếp theo duy trì thường xuyên',
      timeRule: ['mot_lan', 'thuong_xuyen'],
      dueDate: '2026-06-30',
      deliverable: 'Báo cáo kết quả rà soát',
      status: 'xong',
      doneAt: '2026-06-24',
      product: '45/BC-UBND ngày 24/06/2026 (mẫu)',
      basisDoc: 'Kế hoạch số 10/KH-UBND ngày 20/01/2026 (mẫu)',
    },
  },
  {
    key: 'task-check',
    register: 'task',
    set: {
      title: 'Kiểm tra, đánh giá, duy trì dữ liệu và báo cáo kết quả',
      category: 'kiem_tra',
      lead: [unitLink('vp'), unitLink('kt'), unitLink('vhxh')],
      support: [unitLink('so-khcn')],
      timeText: 'Trước ngày 20/12 hằng năm',
      timeRule: ['hang_nam'],
      dueDate: '2026-12-18',
      deliverable: 'Báo cáo kết quả kiểm tra, đánh giá',
      status: 'dang',
      basisDoc: 'Kế hoạch số 10/KH-UBND ngày 20/01/2026 (mẫu)',
    },
  },
  {
    key: 'task-open',
    register: 'task',
    set: {
      title: 'Rà soát danh mục dữ liệu mở, cập nhật dữ liệu đã công bố',
      category: 'du_lieu_mo',
      leadClass: ['xa'],
      support: [unitLink('so-khcn')],
      timeText: 'Định kỳ 6 tháng một lần',
      timeRule: ['dinh_ky'],
      dueDate: '2026-12-31',
      deliverable: 'Danh mục dữ liệu mở đã rà soát',
      status: 'dang',
      basisDoc: 'Kế hoạch của tỉnh Mẫu về dữ liệu (mẫu)',
    },
  },
]

export const samplePosted: readonly SampleRecord[] = [
  {
    key: 'posted-di-tich',
    register: 'posted-data',
    set: {
      name: 'Danh sách di tích, lễ hội đăng trên trang thông tin của xã',
      address: 'https://xamau.tinhmau.example/di-tich',
      channel: 'trang_co_quan',
      form: 'van_ban',
      sourceDb: databaseLink('di-tich'),
      reviewedAt: '2026-11-10',
      classification: 'du_lieu_mo',
      reason: 'Chỉ có tên, địa điểm, cấp xếp hạng; không có thông tin cá nhân.',
      noticeWay: 'Ghi chú “Dữ liệu mở” dưới bài đăng',
      noticeAt: '2026-11-12',
      dataset: link('ds-di-tich', 'Danh mục di tích, lễ hội xã Mẫu'),
    },
  },
  {
    key: 'posted-thon',
    register: 'posted-data',
    set: {
      name: 'Danh bạ trưởng thôn đăng trên trang thông tin của xã',
      address: 'https://xamau.tinhmau.example/danh-ba',
      channel: 'trang_co_quan',
      form: 'bang',
      sourceDb: databaseLink('danh-ba-thon'),
      reviewedAt: '2026-11-10',
      classification: 'khong_thuoc',
      reason: 'Có họ tên, điện thoại của cá nhân.',
      noticeWay: 'Ghi chú “Không thuộc dữ liệu mở” trên trang',
      noticeAt: '2026-11-12',
    },
  },
]

export const sampleReviews: readonly SampleRecord[] = [
  {
    key: 'legal-dat-dai',
    register: 'legal-review',
    set: {
      docNo: 'Quyết định số 12/2021/QĐ-UBND (mẫu)',
      issuedAt: '2021-06-15',
      issuer: 'Ủy ban nhân dân tỉnh Mẫu',
      title: 'Quy chế quản lý, khai thác dữ liệu đất đai trên địa bàn tỉnh Mẫu',
      reviewAim: ['don_gian_hoa', 'han_che_chia_se'],
      clause: 'Điểm b khoản 2 Điều 7',
      limitText: 'Yêu cầu văn bản giấy cho mỗi lần tra cứu, dù cơ quan đã có tài khoản.',
      cutPapers: 'Văn bản đề nghị tra cứu bằng giấy',
      authority: 'tinh',
      proposal: 'sua_doi',
      reason: 'Cho tra cứu trực tuyến theo tài khoản đã cấp, hệ thống ghi nhật ký thay cho văn bản giấy.',
      dueAt: '2027-03-31',
      status: 'da_de_xuat',
      inForce: 'con',
    },
  },
]

export const sampleObstacles: readonly SampleRecord[] = [
  {
    key: 'obstacle-ho-tich',
    register: 'obstacle',
    set: {
      description:
        'Không tra cứu được dữ liệu hộ tịch của hai xã cũ sau sắp xếp, phải gọi điện xác minh từng hồ sơ',
      kind: 'ha_tang',
      database: databaseLink('ho-tich'),
      service: 'Tra cứu thông tin khai sinh',
      reporter: unitLink('xa'),
      provider: unitLink('btp'),
      level: 'don_vi_chuyen_trach',
      receivedAt1: '2026-11-03',
      receivedAt2: '2026-11-16',
      dueAt: '2026-11-25',
      status: 'chuyen_cap',
    },
  },
]
