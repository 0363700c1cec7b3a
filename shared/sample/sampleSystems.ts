// The sample's systems: those of the province and the ministries that the commune uses, two of its own with their security
// levels, and this year's report of Mẫu số 08, half done as it is in November.
import { link, type SampleRecord, type SampleValue } from './record.ts'
import { unitLink } from './sampleUnits.ts'

const SITE = 'Trang thông tin điện tử xã Mẫu'
const RADIO = 'Hệ thống truyền thanh thông minh xã Mẫu'

// Key, province's code, name, owner, operator, role, since.
const USED: readonly (readonly [
  string,
  string,
  string,
  string,
  string,
  'nhap_cap_nhat' | 'chi_khai_thac',
  number,
])[] = [
  [
    'dvc',
    'HT-01',
    'Hệ thống giải quyết thủ tục hành chính của tỉnh',
    'ubnd-tinh',
    'so-khcn',
    'nhap_cap_nhat',
    2022,
  ],
  [
    'qlvb',
    'HT-02',
    'Hệ thống quản lý văn bản và điều hành của tỉnh',
    'ubnd-tinh',
    'so-khcn',
    'nhap_cap_nhat',
    2018,
  ],
  ['bao-cao', 'HT-03', 'Hệ thống báo cáo của tỉnh', 'ubnd-tinh', 'so-khcn', 'nhap_cap_nhat', 2020],
  [
    'phan-anh',
    'HT-04',
    'Hệ thống phản ánh, kiến nghị của tỉnh',
    'ubnd-tinh',
    'so-khcn',
    'chi_khai_thac',
    2021,
  ],
  ['ho-tich-dt', 'HT-05', 'Phần mềm hộ tịch điện tử', 'btp', 'btp', 'nhap_cap_nhat', 2016],
  ['vneid-ht', 'HT-06', 'Ứng dụng định danh quốc gia VNeID', 'bca', 'bca', 'chi_khai_thac', 2022],
]

function used([
  key,
  code,
  name,
  owner,
  operator,
  officeRole,
  yearDeployed,
]: (typeof USED)[number]): SampleRecord {
  return {
    key: `system-${key}`,
    register: 'information-system',
    set: {
      name,
      officeRole,
      recordKind: 'tham_chieu',
      ownerCode: `MAU-${code}`,
      owner: unitLink(owner),
      operator: unitLink(operator),
      tier: owner === 'ubnd-tinh' ? 'tinh' : 'bo',
      acquisition: 'dung_chung',
      yearDeployed,
    },
  }
}

function own(key: string, name: string, more: Readonly<Record<string, SampleValue>>): SampleRecord {
  return {
    key: `system-${key}`,
    register: 'information-system',
    set: {
      name,
      officeRole: 'chu_quan',
      recordKind: 'goc',
      owner: unitLink('xa'),
      operator: unitLink('xa'),
      tier: 'xa',
      reviewStatus: 'xong',
      proposal: 'tiep_tuc',
      hasShareStructure: 'khong',
      hasConnComponent: 'khong',
      hasConnOps: 'khong',
      connectionStatus: 'chua',
      layerOnSite: 'co',
      layerMonitoring: 'khong',
      layerInspection: 'khong',
      layerNational: 'khong_can',
      ...more,
    },
  }
}

export const sampleSystems: readonly SampleRecord[] = [
  ...USED.map(used),
  own('trang', SITE, {
    systemCode: 'HTTT-XAMAU-01',
    domain: 'xamau.tinhmau.example',
    systemType: 'phuc_vu_nguoi_dan',
    infoType: ['cong_cong'],
    scopeScaleUsers: 'Công khai thông tin của xã cho người dân; 3 tài khoản quản trị',
    yearDeployed: 2021,
    acquisition: 'thue',
    inUseAt: '2021-09-01',
  }),
  own('truyen-thanh', RADIO, {
    systemType: 'noi_bo',
    infoType: ['cong_cong', 'rieng'],
    scopeScaleUsers: '12 cụm loa, 2 tài khoản phát thanh',
    yearDeployed: 2024,
    acquisition: 'mua_sam',
    fromLegacyUnit: true,
    fromLegacyUnitNote: 'Của xã Mẫu Đông cũ; chuyển cấu hình về xã mới trong quý I năm 2027',
  }),
]

export const sampleLevels: readonly SampleRecord[] = [
  {
    key: 'level-trang',
    register: 'security-level',
    set: {
      system: link('system-trang', SITE),
      proposedLevel: 'cap_2',
      approvedLevel: 'cap_2',
      approvalState: 'da_phe_duyet',
      approvalDecision: '45/QĐ-UBND ngày 12/05/2026 của UBND xã Mẫu',
      approvedAt: '2026-05-12',
      appraisedAt: '2026-04-20',
      regulation: '30/QĐ-UBND ngày 02/03/2026 của UBND xã Mẫu',
      implementation: 'day_du',
      checks: ['dinh_ky'],
      basisText: 'Khoản 2 Điều 12',
      dossier: ['de_xuat', 'phuong_an', 'thiet_ke', 'thuyet_minh'],
    },
  },
  {
    key: 'level-truyen-thanh',
    register: 'security-level',
    set: {
      system: link('system-truyen-thanh', RADIO),
      proposedLevel: 'cap_2',
      approvalState: 'da_gui',
      plannedApprovalAt: '2027-03-31',
      implementation: 'mot_so',
      plannedImplementationAt: '2027-06-30',
      checks: ['truoc_khi_su_dung'],
      basisText: 'Khoản 1 Điều 12',
      dossier: ['de_xuat', 'thuyet_minh'],
    },
  },
]

export const sampleSecurity: readonly SampleRecord[] = [
  {
    key: 'risk-truyen-thanh',
    register: 'security-risk',
    set: {
      threat: 'Chiếm quyền phát thanh do mật khẩu yếu',
      level: link('level-truyen-thanh', RADIO),
      likelihood: 3,
      impact: 4,
      measure: 'Đổi mật khẩu định kỳ, chỉ đăng nhập từ máy của Văn phòng',
    },
  },
  {
    key: 'security-2026',
    register: 'security-report',
    set: {
      name: 'Báo cáo an ninh mạng năm 2026',
      year: 2026,
      periodFrom: '2025-12-15',
      periodTo: '2026-12-14',
      ownerName: 'Ủy ban nhân dân xã Mẫu',
      ownerMandate: 'Luật Tổ chức chính quyền địa phương',
      ownerHead: 'Trần Văn Mẫu Hải',
      ownerHeadPosition: 'Chủ tịch',
      ownerAddress: 'Trụ sở UBND xã Mẫu, tỉnh Mẫu',
      ownerPhone: '0900000011',
      ownerEmail: 'ubnd@xamau.example',
      systemsTotal: 2,
      systemsClassified: 2,
      systemsWithDossier: 2,
      systemsAppraised: 1,
      systemsApproved: 1,
      systemsCheckedRegularly: 1,
      allApprovedBy: '2027-03-31',
      securityName: 'Văn phòng HĐND và UBND xã Mẫu',
      securityMandate: '12/QĐ-UBND ngày 05/01/2026 của UBND xã Mẫu',
      securityHead: 'Lê Thị Mẫu Thu',
      securityHeadPosition: 'Chánh Văn phòng',
      securityAddress: 'Trụ sở UBND xã Mẫu, tỉnh Mẫu',
      securityPhone: '0900000012',
      securityEmail: 'vanphong@xamau.example',
    },
  },
]
