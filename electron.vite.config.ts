import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// One build serves Electron 25 (tests) and the pinned version (users): the targets are the older one's.
const node = 'node18.15'
const chrome = 'chrome114'

export default defineConfig({
  main: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          watch: 'src/main/watch/index.ts',
          terminal: 'src/main/terminal/index.ts',
          key: 'src/main/terminal/ssh/key-worker.ts',
          demo: 'src/demo/index.ts',
        },
        external: ['electron', 'libsql', 'bufferutil', 'utf-8-validate', 'cpu-features', /\.node$/],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: chrome,
      // Less to parse before the first row is painted; main and worker stay readable for the stacks in the log.
      minify: true,
      // The page comes from the disk in one piece; splitting it would win nothing.
      chunkSizeWarningLimit: 2000,
      // A font as a data: URL is refused by the page's policy.
      assetsInlineLimit: 0,
    },
  },
})
