import shared from '../messages.en.json';
import { gather, type Messages } from './gather';

export default gather(
  shared,
  import.meta.glob<Messages>('../../features/*/messages.en.json', { eager: true, import: 'default' }),
);
