/** The text of an invented story with `links` links, the same for the same number. */
export function inventedStory(number: number, links: number): string {
  const related = Array.from({ length: links }, (_, i) => inventedLink(number * 1000 + i))
  return `---
category: news
title: "${sentence(number, 9)}"
excerpt: "${sentence(number + 7, 30)} \\"${sentence(number + 3, 5)}\\""
publishedDateTime: ${dateOf(number)}
originalUrl: "https://paper-${number % 97}.example/news/${number}"
webUrl: "https://paper-${number % 97}.example/news/${number}"
type: article
quality: ${number % 150}
heat: ${(number * 7) % 300}
published: ${number % 3 > 0}

provider:
  name: Paper ${number % 97}
  domain: paper-${number % 97}.example
  images:
    - url: "https://static.example/logos/${number % 97}-50x50.jpg"
      width: 50
      height: 50

topics:
  - Topic ${number % 40}
  - Topic ${(number * 3) % 40}

images:
  - url: "https://static.example/pictures/${number}.jpg"
    width: 1200
    height: 630
    isCached: true

${related.length === 0 ? '' : `related:\n${related.join('')}\n`}secured: "${'q8fNA1LNrnVzNqcQU0J4'.repeat(14)}=="
---

`
}

const inventedLink = (number: number): string => `  - title: "${sentence(number, 10)}"
    excerpt: "${sentence(number + 5, 52)}"
    publishedDateTime: ${dateOf(number)}
    webUrl: "https://paper-${number % 97}.example/news/${number}?a=1&b=2"
    ampWebUrl: "https://paper-${number % 97}.example/amp/news/${number}"
    type: article
    provider:
      name: Paper ${number % 97}
      domain: paper-${number % 97}.example
    quality: ${number % 150}
    images:
      - url: "https://static.example/pictures/${number}.jpg"
        width: 1024
        height: 576
        isCached: true
`

/**
 * A library whose stories have `mean` links in the mean, spread as in real ones: many with few, few with many.
 */
export const inventedLibrary = (size: number, mean: number): readonly Buffer[] =>
  Array.from({ length: size }, (_, i) => {
    const share = ((i * 2_654_435_761) % 2 ** 32) / 2 ** 32
    return Buffer.from(inventedStory(i, Math.round(-Math.log(1 - share) * mean)))
  })

const WORDS =
  'harbour council votes to widen the northern tide wall after a winter of storms that closed both bridges and the old ferry landing for most of January while engineers measured every pier from the lighthouse café to the mill'.split(
    ' '
  )

function sentence(number: number, length: number): string {
  const words = Array.from(
    { length },
    (_, i) => WORDS[(number * 31 + i * (7 + (number % 5))) % WORDS.length]
  )
  return words.join(' ')
}

const dateOf = (number: number): string =>
  `202${number % 7}-0${1 + (number % 9)}-1${number % 10}T0${number % 10}:${10 + (number % 50)}:00Z`
