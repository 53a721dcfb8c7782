import { expect, it } from 'vitest'
import type { LinkKey } from '#shared/story/story'
import { fitField } from './field-fit'
import { changeOf, fieldWords, isTextField, linkField, linkOfField } from './field-name'

it.each(['1:https://a.example/b%2Fc?d=e f', '2:{"title":"A\\tB/C\u{1F30A}"}', '1:%;25'])(
  'finds the link %s again in the name of its field',
  (key) => {
    const link = key as LinkKey
    const name = linkField(link, 'provider/name')

    expect(name).not.toMatch(/\s/)
    expect(linkOfField(name)).toEqual({ link, field: 'provider/name' })
  }
)

it('changes a link where the field is a link’s, else the story', () => {
  const link = '1:https://a.example' as LinkKey
  expect(changeOf(linkField(link, 'title'), 'a', 'b')).toEqual({
    kind: 'set-link',
    link,
    field: 'title',
    was: 'a',
    value: 'b'
  })
  expect(changeOf('provider/name', undefined, 'b')).toEqual({
    kind: 'set',
    field: 'provider/name',
    value: 'b'
  })
})

it('calls fields by words', () => {
  expect(fieldWords(linkField('1:x' as LinkKey, 'webUrl'))).toBe('address')
  expect(fieldWords('quality')).toBe('quality')
  expect(isTextField('images/0/width')).toBe(false)
  expect(isTextField('provider/name')).toBe(true)
})

it('takes addresses of the web only, and lets one of a story go away', () => {
  const link = linkField('1:x' as LinkKey, 'webUrl')
  expect(fitField('ampWebUrl', ' https://a.example/b ')).toMatchObject({
    value: 'https://a.example/b'
  })
  expect(fitField('ampWebUrl', '')).toEqual({ ok: true, value: undefined })
  expect(fitField(link, '')).toMatchObject({ ok: false })
  expect(fitField(link, 'javascript:alert(1)')).toMatchObject({ ok: false })
  expect(fitField('title', 'javascript: a story')).toMatchObject({ ok: true })
})

it('brings dates into the form of the files', () => {
  expect(fitField('publishedDateTime', '2026-03-12 09:23')).toEqual({
    ok: true,
    value: '2026-03-12T09:23:00Z'
  })
  expect(fitField('publishedDateTime', 'soon')).toMatchObject({ ok: false })
})
