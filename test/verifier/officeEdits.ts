// Edits as an office makes them, for measuring messages: half enums, dates and numbers, half phrases of 30–60
// characters, each on another record. The phrases are put together from single syllables at random, which is harder to
// compress than anything that people write.
import type { Bundle } from '../../shared/bundle/types.ts'
import type { Value } from '../../shared/registers/define.ts'
import { bundleWith, edit } from './fixtures.ts'
import { seeded } from './seeded.ts'

const SYLLABLES =
  'quản lý hồ sơ đất đai xã phường tỉnh bảo hiểm người lao động trẻ em tiêm chủng nông thôn mới cấp nước sạch thủy lợi giấy phép xây dựng đường giao khai thác khoáng sản môi trường rừng phòng hộ đê điều trạm y tế học sinh giáo viên trường lớp điểm thi bằng chứng chỉ hộ tịch khai sinh kết hôn chứng thực dân cư tạm trú vắng căn cước công dân thuế ngân sách tài chính đầu tư dự án đấu thầu mua sắm trang thiết bị máy chủ phần mềm kết nối chia sẻ dữ liệu mở an toàn thông tin mật khẩu truy cập sao lưu khôi phục vận hành nâng cấp bản quyền hợp đồng nghiệm thu thanh quyết toán báo cáo thống kê tổng hợp kế hoạch năm quý tháng tuần ngày giờ cập nhật thay đổi bổ sung điều chỉnh hủy bỏ ban hành quyết định nghị thông tư luật chủ tịch ủy ban nhân dân sở ngành phòng chuyên môn đơn vị sự nghiệp công lập doanh nghiệp hợp tác xã kinh doanh chợ siêu thị kho bãi bến xe cảng cá tàu thuyền nuôi trồng chăn thú y dịch bệnh vắc xin thuốc khám chữa viện lễ hội di tích văn hóa du lịch khách sạn'.split(
    ' ',
  )

/** @param maxBytes phrases are 30–60 characters; 60 exactly when `longest`. */
export function phrase(random: () => number, longest = false): string {
  const length = longest ? 60 : 30 + Math.floor(random() * 31)
  let text = ''
  while (text.length < length)
    text += `${text ? ' ' : ''}${SYLLABLES[Math.floor(random() * SYLLABLES.length)]}`
  return text.slice(0, length).trimEnd()
}

/** A bundle of `count` such edits of 10,000 records; the sixth and later bundle of its device. */
export function officeEdits(count: number, seed: number): Bundle {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const shortValues: readonly (() => [string, Value])[] = [
    () => ['status', pick(['operating', 'building', 'planned', 'stopped'])],
    () => [
      'startedOn',
      `20${10 + Math.floor(random() * 16)}-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 9)}`,
    ],
    () => ['recordCount', Math.floor(random() * 100_000)],
  ]
  const records = new Set<number>()
  while (records.size < count) records.add(1 + Math.floor(random() * 10_000))
  const changes = [...records].map((record, i) => {
    const [field, value] =
      i % 2 === 0
        ? [pick(['name', 'purpose', 'description', 'scope']), phrase(random, count === 1)]
        : pick(shortValues)()
    const change = edit(20_001 + i, record, pick(['database', 'data-item', 'open-dataset']), field, value)
    return { ...change, at: change.at + Math.floor(random() * 60_000) }
  })
  return bundleWith(
    changes,
    7,
    Uint8Array.from({ length: 32 }, () => Math.floor(random() * 256)),
  )
}
