import { expect, it } from 'vitest'
import { linkKeys } from '#shared/story/link-key'
import type { Link, LinkKey } from '#shared/story/story'
import { applyLinkOps, indexAmong, keyUnder, type Move, moveOp, moveTo } from './link-ops'

const named = (...titles: readonly string[]): readonly Link[] => {
  const keys = linkKeys(titles.map((title) => ({ webUrl: `https://x.example/${title[0]}` })))
  return titles.map((title, index) => ({
    key: keys[index] ?? ('' as LinkKey),
    title,
    excerpt: null,
    provider: null,
    publishedDateTime: null,
    webUrl: null,
    quality: null,
    type: null,
    image: null
  }))
}
const titles = (links: readonly Link[]) => links.map(({ title }) => title)
const list = named('a', 'b', 'c', 'd')

it.each<[index: number, move: Move, expected: string, position: number]>([
  [2, 'up', 'acbd', 1],
  [1, 'down', 'acbd', 2],
  [2, 'down', 'abdc', 3],
  [3, 'top', 'dabc', 0],
  [0, 'bottom', 'bcda', 3]
])('moves link %i %s', (index, move, expected, position) => {
  const moved = moveOp(list, index, move)

  expect(moved?.index).toBe(position)
  expect(titles(applyLinkOps(list, moved === null ? [] : [moved.op])).join('')).toBe(expected)
})

it('has nowhere to go from the ends', () => {
  expect(moveOp(list, 0, 'up')).toBeNull()
  expect(moveOp(list, 0, 'top')).toBeNull()
  expect(moveOp(list, 3, 'down')).toBeNull()
  expect(moveTo(list, 3, 4)).toBeNull()
})

it('removes a link, and leaves the list alone when it is gone already', () => {
  const [, b] = list
  const op = { kind: 'remove', link: b?.key ?? ('' as LinkKey) } as const
  expect(titles(applyLinkOps(list, [op]))).toEqual(['a', 'c', 'd'])
  expect(titles(applyLinkOps(list, [op, op]))).toEqual(['a', 'c', 'd'])
})

it('names links with the same address by their order, as the library does', () => {
  const twice = named('a first', 'b', 'a second')
  const moved = moveOp(twice, 2, 'top')

  const links = applyLinkOps(twice, moved === null ? [] : [moved.op])

  expect(titles(links)).toEqual(['a second', 'a first', 'b'])
  expect(links.map(({ key }) => key)).toEqual(named('a', 'a', 'b').map(({ key }) => key))
})

it('finds a link again after a move, under another key and under a new address', () => {
  const twice = named('a first', 'b', 'a second')
  const moved = moveOp(twice, 2, 'top')
  const after = applyLinkOps(twice, moved === null ? [] : [moved.op])
  expect(indexAmong(twice, 2, after)).toBe(0)
  expect(indexAmong(twice, 0, after)).toBe(1)

  const other = list.map((link) => (link.title === 'b' ? { ...named('z')[0], title: 'b' } : link))
  expect(indexAmong(list, 1, other as readonly Link[])).toBe(1)
  expect(indexAmong(list, 1, list.toSpliced(1, 1))).toBe(-1)
})

it('names a link under its new address as the library will', () => {
  const [first, second] = list.map(({ key }) => key) as [LinkKey, LinkKey]
  expect(keyUnder(list, first, 'https://x.example/new')).toBe('1:https://x.example/new')
  expect(keyUnder(list, second, 'https://x.example/a')).toBe('2:https://x.example/a')
  expect(keyUnder([], first, 'https://x.example/a')).toBe('1:https://x.example/a')
})
