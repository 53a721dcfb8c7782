import { expect, it } from 'vitest'
import { workId } from './work-id'

it.each([
  ['Reuters', 'KBN27Z0GI', 'https://www.reuters.com/article/us-tides/long-tail-idUSKBN27Z0GI'],
  ['Reuters', 'KBN27Z0GI', 'https://af.reuters.com/article/worldNews/idAFKBN27Z0GI?rpc=401'],
  ['Reuters', 'L4N2CQ0UY', 'https://www.reuters.com/article/global-markets-idUSL4N2CQ0UY'],
  ['AP', 'ef6804462a9297407cf7e7b6172f19f3', 'https://apnews.com/ef6804462a9297407cf7e7b6172f19f3'],
  [
    'AP',
    'ef6804462a9297407cf7e7b6172f19f3',
    'https://apnews.com/article/tides-rise-ef6804462a9297407cf7e7b6172f19f3'
  ],
  ['BBC', '52573137', 'https://www.bbc.co.uk/news/world-52573137'],
  ['BBC', '52573137', 'https://www.bbc.com/news/amp/world-52573137'],
  ['Hearst', '15254451', 'https://www.sfgate.com/news/article/Tides-rise-15254451.php'],
  ['McClatchy', '242574371', 'https://www.newsobserver.com/news/local/article242574371.html'],
  ['Gannett', '3092115001', 'https://www.caller.com/story/news/local/2026/03/12/tides/3092115001/'],
  [
    'PR Newswire',
    '301054321',
    'https://www.prnewswire.com/news-releases/tides-rise-301054321.html'
  ],
  [
    'Business Wire',
    '20210629005193',
    'https://www.businesswire.com/news/home/20210629005193/en/Tides'
  ],
  [
    'Business Insider',
    'tides-rise-2026-3',
    'https://www.businessinsider.com/tides-rise-2026-3?r=US'
  ],
  [
    'Business Insider',
    'tides-rise-2026-3',
    'https://www.businessinsider.de/wirtschaft/tides-rise-2026-3'
  ]
])('reads %s number %s from %s', (publisher, number, address) => {
  expect(workId(address)).toEqual({ publisher, number })
})

it.each([
  [null],
  [''],
  ['https://tides.example/world-52573137'],
  ['https://www.bbc.co.uk/news/live/world-europe'],
  ['https://reuters.example/article/idUSKBN27Z0GI'],
  ['https://www.sfgate.com/news/article/Tides-rise.php'],
  ['https://notbusinesswire.com/news/home/20210629005193/en']
])('finds no number in %j', (address) => {
  expect(workId(address)).toBeNull()
})
