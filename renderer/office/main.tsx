// The office page's composition root.
import '@mantine/core/styles.css'
import '../ui/page.css'
import './office.css'
import { MantineProvider, mergeThemeOverrides } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { theme } from '../ui/theme.ts'
import { startApp } from './app/appStore.ts'
import { OfficeApp } from './app/OfficeApp.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root')
// What floats above the page lies in a landmark too, where screen readers find it.
const officeTheme = mergeThemeOverrides(theme, {
  components: { Portal: { defaultProps: { target: '#popups' } } },
})
createRoot(root).render(
  <MantineProvider theme={officeTheme} forceColorScheme="light">
    <OfficeApp />
  </MantineProvider>,
)
startApp()
