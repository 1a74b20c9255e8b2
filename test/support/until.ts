/** Waits until something is so, in steps of 10 milliseconds; throws after 20 seconds of waiting, naming `what`. */
export async function until(isSo: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 2000) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
