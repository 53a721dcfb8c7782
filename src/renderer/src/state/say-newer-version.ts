import type { Desk } from './desk'

/** Says once that there is a newer Storydesk, if the person wants to know that. */
export async function sayNewerVersion(desk: Desk): Promise<void> {
  const newer = await desk.transport.call('host.newer-version', null).catch(() => null)
  if (newer === null) return
  desk.voice.notify({
    kind: 'done',
    fact: `There is a newer Storydesk: ${newer.version}.`,
    detail: 'Nothing was loaded. Its page says what is new.',
    action: {
      words: 'Open its page',
      run: () => void window.open(newer.page, '_blank', 'noopener,noreferrer')
    }
  })
}
