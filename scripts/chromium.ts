// The browser of the tests is the system's Chromium: small to install, and kept up to date by those who keep the system.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where Chromium is: CHROMIUM_PATH, else a usual place; undefined when it is in none. */
export function findChromium(
  environment: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const named = environment['CHROMIUM_PATH']
  return (named ? [named] : usualPlaces).find(exists)
}

/** Finds Chromium; as root on Debian or Ubuntu, installs it when it is missing. Gives its path, or undefined with `advice` on what to do. */
export function provideChromium(): { path: string; advice?: undefined } | { path?: undefined; advice: string } {
  const found = findChromium()
  if (found) return { path: found }
  if (process.env['CHROMIUM_PATH']) return { advice: `CHROMIUM_PATH names ${process.env['CHROMIUM_PATH']}, where there is nothing.` }
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!mayInstall) {
    return {
      advice: 'The browser tests need Chromium. Install it with\n\n  sudo apt-get install --yes chromium\n\nor let CHROMIUM_PATH name it.',
    }
  }
  console.log('Installing Chromium for the browser tests …')
  const command = 'apt-get update -qq && apt-get install --yes -qq --no-install-recommends chromium'
  const done = spawnSync('sh', ['-c', command], { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  const installed = findChromium()
  return installed ? { path: installed } : { advice: `${done.stdout}${done.stderr}\nChromium could not be installed.`.trim() }
}
