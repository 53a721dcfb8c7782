import type { Plugin } from 'vite'

/**
 * Gives tests and benches what electron-vite gives the build: `import path from './worker?modulePath'` is the path of
 * that module, bundled for a thread or process of its own from the sources as they are now.
 */
export function modulePath(): Plugin
