// The provincial console's composition root.
import '@mantine/core/styles.css'
import '../ui/page.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { theme } from '../ui/theme.ts'
import { ConsoleApp } from './app/ConsoleApp.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
createRoot(root).render(
  <MantineProvider theme={theme} forceColorScheme="light">
    <ConsoleApp />
  </MantineProvider>,
)
