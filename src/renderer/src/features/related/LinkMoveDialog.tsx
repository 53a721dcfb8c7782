import { useState } from 'react'
import type { Link, Story, StoryDetail } from '#shared/story/story'
import { useDesk, useDeskState } from '../../state/desk-context'
import { moveLink, otherStories, refusal } from '../../state/link-moves'
import { countOf, rowTitle } from '../../state/story-words'
import { day } from '../../state/time-words'
import { Dialog } from '../../ui/Dialog'
import { linkTitle } from './link-words'
import { type Pick, PickList } from './PickList'

/** Asks where the link that has the focus shall go, or which link of another story shall come here. */
export function LinkMoveDialog({ kind }: { readonly kind: 'move-link' | 'take-link' }) {
  const current = useDeskState(
    (desk) => desk.view,
    (view) => view.current
  )
  const story = useDeskState(
    (desk) => desk.library,
    ({ stories }) => (current === null ? undefined : stories.get(current))
  )
  const detail = useDeskState(
    (desk) => desk.details.store,
    (details) => details.detail
  )
  if (story === undefined || detail?.story.id !== story.id) return null
  return kind === 'move-link' ? (
    <MoveAway story={story} links={detail.links} />
  ) : (
    <TakeHere story={story} links={detail.links} />
  )
}

function MoveAway({ story, links }: { readonly story: Story; readonly links: readonly Link[] }) {
  const desk = useDesk()
  const close = useClose()
  const key = useDeskState(
    (each) => each.window,
    ({ atLink }) => (atLink?.story === story.id ? atLink.link : null)
  )
  const [link] = useState(() => links.find((each) => each.key === key))
  if (link === undefined) return null
  return (
    <Dialog title={`Move “${linkTitle(link)}”`} size="large" onClose={close}>
      <StoryPicks
        story={story}
        label="To which story"
        isFit={everyStory}
        onPick={(to) => {
          close()
          void moveLink(desk, story, link, to)
        }}
      />
    </Dialog>
  )
}

function TakeHere({ story, links }: { readonly story: Story; readonly links: readonly Link[] }) {
  const desk = useDesk()
  const close = useClose()
  const [from, setFrom] = useState<StoryDetail | null>(null)

  async function choose(other: Story) {
    const detail = await desk.details.read(other.id)
    if (detail !== null && detail.story.problem === null) return setFrom(detail)
    desk.voice.announce('That story cannot be read at the moment.')
  }

  return (
    <Dialog
      title={from === null ? 'Take a link from another story' : `From “${rowTitle(from.story)}”`}
      size="large"
      onClose={close}
    >
      {from === null ? (
        <StoryPicks
          story={story}
          label="From which story"
          isFit={hasLinks}
          onPick={(other) => void choose(other)}
        />
      ) : (
        <LinkPicks
          key={from.story.id}
          links={from.links}
          whyNot={(link) => refusal(link, story, links)}
          onPick={(link) => {
            close()
            void moveLink(desk, from.story, link, story)
          }}
        />
      )}
    </Dialog>
  )
}

type StoryPicksProps = {
  readonly story: Story
  readonly label: string
  readonly isFit: (story: Story) => boolean
  readonly onPick: (story: Story) => void
}

function StoryPicks({ story, label, isFit, onPick }: StoryPicksProps) {
  const desk = useDesk()
  const count = desk.list.getState().stories.length
  return (
    <PickList
      label={label}
      placeholder={`Search ${countOf(count, 'story', 'stories')}`}
      none="No other story matches."
      picksFor={(typed) => otherStories(desk, story.id, typed, isFit).map(storyPick)}
      onPick={onPick}
    />
  )
}

type LinkPicksProps = {
  readonly links: readonly Link[]
  readonly whyNot: (link: Link) => string | null
  readonly onPick: (link: Link) => void
}

/** More would not be read; words narrow them down. */
const MOST_LINKS = 100

function LinkPicks({ links, whyNot, onPick }: LinkPicksProps) {
  return (
    <PickList
      label="Which link"
      placeholder={`Search ${countOf(links.length, 'link', 'links')}`}
      none="No link matches."
      picksFor={(typed) =>
        linksWith(typed, links)
          .slice(0, MOST_LINKS)
          .map((link) => linkPick(link, whyNot(link)))
      }
      onPick={onPick}
    />
  )
}

function linksWith(typed: string, links: readonly Link[]): readonly Link[] {
  const words = typed.toLowerCase().split(/\s+/)
  return links.filter(({ title, provider }) => {
    const text = `${title} ${provider}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

const storyPick = (story: Story): Pick<Story> => ({
  id: story.id,
  value: story,
  title: rowTitle(story),
  source: story.provider,
  date: day(story.publishedDateTime, null),
  number: countOf(story.links, 'link', 'links'),
  image: story.image,
  why: null
})

const linkPick = (link: Link, why: string | null): Pick<Link> => ({
  id: link.key,
  value: link,
  title: linkTitle(link),
  source: link.provider,
  date: day(link.publishedDateTime, null),
  number: link.quality === null ? '–' : String(link.quality),
  image: link.image,
  why
})

const everyStory = () => true
const hasLinks = ({ links }: Story) => links > 0

function useClose() {
  const desk = useDesk()
  return () => desk.window.setState({ dialog: 'none' })
}
