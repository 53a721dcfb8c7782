import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '..', 'src/renderer/src')

/** `import bar from './BulkBar.module.css'` */
const IMPORTED = /import (\w+) from '([^']+\.module\.css)'/g
const DEFINED = /\.([A-Za-z][\w-]*)/g

/** The classes that a component asks of style sheets which do not have them. */
async function missingIn(component: string): Promise<readonly string[]> {
  const text = await readFile(component, 'utf8')
  const missing: string[] = []
  for (const [, name, sheet] of text.matchAll(IMPORTED)) {
    const css = await readFile(join(dirname(component), sheet as string), 'utf8')
    const defined = new Set([...css.matchAll(DEFINED)].map(([, found]) => found))
    for (const [asked, asks] of text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))) {
      if (!defined.has(asks)) missing.push(`${relative(renderer, component)}: ${asked}`)
    }
  }
  return missing
}

it('names no class that its style sheet does not have: nothing else says so, and a button looks bare', async () => {
  const files = await readdir(renderer, { recursive: true })
  const components = files.filter((name) => name.endsWith('.tsx'))

  const missing = await Promise.all(components.map((name) => missingIn(join(renderer, name))))

  expect(components.length).toBeGreaterThan(100)
  expect(missing.flat()).toEqual([])
})
