import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserWindow, Rectangle } from 'electron'
import * as z from 'zod'

/** Where a window stood and how large it was when it was no larger than a window. Pixels of the desktop. */
export type WindowState = z.infer<typeof WindowState>

const pixels = z.int().min(-100_000).max(100_000)
const WindowState = z.object({
  bounds: z.object({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) }),
  isMaximized: z.boolean()
})

const FILE = 'window.json'

/** So much of a window's upper edge must be on a screen that one can take hold of it. */
const GRIP = { width: 100, height: 30 }

/**
 * Reads where the window was last time.
 *
 * @param screens the screens' areas that windows may use
 * @returns `null` if it is not known, or on no screen that is there now
 */
export function readWindowState(folder: string, screens: readonly Rectangle[]): WindowState | null {
  const read = WindowState.safeParse(valueIn(join(folder, FILE)))
  if (!read.success) return null
  const { bounds } = read.data
  return screens.some((screen) => hasGrip(bounds, screen)) ? read.data : null
}

/** Remembers where the window is whenever it closes. */
export function keepWindowState(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const state: WindowState = {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized()
    }
    try {
      writeFileSync(join(folder, FILE), JSON.stringify(state), { mode: 0o600 })
    } catch {
      // The next window opens as the first one did.
    }
  })
}

function hasGrip(window: Rectangle, screen: Rectangle): boolean {
  const across =
    Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  const down = Math.min(window.y + GRIP.height, screen.y + screen.height) - window.y
  return across >= GRIP.width && down >= GRIP.height && window.y >= screen.y - GRIP.height
}

function valueIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
