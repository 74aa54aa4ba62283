import shared from '../messages.fr.json';
import { gather, type Messages } from './gather';

export default gather(
  shared,
  import.meta.glob<Messages>('../../features/*/messages.fr.json', { eager: true, import: 'default' }),
);
