import type { Story } from '#shared/story/story'
import type { Desk } from './desk'
import { type PaletteLine, plainLine } from './palette-line'

/** What only the desktop's window can do with a story. */
export function storyHostLines(desk: Desk, story: Story | null): readonly PaletteLine[] {
  if (desk.transport.host.kind !== 'desktop') return []
  return [
    {
      ...plainLine,
      id: 'reveal',
      words: 'Reveal in folder',
      why: story === null ? 'No story is open' : null,
      run: (each) => {
        if (story !== null) void reveal(each, story)
      }
    }
  ]
}

/** What tells of Storydesk itself. */
export const appLines: readonly PaletteLine[] = [
  {
    ...plainLine,
    id: 'copy-diagnostics',
    words: 'Copy diagnostics',
    menu: 'help',
    run: (desk) => void copyDiagnostics(desk)
  }
]

/** Copies them where the host can; else they are shown, to be copied by hand. */
async function copyDiagnostics(desk: Desk): Promise<void> {
  if (desk.transport.host.kind === 'browser') {
    return desk.window.setState({ dialog: 'diagnostics' })
  }
  const answer = await desk.transport.call('host.diagnostics', null).catch(() => null)
  if (answer?.isCopied !== true) return desk.window.setState({ dialog: 'diagnostics' })
  desk.voice.notify({
    kind: 'done',
    fact: 'The diagnostics are copied.',
    detail: 'They hold no titles, texts, names or paths. Paste them into your report.'
  })
}

async function reveal(desk: Desk, { id }: Story): Promise<void> {
  const isShown = await desk.transport.call('story.reveal', { id }).catch(() => false)
  if (isShown) return
  desk.voice.notify({
    kind: 'problem',
    fact: 'The story cannot be shown in its folder.',
    detail: 'Its file is not there at the moment.'
  })
}
