import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asarFiles } from './asar-files.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { packageFaults, productionPackages } from './package-faults.mjs'
import { inProject, isEntry, tell } from './project.mjs'
import { runCommand } from './run-command.mjs'

/** No dependency of the project: it brings 400 packages, and only who builds installers needs it. */
const BUILDER = 'electron-builder@26.17.0'

/** Builds the installers of this system into `release/`, with their checksums. Fetches Electron and the packers. */
async function release() {
  if (!(await runBuilder(['--publish', 'never']))) return 1
  const folder = inProject('release')
  const names = (await readdir(folder)).filter((name) => /\.(AppImage|deb|dmg|exe)$/.test(name))
  const sums = names.map(async (name) => {
    const digest = createHash('sha256').update(await readFile(join(folder, name)))
    return `${digest.digest('hex')}  ${name}\n`
  })
  await writeFile(join(folder, 'SHA256SUMS'), (await Promise.all(sums)).join(''))
  tell(`Built ${names.join(', ')} and SHA256SUMS in release/.`)
  return 0
}

/**
 * Packages the app around a dummy in Electron's place, which needs no network but npm's, and looks into the archive:
 * it must hold what the app needs, and nothing else.
 */
async function check() {
  // Loaded only now: they need the packages.
  const { load } = await import('js-yaml')
  const scratch = await mkdtemp(join(tmpdir(), 'storydesk-package-'))
  try {
    const electron = join(scratch, 'electron')
    await dummyElectron(electron)
    const config = join(scratch, 'electron-builder.json')
    const usual = load(await readFile(inProject('electron-builder.yml'), 'utf8'))
    const dummy = {
      .../** @type {object} */ (usual),
      directories: { output: join(scratch, 'release'), buildResources: inProject('packaging') },
      electronDist: electron,
      // There is no Electron whose fuses could be blown.
      electronFuses: null
    }
    await writeFile(config, JSON.stringify(dummy))
    if (!(await runBuilder(['--linux', 'dir', '--publish', 'never', '--config', config]))) return 1
    return await judge(join(scratch, 'release/linux-unpacked/resources/app.asar'))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

/** @param {string} archive */
async function judge(archive) {
  const files = asarFiles(archive)
  const lock = JSON.parse(await readFile(inProject('package-lock.json'), 'utf8'))
  const faults = packageFaults(files, productionPackages(lock))
  for (const fault of faults) tell(fault)
  tell(`The package holds ${files.length} files, ${faults.length} of them wrong or missing.`)
  return faults.length === 0 ? 0 : 1
}

/** @param {string} folder */
async function dummyElectron(folder) {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'))
  const names = ['electron', 'version', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox']
  for (const name of [...names, 'locales/en-US.pak']) await writeFile(join(folder, name), '')
  await cp(process.execPath, join(folder, 'electron'))
}

/** @param {readonly string[]} args */
async function runBuilder(args) {
  tell(`Packaging with ${BUILDER} ...`)
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx'
  const { ok, output } = await runCommand(npx, ['--yes', BUILDER, ...args], {
    shell: process.platform === 'win32'
  })
  if (!ok) tell(output.trimEnd())
  return ok
}

if (isEntry(import.meta.url)) {
  if (!(await ensureInstalled()) || !(await ensureBuilt({ force: true }))) process.exitCode = 1
  else process.exitCode = process.argv.includes('--check') ? await check() : await release()
}
