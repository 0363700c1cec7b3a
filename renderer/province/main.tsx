// The provincial console's composition root.
import '@mantine/core/styles.css'
import '../ui/page.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { speakNativeChecks } from '../ui/speakNativeChecks.ts'
import { theme } from '../ui/theme.ts'
import { ConsoleApp } from './app/ConsoleApp.tsx'

speakNativeChecks({ vi: 'Hãy điền ô này.', en: 'Please fill in this field.' })

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
createRoot(root).render(
  <MantineProvider theme={theme} forceColorScheme="light">
    <ConsoleApp />
  </MantineProvider>,
)
