// Refusals about who may do what in the office.
import type { Label } from '../registers/define.ts'

export const peopleSentences = {
  'needs-editor': {
    vi: 'Việc này cần cán bộ đầu mối hoặc người nhập liệu. Không có gì thay đổi. Nhờ người có vai trò đó làm, hoặc nhờ cán bộ đầu mối đổi vai trò của bạn.',
    en: 'This needs the officer in charge or somebody who enters data. Nothing was changed. Ask one of them to do it, or ask the officer in charge to change your role.',
  },
  'needs-manager': {
    vi: 'Việc này cần cán bộ đầu mối. Không có gì thay đổi. Nhờ cán bộ đầu mối mở sổ bằng mã PIN của mình để làm.',
    en: 'This needs the officer in charge. Nothing was changed. Ask them to open the store with their own PIN and do it.',
  },
  'needs-approver': {
    vi: 'Duyệt cần lãnh đạo hoặc cán bộ đầu mối. Báo cáo chưa được duyệt, dữ liệu không đổi. Chọn người có vai trò đó.',
    en: 'Approval needs a leader or the officer in charge. The report is not approved, nothing was changed. Choose somebody with that role.',
  },
  'last-manager': {
    vi: 'Đây là cán bộ đầu mối duy nhất nên không bỏ được và không đổi vai trò được. Không có gì thay đổi. Giao vai trò cán bộ đầu mối cho một người khác trước.',
    en: 'This is the only officer in charge, who can be neither removed nor given another role. Nothing was changed. Put somebody else in charge first.',
  },
} as const satisfies Record<string, Label>
