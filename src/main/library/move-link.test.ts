import { expect, it } from 'vitest'
import { aLibrary, id } from '../../../test/a-library'
import { fail, ok } from '../../shared/result'
import type { LinkMove } from '../../shared/story/link-move'
import type { LinkKey } from '../../shared/story/story'
import { moveLink } from './move-link'
import type { SaveOutcome } from './save-story'

const key = (address: string) => `1:${address}` as LinkKey
const block = (name: string) => [
  `  - title: "${name}"`,
  '    publishedDateTime: 2026-03-11T08:00:00Z',
  `    webUrl: "https://${name.toLowerCase()}.example/"`,
  '    quality: 80',
  '    rank: {seen: 3}',
  '    images:',
  `      - url: "https://${name.toLowerCase()}.example/p.jpg"`
]
const file = (title: string, ...names: readonly string[]) =>
  ['---', `title: "${title}" # kept`, 'related:', ...names.flatMap(block), '---', ''].join('\n')

const files = { 'tides.md': file('Tides', 'One', 'Two'), 'ports.md': file('Ports', 'Three') }
const move: LinkMove = {
  from: id('tides.md'),
  to: id('ports.md'),
  link: key('https://one.example/'),
  before: key('https://three.example/'),
  after: null
}

it('takes a link with all that is known of it to another story, line for line', async () => {
  const { library, text, story } = await aLibrary(files)

  const result = await library.moveLink(move)

  expect(await text('tides.md')).toBe(file('Tides', 'Two'))
  expect(await text('ports.md')).toBe(
    file('Ports', 'One', 'Three').replace('rank: {seen: 3}', 'rank:\n      seen: 3')
  )
  expect(result).toEqual({ ok: true, value: [story('tides.md'), story('ports.md')] })
  expect(library.snapshot().state.undo).toBe('Move link “One” to “Ports”')
})

it('is one step, which brings back the bytes of both', async () => {
  const { library, text } = await aLibrary(files)
  await library.moveLink(move)

  expect(await library.undo()).toMatchObject({ stories: ['tides.md', 'ports.md'], failed: [] })
  expect([await text('tides.md'), await text('ports.md')]).toEqual(Object.values(files))

  await library.redo()
  expect(await text('tides.md')).toBe(file('Tides', 'Two'))
})

it('leaves both stories alone if one of them cannot be changed', async () => {
  const broken = '---\ntitle: "Ports\n---\n'
  const { library, text } = await aLibrary({ ...files, 'broken.md': broken })

  expect(await library.moveLink({ ...move, to: id('broken.md') })).toMatchObject({
    error: { code: 'problem' }
  })
  expect(await library.moveLink({ ...move, link: key('https://gone.example/') })).toMatchObject({
    error: { code: 'gone' }
  })
  expect(await library.moveLink({ ...move, to: move.from })).toMatchObject({
    error: { code: 'not-editable' }
  })
  expect([await text('tides.md'), await text('ports.md')]).toEqual(Object.values(files))
  expect(library.snapshot().state.undo).toBeNull()
})

it('takes the link back from the other story if it cannot leave its own', async () => {
  const step = { id: move.to, before: 'a', after: 'b', exact: [], inverse: [], forward: [] }
  const error = { code: 'disk', id: move.from, reason: 'the folder is read-only' } as const
  const done: unknown[] = []

  const result = await moveLink(move, {
    linkIn: async () => ok({ title: 'One' }),
    async save(story, work) {
      done.push([story, work.kind])
      return story === move.from ? fail(error) : ok({ step } as unknown as SaveOutcome)
    }
  })

  expect(result).toEqual(fail(error))
  expect(done).toEqual([
    ['ports.md', 'change'],
    ['tides.md', 'change'],
    ['ports.md', 'take-back']
  ])
})
