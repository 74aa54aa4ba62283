import { decisions as contract } from '@commonlot/contracts';
import { cents } from '@commonlot/domain';
import type { Game } from './game.js';
import type { DirectFileModel, LineModel } from './model.js';
import { oneOf, type Step } from './step.js';

const officers = ['officer A', 'officer B', 'officer and minister'] as const;

export async function writeFile(game: Game, line: LineModel, requestedCents: number): Promise<DirectFileModel> {
  const { chance, model } = game;
  const organisation = chance.pick(model.organisations);
  const by = chance.pick(officers);
  const purpose = 'Les frais de fonctionnement de la maison de la musique.';
  const body = {
    lineId: line.id,
    organisationId: organisation.id,
    fileLanguage: chance.pick(['nl', 'fr', 'de'] as const),
  };
  const created = await game.attempt({
    endpoint: contract.createDirectFile,
    input: { body: { ...body, title: 'Fonctionnement', purpose, requestedCents: cents(requestedCents) } },
    by,
    expect: 'done',
  });
  if (!created.done || created.answer === null) throw new Error('A file was created without an id.');
  const authors = new Set([by]);
  const file: DirectFileModel = { id: created.answer.id, line, organisation, requestedCents, authors, state: 'draft' };
  model.files.push(file);
  return file;
}

const writeSome = async (game: Game): Promise<void> => {
  const line = oneOf(game, game.model.lines, ({ takes }) => takes === 'files');
  await writeFile(game, line, game.chance.whole(1, 300) * 100_00 + game.chance.whole(1, 99));
};

export async function proposeFile(game: Game, file: DirectFileModel): Promise<void> {
  const look = () => game.read(contract.readDirectFile, { params: { directFileId: file.id } }, 'auditor');
  const { revision } = await look();
  const by = game.chance.pick(officers);
  const isShort = file.requestedCents > game.model.figures(file.line).availableCents;
  const { done } = await game.attempt({
    endpoint: contract.proposeDirectFile,
    input: { params: { directFileId: file.id }, body: { revision } },
    by,
    expect: isShort ? ['direct-file.incomplete'] : 'done',
    happened: async () => (await look()).state === 'proposed',
  });
  if (!done) return;
  file.state = 'proposed';
  file.authors.add(by);
}

export const directFileSteps: readonly Step[] = [
  { name: 'a direct file is written', weight: 2, isPossible: ({ model }) => model.files.length < 12, play: writeSome },
  {
    name: 'a direct file is proposed',
    weight: 3,
    isPossible: ({ model }) => model.files.some(({ state }) => state === 'draft'),
    play: (game) =>
      proposeFile(
        game,
        oneOf(game, game.model.files, ({ state }) => state === 'draft'),
      ),
  },
];
