// Texts of the office's people and their roles.
import type { Label } from '../../../shared/registers/define.ts'

export const peopleText = {
  'people.role': { vi: 'Vai trò', en: 'Role' },
  'people.roleOf': { vi: 'Vai trò của {name}', en: 'Role of {name}' },
  'people.role.manager': { vi: 'Cán bộ đầu mối (làm mọi việc)', en: 'Officer in charge (everything)' },
  'people.role.editor': {
    vi: 'Người nhập liệu (ghi sổ, nhập, xuất Excel)',
    en: 'Enters data (registers, Excel in and out)',
  },
  'people.role.leader': { vi: 'Lãnh đạo (xem, duyệt báo cáo)', en: 'Leader (sees all, approves)' },
  'people.role.viewer': { vi: 'Chỉ xem', en: 'Only looks' },
  'people.roleSet': { vi: 'Đã đổi vai trò của {name}.', en: 'The role of {name} was changed.' },
  'people.managerOnly': {
    vi: 'Thêm, bỏ người dùng và đổi vai trò là việc của cán bộ đầu mối.',
    en: 'The officer in charge adds and removes people and gives roles.',
  },
} as const satisfies Record<string, Label>
