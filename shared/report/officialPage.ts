// The pages of official documents: A4 inside the margins of Decree 30/2020, Phụ lục I, I.1. Landscape for tables.

export const MARGINS_MM = { top: 20, bottom: 20, left: 30, right: 15 }

const MM_PER_INCH = 25.4
const [SHORT_MM, LONG_MM] = [210, 297]

/** Room inside the margins: width in pixels at 96 dpi (what a table may be wide before it is scaled), height in points. */
export type PageRoom = { readonly px: number; readonly pt: number }

function roomOf(widthMm: number, heightMm: number): PageRoom {
  return {
    px: Math.floor(((widthMm - MARGINS_MM.left - MARGINS_MM.right) / MM_PER_INCH) * 96),
    pt: ((heightMm - MARGINS_MM.top - MARGINS_MM.bottom) / MM_PER_INCH) * 72,
  }
}

export const LANDSCAPE = roomOf(LONG_MM, SHORT_MM)
export const PORTRAIT = roomOf(SHORT_MM, LONG_MM)

/** Size of the sheet in millimetres. */
export function sheetSizeMm(landscape: boolean): { readonly width: number; readonly height: number } {
  return landscape ? { width: LONG_MM, height: SHORT_MM } : { width: SHORT_MM, height: LONG_MM }
}
