/** What this process writes to its log during `work`; nothing of it reaches the terminal. */
export async function heardLog(work: () => Promise<void>): Promise<string> {
  const lines: string[] = [];
  const { write } = process.stdout;
  process.stdout.write = ((chunk: string | Uint8Array) => lines.push(String(chunk)) > 0) as typeof write;
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  return lines.join('');
}
