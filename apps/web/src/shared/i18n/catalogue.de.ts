import shared from '../messages.de.json';
import { gather, type Messages } from './gather';

export default gather(
  shared,
  import.meta.glob<Messages>('../../features/*/messages.de.json', { eager: true, import: 'default' }),
);
