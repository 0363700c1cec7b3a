// One look for both pages: system font, strong contrast (axe), controls dense enough for 1366×768.
import { createTheme, type MantineColorsTuple } from '@mantine/core'

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

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: 7,
  colors: { ink },
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
    Modal: { defaultProps: { centered: true } },
    Drawer: { defaultProps: { position: 'right' } },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: false } } },
  },
})
