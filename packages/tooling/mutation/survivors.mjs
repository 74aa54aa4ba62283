const squeeze = (code) => code.trim().replace(/\s+/g, ' ');

/**
 * A mutant by the line that it changed, before and after: the same wherever the line stands.
 *
 * @param {{ start: { line: number, column: number }, end: { line: number, column: number } }} location counted from 1
 */
export function changeOf(file, source, { start, end }, replacement) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const before = lines[0].slice(0, start.column - 1);
  const after = lines.at(-1).slice(end.column - 1);
  return `${file}\n- ${squeeze(lines.join('\n'))}\n+ ${squeeze(before + replacement + after)}`;
}

/** The changes that survivors.md explains: below the heading of a file, each diff and the sentence behind it. */
export function explainedChanges(markdown) {
  return new Set(
    markdown.split(/^## /m).flatMap((section) => {
      const file = section.match(/^`(.+)`/)?.[1];
      const blocks = [...section.matchAll(/^```diff\n([\s\S]*?)^```\n+(?!```)(?=\S)/gm)];
      return blocks.flatMap(([, lines]) => lines.match(/^- .*\n\+ .*$/gm) ?? []).map((change) => `${file}\n${change}`);
    }),
  );
}
