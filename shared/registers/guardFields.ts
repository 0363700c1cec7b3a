// Who decided that what the guard found may be opened, and on which texts: carried by every register of what is to be opened.
import { allowed, l } from './common.ts'
import { type Field, field } from './define.ts'

/** The fields of the decision; a new list each time, as declarations own their fields. */
export function guardFields(): Field[] {
  return [
    field({
      id: 'guardDecision',
      label: l('Kết luận kiểm tra dữ liệu cá nhân, bí mật nhà nước', 'Decision on what the check found'),
      help: l(
        'Khi phần mềm tìm thấy nội dung nghi vấn. Ví dụ: Không phải dữ liệu cá nhân, bí mật.',
        'Where the app found something. Example: neither personal nor secret.',
      ),
      type: 'enum',
      values: [
        allowed('khong_phai', 'Không phải dữ liệu cá nhân, bí mật', 'Neither personal nor secret'),
        allowed('da_khu_nhan_dang', 'Đã khử nhận dạng', 'Anonymised'),
        allowed('da_tong_hop', 'Đã tổng hợp', 'Aggregated'),
        allowed('khong_mo', 'Không mở phần này', 'This part is not opened'),
      ],
    }),
    field({
      id: 'guardBy',
      label: l('Người kết luận kiểm tra', 'Decided by'),
      help: l(
        'Họ tên, chức vụ. Ví dụ: Lê Thị Mẫu, công chức Tư pháp.',
        'Name and post. Example: Lê Thị Mẫu, justice officer.',
      ),
      type: 'text',
      sensitivity: 'personal',
    }),
    field({
      id: 'guardReason',
      label: l('Lý do của kết luận kiểm tra', 'Why'),
      help: l(
        'Nói ngắn. Ví dụ: số điện thoại là tổng đài của cơ quan.',
        'In short. Example: the number is the office’s switchboard.',
      ),
      type: 'longtext',
      when: { field: 'guardDecision', is: ['khong_phai', 'da_khu_nhan_dang', 'da_tong_hop', 'khong_mo'] },
    }),
    field({
      id: 'guardCode',
      label: l('Mã nội dung đã kiểm tra', 'Code of the texts checked'),
      help: l(
        'Do phần mềm tính từ nội dung; nội dung đổi thì phải kết luận lại. Ví dụ: 7K2M9QXA.',
        'Worked out from the texts; when they change the decision is asked for again. Example: 7K2M9QXA.',
      ),
      type: 'text',
      when: { field: 'guardDecision', is: ['khong_phai', 'da_khu_nhan_dang', 'da_tong_hop', 'khong_mo'] },
    }),
  ]
}
