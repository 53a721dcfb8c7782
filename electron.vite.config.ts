import { join } from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const from = (path: string): string => join(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      target: 'node20.19',
      rolldownOptions: {
        input: {
          index: from('src/main/index.ts'),
          web: from('src/main/web.ts'),
          cli: from('src/main/cli.ts')
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' }
      }
    }
  },
  preload: {
    build: {
      target: 'node20.19',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: from('src/preload/index.ts') },
        // A sandboxed preload cannot load ES modules.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
      }
    }
  },
  renderer: {
    root: from('src/renderer'),
    plugins: [react(), { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' }],
    server: {
      host: '127.0.0.1',
      port: 5173,
      strictPort: true,
      proxy: {
        '/ws': {
          target: 'http://127.0.0.1:18123',
          ws: true,
          changeOrigin: true,
          rewriteWsOrigin: true
        },
        '/pictures': { target: 'http://127.0.0.1:18123', changeOrigin: true }
      }
    },
    build: {
      target: 'es2022',
      minify: true,
      rolldownOptions: {
        input: { index: from('src/renderer/index.html') },
        // One file holds all that the window starts with: many small ones pack worse.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } }
      }
    }
  }
})
