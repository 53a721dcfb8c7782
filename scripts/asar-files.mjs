import { openSync, readSync } from 'node:fs'

/**
 * Lists the files of an Electron archive, as paths with `/` below it.
 *
 * An archive begins with two Chromium pickles, of which each starts with its length: the first holds the length of the
 * second, the second holds a string, the JSON that names the files (github.com/electron/asar, "Format").
 *
 * @param {string} archive
 * @returns {readonly string[]}
 */
export function asarFiles(archive) {
  const file = openSync(archive, 'r')
  const sizes = Buffer.alloc(16)
  readSync(file, sizes, 0, 16, 0)
  const json = Buffer.alloc(sizes.readUInt32LE(12))
  readSync(file, json, 0, json.length, 16)
  return filesOf(JSON.parse(json.toString('utf8')), '')
}

/**
 * @typedef {{ readonly files?: Readonly<Record<string, Entry>> }} Entry a folder has `files`, a file has not
 *
 * @param {Entry} entry
 * @param {string} path
 * @returns {readonly string[]}
 */
function filesOf({ files }, path) {
  if (files === undefined) return [path]
  return Object.entries(files).flatMap(([name, child]) =>
    filesOf(child, path === '' ? name : `${path}/${name}`)
  )
}
