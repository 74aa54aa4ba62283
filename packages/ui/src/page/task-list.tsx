import { useId } from 'react';
import { UiLink, useUi } from '../provider/ui-provider';
import type { TaskState } from '../state/states';
import styles from './task-list.module.css';

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly state: TaskState;
  /** Absent while the task cannot start yet. */
  readonly href?: string;
  readonly hint?: string;
}

export interface TaskGroup {
  readonly id: string;
  readonly title: string;
  readonly tasks: readonly Task[];
}

/** The home of a draft: groups of tasks in plain nouns. The link is the task; the state is words and never a button. */
export function TaskList({ groups }: { readonly groups: readonly TaskGroup[] }) {
  return (
    <ol className={styles.groups}>
      {groups.map((group) => (
        <li key={group.id} className={styles.group}>
          <h2 className={styles.title}>{group.title}</h2>
          <ul className={styles.tasks}>
            {group.tasks.map((task) => (
              <TaskRow key={task.id} task={task} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function TaskRow({ task }: { readonly task: Task }) {
  const { words } = useUi();
  const stateId = useId();
  return (
    <li className={styles.task} data-linked={task.href ? true : undefined}>
      <div className={styles.words}>
        {task.href ? (
          <UiLink href={task.href} className={styles.link} aria-describedby={stateId}>
            {task.title}
          </UiLink>
        ) : (
          <span className={styles.closed}>{task.title}</span>
        )}
        {task.hint && <p className={styles.hint}>{task.hint}</p>}
      </div>
      <span id={stateId} className={styles.state} data-state={task.state}>
        {words.taskStates[task.state]}
      </span>
    </li>
  );
}
