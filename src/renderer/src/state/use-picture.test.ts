import { expect, it } from 'vitest'
import { pictureSource } from './use-picture'

const site = { url: 'https://news.example', baseurl: '' }
const REMOTE = 'https://pictures.example/tide.png'

it.each([
  ['nobody wants it', { site }, false, null],
  ['it is wanted', { site }, true, REMOTE],
  ['the library allows what is wanted', { site, remotePictures: true }, true, REMOTE],
  ['the library allows what nobody wants', { site, remotePictures: true }, false, null],
  ['the library forbids it', { site, remotePictures: false }, true, null]
])('asks the web for a picture only as it may: %s', (_, library, isWanted, source) => {
  expect(pictureSource(REMOTE, library, isWanted)).toBe(source)
})

it('takes pictures of the library from there, whatever is allowed', () => {
  const library = { site, remotePictures: false }

  expect(pictureSource('/assets/high tide.png', library, false)).toBe(
    'pictures/assets/high%20tide.png'
  )
})
