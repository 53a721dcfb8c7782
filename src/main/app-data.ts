import { posix, win32 } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Where Storydesk keeps what belongs to no library: old versions of stories, the cache, the log. `STORYDESK_DATA`
 * wins, else it is where the system wants such things. The folder need not exist.
 *
 * @param home the person's home folder
 */
export function appDataFolder(env: Env, platform: NodeJS.Platform, home: string): string {
  if (env.STORYDESK_DATA) return env.STORYDESK_DATA
  if (platform === 'win32') {
    return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'Storydesk')
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Storydesk')
  return posix.join(env.XDG_DATA_HOME || posix.join(home, '.local', 'share'), 'storydesk')
}
