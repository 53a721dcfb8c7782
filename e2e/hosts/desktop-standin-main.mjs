// Runs the built main process where no Electron is: `electron` is the stand-in that the parent process has put into
// a folder, and what the world does to the app arrives as messages.
import { register } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [standin, folder] = process.argv.slice(2)
const root = join(import.meta.dirname, '..', '..')
const electron = pathToFileURL(join(standin, 'electron.mjs')).href

register(
  `data:text/javascript,${encodeURIComponent(`
    export const resolve = (name, context, next) =>
      name === 'electron' ? { url: ${JSON.stringify(electron)}, shortCircuit: true } : next(name, context)
  `)}`
)
process.argv = [process.execPath, root, folder]

const { app, outside } = await import(electron)
await import(pathToFileURL(join(root, 'out/main/index.js')).href)
app.becomeReady()
await Promise.resolve()

const { webContents } = outside.windows[0]
webContents.on('fake-sent', (...sent) => process.send({ sent }))
app.once('quit', () => process.exit(0))
// A test that was given up must not leave the app behind.
process.once('disconnect', () => process.exit(1))

const answers = {
  async fetch({ url, method }) {
    const response = await outside.fetch(url, method)
    const body = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, headers: Object.fromEntries(response.headers), body }
  },
  invoke({ channel, args, frame, origin }) {
    if (frame !== null) return outside.invoke(channel, args, frame)
    webContents.mainFrame = { ...webContents.mainFrame, origin }
    return outside.invoke(channel, args)
  },
  choose({ path }) {
    const [item] = path.reduce(
      ({ 0: { submenu = [] } }, name) => [submenu.find(({ label }) => label === name) ?? {}],
      [{ submenu: outside.menu }]
    )
    if (item.enabled !== false) item.click?.()
    return item.click !== undefined && item.enabled !== false
  },
  quit: () => app.quit()
}
process.on('message', async ({ id, kind, ...question }) => {
  try {
    process.send({ id, value: await answers[kind](question) })
  } catch (cause) {
    process.send({ id, error: String(cause) })
  }
})
process.send('ready')
