// Texts of what rooms, schools and stations supply.
import type { Label } from '../../../shared/registers/define.ts'

export const roomText = {
  'rooms.title': { vi: 'Thu thập từ các phòng, đơn vị', en: 'Collected from rooms and units' },
  'rooms.help': {
    vi: 'Làm biểu Excel cho từng phòng, trường, trạm (đã điền sẵn số liệu lần trước), gửi họ qua Zalo hoặc thư; nhận lại nhiều biểu cùng lúc.',
    en: 'Make a workbook for each room, school or station (filled with what it gave last), send it; take many back at once.',
  },
  'rooms.register': { vi: 'Sổ cần thu thập', en: 'Register' },
  'rooms.none': {
    vi: 'Chưa có phòng, trường, trạm nào. Thêm ở sổ “Cơ quan, đơn vị”: chọn cấp “Phòng, bộ phận trực thuộc”, hoặc ghi cơ quan mình là cơ quan chủ quản.',
    en: 'No room or unit yet. Add it to the list of agencies, as a room or with this office as its superior.',
  },
  'rooms.add': { vi: 'Thêm phòng, đơn vị', en: 'Add a room' },
  'rooms.room': { vi: 'Phòng, đơn vị', en: 'Room or unit' },
  'rooms.asked': { vi: 'Đã làm biểu', en: 'Workbook made' },
  'rooms.answered': { vi: 'Đã trả lời', en: 'Answered' },
  'rooms.records': { vi: 'Số bản ghi', en: 'Records' },
  'rooms.waiting': { vi: 'Chưa trả lời', en: 'Not answered' },
  'rooms.unassigned': {
    vi: 'Đưa cả bản ghi chưa rõ phòng cung cấp vào biểu (năm đầu)',
    en: 'Put records of no room in as well (first year)',
  },
  'rooms.make': { vi: 'Làm biểu cho {count} phòng, đơn vị', en: 'Make {count} workbooks' },
  'rooms.made': { vi: 'Đã làm biểu cho {count} phòng, đơn vị: {name}', en: '{count} workbooks made: {name}' },
  'rooms.returns': { vi: 'Nhận biểu trả lời', en: 'Take returns' },
  'rooms.returnsHelp': {
    vi: 'Chọn nhiều tệp một lần; tên tệp đổi cũng được. Chưa có gì được ghi cho tới khi bạn bấm “Nhập”.',
    en: 'Choose many files at once, whatever their names. Nothing is written until you take them in.',
  },
  'rooms.choose': { vi: 'Chọn các tệp trả lời…', en: 'Choose the files…' },
  'rooms.file': { vi: 'Tệp', en: 'File' },
  'rooms.roomOf': { vi: 'Phòng, đơn vị của tệp {name}', en: 'Room of the file {name}' },
  'rooms.skip': { vi: '(không nhập tệp này)', en: '(leave this file out)' },
  'rooms.would': { vi: 'Sẽ nhập', en: 'What it would do' },
  'rooms.counts': {
    vi: '{new} mới, {changed} đổi, {same} như cũ, {parked} chờ sửa',
    en: '{new} new, {changed} changed, {same} the same, {parked} to mend',
  },
  'rooms.take': { vi: 'Nhập {count} tệp', en: 'Take {count} files in' },
  'rooms.taken': {
    vi: 'Đã nhập {files} tệp: {new} bản ghi mới, {changed} thay đổi, {parked} dòng chờ sửa. Hoàn tác được từng tệp.',
    en: '{files} files taken in: {new} new, {changed} changed, {parked} to mend. Each can be undone.',
  },
} as const satisfies Record<string, Label>
