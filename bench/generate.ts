import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

/** What a generated library is like. The same description always gives the same bytes. */
export type LibraryShape = {
  readonly stories: number
  /** Links a story holds on the average; some hold none, a few hold many times as many. */
  readonly links: number
}

const WORDS =
  'harbour council ferry tide storm survey glacier copper wind solar market museum archive station budget school bridge river delay price warning engineer fossil coral crew night report line city plan'.split(
    ' '
  )
const PROVIDERS = ['Meridian Wire', 'Halyard News', 'Copperline Daily', 'Lowland Courier']
const TOPICS = ['Oceans', 'Energy', 'Trains', 'City Hall', 'Science', 'Weather']
const FOLDERS = 24

/** Writes invented stories of the shape that real libraries have below `folder`, which is emptied first. */
export function generateLibrary(folder: string, { stories, links }: LibraryShape): void {
  const random = createRandom(stories * 31 + links)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, '_data/topics'), { recursive: true })
  writeFileSync(join(folder, '_config.yml'), 'url: https://desk.example\nbaseurl: /news\n')
  for (const [n, topic] of TOPICS.entries()) {
    writeFileSync(join(folder, `_data/topics/0${n}.yaml`), `name: ${topic}\nkeywords: [a, b]\n`)
  }
  for (let n = 0; n < FOLDERS; n += 1) {
    mkdirSync(join(folder, `_news/20${10 + n}`), { recursive: true })
  }
  for (let n = 0; n < stories; n += 1) {
    writeFileSync(join(folder, generatedName(n)), storyText(random, n, links))
  }
}

/** The path of the n-th generated story below its library. */
export const generatedName = (n: number): string => `_news/20${10 + (n % FOLDERS)}/story-${n}.md`

function storyText(random: Random, n: number, links: number): string {
  const share = random(100)
  const count = share < 20 ? 0 : share < 98 ? random(2 * links + 1) : 5 * links
  const related = Array.from({ length: count }, (_, at) => linkText(random, n, at))
  return `---
category: news
title: "${words(random, 10)}"
excerpt: "${words(random, 38)}"
publishedDateTime: ${date(random)}
originalUrl: "https://wire.example/${n}"
webUrl: "https://wire.example/${n}"
type: article
quality: ${random(200)}
heat: ${random(3) === 0 ? -1 : random(400)}
published: ${random(8) === 0}

provider:
  name: ${pick(random, PROVIDERS)}
  domain: wire.example
  images:
    - url: "/assets/images/wire-50x50.png"
      width: 50
      height: 50

topics:
  - ${pick(random, TOPICS)}
  - ${pick(random, TOPICS)}

images:
  - url: "https://wire.example/images/${n}.jpg"
    width: 1200
    height: 630
    isCached: true

related:${count === 0 ? ' []' : ''}
${related.join('\n')}
secured: "${blob(random)}"
---
`
}

const linkText = (random: Random, n: number, at: number): string =>
  `  - title: "${words(random, 11)}"
    excerpt: "${words(random, 24)}"
    publishedDateTime: ${date(random)}
    webUrl: "https://wire.example/${n}/${at}"
    type: article
    provider:
      name: ${pick(random, PROVIDERS)}
      domain: wire.example
    quality: ${random(120)}
    images:
      - url: "https://wire.example/images/${n}-${at}.jpg"
        width: 700
        height: 420`

/** @returns a whole number from 0 up to, not including, `limit`. */
type Random = (limit: number) => number

function createRandom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1
  return (limit) => {
    state = (state * 48_271) % 2_147_483_647
    return state % limit
  }
}

const pick = (random: Random, list: readonly string[]): string => list[random(list.length)] ?? ''
const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => pick(random, WORDS)).join(' ')
const date = (random: Random): string =>
  new Date(1.58e12 + random(31_536_000) * 1000).toISOString().replace('.000', '')
const blob = (random: Random): string =>
  Array.from({ length: 40 }, () => random(1e9).toString(36).padStart(6, '0')).join('')

if (process.argv[1]?.endsWith('generate.js')) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      stories: { type: 'string', default: '7000' },
      links: { type: 'string', default: '38' }
    }
  })
  const [folder] = positionals
  if (folder === undefined) throw new Error('Say which folder: it is emptied first')
  generateLibrary(folder, { stories: Number(values.stories), links: Number(values.links) })
}
