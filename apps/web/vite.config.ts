import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { words } from './words/plugin.ts'

const server = process.env.WAYMARK_DEV_SERVER ?? 'http://127.0.0.1:3000'

const file = (name: string) => `${import.meta.dirname}/${name}`

/** The page's own entry and the service worker stay files of their own. */
const isPartOfEveryScreen = (id: string) => !/\/apps\/web\/(main\.tsx|index\.html|shell\/)/.test(id)

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), words()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // The content policy allows no inline script and no data: address.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: file('index.html'), 'service-worker': file('shell/offline.ts') },
      output: {
        // What every first screen needs comes as one file: many small ones compress worse and wait in line.
        codeSplitting: { groups: [{ name: 'base', tags: ['$initial'], test: isPartOfEveryScreen }] },
        // A service worker must keep its name: browsers compare it with the one they have.
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? 'service-worker.js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: { proxy: { '/api/': server, '/ready': server, '/health': server } },
})
