/** Where a task of a draft stands. */
export const taskStates = [
  'cannot-start',
  'not-started',
  'in-progress',
  'completed',
  'not-needed',
  'changes-requested',
  'changes-made',
] as const;
export type TaskState = (typeof taskStates)[number];

/** Where a file stands on its way. */
export const uploadStates = ['uploading', 'scanning', 'ready', 'refused'] as const;
export type UploadState = (typeof uploadStates)[number];
