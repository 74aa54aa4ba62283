import type { access, ResponseOf } from '@commonlot/contracts';
import { Button, Panel } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Form, useNavigation } from 'react-router';
import styles from './persona-list.module.css';

type Persona = ResponseOf<typeof access.listPersonas>['rows'][number];

/** "Sign in as …": the fictional persons of the demonstration, each by what they do. Works before any script has come. */
export function PersonaList({ personas }: { readonly personas: readonly Persona[] }) {
  const { t } = useTranslation('access');
  const { t: shared } = useTranslation('shared');
  const pending = useNavigation().formData?.get('personId');
  return (
    <Panel title={t('personas.title')} tone="accent">
      <p className={styles.lede}>{t('personas.lede')}</p>
      <Form method="post">
        <ul className={styles.list}>
          {personas.map((persona) => (
            <li key={persona.id} className={styles.persona}>
              <div>
                <p className={styles.role}>
                  {persona.roles.length === 0
                    ? (persona.organisation ?? shared('role.member'))
                    : persona.roles.map((role) => shared(`role.${role}`)).join(', ')}
                </p>
                <p className={styles.name}>{persona.name}</p>
              </div>
              <Button
                type="submit"
                size="small"
                name="personId"
                value={persona.id}
                pending={pending === persona.id}
                aria-label={t('personas.signInAs', { name: persona.name })}
              >
                {t('personas.action')}
              </Button>
            </li>
          ))}
        </ul>
      </Form>
    </Panel>
  );
}
