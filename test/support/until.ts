/** Waits until something is so, in steps of 10 milliseconds; throws after 20 seconds, naming `what`. */
export async function until(isSo: () => boolean | Promise<boolean>, what = 'it'): Promise<void> {
  const late = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > late) throw new Error(`${what} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
