// Builds one page a run, chosen by mode: `office` (the desktop app's) or `province` (the console's). Addresses are
// relative, so that the same files are served by app://, the browser door and the provincial server.
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig(({ mode }) => {
  const page = mode === 'province' ? 'province' : 'office'
  return {
    root: resolve(import.meta.dirname, 'renderer', page),
    base: './',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [react()],
    build: {
      outDir: resolve(import.meta.dirname, 'out/app', page),
      emptyOutDir: true,
      target: 'chrome140',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_000,
      reportCompressedSize: false,
    },
  }
})
