import { useState } from 'react'
import type { JsonObject } from '#shared/json'
import { linkToStory } from '#shared/story/link-to-story'
import type { Link, Story } from '#shared/story/story'
import { useDesk } from '../../state/desk-context'
import { type LinkOp, twinsOf } from '../../state/link-ops'
import type { LinkChoice } from '../../state/link-search'
import { placeByQuality, shownLink } from '../../state/new-link'
import { AddLinkBox } from './AddLinkBox'
import { AddLinkTitle } from './AddLinkTitle'
import { linkTitle } from './link-words'

type AddLinkProps = {
  readonly story: Story
  readonly links: readonly Link[]
  readonly onOp: (op: LinkOp) => void
}

/** Adds a link to a story of the library or to any page. It comes to stand where its quality puts it. */
export function AddLink({ story, links, onOp }: AddLinkProps) {
  const desk = useDesk()
  const [asked, setAsked] = useState<string | null>(null) // the address of a page whose title is asked for

  function add(data: JsonObject) {
    const link = shownLink(data)
    const place = placeByQuality(links, link.quality)
    const index = links.findIndex(({ key }) => key === place.before)
    const position = (index === -1 ? links.length : index) + 1
    onOp({ kind: 'add', link: data, twins: twinsOf(links, link), ...place })
    desk.voice.announce(`${linkTitle(link)}, added as link ${position} of ${links.length + 1}`)
  }

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
