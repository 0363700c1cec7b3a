// Lists of people, tasks and reviews: who leads, what a plan asks for, what was posted, which documents hinder sharing, what
// stands in the way, and the plan of the yearly check.
import { l } from '../registers/common.ts'
import type { ReportDefinition } from './reports.ts'

const systemList: ReportDefinition = {
  id: 'system-list',
  register: 'information-system',
  sheet: 'Danh mục HTTT',
  title: l('Danh mục hệ thống thông tin', 'List of information systems'),
  columns: [
    { field: 'name' },
    { field: 'domain' },
    { field: 'owner' },
    { field: 'operator' },
    { field: 'systemType' },
    { field: 'scopeScaleUsers' },
    { field: 'yearDeployed', centred: true },
    { field: 'acquisition' },
    { field: 'connectionStatus' },
    { field: 'reviewStatus' },
    { field: 'proposal' },
    { field: 'note' },
  ],
  counted: l('hệ thống thông tin', 'information systems'),
  fileName: 'danh-muc-he-thong-thong-tin',
}

const dataLeaderList: ReportDefinition = {
  id: 'data-leader-list',
  register: 'data-leader',
  sheet: 'Lãnh đạo phụ trách',
  title: l('Danh sách lãnh đạo phụ trách về dữ liệu', 'List of leaders in charge of data'),
  columns: [
    { field: 'unit', heading: l('Đơn vị', 'Unit') },
    { field: 'name' },
    { field: 'position' },
    { field: 'phone' },
    { field: 'email', heading: l('Email', 'Email') },
    { field: 'role' },
    { field: 'assignDoc' },
    { field: 'note' },
  ],
  counted: l('lãnh đạo', 'leaders'),
  fileName: 'danh-sach-lanh-dao-phu-trach-du-lieu',
}

/** The annexes of three plans name their columns differently; an office follows the plan it is under. */
const taskList: ReportDefinition = {
  id: 'task-list',
  register: 'task',
  sheet: 'Nhiệm vụ',
  title: l('Danh mục nhiệm vụ và kết quả thực hiện', 'Tasks and how far they are'),
  columns: [
    { field: 'title' },
    { field: 'lead' },
    { field: 'support' },
    { field: 'timeText' },
    { field: 'deliverable' },
    { field: 'status', centred: true },
    { field: 'product' },
    { field: 'note' },
  ],
  columnsIn: {
    'tuyen-quang': [
      { field: 'title', heading: l('Nội dung thực hiện', 'Content') },
      { field: 'lead', heading: l('Đơn vị chủ trì', 'Lead') },
      { field: 'support', heading: l('Đơn vị phối hợp', 'Support') },
      { field: 'timeText', heading: l('Thời gian thực hiện', 'Time') },
      { field: 'note', heading: l('Ghi chú', 'Note') },
    ],
    'bo-khcn': [
      { field: 'title', heading: l('Nội dung thực hiện', 'Content') },
      { field: 'lead', heading: l('Cơ quan chủ trì', 'Lead') },
      { field: 'support', heading: l('Cơ quan phối hợp', 'Support') },
      { field: 'timeText', heading: l('Thời gian hoàn thành', 'Time') },
      { field: 'deliverable', heading: l('Sản phẩm dự kiến hoàn thành', 'Deliverable') },
    ],
    'son-la': [
      { field: 'title', heading: l('Nhiệm vụ, giải pháp', 'Task') },
      { field: 'lead', heading: l('Cơ quan chủ trì', 'Lead') },
      { field: 'support', heading: l('Cơ quan phối hợp', 'Support') },
      { field: 'timeText', heading: l('Thời gian', 'Time') },
    ],
  },
  counted: l('nhiệm vụ', 'tasks'),
  fileName: 'danh-muc-nhiem-vu',
}

const postedDataReview: ReportDefinition = {
  id: 'posted-data-review',
  register: 'posted-data',
  sheet: 'Dữ liệu đã đăng tải',
  title: l('Kết quả rà soát dữ liệu đã đăng tải', 'Review of data already posted'),
  columns: [
    { field: 'name' },
    { field: 'address' },
    { field: 'channel' },
    { field: 'form', centred: true },
    { field: 'sourceDb' },
    { field: 'postedAt' },
    { field: 'reviewedAt' },
    { field: 'classification' },
    { field: 'reason' },
    { field: 'note' },
  ],
  counted: l('dữ liệu đã đăng tải', 'posted data'),
  fileName: 'ra-soat-du-lieu-da-dang-tai',
}

const legalReviewList: ReportDefinition = {
  id: 'legal-review-list',
  register: 'legal-review',
  sheet: 'Rà soát văn bản',
  title: l('Danh mục văn bản rà soát', 'Documents reviewed'),
  columns: [
    { field: 'docNo' },
    { field: 'issuedAt' },
    { field: 'issuer' },
    { field: 'title' },
    { field: 'clause' },
    { field: 'limitText' },
    { field: 'authority' },
    { field: 'proposal' },
    { field: 'reason' },
    { field: 'dueAt' },
    { field: 'status' },
    { field: 'note' },
  ],
  counted: l('văn bản', 'documents'),
  fileName: 'danh-muc-van-ban-ra-soat',
}

const obstacleList: ReportDefinition = {
  id: 'obstacle-list',
  register: 'obstacle',
  sheet: 'Khó khăn, vướng mắc',
  title: l('Danh mục khó khăn, vướng mắc', 'Obstacles'),
  columns: [
    { field: 'kind' },
    { field: 'description' },
    { field: 'database' },
    { field: 'reporter' },
    { field: 'provider' },
    { field: 'level' },
    { field: 'dueAt' },
    { field: 'resolution' },
    { field: 'resolutionDoc' },
    { field: 'status' },
  ],
  counted: l('khó khăn, vướng mắc', 'obstacles'),
  fileName: 'danh-muc-kho-khan-vuong-mac',
}

const checkPlan: ReportDefinition = {
  id: 'check-plan',
  register: 'check-plan',
  sheet: 'Kế hoạch kiểm tra',
  title: l('Kế hoạch kiểm tra, đánh giá, duy trì dữ liệu', 'Plan of the data check'),
  columns: [
    { field: 'name' },
    { field: 'databases' },
    { field: 'contents' },
    { field: 'timeFrom' },
    { field: 'timeTo' },
    { field: 'team' },
    { field: 'approver' },
    { field: 'docNo' },
    { field: 'note' },
  ],
  counted: l('kế hoạch', 'plans'),
  fileName: 'ke-hoach-kiem-tra-du-lieu',
}

export const workReports: readonly ReportDefinition[] = [
  systemList,
  dataLeaderList,
  taskList,
  postedDataReview,
  legalReviewList,
  obstacleList,
  checkPlan,
]
