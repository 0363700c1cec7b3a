// The page of every official list: A4 landscape inside the margins of Decree 30/2020, Phụ lục I, I.1.

export const MARGINS_MM = { top: 20, bottom: 20, left: 30, right: 15 }

/** 297 − 30 − 15 mm at 96 dpi: what a table may be wide before it is scaled down. */
export const PAGE_PX = Math.floor(((297 - MARGINS_MM.left - MARGINS_MM.right) / 25.4) * 96)

/** 210 − 20 − 20 mm in points. */
export const PAGE_PT = ((210 - MARGINS_MM.top - MARGINS_MM.bottom) / 25.4) * 72
