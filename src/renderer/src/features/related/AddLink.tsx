import { useState } from 'react'
import { linkToStory } from '#shared/story/link-to-story'
import type { Link, Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import type { LinkOp } from '../../state/link-ops'
import type { LinkChoice } from '../../state/link-search'
import { AddLinkBox } from './AddLinkBox'
import { AddLinkTitle } from './AddLinkTitle'
import { useAddLink } from './use-add-link'

type AddLinkProps = {
  readonly story: Story
  readonly links: readonly Link[]
  readonly onOp: (op: LinkOp) => void
}

/** Adds a link to a story of the library or to any page. It comes to stand where its quality puts it. */
export function AddLink({ story, links, onOp }: AddLinkProps) {
  const desk = useDesk()
  const [asked, setAsked] = useState<string | null>(null) // the address of a page whose title is asked for

  const add = useAddLink(links, onOp)

  async function choose(choice: LinkChoice) {
    if (choice.kind === 'page') return setAsked(choice.address)
    const detail = await desk.details.read(choice.story.id)
    if (detail !== null && detail.story.problem === null) return add(linkToStory(detail.data))
    desk.voice.notify({
      kind: 'problem',
      fact: 'Not added.',
      detail: 'The story cannot be read at the moment.'
    })
  }

  if (asked !== null) {
    return (
      <AddLinkTitle
        address={asked}
        onAdd={(title) => {
          add({ title, webUrl: asked })
          setAsked(null)
        }}
        onCancel={() => setAsked(null)}
      />
    )
  }
  return <AddLinkBox story={story} links={links} onChoose={(choice) => void choose(choice)} />
}
