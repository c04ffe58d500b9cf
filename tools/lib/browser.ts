/** Where the tests find a browser. No tool may download its own: Debian's Chromium is installed where we may. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const browserPath = (): string | undefined =>
  [process.env['CHROME_PATH'], ...places].find((path): path is string => path !== undefined && existsSync(path));

/** Path of a browser, installed through the system's packages when it is missing and we are allowed to. */
export function ensureBrowser(): string {
  const found = browserPath();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests (once)…');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env });
  }
  const installed = browserPath();
  if (!installed)
    throw new Error(
      'The browser tests need Chromium: install the package "chromium", or set CHROME_PATH to a Chromium or Chrome.',
    );
  return installed;
}
