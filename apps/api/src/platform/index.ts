/** The front door of the platform: what modules may use. */
export { Clock } from './clock.js';
export { centsColumn } from './columns.js';
export { CONFIG, type Config } from './config.js';
export { Database, RegisterDatabase } from './database.js';
export { attachableExtensions } from './file-types.js';
export { Files, type ReceivedFile } from './files.js';
export { Authenticator, sessionCookie } from './http/authenticator.js';
export { sendDownload } from './http/download.js';
export { ActorParam, Bytes, Handles, Input, Reply } from './http/handles.js';
export { newId } from './ids.js';
export { JOBS, type Job } from './jobs.js';
export { Log } from './log.js';
export { MailWriter } from './mail-writer.js';
export { idKey, keyParts, pageOf } from './paging.js';
export { RateLimit } from './rate-limit.js';
export { Transactions } from './transactions.js';
export { type Actor, type Mail, systemActor, type Tx } from './tx.js';
