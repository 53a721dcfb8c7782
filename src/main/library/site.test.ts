import { mkdir } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aFolder } from '../../../test/a-folder'
import { belongsToSite, readSite } from './site'

it('reads the address of the site and its topics in the order of their files', async () => {
  const { folder } = await aFolder({
    '_config.yml': 'url: https://news.example\nbaseurl: "/tides"\n',
    '_data/topics/02-rivers.yaml': 'name: Rivers\nparent: Tides\n',
    '_data/topics/01-tides.yml': 'name: Tides\nkeywords: [tide, high water, 2026, {}]\n',
    '_data/topics/03-again.yaml': 'name: Tides\n'
  })

  expect(await readSite(folder)).toEqual({
    site: { url: 'https://news.example', baseurl: '/tides' },
    topics: [
      { name: 'Tides', keywords: ['tide', 'high water', '2026'] },
      { name: 'Rivers', keywords: [] }
    ]
  })
})

it('takes what is missing, broken or odd for not said', async () => {
  const { folder, path } = await aFolder({
    '_config.yml': 'url: [not, text]\nbaseurl: "unterminated\n',
    '_data/topics/01-broken.yaml': 'name: "Tides\n',
    '_data/topics/02-list.yaml': '- name: Tides\n',
    '_data/topics/03-number.yaml': 'name: 3\n',
    '_data/topics/04-empty.yaml': '',
    '_data/topics/05-good.yaml': 'name: Rivers\nkeywords: river\n'
  })
  await mkdir(path('_data/topics/06-folder.yaml'))

  expect(await readSite(folder)).toEqual({
    site: { url: '', baseurl: '' },
    topics: [{ name: 'Rivers', keywords: [] }]
  })
})

it.each([
  ['_config.yml', true],
  ['_data/topics/01-tides.yaml', true],
  ['_data/topics', true],
  ['storydesk.yml', true],
  ['_news/storydesk.yml', false],
  ['_data/organizations/a.yaml', false],
  ['_news/_config.yml', false],
  ['_data', true]
])('knows whether %s matters to it', (path, matters) => {
  expect(belongsToSite(path, '_data/topics')).toBe(matters)
})
