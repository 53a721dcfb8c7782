import { expect, it } from 'vitest'
import { pictureAddress } from './picture-address'

const site = { url: 'https://tides.example', baseurl: '/desk' }
const inLibrary = (path: string) => ({ kind: 'library', path })
const remote = (url: string) => ({ kind: 'remote', url })

it.each([
  ['assets/tide.jpg', 'assets/tide.jpg'],
  ['/assets/tide.jpg', 'assets/tide.jpg'],
  ['./assets//tide.jpg', 'assets/tide.jpg'],
  ['/desk/assets/tide.jpg', 'assets/tide.jpg'],
  ['/deskless/tide.jpg', 'deskless/tide.jpg'],
  ['https://tides.example/desk/assets/tide.jpg?w=2#x', 'assets/tide.jpg'],
  ['https://TIDES.example/desk/assets/high%20tide.jpg', 'assets/high tide.jpg']
])('finds %s in the library', (address, path) => {
  expect(pictureAddress(address, site)).toEqual(inLibrary(path))
})

it('finds pictures of a site without a base or with a path in its address', () => {
  const bare = { url: 'https://tides.example/', baseurl: '' }
  const deep = { url: 'https://tides.example/news', baseurl: 'desk/' }

  expect(pictureAddress('https://tides.example/a.png', bare)).toEqual(inLibrary('a.png'))
  expect(pictureAddress('https://tides.example/news/desk/a.png', deep)).toEqual(inLibrary('a.png'))
  expect(pictureAddress('assets/a.png', { url: '', baseurl: '' })).toEqual(
    inLibrary('assets/a.png')
  )
})

it.each([
  'https://cdn.example/a.jpg?w=2',
  'https://tides.example/other/a.jpg',
  'https://www.tides.example/desk/a.jpg'
])('asks the web for %s', (address) => {
  expect(pictureAddress(address, site)).toEqual(remote(address))
})

it.each([
  null,
  '',
  '  ',
  '/',
  '../secret.jpg',
  'assets/../../secret.jpg',
  'assets/%2e%2e/secret.jpg',
  'assets\\..\\secret.jpg',
  'assets/%zz.jpg',
  'assets/a%00.jpg',
  'C:\\pictures\\a.jpg',
  'https://tides.example/desk/%2e%2e%2fsecret.jpg',
  'http://cdn.example/a.jpg',
  '//cdn.example/a.jpg',
  'data:image/png;base64,AA==',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://127.0.0.1/a.jpg',
  'https://0x7f.1/a.jpg',
  'https://2130706433/a.jpg',
  'https://[::1]/a.jpg',
  'https://10.0.0.8/a.jpg',
  'https://localhost/a.jpg',
  'https://localhost./a.jpg',
  'https://desk.localhost/a.jpg',
  'https://printer.local/a.jpg',
  'https://router/a.jpg',
  'https://desk:secret@cdn.example/a.jpg'
])('asks nobody for %j', (address) => {
  expect(pictureAddress(address, site)).toBeNull()
})
