/** Opens an address and waits until the page's script has taken it over: before that a press would be lost. */
export async function visit(page, path) {
  const response = await page.goto(path);
  await ready(page);
  return response;
}

/** Waits until React has taken over what the server rendered. */
export async function ready(page) {
  await page.waitForFunction(() => {
    const heading = document.querySelector('h1');
    return heading !== null && Object.keys(heading).some((key) => key.startsWith('__reactFiber'));
  });
}
