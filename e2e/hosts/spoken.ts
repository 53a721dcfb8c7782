import { expect, type Page } from '@playwright/test'

/** Where the page itself keeps what it told screen readers, oldest first. */
declare global {
  interface Window {
    spoken?: string[]
  }
}

/** Remembers all that the page tells screen readers: words may be followed by others before anybody looks. */
export async function rememberSpoken(page: Page): Promise<void> {
  await page.addInitScript(listen)
  await page.evaluate(listen) // a window that is there already
}

/** Waits until the page has told screen readers this, after what it was last heard to say. */
export async function hear(page: Page, text: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(forgetUntil, text), { message: `Screen readers hear “${text}”` })
    .toContain(text)
}

/** Drops what was said before these words. @returns what was said last, or with these words. */
function forgetUntil(text: string): string {
  const spoken = window.spoken ?? []
  const at = spoken.findIndex((words) => words.includes(text))
  if (at < 0) return spoken.at(-1) ?? ''
  spoken.splice(0, at)
  return spoken[0] ?? ''
}

function listen(): void {
  if (window.spoken !== undefined) return
  const spoken: string[] = []
  window.spoken = spoken
  const isRegion = (node: Node): node is Element =>
    node instanceof Element && node.matches('[role=status]')
  new MutationObserver((records) => {
    const regions = new Set<Element>()
    for (const { target, addedNodes } of records) {
      const region = (target instanceof Element ? target : target.parentElement)?.closest(
        '[role=status]'
      )
      if (region) regions.add(region)
      for (const node of addedNodes) {
        if (isRegion(node)) regions.add(node)
        if (node instanceof Element)
          for (const one of node.querySelectorAll('[role=status]')) regions.add(one)
      }
    }
    for (const { textContent } of regions) if (textContent) spoken.push(textContent)
  }).observe(document, { childList: true, subtree: true, characterData: true })
}
