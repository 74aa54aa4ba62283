import { accessSync, constants } from 'node:fs';
import { chromium } from 'playwright-core';
import { Sentence } from '../repository.mjs';
import { packagedChromium } from './packaged-chromium.mjs';

const flags = [
  '--no-sandbox', // root has no sandbox; the pages are our own
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage', // in a container that folder is often too small
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-zygote',
];

const installedPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Starts the browser that CHROMIUM_PATH names, else one that is installed, else the one that came from npm. */
export async function launchBrowser() {
  return chromium.launch({ ...(await findChromium()), args: flags });
}

async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !isProgram(named)) throw new Sentence(`CHROMIUM_PATH names ${named}, which is not a program.`);
  const executablePath = named || installedPaths.find(isProgram);
  if (executablePath) return { executablePath };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Sentence('Found no Chromium or Chrome: install one, or name one in CHROMIUM_PATH.');
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
