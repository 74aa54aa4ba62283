import { applications } from '@commonlot/contracts';
import type { UploadItem } from '@commonlot/ui';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevalidator } from 'react-router';
import { useApi } from '../../shared/api/browser-api';
import { uploadFile } from '../../shared/api/upload';
import { useProblemText } from '../../shared/form/problem-notice';
import type { Question } from './records';

export const acceptedExtensions = ['.pdf', '.png', '.jpg', '.jpeg', '.docx', '.xlsx', '.odt', '.ods'];
/** 25 MB, in the decimal megabytes that file managers show. */
export const mostBytes = 25_000_000;

/**
 * The uploads that are under way or were refused; those that arrived are in the application itself. An upload goes on when
 * somebody leaves the page.
 */
export function useUploads(applicationId: string, question: Question, attachedCount: number) {
  const { t } = useTranslation('applications');
  const api = useApi();
  const problemText = useProblemText();
  const { revalidate } = useRevalidator();
  const [uploads, setUploads] = useState<readonly UploadItem[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const lastId = useRef(0);
  const put = (item: UploadItem) =>
    setUploads((items) =>
      items.some(({ id }) => id === item.id)
        ? items.map((each) => (each.id === item.id ? item : each))
        : [...items, item],
    );
  const drop = (id: string) => setUploads((items) => items.filter((each) => each.id !== id));

  async function send(file: File, room: number) {
    lastId.current += 1;
    const id = `upload-${lastId.current}`;
    const item = { id, name: file.name, sizeBytes: file.size };
    const refuse = (reason: string) => put({ ...item, state: 'refused', reason, onRemove: () => drop(id) });
    const wrong = wrongWith(file, room);
    if (wrong !== null) return refuse(t(`files.${wrong}`));
    const stop = new AbortController();
    running.current.set(id, stop);
    const onRemove = () => stop.abort();
    put({ ...item, state: 'uploading', progress: 0, onRemove });
    try {
      await uploadFile(
        applications.attachFile,
        { params: { applicationId }, query: { questionId: question.id, name: file.name.slice(-255) } },
        file,
        { signal: stop.signal, onProgress: (progress) => put({ ...item, state: 'uploading', progress, onRemove }) },
      );
      await revalidate();
      return drop(id);
    } catch (error) {
      return error instanceof DOMException ? drop(id) : refuse(`${problemText(error)} ${t('files.again')}`);
    } finally {
      running.current.delete(id);
    }
  }

  function add(files: readonly File[]) {
    const most = question.maxFiles ?? 20;
    const room = most - attachedCount - running.current.size;
    for (const [index, file] of files.entries()) void send(file, room - index);
  }

  async function remove(fileId: string) {
    try {
      await api(applications.removeFile, { params: { applicationId, fileId } });
      drop(fileId);
    } catch (error) {
      put({
        id: `not-removed-${fileId}`,
        name: t('files.notRemoved'),
        sizeBytes: 0,
        state: 'refused',
        reason: problemText(error),
        onRemove: () => drop(`not-removed-${fileId}`),
      });
    }
    await revalidate();
  }
  return { uploads, add, remove: (fileId: string) => void remove(fileId) };
}

/** What the server would refuse, told before anything is sent. */
function wrongWith(file: File, room: number): 'full' | 'type' | 'size' | 'empty' | null {
  if (room <= 0) return 'full';
  if (!acceptedExtensions.some((extension) => file.name.toLowerCase().endsWith(extension))) return 'type';
  if (file.size > mostBytes) return 'size';
  return file.size === 0 ? 'empty' : null;
}
