import { createStore, type StoreApi } from 'zustand/vanilla'

/** Something that happened by itself or did not happen, said once. */
export type Notice = {
  readonly kind: 'problem' | 'done'
  readonly fact: string
  readonly detail: string
  /** What can be done about it at once. */
  readonly action?: {
    readonly words: string
    /** What does the same where the focus is. */
    readonly keys?: readonly string[]
    readonly run: () => void
  }
}

export type Notices = {
  /** One at a time; the newest wins. */
  readonly notice: (Notice & { readonly id: number }) | null
  /** What screen readers hear next. The number makes the same words news again. */
  readonly announcement: { readonly id: number; readonly text: string }
}

/** The voice of the desk: a notice for the eye, and one live region for the ear. */
export type Voice = {
  readonly store: StoreApi<Notices>
  readonly announce: (text: string) => void
  /** Announces what an editor did; while nothing can be saved, that it is not saved yet, and why. */
  readonly announceDone: (text: string) => void
  readonly notify: (notice: Notice) => void
  readonly dismiss: () => void
  /** What a notice said is over: it goes away, unless another one is shown by now. */
  readonly settle: (notice: Notice) => void
}

/** @param whyNotSaved why nothing can be saved at the moment, within a sentence; `null`: it can. */
export function createVoice(whyNotSaved: () => string | null = () => null): Voice {
  let last: Notice | null = null
  let count = 0
  const store = createStore<Notices>(() => ({ notice: null, announcement: { id: 0, text: '' } }))
  const announce = (text: string): void =>
    store.setState(({ announcement }) => ({ announcement: { id: announcement.id + 1, text } }))
  return {
    store,
    announce,
    announceDone(text) {
      const why = whyNotSaved()
      announce(why === null ? text : `Not saved yet, ${why}: ${text}`)
    },
    notify(notice) {
      last = notice
      count += 1
      store.setState({ notice: { ...notice, id: count } })
      announce(`${notice.fact} ${notice.detail}`)
    },
    dismiss: () => store.setState({ notice: null }),
    settle(notice) {
      if (notice === last) store.setState({ notice: null })
    }
  }
}
