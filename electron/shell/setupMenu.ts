// A menu that only carries the keys officers expect (copy, paste, zoom); it shows when Alt is pressed.
import { Menu, type MenuItemConstructorOptions } from 'electron'

export function setupMenu(): void {
  const template: MenuItemConstructorOptions[] = [
    {
      label: 'Sửa',
      submenu: [
        { role: 'cut', label: 'Cắt' },
        { role: 'copy', label: 'Chép' },
        { role: 'paste', label: 'Dán' },
        { role: 'selectAll', label: 'Chọn hết' },
      ],
    },
    {
      label: 'Xem',
      submenu: [
        { role: 'resetZoom', label: 'Cỡ chữ bình thường' },
        { role: 'zoomIn', label: 'Phóng to' },
        { role: 'zoomOut', label: 'Thu nhỏ' },
        { role: 'togglefullscreen', label: 'Toàn màn hình' },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
