import { expect, it } from 'vitest'
import type { LibrarySnapshot } from '#shared/library/library-state'
import { aLibrary } from '../../test/a-library'
import { describeApp } from './diagnostics'
import { createLog } from './log'

const FACTS = {
  version: '0.1.0',
  host: 'browser',
  system: 'linux 6.1 x64',
  engines: { node: '20.19.0', electron: undefined }
} as const

it('counts what is there, and says nothing that stories say', async () => {
  const { library, folder } = await aLibrary({
    '_news/secret-merger.md': '---\ntitle: "Secret merger"\n---\n',
    '_news/broken.md': '---\ntitle: "Secret\n---\n',
    'storydesk.yml': 'views: [{ name: Merger, query: secret }]\nsecrets: 1\n'
  })
  const error = Object.assign(new Error(`EACCES, open '${folder}/_news/secret-merger.md'`), {
    code: 'EACCES'
  })
  const lines: string[] = []
  const log = createLog((line) => lines.push(`2026-03-12T10:00:00.000Z ${line}`))
  log.warn('Cannot be looked at', '_news/a secret (merger).md')
  log.error('A version could not be kept', error)
  log.warn(`${folder}/settings.json, line 3: name: “Secret merger” stands there twice`)
  log.info('What “Secret merger', { title: 'Secret merger', code: 'ENOENT' })
  log.warn('C:\\Users\\Ada\\secret was lost')

  const text = describeApp(FACTS, library.snapshot(), lines)

  expect(text).toContain('Storydesk 0.1.0, browser\nSystem: linux 6.1 x64; node 20.19.0\n')
  expect(text).toContain('Stories: 2, not editable: 1,')
  expect(text).toContain('views: 1, wrong settings: 1')
  expect(text).toContain('Z warning: Cannot be looked at\n')
  expect(text).toMatch(/Z error: A version could not be kept \(EACCES/)
  expect(text).toContain('ENOENT')
  expect(text).not.toMatch(/secret|merger|Ada|tmp|storydesk-/i)
})

it('stands for a library that is closed', () => {
  const closed = {
    revision: 0,
    stories: [],
    state: {
      phase: 'closed',
      folder: '',
      unreadable: [],
      progress: { read: 0, total: 0 },
      undo: null,
      redo: null,
      watching: 'off',
      site: { url: '', baseurl: '' },
      vocabulary: [] as readonly string[]
    }
  } satisfies LibrarySnapshot

  expect(describeApp(FACTS, closed, [])).toContain('Library: closed, watching: off\nStories: 0,')
})
