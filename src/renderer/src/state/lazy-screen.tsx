import { type ComponentType, useEffect, useState } from 'react'
import type { Desk } from './desk'
import { useDesk } from './desk-context'

const loaders: (() => Promise<void>)[] = []

/**
 * A screen whose code is loaded when it is first shown, so that the window opens without it. It shows nothing until it
 * is there. If it cannot be loaded, a notice says so, and what was open above the desk is closed.
 */
export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>
): ComponentType<Props> {
  let Loaded: ComponentType<Props> | null = null
  const loadOnce = async (): Promise<void> => {
    Loaded ??= await load()
  }
  loaders.push(loadOnce)

  return function LazyScreen(props: Props) {
    const desk = useDesk()
    const [isLoaded, setLoaded] = useState(Loaded !== null)
    useEffect(() => {
      if (isLoaded) return
      loadOnce().then(
        () => setLoaded(true),
        () => sayLost(desk)
      )
    }, [desk, isLoaded])
    return isLoaded && Loaded !== null ? <Loaded {...props} /> : null
  }
}

/** Loads all of them once the window has nothing else to do: each opens at once then, also should the host go away. */
export function loadScreensWhenIdle(): void {
  const load = async (): Promise<void> => {
    // One that cannot be loaded says so when it is opened.
    for (const each of loaders) await each().catch(() => {})
  }
  requestIdleCallback(() => void load(), { timeout: 2000 })
}

function sayLost(desk: Desk): void {
  desk.window.setState({ dialog: 'none' })
  desk.voice.notify({
    kind: 'problem',
    fact: 'This part of Storydesk could not be loaded.',
    detail: 'Its files are out of reach or were replaced. Nothing you did is lost.',
    action: { words: 'Reload the window', run: () => window.location.reload() }
  })
}
