import { type Answer, cents, costTotals, isUnanswered } from '@commonlot/domain';
import { Day, FileList, Money, None, PlainText } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Localised } from '../../shared/i18n/localised';
import { type Municipality, MunicipalityName } from '../organisations';
import styles from './answers.module.css';
import { attachmentItem } from './attachment-item';
import { asTable } from './cost-table-field';
import type { Attachment, Question } from './records';

interface AnswerTextProps {
  readonly question: Question;
  readonly answer: Answer | undefined;
  readonly lang: string;
  readonly municipalities: readonly Municipality[];
}

/** An answer as it is read: on the check page, in the file as sent, and beside another one. */
export function AnswerText({ question, answer, lang, municipalities }: AnswerTextProps) {
  const { t } = useTranslation('shared');
  if (isUnanswered(answer) || answer === undefined || answer === null) return <None />;
  if (typeof answer === 'boolean') return t(answer ? 'answer.yes' : 'answer.no');
  if (typeof answer === 'number') {
    return question.type === 'amount' && Number.isSafeInteger(answer) ? (
      <Money cents={cents(answer)} />
    ) : (
      String(answer).replace('.', ',')
    );
  }
  if (Array.isArray(answer)) return <OptionNames question={question} values={answer as readonly string[]} />;
  if (typeof answer !== 'string') return <CostTableText answer={answer} lang={lang} />;
  if (question.type === 'date') return <Day on={answer} />;
  if (question.type === 'choice') return <OptionNames question={question} values={[answer]} />;
  if (question.type === 'municipality') return <MunicipalityName municipalities={municipalities} nis={answer} />;
  return <PlainText lang={lang}>{answer}</PlainText>;
}

function OptionNames({ question, values }: { readonly question: Question; readonly values: readonly string[] }) {
  const chosen = question.options.filter((option) => values.includes(option.value));
  return (
    <ul className={styles.options}>
      {chosen.map((option) => (
        <li key={option.value}>
          <Localised text={option.label} />
        </li>
      ))}
    </ul>
  );
}

/** The table of costs and incomes with its two sums. */
function CostTableText({ answer, lang }: { readonly answer: Answer; readonly lang: string }) {
  const { t } = useTranslation('applications');
  const table = asTable(answer);
  if (table === null) return <None />;
  const totals = costTotals(table);
  const lists = [
    { list: 'costs', total: totals.costsCents, words: t('costs.totalCosts'), rows: table.costs },
    { list: 'incomes', total: totals.incomesCents, words: t('costs.totalIncomes'), rows: table.incomes },
  ] as const;
  return (
    <div className={styles.tables}>
      {lists.map(({ list, total, words, rows }) => (
        <table key={list} className={styles.table}>
          <caption>{t(`costs.${list}`)}</caption>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">
                  <span lang={lang}>{row.label || '–'}</span>
                  {'kind' in row && row.label !== t(`costs.kind.${row.kind}`) && (
                    <span className={styles.kind}>{t(`costs.kind.${row.kind}`)}</span>
                  )}
                </th>
                <td>
                  <Money cents={row.amountCents} decimals="always" />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words}</th>
              <td>
                <Money cents={total} decimals="always" />
              </td>
            </tr>
          </tfoot>
        </table>
      ))}
    </div>
  );
}

interface AttachedFilesProps {
  readonly applicationId: string;
  readonly label: string;
  readonly files: readonly Attachment[];
}

/** The files of a question by name and size. */
export function AttachedFiles({ applicationId, label, files }: AttachedFilesProps) {
  if (files.length === 0) return <None />;
  return <FileList label={label} files={files.map((file) => attachmentItem(applicationId, file))} />;
}
