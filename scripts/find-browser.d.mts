export const HEADLESS: string
export function findBrowser(): string | null
export function systemBrowsers(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[]
