// One look for both pages: system font, strong contrast (axe), controls dense enough for 1366×768.
import { createTheme, DEFAULT_THEME, type MantineColorsTuple } from '@mantine/core'

/** Teal-blue whose shade 7 on white has a contrast above 5.5:1. */
const ink: MantineColorsTuple = [
  '#e8f3f8',
  '#d2e5ee',
  '#a6cbde',
  '#76afcd',
  '#4f98bf',
  '#358ab6',
  '#1f74a0',
  '#0e5f88',
  '#074f74',
  '#003f5f',
]

/** A stock colour whose two darkest shades are dark enough for text on white (4.5:1). */
function readable(
  name: 'green' | 'orange' | 'yellow' | 'red',
  shade8: string,
  shade9: string,
): MantineColorsTuple {
  const [a, b, c, d, e, f, g, h] = DEFAULT_THEME.colors[name]
  return [a, b, c, d, e, f, g, h, shade8, shade9]
}

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 7,
  colors: {
    ink,
    green: readable('green', '#287c37', '#1f6a2e'),
    orange: readable('orange', '#b54a09', '#9a3d05'),
    yellow: readable('yellow', '#936200', '#7d5200'),
    red: readable('red', '#b3261e', '#9c1f18'),
  },
  autoContrast: true,
  luminanceThreshold: 0.28,
  fontFamily: 'system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif',
  headings: { fontWeight: '650' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Alert: { defaultProps: { variant: 'outline' } },
    Modal: { defaultProps: { centered: true } },
    // Its <header> would count as a second page banner.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { position: 'right' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  },
})
