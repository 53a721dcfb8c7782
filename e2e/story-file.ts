/** What a made-up story says; everything has a default that no test depends on. */
export type StoryFile = {
  readonly title?: string
  readonly excerpt?: string
  readonly quality?: number | string
  readonly heat?: number
  readonly published?: boolean | string
  readonly topics?: readonly string[]
  readonly date?: string
  readonly links?: readonly string[]
  readonly lineEnding?: '\n' | '\r\n'
}

/**
 * A story's file in the style of the robot: quoted texts, plain dates and numbers, a comment and a `secured` blob
 * that no edit may touch. Links are given by their titles, best first.
 */
export function storyFile(story: StoryFile): string {
  const { title = 'Tides turn early', published = true, quality = 52, heat = 41 } = story
  const { excerpt = 'A short summary.', topics = ['Oceans'], links = [] } = story
  const lines = [
    '---',
    'category: news',
    `title: ${JSON.stringify(title)}`,
    `excerpt: ${JSON.stringify(excerpt)}`,
    `publishedDateTime: ${story.date ?? '2026-03-12T09:23:00Z'}`,
    `webUrl: "https://ternandtide.example/${slug(title)}"`,
    'type: article',
    `quality: ${quality} # scored by the robot`,
    `heat: ${heat}`,
    `published: ${published}`,
    '',
    'provider:',
    '  name: Tern & Tide',
    '  domain: ternandtide.example',
    '',
    ...(topics.length === 0
      ? ['topics: []']
      : ['topics:', ...topics.map((topic) => `  - ${topic}`)]),
    '',
    ...(links.length === 0 ? [] : ['related:', ...links.flatMap(linkLines), '']),
    'secured: "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k="',
    '---',
    ''
  ]
  return lines.join(story.lineEnding ?? '\n')
}

const linkLines = (title: string, index: number): readonly string[] => [
  `  - title: ${JSON.stringify(title)}`,
  `    excerpt: "About ${slug(title)}"`,
  '    publishedDateTime: 2026-03-11T08:00:00Z',
  `    webUrl: "https://harbourledger.example/${slug(title)}"`,
  '    type: article',
  '    provider:',
  '      name: Harbour Ledger',
  '      domain: harbourledger.example',
  `    quality: ${140 - index}`
]

const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
