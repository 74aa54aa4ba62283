import { type Language, languages, parseEnterpriseNumber, planSectors } from '@commonlot/domain';
import { Button, ButtonRow, Choice, Details, Dialog, FieldFrame, Select, Stack, TextInput } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { CommentList } from '../comments/comment-list';
import { changeLine } from './change-line';
import { AdviceFields, CommitmentFields } from './duty-fields';
import type { EarlierLine } from './earlier-lines';
import { ActionButton, lineActions } from './editor-bar';
import { FormulaFields } from './formula-fields';
import { PredecessorField } from './predecessors';
import { labelFields, type TypedLine } from './typed-line';
import type { GridControl } from './use-grid-control';
import type { PlanDraft } from './use-plan-draft';

interface DetailsProps {
  readonly draft: PlanDraft;
  readonly control: GridControl;
  readonly line: TypedLine;
}

interface LineDetailsProps extends DetailsProps {
  readonly versionId: string;
  readonly earlier: readonly EarlierLine[];
  /** Open comments by the id of the line. */
  readonly comments: ReadonlyMap<string, number>;
}

/** Everything of one line that the grid has no column for. What is typed here counts at once, and is undone like the rest. */
export function LineDetails({ versionId, draft, control, line, earlier, comments }: LineDetailsProps) {
  const { t } = useTranslation('plan');
  const isMoney = line.kind !== 'heading';
  return (
    <Dialog
      wide
      open
      onClose={control.close}
      title={t('editor.detailsOf', { code: line.code })}
      actions={
        <Button tone="primary" onClick={control.close}>
          {t('editor.done')}
        </Button>
      }
    >
      <Stack gap={4}>
        <LineActionRow control={control} line={line} />
        {languages.map((language) => (
          <LabelField key={language} draft={draft} line={line} language={language} />
        ))}
        <FormulaFields draft={draft} line={line} />
        {isMoney && line.formula === null && (
          <Choice
            type="checkbox"
            id="line-pm"
            label={t('editor.pm')}
            checked={line.isPm}
            onChange={(event) => changeLine(draft, line, { isPm: event.target.checked })}
          />
        )}
        <TextField draft={draft} line={line} field="legalGround" />
        <TextField draft={draft} line={line} field="beneficiary" />
        <TextField draft={draft} line={line} field="coMinister" />
        <AdviceFields draft={draft} line={line} />
        {isMoney && <CommitmentFields draft={draft} line={line} />}
        <FieldFrame
          id="line-sector"
          label={t('editor.field.sector')}
          optional
          render={(wiring) => (
            <Select
              {...wiring}
              value={line.sector ?? ''}
              placeholder={t('merge.nothing')}
              options={planSectors.map((value) => ({ value, label: t(`sector.${value}`) }))}
              onChange={({ target }) =>
                changeLine(draft, line, { sector: planSectors.find((each) => each === target.value) ?? null })
              }
            />
          )}
        />
        <Choice
          type="checkbox"
          id="line-extra"
          label={t('editor.field.isExtraSupport')}
          checked={line.isExtraSupport}
          onChange={(event) => changeLine(draft, line, { isExtraSupport: event.target.checked })}
        />
        <PredecessorField draft={draft} line={line} earlier={earlier} />
        <DetailsComments versionId={versionId} line={line} comments={comments} />
      </Stack>
    </Dialog>
  );
}

/** What was said about the line; a line that was not saved yet has nothing that a comment could hang on. */
function DetailsComments({ versionId, line, comments }: Pick<LineDetailsProps, 'versionId' | 'line' | 'comments'>) {
  const { t } = useTranslation('plan');
  if (line.lineId === null) return <p>{t('comment.saveFirst')}</p>;
  const open = comments.get(line.lineId) ?? 0;
  return (
    <Details summary={t('comment.titleWith', { count: open })} open={open > 0}>
      <CommentList versionId={versionId} lineId={line.lineId} />
    </Details>
  );
}

/** The actions of the bar by name, because a small screen shows few of them above the grid. */
function LineActionRow({ control, line }: Omit<DetailsProps, 'draft'>) {
  const { t } = useTranslation('plan');
  const closing = new Set<string>(['after', 'under', 'copy', 'remove']);
  return (
    <ButtonRow>
      {lineActions.map((action) => (
        <ActionButton
          key={action}
          action={action}
          onClick={() => {
            if (closing.has(action)) control.close();
            control.actions.run(action, line.key);
          }}
        >
          {t(`editor.action.${action}`)}
        </ActionButton>
      ))}
    </ButtonRow>
  );
}

interface LabelFieldProps extends Omit<DetailsProps, 'control'> {
  readonly language: Language;
}

function LabelField({ draft, line, language }: LabelFieldProps) {
  const { t } = useTranslation('plan');
  const field = labelFields[language];
  return (
    <FieldFrame
      id={`line-${field}`}
      label={t('editor.labelIn', { language: language.toUpperCase() })}
      optional={language === 'de' || language === 'en'}
      counter={{ text: line[field], max: 400 }}
      render={(wiring) => (
        <TextInput
          {...wiring}
          lang={language}
          value={line[field]}
          onChange={(event) => changeLine(draft, line, { [field]: event.target.value })}
        />
      )}
    />
  );
}

interface TextFieldProps extends Omit<DetailsProps, 'control'> {
  readonly field: 'legalGround' | 'beneficiary' | 'coMinister';
}

function TextField({ draft, line, field }: TextFieldProps) {
  const { t } = useTranslation('plan');
  const isWrong = field === 'beneficiary' && line[field].trim() !== '' && parseEnterpriseNumber(line[field]) === null;
  return (
    <FieldFrame
      id={`line-${field}`}
      label={t(`editor.field.${field}`)}
      optional
      error={isWrong ? t('import.fault.number-invalid') : undefined}
      render={(wiring) => (
        <TextInput
          {...wiring}
          value={line[field]}
          onChange={(event) => changeLine(draft, line, { [field]: event.target.value })}
        />
      )}
    />
  );
}
